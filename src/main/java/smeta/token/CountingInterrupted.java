package smeta.token;

/**
 * The thread was interrupted while it counted a long text. Looked for at least every few hundred kilobytes; the
 * thread's interrupt flag stays set.
 */
public final class CountingInterrupted extends RuntimeException {
    private static final long serialVersionUID = 1;

    CountingInterrupted() {
        super("interrupted while counting tokens");
    }

    /** @throws CountingInterrupted if the thread is interrupted */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CountingInterrupted();
        }
    }
}
