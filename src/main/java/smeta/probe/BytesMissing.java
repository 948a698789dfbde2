package smeta.probe;

/** Reading went past the bytes at hand. Never leaves this package. */
final class BytesMissing extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Whether the bytes go on beyond those at hand. */
    final boolean more;

    BytesMissing(boolean more) {
        super("past the bytes at hand", null, false, false);
        this.more = more;
    }
}
