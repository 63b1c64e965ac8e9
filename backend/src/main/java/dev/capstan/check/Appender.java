package dev.capstan.check;

/** Where a report goes to, piece by piece. */
@FunctionalInterface
interface Appender {

    void append(String text);
}
