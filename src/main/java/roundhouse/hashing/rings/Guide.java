package roundhouse.hashing.rings;

import java.util.Arrays;

/**
 * For each slot of a {@link PointIndex}, how many points are before the slot's first position. Two bytes a slot while that is enough,
 * because what a lookup and a change cost is the memory they touch.
 */
final class Guide {
    private static final char[] NOT_NARROW = {};
    private static final int[] NOT_WIDE = {};

    private final int slots;
    /** Empty when two bytes are not enough. */
    private final char[] narrow;

    private final int[] wide;

    /** All zero, for so many slots and at most so many points. */
    Guide(int slots, int points) {
        this.slots = slots;
        boolean fits = points <= Character.MAX_VALUE;
        narrow = fits ? new char[slots] : NOT_NARROW;
        wide = fits ? NOT_WIDE : new int[slots];
    }

    int slots() {
        return slots;
    }

    int start(int slot) {
        return narrow.length != 0 ? narrow[slot] : wide[slot];
    }

    /** Sets the slots from one up to another, that one not included. */
    void fill(int from, int to, int points) {
        if (narrow.length != 0) {
            Arrays.fill(narrow, from, to, (char) points);
        } else {
            Arrays.fill(wide, from, to, points);
        }
    }

    /** Sets the slots from one up to another, that one not included, to what the other guide has there and so much more. */
    void copy(Guide other, int from, int to, int more) {
        if (narrow.length != 0 && other.narrow.length != 0) {
            for (int slot = from; slot < to; slot++) {
                narrow[slot] = (char) (other.narrow[slot] + more);
            }
        } else if (narrow.length == 0 && other.narrow.length == 0) {
            for (int slot = from; slot < to; slot++) {
                wide[slot] = other.wide[slot] + more;
            }
        } else {
            for (int slot = from; slot < to; slot++) {
                fill(slot, slot + 1, other.start(slot) + more);
            }
        }
    }

    long memory() {
        return 2L * narrow.length + 4L * wide.length;
    }
}
