package smeta.name;

import java.util.Arrays;
import java.util.List;

/**
 * Which of some texts have a group of three letters. Groups are numbers, and the texts that have one stand together in
 * one array, so that ten thousand texts are put in order within milliseconds.
 */
final class LetterGroups {
    private static final int[] NOWHERE = {};

    private long[] keys = new long[1 << 12];
    private int[] counts = new int[1 << 12];
    private int distinct;
    private final int[] ends;
    private final int[] where;

    LetterGroups(List<String> texts) {
        long[][] groups = new long[texts.size()][];
        int all = 0;
        for (int i = 0; i < groups.length; i++) {
            groups[i] = of(texts.get(i));
            all += groups[i].length;
            for (long group : groups[i]) {
                count(group);
            }
        }
        ends = counts.clone();
        for (int i = 1; i < ends.length; i++) {
            ends[i] += ends[i - 1];
        }
        where = new int[all];
        for (int i = groups.length - 1; i >= 0; i--) {
            for (long group : groups[i]) {
                where[--ends[slot(keys, group)]] = i;
            }
        }
    }

    /** The distinct groups of a text, as if two spaces stood before it and one behind. */
    static long[] of(String text) {
        long[] groups = new long[text.length() + 1];
        int size = 0;
        long group = ' ' << 16 | ' ';
        for (int i = 0; i <= text.length(); i++) {
            group = (group << 16 | (i < text.length() ? text.charAt(i) : ' ')) & 0xffff_ffff_ffffL;
            if (!contains(groups, size, group)) {
                groups[size++] = group;
            }
        }
        return Arrays.copyOf(groups, size);
    }

    private static boolean contains(long[] groups, int size, long group) {
        for (int i = 0; i < size; i++) {
            if (groups[i] == group) {
                return true;
            }
        }
        return false;
    }

    private void count(long group) {
        int slot = slot(keys, group);
        if (keys[slot] == 0) {
            if (2 * ++distinct > keys.length) {
                grow();
                slot = slot(keys, group);
            }
            keys[slot] = group;
        }
        counts[slot]++;
    }

    private void grow() {
        long[] more = new long[2 * keys.length];
        int[] moreCounts = new int[more.length];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                int slot = slot(more, keys[i]);
                more[slot] = keys[i];
                moreCounts[slot] = counts[i];
            }
        }
        keys = more;
        counts = moreCounts;
    }

    private static int slot(long[] keys, long group) {
        int slot = (int) (group * 0x9e3779b97f4a7c15L >>> 40) & keys.length - 1;
        while (keys[slot] != 0 && keys[slot] != group) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    /** The numbers of the texts that have the group, ascending. */
    int[] having(long group) {
        int slot = slot(keys, group);
        return keys[slot] == 0 ? NOWHERE : Arrays.copyOfRange(where, ends[slot], ends[slot] + counts[slot]);
    }
}
