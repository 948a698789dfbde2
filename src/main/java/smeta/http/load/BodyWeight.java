package smeta.http.load;

/**
 * How much memory it takes to read a body and to answer it, from above, without reading it: a pass over its bytes counts what
 * stands outside of texts. The figures are measured: an object with what is made of it (a picture, its part, its line,
 * their answers) takes about a kilobyte of heap, another value a hundred bytes, and a text six times its bytes while it
 * is put together.
 */
final class BodyWeight {
    private static final long OBJECT = 1000;
    private static final long VALUE = 100;
    private static final long LIST = 60;
    private static final long TEXT = 6;

    private BodyWeight() {}

    /** @return bytes of heap besides the body's own */
    static long of(byte[] body) {
        int at = 0;
        while (at < body.length && body[at] <= ' ' && body[at] >= 0) {
            at++;
        }
        boolean json = at < body.length && (body[at] == '{' || body[at] == '[');
        return json ? ofJson(body, at) : TEXT * body.length;
    }

    private static long ofJson(byte[] body, int from) {
        long objects = 0;
        long values = 0;
        long lists = 0;
        int longest = 0;
        int at = from;
        while (at < body.length) {
            byte one = body[at++];
            if (one == '"') {
                int end = endOfText(body, at);
                longest = Math.max(longest, end - at);
                at = end + 1;
            } else if (one == '{') {
                objects++;
            } else if (one == ',') {
                values++;
            } else if (one == '[') {
                lists++;
            }
        }
        return OBJECT * objects + VALUE * values + LIST * lists + TEXT * longest;
    }

    /** Where its quotation mark is, or the body's end. */
    private static int endOfText(byte[] body, int from) {
        int at = from;
        while (at < body.length && body[at] != '"') {
            at += body[at] == '\\' ? 2 : 1;
        }
        return Math.min(at, body.length);
    }
}
