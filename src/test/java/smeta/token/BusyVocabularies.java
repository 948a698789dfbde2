package smeta.token;

/** Vocabularies as they are in a busy service: their counters remember pieces, which those of a few prompts don't. */
public final class BusyVocabularies {
    private static final Text MUCH = Text.of("Much has been counted before. ".repeat(2500));

    private BusyVocabularies() {}

    /** One of its own, for the thread that asks. */
    public static Vocabulary of(String name) {
        Vocabulary vocabulary = Tokenizers.bundled().vocabulary(name).orElseThrow();
        vocabulary.tokens(MUCH);
        return vocabulary;
    }
}
