package smeta.token;

/** How a count was made. The order is from best to worst: the worse of two is the greater. */
public enum Precision {
    /** The model's own vocabulary and documented framing. */
    EXACT,
    /** Bounds that hold in at least 95 % of texts, for a stated reason. */
    ESTIMATED,
    /** Only an upper bound is known. */
    BOUND;

    /** The precision of a sum whose parts have these two. */
    public Precision and(Precision other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
