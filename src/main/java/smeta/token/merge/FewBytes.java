package smeta.token.merge;

import smeta.token.table.BytePairs;
import smeta.token.table.PairTable;

/**
 * How many tokens two to four bytes of ASCII are that aren't a token together: hardly more than looking at their pairs. They
 * never become one, so that two merges are the most that there can be of four bytes, and one of three. Which of them
 * come is decided by the first one; what is left of four bytes after it are three parts, and any merge of these is the
 * last.
 */
final class FewBytes {
    static final int MOST = 4;
    private static final long HIGH = 0x80808080L;
    private static final int NONE = PairTable.MASK;

    private final BytePairs bytes;
    private final PairTable pairs;

    /** @param bytes of ASCII, all merges of two single bytes */
    FewBytes(BytePairs bytes, PairTable pairs) {
        this.bytes = bytes;
        this.pairs = pairs;
    }

    /** Whether so many bytes, the first one lowest, are told here. */
    static boolean covers(long bytes, int length) {
        return length <= MOST && (bytes & HIGH & (1L << 8 * length) - 1) == 0;
    }

    /** The tokens of so many bytes that are {@link #covers covered}. */
    int count(long key, int length) {
        if (length < 3) {
            return length;
        }
        int a = (int) key & 0x7F;
        int b = (int) (key >>> 8) & 0x7F;
        int c = (int) (key >>> 16) & 0x7F;
        int left = bytes.merge(a, b);
        int middle = bytes.merge(b, c);
        if (length == 3) {
            return Math.min(left, middle) == NONE ? 3 : 2;
        }
        int d = (int) (key >>> 24) & 0x7F;
        int right = bytes.merge(c, d);
        int least = Math.min(middle, Math.min(left, right));
        if (least == NONE) {
            return 4;
        }
        int token = pairs.merged(least);
        boolean another;
        if (least == left) {
            another = right != NONE || pairs.merge(token, bytes.token(c)) != PairTable.NONE;
        } else if (least == middle) {
            another = pairs.merge(bytes.token(a), token) != PairTable.NONE
                    || pairs.merge(token, bytes.token(d)) != PairTable.NONE;
        } else {
            another = left != NONE || pairs.merge(bytes.token(b), token) != PairTable.NONE;
        }
        return another ? 2 : 3;
    }
}
