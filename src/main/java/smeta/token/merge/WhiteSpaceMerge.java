package smeta.token.merge;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import smeta.token.table.IntList;
import smeta.token.table.TokenTable;
import smeta.token.table.WhiteSpaceTokens;

/**
 * Finds the tokens of white space without merging: from the left on the longest token that may follow the one before, and
 * a shorter one where that leads nowhere. Such pieces are long and their tokens too, and there are few of these, so that
 * soon all pairs of neighbours are known. Serves one thread at a time.
 *
 * <p>Why that is right where each merge ranks after those that make its parts: two tokens may be neighbours if their bytes
 * alone merge to them. Let all neighbours be so, and take the first merge that goes across the border of two of them.
 * Until then each developed as it does alone, so that this merge would happen in the bytes of these two as well, which it
 * doesn't. So there is none, and the tokens are what merging gives. As much holds of each beginning of a piece, so that
 * one from which no token leads on can't be reached in another way, and no place is looked at twice.
 */
final class WhiteSpaceMerge {
    /** Longer ones are left to merging. */
    private static final int LONGEST = BlockMerge.LONGEST;
    /** Pieces of white space that are met before it pays to look for such tokens. */
    private static final int PIECES_BEFORE_TOKENS = 200;

    private final TokenTable table;
    private final Merger merger;
    private @Nullable WhiteSpaceTokens tokens;
    private int pieces;
    private int[] path = new int[64];
    private final long[] dead = new long[(LONGEST >> 6) + 1];

    WhiteSpaceMerge(TokenTable table, Merger merger) {
        this.table = table;
        this.merger = merger;
    }

    /** How many tokens a piece has, two at least; 0 if it isn't white space, is too long, or merging does as well. */
    int merge(byte[] utf8, int from, int end) {
        if (end - from > LONGEST) {
            return 0;
        }
        for (int i = from; i < end; i++) {
            if (!WhiteSpaceTokens.isWhiteSpace(utf8[i])) {
                return 0;
            }
        }
        WhiteSpaceTokens known = tokens;
        if (known == null) {
            if (pieces++ < PIECES_BEFORE_TOKENS) {
                return 0;
            }
            known = table.whiteSpace();
            tokens = known;
        }
        path = path.length >= end - from ? path : new int[LONGEST];
        int count = walk(utf8, from, end, known);
        return count < 2 ? 0 : count;
    }

    private int walk(byte[] utf8, int from, int end, WhiteSpaceTokens known) {
        Arrays.fill(dead, 0, (end - from >> 6) + 1, 0);
        int size = 0;
        int at = from;
        int token = known.longest(utf8, at, end);
        while (at < end) {
            int following = at;
            while (token != WhiteSpaceTokens.NONE) {
                following = at + known.length(token);
                int place = following - from;
                if ((dead[place >> 6] >>> place & 1) == 0
                        && (size == 0 || mayFollow(path[size - 1], token, utf8, at, following, known))) {
                    break;
                }
                token = known.shorter(token);
            }
            if (token != WhiteSpaceTokens.NONE) {
                path[size++] = token;
                at = following;
                token = known.longest(utf8, at, end);
            } else if (size == 0) {
                return 0;
            } else {
                dead[at - from >> 6] |= 1L << at - from;
                token = path[--size];
                at -= known.length(token);
                token = known.shorter(token);
            }
        }
        return size;
    }

    private boolean mayFollow(int first, int second, byte[] utf8, int at, int end, WhiteSpaceTokens known) {
        int beside = known.beside(first, second);
        if (beside != WhiteSpaceTokens.UNKNOWN) {
            return beside == WhiteSpaceTokens.BESIDE;
        }
        int from = at - known.length(first);
        boolean mayFollow = merger.merges(utf8, from, end, known.number(first), known.number(second));
        known.put(first, second, mayFollow);
        return mayFollow;
    }

    /** Adds the tokens of the last piece, so many. */
    void addTo(IntList out, int count) {
        WhiteSpaceTokens known = Objects.requireNonNull(tokens);
        for (int i = 0; i < count; i++) {
            out.add(known.number(path[i]));
        }
    }
}
