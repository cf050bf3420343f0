package anchorage.registry.candidate;

import org.apache.lucene.util.BytesRef;

/**
 * The runs of three letters of a name looked for, ready for being compared with many names as the index holds them,
 * without reading these.
 */
final class Runs {

    private static final int SEEN = 1 << 10;

    private final long[] sorted;
    private final boolean isPlain;
    private final int[] table;
    private final int[] seen = new int[SEEN];
    private final int[] seenWhen = new int[SEEN];
    private int now;

    Runs(Words words) {
        sorted = words.runs();
        isPlain = words.compact().chars().allMatch(letter -> letter < 128);
        table = new int[Integer.highestOneBit(Math.max(8, sorted.length)) << 2];
        for (long run : sorted) {
            put((int) (run >> 32 & 0xFF) << 16 | (int) (run >> 16 & 0xFF) << 8 | (int) (run & 0xFF));
        }
    }

    /** The share of runs that it has in common with a name (Dice), as {@link Words#common} has it. */
    double common(BytesRef name) {
        int end = name.offset + name.length;
        now++;
        int letters = 0;
        int own = 0;
        int both = 0;
        int run = '^';
        for (int at = name.offset; at < end; at++) {
            byte letter = name.bytes[at];
            if (letter == IndexedName.FIELD) {
                break;
            }
            if (!isPlain || letter < 0 || letters >= SEEN / 2) {
                var words = IndexedName.of(name.bytes, name.offset, name.length).words();
                return Words.common(sorted, words.runs());
            }
            if (letter == IndexedName.ITEM) {
                continue;
            }
            run = (run << 8 | letter) & 0xFFFFFF;
            letters++;
            if (letters >= 2 && isNew(run)) {
                own++;
                both += has(run) ? 1 : 0;
            }
        }
        return sorted.length + own == 0 ? 0 : 2.0 * both / (sorted.length + own);
    }

    private boolean isNew(int run) {
        int at = place(run) & SEEN - 1;
        while (seenWhen[at] == now) {
            if (seen[at] == run) {
                return false;
            }
            at = at + 1 & SEEN - 1;
        }
        seenWhen[at] = now;
        seen[at] = run;
        return true;
    }

    private boolean has(int run) {
        int at = place(run) & table.length - 1;
        while (table[at] != 0) {
            if (table[at] == run) {
                return true;
            }
            at = at + 1 & table.length - 1;
        }
        return false;
    }

    private void put(int run) {
        int at = place(run) & table.length - 1;
        while (table[at] != 0) {
            at = at + 1 & table.length - 1;
        }
        table[at] = run;
    }

    private static int place(int run) {
        return run * 0x9E3779B1 >>> 16;
    }
}
