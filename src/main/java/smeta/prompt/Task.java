package smeta.prompt;

/** What a request is for; it decides what counts as one prompt, and what comes back. */
public enum Task {
    CHAT,
    /** Text that goes on where each prompt ends, without turns. */
    COMPLETION,
    /** A vector for each input; nothing is written. */
    EMBEDDING,
    /** An order of documents by their nearness to a query. */
    RANKING,
    MODERATION,
    /** Text that is read aloud. */
    SPEECH,
    /** Sound that is written down. */
    TRANSCRIPTION,
    PICTURE,
    FILM;

    /** Whether every input is a prompt of its own, for which the model's limits hold. */
    public boolean takesEachInputAlone() {
        return switch (this) {
            case COMPLETION, EMBEDDING, RANKING, MODERATION -> true;
            default -> false;
        };
    }

    /** Whether the reply is anything that is written or made. */
    public boolean replies() {
        return switch (this) {
            case EMBEDDING, RANKING, MODERATION -> false;
            default -> true;
        };
    }
}
