package smeta.token.merge;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import smeta.token.table.BytePairs;
import smeta.token.table.CharacterClasses;
import smeta.token.table.IntList;
import smeta.token.table.LateTables;
import smeta.token.table.MergeUnits;
import smeta.token.table.PairTable;
import smeta.token.table.TokenTable;
import smeta.token.table.Utf8;
import smeta.token.table.VocabularyTables;
import smeta.token.table.WordAlphabet;
import smeta.token.table.WordPairs;

/**
 * Byte-pair merging of pieces that aren't tokens. The piece is cut where nothing ever merges across; a short part is
 * merged in an array, a long one through a queue. Holds the arrays that this needs, so it serves one thread at a time.
 */
public final class Merger {
    /** Arrays longer than this are given back after use. */
    private static final int KEPT = 1 << 14;

    private final MergeUnits units;
    private final PairTable pairs;
    private final BytePairs first;
    private final @Nullable LateTables late;
    private @Nullable BytePairs all;
    private int[] parts = new int[64];
    private int size;
    private final long[] recent = PairTable.recent();
    private final ShortMerge shortMerge;
    private final BlockMerge blockMerge;
    private final WordMerge wordMerge = new WordMerge();
    private final int[] placed;
    private final RunMerge runMerge;
    private final @Nullable WhiteSpaceMerge whiteSpace;
    private final @Nullable FewBytes few;
    private @Nullable WidePieces wide;

    Merger(VocabularyTables tables) {
        this(tables.units(), tables.pairs(), tables.first(), tables.late(), tables.tokens());
    }

    /** For a vocabulary whose table of tokens isn't made yet. */
    public Merger(MergeUnits units, PairTable pairs, BytePairs first) {
        this(units, pairs, first, null, null);
    }

    /** @param tokens all tokens; they are needed where {@code late} is present, and not otherwise */
    private Merger(
            MergeUnits units,
            PairTable pairs,
            BytePairs first,
            @Nullable LateTables late,
            @Nullable TokenTable tokens) {
        this.units = units;
        this.pairs = pairs;
        this.first = first;
        this.late = late;
        shortMerge = new ShortMerge(pairs, recent);
        blockMerge = new BlockMerge(pairs, recent);
        runMerge = new RunMerge(units, pairs, recent, shortMerge);
        placed = shortMerge.units();
        whiteSpace = late == null || tokens == null ? null : new WhiteSpaceMerge(tokens, this);
        few = late == null ? null : new FewBytes(first, pairs);
    }

    /** Tells the tokens of few bytes at once; {@code null} if that can't be done in this vocabulary. */
    @Nullable
    FewBytes few() {
        return few;
    }

    /** Splits and merges words of characters of three bytes; made when it is first asked for. */
    WidePieces wide() {
        WidePieces made = wide;
        if (made == null) {
            made = new WidePieces(units, runMerge);
            wide = made;
        }
        return made;
    }

    /** Tokens of the piece; they are added to {@code out} if it is present. */
    public int merge(byte[] utf8, int from, int end, @Nullable IntList out) {
        if (whiteSpace != null && utf8[end - 1] <= ' ' && utf8[end - 1] > 0) {
            int count = whiteSpace.merge(utf8, from, end);
            if (count > 0) {
                if (out != null) {
                    whiteSpace.addTo(out, count);
                }
                return count;
            }
        }
        int word = out == null ? word(utf8, from, end) : -1;
        if (word >= 0) {
            return word;
        }
        // Of ideographs few neighbours merge, so it pays to cut there first; of letters nearly all may.
        boolean far = endsApart(utf8, from, end);
        if (end - from <= ShortMerge.LONGEST && !far && !endsWide(utf8, from, end)) {
            int joined = joined(utf8, from, end);
            int count = shortMerge.merge(joined < 0 ? place(utf8, from, end) : joined, parts);
            if (out != null) {
                out.add(parts, count);
            }
            return count;
        }
        int count = end - from <= BlockMerge.LONGEST && utf8[end - 1] >= 0 ? ascii(utf8, from, end) : -1;
        if (count >= 0) {
            if (out != null) {
                out.add(parts, count);
            }
            return count;
        }
        if (out == null && far) {
            return far(utf8, from, end);
        }
        if (out == null && end - from <= RunMerge.LONGEST) {
            return runMerge.count(utf8, from, end);
        }
        count = 0;
        size = 0;
        int i = from;
        while (i < end) {
            int next = i + CharacterClasses.length(utf8[i]);
            int character = certain(utf8, i, next, from, end);
            if (character >= 0) {
                count += add(character, out);
                i = next;
                continue;
            }
            for (; i < next; i++) {
                count += add(units.ofByte(utf8[i]), out);
            }
        }
        count += flush(out);
        giveBack();
        return count;
    }

    /** Tokens of a word in one alphabet, if the table for these is made; else -1. */
    private int word(byte[] utf8, int from, int end) {
        if (late == null || end - from > WordMerge.LONGEST) {
            return -1;
        }
        WordAlphabet alphabet = WordAlphabet.ofEnd(utf8, from, end);
        WordPairs known = alphabet == null ? null : late.forAnotherWord(alphabet);
        return known == null ? -1 : wordMerge.count(known, utf8, from, end);
    }

    /** Tokens of a piece that {@link #endsApart}: a character within which nothing merges is cut off at once. */
    private int far(byte[] utf8, int from, int end) {
        int count = 0;
        size = 0;
        int next;
        for (int i = from; i < end; i = next) {
            next = i + CharacterClasses.length(utf8[i]);
            int character = certain(utf8, i, next, from, end);
            if (character >= 0) {
                count += add(character, null);
            } else if (next - i == 4 && apart(utf8, i)) {
                count += flush(null) + 3;
                parts[0] = units.ofByte(utf8[next - 1]);
                size = 1;
            } else {
                for (int at = i; at < next; at++) {
                    count += add(units.ofByte(utf8[at]), null);
                }
            }
        }
        count += flush(null);
        giveBack();
        return count;
    }

    private void giveBack() {
        if (parts.length > KEPT) {
            parts = new int[64];
        }
    }

    /** Merges some hundred characters of ASCII, and gives the number of tokens; -1 if they aren't that. */
    private int ascii(byte[] utf8, int from, int end) {
        parts = parts.length > end - from + 1 ? parts : new int[BlockMerge.LONGEST + 2];
        int count = first.place(utf8, from, end, parts);
        if (count > ShortMerge.LONGEST) {
            System.arraycopy(parts, 1, parts, 0, count);
            return blockMerge.merge(parts, count);
        }
        if (count < 0) {
            return -1;
        }
        System.arraycopy(parts, 1, placed, 1, count);
        return shortMerge.merge(count, parts);
    }

    /** Whether these bytes of ASCII, at most {@link BlockMerge#LONGEST}, merge to these two tokens. */
    boolean merges(byte[] utf8, int from, int end, int first, int second) {
        return ascii(utf8, from, end) == 2 && parts[0] == first && parts[1] == second;
    }

    /** Puts the units of a short piece to their places, those joined that certainly merge; -1 if that isn't known. */
    private int joined(byte[] utf8, int from, int end) {
        int ascii = utf8[end - 1] < 0 ? -1 : first.place(utf8, from, end, placed);
        if (ascii >= 0) {
            return ascii;
        }
        BytePairs known = allPairs();
        return known == null ? -1 : known.place(utf8, from, end, placed);
    }

    /**
     * Whether the last character is one of four bytes of which some neighbours are in no token, so that the piece is none:
     * of such characters few merge, neither within nor with each other.
     */
    boolean endsApart(byte[] utf8, int from, int end) {
        if (late == null || end - from < 4 || (utf8[end - 4] & 0xF0) != 0xF0) {
            return false;
        }
        int first = units.ofByte(utf8[end - 4]);
        int second = units.ofByte(utf8[end - 3]);
        int third = units.ofByte(utf8[end - 2]);
        int fourth = units.ofByte(utf8[end - 1]);
        return (units.cut(first, second) | units.cut(second, third) | units.cut(third, fourth)) != 0;
    }

    /** Whether nothing merges within the four bytes from there on, nor the first of them with what is before. */
    private boolean apart(byte[] utf8, int i) {
        BytePairs known = allPairs();
        return known != null
                && known.apart(utf8, i)
                && known.apart(utf8, i + 1)
                && known.apart(utf8, i + 2)
                && (size == 0 || units.cut(parts[size - 1], units.ofByte(utf8[i])) != 0);
    }

    private @Nullable BytePairs allPairs() {
        if (all == null && late != null) {
            all = late.forAnotherWord();
        }
        return all;
    }

    private static boolean endsWide(byte[] utf8, int from, int end) {
        return end - from > 3 && (utf8[end - 3] & 0xF0) == 0xE0;
    }

    /** The token of the character from {@code i} to {@code next} if it is certain, or -1. */
    private int certain(byte[] utf8, int i, int next, int from, int end) {
        if (next - i == 1) {
            return -1;
        }
        int previous = i == from ? MergeUnits.BORDER : utf8[i - 1] & 0xFF;
        int following = next == end ? MergeUnits.BORDER : utf8[next] & 0xFF;
        return units.certain(Utf8.codePoint(utf8, i, next - i), previous, following);
    }

    /** Puts the units of a short piece to their places, from the second on, and gives their number. */
    private int place(byte[] utf8, int from, int end) {
        int count = 0;
        int i = from;
        while (i < end) {
            int next = i + CharacterClasses.length(utf8[i]);
            int character = certain(utf8, i, next, from, end);
            if (character >= 0) {
                placed[++count] = character;
                i = next;
            } else {
                for (; i < next; i++) {
                    placed[++count] = units.ofByte(utf8[i]);
                }
            }
        }
        return count;
    }

    /** Adds a unit, and gives the tokens of those before it if nothing merges across. */
    private int add(int unit, @Nullable IntList out) {
        int count = 0;
        if (size > 0 && units.cut(parts[size - 1], unit) != 0) {
            count = flush(out);
        }
        if (size == parts.length) {
            parts = Arrays.copyOf(parts, size * 2);
        }
        parts[size++] = unit;
        return count;
    }

    private int flush(@Nullable IntList out) {
        int count = size;
        size = 0;
        if (count == 2) {
            int merge = pairs.merge(parts[0], parts[1], recent);
            if (merge != PairTable.MASK) {
                parts[0] = pairs.merged(merge);
                count = 1;
            }
        } else if (count > 2 && count <= RunCache.LONGEST && out == null) {
            return runMerge.run(parts, 0, count);
        } else if (count >= SweepMerge.SHORTEST && pairs.ordered()) {
            count = SweepMerge.merge(parts, count, pairs);
        } else if (count > ShortMerge.LONGEST && count <= BlockMerge.LONGEST) {
            count = blockMerge.merge(parts, count);
        } else if (count > BlockMerge.LONGEST) {
            count = HeapMerge.merge(parts, count, pairs);
        } else if (count > 1) {
            count = merged(count);
        }
        if (out != null) {
            out.add(parts, count);
        }
        return count;
    }

    /** Merges so many parts, few enough for a {@link ShortMerge}. */
    private int merged(int count) {
        System.arraycopy(parts, 0, placed, 1, count);
        return shortMerge.merge(count, parts);
    }
}
