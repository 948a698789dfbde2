package smeta.token.table;

/** The classes of characters in the Unicode version of the JDK that runs. */
public final class JdkCharacterClasses {
    private JdkCharacterClasses() {}

    /** As {@link CharacterClasses#of}. */
    public static int of(int c) {
        if (c == ' ') {
            return CharacterClasses.BLANK;
        }
        if (c == '\r' || c == '\n') {
            return CharacterClasses.NEWLINE;
        }
        if (c >= 9 && c <= 13 || c == 0x85 || Character.isSpaceChar(c)) {
            return CharacterClasses.SPACE;
        }
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> CharacterClasses.UPPER;
            case Character.LOWERCASE_LETTER -> CharacterClasses.LOWER;
            case Character.MODIFIER_LETTER, Character.OTHER_LETTER -> CharacterClasses.UNCASED;
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
                CharacterClasses.MARK;
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
                CharacterClasses.NUMBER;
            default -> CharacterClasses.OTHER;
        };
    }

    static boolean isSign(int c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL -> true;
            default -> false;
        };
    }

    /** Whether this JDK has the character in the class that our table has it in. */
    public static boolean agreesOnClass(int c) {
        return CharacterClasses.of(c) == of(c);
    }

    /** Whether this JDK has the character in the classes that our table has it in. Surrogates are no characters. */
    public static boolean agrees(int c) {
        return (c < 0xD800 || c > 0xDFFF) && CharacterClasses.of(c) == of(c) && CharacterClasses.isSign(c) == isSign(c);
    }
}
