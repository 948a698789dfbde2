package smeta.token.split;

/** Places that are known beforehand; for one pass over one text. */
public final class SplitAtOffsets implements Splitter {
    private final int[] ends;
    private int next;

    /** @param ends where the pieces end, in bytes, ascending; the last one is the end of the text */
    public SplitAtOffsets(int[] ends) {
        this.ends = ends;
    }

    @Override
    public int end(byte[] utf8, int from, int end) {
        while (ends[next] <= from) {
            next++;
        }
        return ends[next];
    }

    @Override
    public boolean plainWords() {
        return false;
    }
}
