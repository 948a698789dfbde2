import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Prints the table of character classes that the splitters use, as runs of equal class. Run by a maintainer, on a JDK
 * whose Unicode version is the wanted one (JDK 25 has Unicode 16, as tiktoken 0.14):
 * {@code java src/build/java/UnicodeClasses.java > src/main/resources/smeta/token/table/unicode-classes.txt}
 */
final class UnicodeClasses {
    private UnicodeClasses() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.US_ASCII);
        out.print("# Character classes by runs: first code point of the run, class. Made by src/build/java/UnicodeClasses.java\n");
        out.print("# on JDK " + System.getProperty("java.version") + " (Unicode 16.0 on JDK 25).\n");
        out.print("# U = Lu Lt, l = Ll, B = Lm Lo, M = Mn Mc Me, N = Nd Nl No, S = White_Space, _ = U+0020, R = CR LF, o = P S,\n");
        out.print("# x = other\n");
        char last = 0;
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            char now = classOf(c);
            if (now != last) {
                out.print(Integer.toHexString(c) + " " + now + "\n");
                last = now;
            }
        }
        out.flush();
    }

    private static char classOf(int c) {
        if (c == ' ') {
            return '_';
        }
        if (c == '\r' || c == '\n') {
            return 'R';
        }
        if (c >= 9 && c <= 13 || c == 0x85 || Character.isSpaceChar(c)) {
            return 'S';
        }
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> 'U';
            case Character.LOWERCASE_LETTER -> 'l';
            case Character.MODIFIER_LETTER, Character.OTHER_LETTER -> 'B';
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> 'M';
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> 'N';
            case Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION, Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL, Character.OTHER_SYMBOL -> 'o';
            default -> 'x';
        };
    }
}
