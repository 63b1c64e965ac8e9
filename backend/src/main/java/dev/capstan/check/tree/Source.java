package dev.capstan.check.tree;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A file's bytes, known to be text.
 *
 * @param bytes the file
 * @param from where the text begins, after a byte order mark
 */
public record Source(byte[] bytes, int from) {

    /** The longest file that is read, in bytes: a whole cluster's pods, but no disk image. */
    public static final int LONGEST = 64 << 20;

    private static final int BUFFER = 8192;

    /**
     * The documents in a file, in order. What begins with a brace is read as JSON, and as YAML, which has braces too,
     * where it is no valid JSON.
     *
     * @throws BadInput where the file is neither, or could be understood in two ways
     */
    public static List<Node> documents(byte[] bytes) throws BadInput {
        Source source = of(bytes);
        try {
            return source.documents();
        } catch (BadInput fault) {
            throw source.looksLikeTemplate()
                    ? new BadInput(fault.line(), fault.what() + " (there is {{ in it: render a template first)")
                    : fault;
        }
    }

    private List<Node> documents() throws BadInput {
        if (firstCharacter() != '{' && firstCharacter() != '[') {
            return YamlText.read(this);
        }
        try {
            return JsonText.read(this);
        } catch (BadInput json) {
            try {
                return YamlText.read(this);
            } catch (BadInput yaml) {
                throw json;
            }
        }
    }

    private boolean looksLikeTemplate() {
        for (int at = from; at + 1 < bytes.length; at++) {
            if (bytes[at] == '{' && bytes[at + 1] == '{') {
                return true;
            }
        }
        return false;
    }

    private static Source of(byte[] bytes) throws BadInput {
        boolean marked =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        Source source = new Source(bytes, marked ? 3 : 0);
        source.requireText();
        return source;
    }

    private char firstCharacter() {
        int at = from;
        while (at < bytes.length && bytes[at] <= ' ' && bytes[at] > 0) {
            at++;
        }
        return at < bytes.length ? (char) bytes[at] : ' ';
    }

    /** Refuses what is not UTF-8 or holds characters that neither YAML nor JSON may hold. */
    private void requireText() throws BadInput {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate(BUFFER);
        int line = 1;
        CoderResult result;
        do {
            result = decoder.decode(in, out, true);
            for (int i = 0; i < out.position(); i++) {
                char character = out.get(i);
                if (character == '\n') {
                    line++;
                } else if (!isText(character)) {
                    throw new BadInput(
                            line,
                            "the character U+%04X does not belong into a manifest; is this a text file in UTF-8?"
                                    .formatted((int) character));
                }
            }
            out.clear();
        } while (result.isOverflow());
        if (result.isError()) {
            throw new BadInput(line, "this is not valid UTF-8; is this a text file?");
        }
    }

    private static boolean isText(char character) {
        if (character < 0xA0) {
            return character >= ' ' && character < 0x7F || character == '\t' || character == '\r' || character == 0x85;
        }
        return character < 0xFFFE && character != 0xFEFF;
    }
}
