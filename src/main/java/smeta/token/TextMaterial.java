package smeta.token;

/** What a text is made of, as far as families of models differ in it. */
public enum TextMaterial {
    /** Latin letters of languages that write without marks on them. */
    LATIN,
    /** Capitals among them, which names and code have, and many vocabularies cut words at. */
    CAPITAL,
    /** Latin letters among which many have marks. */
    ACCENTED,
    CYRILLIC,
    /** Chinese and Japanese. */
    HAN,
    /** Letters of other scripts. */
    OTHER,
    DIGIT,
    /** Punctuation and symbols. */
    MARK,
    SPACE;

    /** Whether it is letters, which tell a language. */
    public boolean isLetters() {
        return ordinal() <= OTHER.ordinal();
    }
}
