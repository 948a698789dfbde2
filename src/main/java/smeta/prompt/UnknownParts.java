package smeta.prompt;

/** What happens to a part of the prompt that Smeta does not know or that nobody can measure from the body alone. */
public enum UnknownParts {
    /** The body is refused, with the place of the part. */
    FAIL,
    /** The part is left out of the count, and a remark says so. */
    NOTE
}
