package smeta.token;

/**
 * The tokens of a text, as parallel arrays: the id, and where the token's bytes start in the text's UTF-8 form
 * ({@code byteEnds[i]} is where the next one starts) and in its UTF-16 form. A token that starts or ends inside a
 * character has that character's start as its UTF-16 offset; so the text of a token may be empty, and belongs to a
 * later one.
 */
public record Tokens(int[] ids, int[] byteEnds, int[] charEnds) {
    public int size() {
        return ids.length;
    }

    public int byteStart(int i) {
        return i == 0 ? 0 : byteEnds[i - 1];
    }

    public int charStart(int i) {
        return i == 0 ? 0 : charEnds[i - 1];
    }
}
