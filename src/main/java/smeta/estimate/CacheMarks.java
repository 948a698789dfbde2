package smeta.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import smeta.prompt.CacheMark;

/**
 * The cache marks of a prompt by their places in the body. Each is taken once, by the part that it stands on; finding
 * it doesn't depend on how many there are.
 */
final class CacheMarks {
    /** The character after the one that separates the steps of a JSON pointer. */
    private static final char AFTER_SLASH = '/' + 1;

    private final NavigableMap<String, List<Placed>> byPlace = new TreeMap<>();
    private long steps;

    private record Placed(int index, CacheMark mark) {}

    CacheMarks(List<CacheMark> inOrder) {
        for (int i = 0; i < inOrder.size(); i++) {
            byPlace.computeIfAbsent(inOrder.get(i).pointer(), p -> new ArrayList<>(1))
                    .add(new Placed(i, inOrder.get(i)));
        }
    }

    /** Takes the marks of that very place. */
    List<CacheMark> at(String pointer) {
        List<Placed> taken = new ArrayList<>(0);
        take(pointer, taken);
        return marks(taken);
    }

    /**
     * Takes the marks of the blocks that end with the part at a place: a marked block may have become several parts,
     * with places within it, and the mark stands after the last of them.
     *
     * @param next the place of the part that follows; null if none does
     */
    List<CacheMark> endingWith(String pointer, @Nullable String next) {
        List<Placed> taken = new ArrayList<>(0);
        if (byPlace.isEmpty()) {
            return List.of();
        }
        for (String block = pointer;
                !block.isEmpty();
                block = block.substring(0, Math.max(0, block.lastIndexOf('/')))) {
            if (next != null && isWithin(next, block)) {
                break;
            }
            take(block, taken);
        }
        return marks(taken);
    }

    /** Takes the marks of a place and of all within it that nothing took before. */
    List<CacheMark> within(String pointer) {
        List<Placed> taken = new ArrayList<>(0);
        take(pointer, taken);
        var inner = byPlace.subMap(pointer + "/", pointer + AFTER_SLASH);
        inner.values().forEach(taken::addAll);
        steps += inner.size() + 1;
        inner.clear();
        return marks(taken);
    }

    /** How many places were looked up so far, which a test holds against the number of marks. */
    long steps() {
        return steps;
    }

    private void take(String pointer, List<Placed> taken) {
        steps++;
        List<Placed> here = byPlace.remove(pointer);
        if (here != null) {
            taken.addAll(here);
        }
    }

    private static List<CacheMark> marks(List<Placed> taken) {
        if (taken.isEmpty()) {
            return List.of();
        }
        taken.sort(Comparator.comparingInt(Placed::index));
        return taken.stream().map(Placed::mark).toList();
    }

    private static boolean isWithin(String pointer, String outer) {
        return pointer.startsWith(outer)
                && (pointer.length() == outer.length() || pointer.charAt(outer.length()) == '/');
    }
}
