package dev.capstan.benchmark.catalogue;

/** A file of the catalogue cannot be used. The message names the file, the line and what is wrong there. */
class BrokenCatalogue extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param file the file as it is named on the class path
     * @param line the line, counted from 1
     */
    BrokenCatalogue(String file, int line, String wrong) {
        super("%s, line %d: %s".formatted(file, line, wrong));
    }
}
