package smeta.http.library;

/** Looks for changes at once, so that tests need not wait. */
public final class LibraryReload {
    private LibraryReload() {}

    public static void now(Library library) {
        library.reload();
    }
}
