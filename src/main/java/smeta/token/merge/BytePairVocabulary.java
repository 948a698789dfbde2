package smeta.token.merge;

import java.util.List;
import smeta.token.CountingInterrupted;
import smeta.token.Text;
import smeta.token.Tokens;
import smeta.token.Vocabulary;
import smeta.token.normalize.TextChange;
import smeta.token.split.Splitter;
import smeta.token.table.CharacterClasses;
import smeta.token.table.IntList;
import smeta.token.table.TokenLengths;
import smeta.token.table.TokenTable;
import smeta.token.table.VocabularyTables;

/**
 * A byte-pair vocabulary: splits the text into pieces, finds each piece among the tokens, and merges those that aren't
 * tokens. One pass, linear in the text. Thread-safe without locks: a count borrows one of
 * the {@link IdleCounters}, which has 1.7 MB when it has counted some text (1.375 MiB of it {@link PieceCache} and {@link
 * SmallPieces}), and 0.2 MB before. A single
 * piece within which nothing can be cut takes 28 bytes of memory a byte while it is merged.
 */
public final class BytePairVocabulary implements Vocabulary {
    /** How far a count goes on before it looks whether its thread is interrupted. */
    static final int STRETCH = 1 << 16;

    private final String name;
    private final Splitter splitter;
    private final boolean composed;
    private final VocabularyTables tables;
    private final IdleCounters counters;

    /** @param composed whether the text is brought into Unicode's normal form C first */
    public BytePairVocabulary(String name, VocabularyTables tables, Splitter splitter, boolean composed) {
        this.name = name;
        this.tables = tables;
        this.splitter = splitter;
        this.composed = composed;
        counters = new IdleCounters(tables);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long tokens(Text text) {
        return count(bytes(text), splitter, Long.MAX_VALUE);
    }

    @Override
    public long countUpTo(Text text, long limit) {
        // A composed text may be shorter: at most four characters become one.
        long least = text.value().length() / (tables.tokens().longest() * (composed ? 4L : 1L));
        return least > limit ? least : count(bytes(text), splitter, limit);
    }

    @Override
    public Tokens encode(Text text) {
        byte[] utf8 = bytes(text);
        Tokens tokens = encode(utf8, splitter);
        return utf8 == text.utf8() ? tokens : TextChange.original(tokens, List.of(TextChange.NormalForm.C), text);
    }

    @Override
    public int[] ids(Text text) {
        return named(numbers(bytes(text), splitter));
    }

    /** The tokens of well-formed UTF-8 that is split in this way, in place of the own one, with their places in it. */
    public Tokens encode(byte[] utf8, Splitter splitter) {
        return located(numbers(utf8, splitter), utf8);
    }

    private int[] numbers(byte[] utf8, Splitter splitter) {
        IntList found = new IntList(utf8.length / 4);
        Merger merger = new Merger(tables);
        int at = 0;
        while (at < utf8.length) {
            int stretch = (int) Math.min(utf8.length, (long) at + STRETCH);
            while (at < stretch) {
                int end = splitter.end(utf8, at, utf8.length);
                int token = tables.tokens().find(utf8, at, end);
                if (token == TokenTable.NONE) {
                    merger.merge(utf8, at, end, found);
                } else {
                    found.add(token);
                }
                at = end;
            }
            CountingInterrupted.check();
        }
        return found.toArray();
    }

    /** Bytes of the longest token. */
    public int longest() {
        return tables.tokens().longest();
    }

    private Tokens located(int[] found, byte[] utf8) {
        TokenLengths lengths = tables.lengths();
        int[] byteEnds = new int[found.length];
        int[] charEnds = new int[found.length];
        int end = 0;
        int at = 0;
        int chars = 0;
        for (int i = 0; i < found.length; i++) {
            end += lengths.of(found[i]);
            while (at < end && at + CharacterClasses.length(utf8[at]) <= end) {
                chars += CharacterClasses.length(utf8[at]) == 4 ? 2 : 1;
                at += CharacterClasses.length(utf8[at]);
            }
            byteEnds[i] = end;
            charEnds[i] = chars;
        }
        return new Tokens(named(found), byteEnds, charEnds);
    }

    /** What the family calls these tokens, in the same array. */
    private int[] named(int[] numbers) {
        int[] ids = tables.ids();
        for (int i = 0; ids != null && i < numbers.length; i++) {
            numbers[i] = ids[numbers[i]];
        }
        return numbers;
    }

    private byte[] bytes(Text text) {
        return composed ? text.composedUtf8() : text.utf8();
    }

    /** Tokens of well-formed UTF-8 that is split in this way; some number above the limit as soon as there are more. */
    public long count(byte[] utf8, Splitter splitter, long limit) {
        TextCounter counter = counters.take(utf8.length);
        try {
            return counter.count(utf8, splitter, limit);
        } finally {
            counters.giveBack(counter);
        }
    }
}
