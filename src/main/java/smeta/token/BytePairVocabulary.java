package smeta.token;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A byte-pair vocabulary: splits the text into pieces, finds each piece among the tokens, and merges those that aren't
 * tokens. One pass, linear in the text. Thread-safe without locks: what a count writes to is borrowed from at most eight
 * workplaces of 1.2 MB (1 MiB of it the {@link MissCache}), and made anew if that place is taken. A single piece within
 * which nothing can be cut takes 28 bytes of memory a byte while it is merged.
 */
final class BytePairVocabulary implements Vocabulary {
    /** How far a count goes on before it looks whether its thread is interrupted. */
    private static final int STRETCH = 1 << 16;

    private final String name;
    private final Splitter splitter;
    private final boolean composed;
    private final TokenTable tokens;
    private final PairTable pairs;
    private final Units units;
    private final int @Nullable [] ids;
    private final int[] starts;
    private final AtomicReferenceArray<@Nullable Workplace> workplaces =
            new AtomicReferenceArray<>(Math.min(8, Runtime.getRuntime().availableProcessors()));

    /** @param composed whether the text is brought into Unicode's normal form C first */
    BytePairVocabulary(String name, Lexicon lexicon, Units units, Splitter splitter, boolean composed) {
        this(name, lexicon, units, new PairTable(lexicon), new TokenTable(lexicon), splitter, composed);
    }

    BytePairVocabulary(String name, Lexicon lexicon, Units units, PairTable pairs, TokenTable tokens, Splitter splitter,
                       boolean composed) {
        this.name = name;
        this.splitter = splitter;
        this.composed = composed;
        this.tokens = tokens;
        this.pairs = pairs;
        this.units = units;
        ids = lexicon.ids();
        starts = lexicon.starts();
    }

    private record Workplace(Merger merger, MissCache cache) {}

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
        long least = text.value().length() / (tokens.longest() * (composed ? 4L : 1L));
        return least > limit ? least : count(bytes(text), splitter, limit);
    }

    @Override
    public Tokens encode(Text text) {
        return encode(bytes(text), splitter);
    }

    Tokens encode(byte[] utf8, Splitter splitter) {
        Ids found = new Ids(utf8.length / 4);
        Merger merger = new Merger(units, pairs);
        int at = 0;
        while (at < utf8.length) {
            int stretch = (int) Math.min(utf8.length, (long) at + STRETCH);
            while (at < stretch) {
                int end = splitter.end(utf8, at, utf8.length);
                int token = tokens.find(utf8, at, end);
                if (token == TokenTable.NONE) {
                    merger.merge(utf8, at, end, found);
                } else {
                    found.add(token);
                }
                at = end;
            }
            CountingInterrupted.check();
        }
        return located(found.toArray(), utf8);
    }

    /** Bytes of the longest token. */
    int longest() {
        return tokens.longest();
    }

    private Tokens located(int[] found, byte[] utf8) {
        int[] byteEnds = new int[found.length];
        int[] charEnds = new int[found.length];
        int end = 0;
        int at = 0;
        int chars = 0;
        for (int i = 0; i < found.length; i++) {
            end += starts[found[i] + 1] - starts[found[i]];
            while (at < end && at + CharacterClasses.length(utf8[at]) <= end) {
                chars += CharacterClasses.length(utf8[at]) == 4 ? 2 : 1;
                at += CharacterClasses.length(utf8[at]);
            }
            byteEnds[i] = end;
            charEnds[i] = chars;
            if (ids != null) {
                found[i] = ids[found[i]];
            }
        }
        return new Tokens(found, byteEnds, charEnds);
    }

    private byte[] bytes(Text text) {
        return composed ? text.composedUtf8() : text.utf8();
    }

    long count(byte[] utf8, Splitter splitter, long limit) {
        int place = (int) (Thread.currentThread().getId() % workplaces.length());
        Workplace workplace = workplaces.getAndSet(place, null);
        if (workplace == null) {
            workplace = new Workplace(new Merger(units, pairs), new MissCache());
        }
        try {
            return count(utf8, splitter, limit, workplace);
        } finally {
            workplaces.set(place, workplace);
        }
    }

    private long count(byte[] utf8, Splitter splitter, long limit, Workplace workplace) {
        Merger merger = workplace.merger;
        MissCache cache = workplace.cache;
        boolean plainWords = splitter.plainWords();
        boolean anyPrefix = splitter.anyPrefix();
        long fold = splitter.fold();
        int pace = (int) Math.min(STRETCH, Math.max(256, limit));
        long count = 0;
        int at = 0;
        while (at < utf8.length && count <= limit) {
            int stop = (int) Math.min(utf8.length, (long) at + pace);
            while (at < stop) {
                long eight = plainWords && at + 8 <= utf8.length ? Words.eight(utf8, at) : 0;
                int word = Words.plainWord(eight, fold, anyPrefix);
                int end = word > 0 ? at + word : splitter.end(utf8, at, utf8.length);
                int token = word > 0 ? tokens.findSmall(eight & -1L >>> 64 - 8 * word, word) : tokens.find(utf8, at, end);
                if (token != TokenTable.NONE) {
                    count++;
                } else if (end - at <= MissCache.LONGEST) {
                    count += cache.count(utf8, at, end, merger);
                } else {
                    count += merger.merge(utf8, at, end, null);
                }
                at = end;
            }
            CountingInterrupted.check();
        }
        return count;
    }
}
