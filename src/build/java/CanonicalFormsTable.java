import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * Prints what Unicode's normal form C needs: combining classes, canonical decompositions, and the pairs that compose.
 * Run by a maintainer on JDK 25 (Unicode 16): {@code java --add-exports java.base/sun.text=ALL-UNNAMED
 * src/build/java/CanonicalFormsTable.java > src/main/resources/smeta/token/normalize/canonical-forms.txt}
 */
final class CanonicalFormsTable {
    private CanonicalFormsTable() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.US_ASCII);
        out.print("# Unicode's canonical forms, by src/build/java/CanonicalFormsTable.java on JDK "
                + System.getProperty("java.version") + " (Unicode 16.0 on JDK 25); Hangul syllables are left to arithmetic.\n");
        out.print("# c = first and last code point, combining class; d = code point, its full decomposition;\n");
        out.print("# p = first, second, what they compose to\n");
        int from = 0;
        int last = 0;
        for (int c = 0; c <= Character.MAX_CODE_POINT + 1; c++) {
            int now = c > Character.MAX_CODE_POINT ? 0 : sun.text.Normalizer.getCombiningClass(c);
            if (now != last) {
                if (last != 0) {
                    out.print("c " + hex(from) + " " + hex(c - 1) + " " + last + "\n");
                }
                from = c;
                last = now;
            }
        }
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            boolean syllable = c >= 0xAC00 && c <= 0xD7A3;
            if (c >= 0xD800 && c <= 0xDFFF || syllable) {
                continue;
            }
            String self = Character.toString(c);
            String parts = Normalizer.normalize(self, Normalizer.Form.NFD);
            if (!parts.equals(self)) {
                StringBuilder line = new StringBuilder("d " + hex(c));
                parts.codePoints().forEach(part -> line.append(' ').append(hex(part)));
                out.print(line + "\n");
                if (Normalizer.normalize(parts, Normalizer.Form.NFC).equals(self)) {
                    int second = parts.codePointBefore(parts.length());
                    String rest = parts.substring(0, parts.length() - Character.charCount(second));
                    String first = Normalizer.normalize(rest, Normalizer.Form.NFC);
                    if (first.codePointCount(0, first.length()) != 1) {
                        throw new IllegalStateException("expected a pair for " + hex(c));
                    }
                    out.print("p " + hex(first.codePointAt(0)) + " " + hex(second) + " " + hex(c) + "\n");
                }
            }
        }
        out.flush();
    }

    private static String hex(int c) {
        return Integer.toHexString(c);
    }
}
