package smeta.probe;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a PDF before PDFBox does, without following its structure, and refuses what can't be bounded:
 * encryption (the streams can't be seen), LZW and run-length compression (their expansion can't be told beforehand),
 * ASCII filters in large files (they hide a compressed stream), and streams that inflate to more than the limit. A
 * compressed stream is recognised by what follows the word {@code stream}; names are read with their {@code #xx}
 * escapes, in the file and in what the streams inflate to. The work is linear in the file and the limit.
 */
final class PdfGuard {
    private static final Set<String> OPAQUE = Set.of("LZWDecode", "LZW", "RunLengthDecode", "RL");
    private static final Set<String> ARMOUR = Set.of("ASCII85Decode", "A85", "ASCIIHexDecode", "AHx");
    /** PDFBox allocates a row of the columns that a predictor claims. */
    private static final int LONGEST_ROW = 100_000;

    private static final int LONGEST_NAME = 16;
    /** Deflate expands at most 1,032 times. */
    private static final int MOST_RATIO = 1032;

    private final Bytes bytes;
    private final long limit;
    private final byte[] window = new byte[1 << 16];
    private long inflated;
    private boolean encrypted;
    private boolean opaque;
    private boolean armoured;
    private boolean absurd;

    PdfGuard(Bytes bytes, long limit) {
        this.bytes = bytes;
        this.limit = limit;
    }

    /** Why the document isn't read, or null if it may be. */
    @Nullable
    String refusal() {
        byte[] data = bytes.head();
        names(data, bytes.length(), true);
        if (encrypted) {
            return "it is encrypted";
        }
        Inflater inflater = new Inflater(true);
        try {
            for (int at = 0; at < bytes.length() && inflated <= limit; at++) {
                if (data[at] == 's' && bytes.has(at, "stream") && !bytes.has(at - 3, "endstream")) {
                    inflate(inflater, afterLineBreak(at + 6));
                }
            }
        } finally {
            inflater.end();
        }
        if (inflated > limit) {
            return "its streams come to more than " + limit + " bytes";
        }
        if (opaque) {
            return "LZW and run-length compression isn't read";
        }
        if (absurd) {
            return "it predicts rows of more than " + LONGEST_ROW + " columns";
        }
        return armoured && bytes.total() * MOST_RATIO > limit
                ? "ASCII filters aren't read in a file of more than " + limit / MOST_RATIO + " bytes"
                : null;
    }

    /** Where PDFBox takes a stream to begin: past spaces and one line break of any kind. */
    private int afterLineBreak(int at) {
        int next = at;
        while (bytes.has(next, " ")) {
            next++;
        }
        return next + (bytes.has(next, "\r\n") ? 2 : bytes.has(next, "\r") || bytes.has(next, "\n") ? 1 : 0);
    }

    /** As PDFBox does, whatever the two bytes of the zlib header say. */
    private void inflate(Inflater inflater, int at) {
        int start = at + 2;
        if (start >= bytes.length() || (bytes.head()[start] & 6) == 6) {
            // a block of a type that doesn't exist; asking the inflater would cost more
            return;
        }
        inflater.reset();
        inflater.setInput(bytes.head(), start, bytes.length() - start);
        int kept = 0;
        try {
            while (!inflater.finished() && inflated <= limit) {
                int got = inflater.inflate(window, kept, window.length - kept);
                if (got == 0) {
                    return;
                }
                inflated += got;
                int filled = kept + got;
                names(window, filled, false);
                // a name may go on in the next window
                kept = Math.min(filled, 4 * LONGEST_NAME);
                System.arraycopy(window, filled - kept, window, 0, kept);
            }
        } catch (DataFormatException e) {
            // not a deflated stream, or a broken one: PDFBox takes what came so far, which is counted
        }
    }

    /** The trailer, which speaks of encryption, is never inside a stream. */
    private void names(byte[] data, int length, boolean outside) {
        StringBuilder name = new StringBuilder(LONGEST_NAME + 1);
        for (int at = 0; at < length; at++) {
            if (data[at] != '/') {
                continue;
            }
            name.setLength(0);
            int next = at + 1;
            while (next < length && name.length() <= LONGEST_NAME && isRegular(data[next])) {
                boolean escape =
                        data[next] == '#' && next + 2 < length && hex(data[next + 1]) >= 0 && hex(data[next + 2]) >= 0;
                name.append((char) (escape ? hex(data[next + 1]) << 4 | hex(data[next + 2]) : data[next] & 0xFF));
                next += escape ? 3 : 1;
            }
            String text = name.toString();
            encrypted |= outside && text.equals("Encrypt");
            opaque |= OPAQUE.contains(text);
            armoured |= ARMOUR.contains(text);
            absurd |= (text.equals("Columns") || text.equals("BitsPerComponent")) && isAbsurd(data, next, length);
        }
    }

    /** Whether the number there is too large, or a reference to a number elsewhere. */
    private static boolean isAbsurd(byte[] data, int at, int length) {
        int next = at;
        while (next < length && data[next] <= ' ' && data[next] >= 0) {
            next++;
        }
        int end = next;
        while (end < length && end < next + 7 && data[end] != ' ' && isRegular(data[end])) {
            end++;
        }
        String number = new String(data, next, end - next, StandardCharsets.ISO_8859_1);
        boolean refers = end + 3 < length && data[end] == ' ' && data[end + 2] == ' ' && data[end + 3] == 'R';
        boolean hidden = next < length && data[next] == '%';
        boolean large = number.length() > 6 || number.matches("[0-9]{6}") && Integer.parseInt(number) > LONGEST_ROW;
        return hidden || refers || large;
    }

    private static boolean isRegular(byte b) {
        return b > ' ' && b != '/' && b != '[' && b != ']' && b != '<' && b != '>' && b != '(' && b != ')' && b != '{'
                && b != '}' && b != '%';
    }

    private static int hex(byte b) {
        return Character.digit((char) (b & 0xFF), 16);
    }
}
