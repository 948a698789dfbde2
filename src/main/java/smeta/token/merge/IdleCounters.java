package smeta.token.merge;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import smeta.token.table.VocabularyTables;

/**
 * The counters of a vocabulary that nobody uses now: one for each processor, but at most eight. They are {@link PlainCounter}s
 * until a text is long, or one of them has counted some; a program that is asked for a few prompts, by many vocabularies, then
 * doesn't make memories that stay empty. Without locks: who finds none idle, as where more threads take turns than there are
 * processors, takes a plain one of its own.
 */
final class IdleCounters {
    /** Bytes that are counted by a plain one. */
    private static final int FEW = BytePairVocabulary.STRETCH;

    private final VocabularyTables tables;
    private final AtomicReferenceArray<@Nullable TextCounter> idle =
            new AtomicReferenceArray<>(Math.min(8, Runtime.getRuntime().availableProcessors()));

    IdleCounters(VocabularyTables tables) {
        this.tables = tables;
    }

    /** One for a text of so many bytes, which is nobody else's until it is given back. */
    TextCounter take(int bytes) {
        TextCounter found = any();
        long before = found instanceof PlainCounter plain ? plain.counted() : 0;
        if (before + bytes > FEW && !(found instanceof TokenCounter)) {
            return new TokenCounter(tables.tokens(), new Merger(tables));
        }
        return found == null ? new PlainCounter(tables) : found;
    }

    private @Nullable TextCounter any() {
        int first = place();
        for (int i = 0; i < idle.length(); i++) {
            int place = (first + i) % idle.length();
            TextCounter found = idle.get(place) == null ? null : idle.getAndSet(place, null);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Keeps it for another count where a place is free, or in place of another if it remembers. */
    void giveBack(TextCounter counter) {
        int first = place();
        for (int i = 0; i < idle.length(); i++) {
            if (idle.compareAndSet((first + i) % idle.length(), null, counter)) {
                return;
            }
        }
        if (counter instanceof TokenCounter) {
            idle.set(first, counter);
        }
    }

    /** Where a thread looks first: what it gave back there is mostly its own, and near its processor. */
    private int place() {
        return (int) (Thread.currentThread().getId() % idle.length());
    }
}
