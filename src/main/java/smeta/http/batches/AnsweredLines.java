package smeta.http.batches;

/** Which lines of a batch are answered by a line of their own; the summary counts them all. */
public enum AnsweredLines {
    ALL,
    /** Only those with a problem. */
    PROBLEMS,
    NONE;

    boolean has(BatchWork.Done done) {
        return this == ALL || this == PROBLEMS && done.shares().isEmpty();
    }
}
