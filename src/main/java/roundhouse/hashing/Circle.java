package roundhouse.hashing;

import java.util.Arrays;

/**
 * The points of a hash ring and who owns each, made for finding the first point at or after a position.
 *
 * <p>Idea: position and owner share one long (48 bits and 16), so that a lookup touches one array, and a guide table indexed by the
 * top bits of a position says where to begin, so that it reads about one point instead of halving a sorted array. A position is
 * therefore what is left of 64 bits when the last 16 are dropped. Cost: a lookup is two array reads on average; memory is 8 bytes a
 * point and 4 bytes a slot of the guide. Immutable.
 */
final class Circle {
    /** As many owners as 16 bits can tell apart. */
    static final int MAX_OWNERS = 1 << 16;

    /** More points than any real ring has; a guard against weights that would fill the memory. */
    static final int MAX_POINTS = 1 << 24;

    private static final long OWNER = MAX_OWNERS - 1;
    /** Up to here the guide has 4 to 8 slots a point; above, 1 to 2, because its own size begins to cost more than it saves. */
    private static final int SMALL = 1 << 18;

    /**
     * Sorted, with the top bit flipped so that signed order is the order of unsigned positions. After the last point stands a
     * copy of the first one's owner at the highest position, so that a lookup past the last point needs no wrapping.
     */
    private final long[] points;

    private final int size;
    /** For each slot, how many points are before its first position. */
    private final int[] guide;

    private final int shift;

    private Circle(long[] points, int size, int[] guide) {
        this.points = points;
        this.size = size;
        this.guide = guide;
        this.shift = Long.numberOfLeadingZeros(guide.length) + 1;
        points[size] = size == 0 ? Long.MAX_VALUE : (Long.MAX_VALUE & ~OWNER) | (points[0] & OWNER);
    }

    /** A point as the factories take it: the position's top 48 bits and the owner. */
    static long point(long position, int owner) {
        return ((position & ~OWNER) | owner) ^ Long.MIN_VALUE;
    }

    /** A circle of these points, in any order; the array is sorted. Points of equal position stay in the order of their owners. */
    static Circle of(long[] points) {
        Arrays.parallelSort(points);
        return ofSorted(points, points.length);
    }

    /** A circle on which of points of equal position only the one of the lowest owner is kept. */
    static Circle ofDistinct(long[] points) {
        Arrays.parallelSort(points);
        int kept = 0;
        for (int i = 0; i < points.length; i++) {
            if (kept == 0 || (points[i] & ~OWNER) != (points[kept - 1] & ~OWNER)) {
                points[kept++] = points[i];
            }
        }
        return ofSorted(points, kept);
    }

    private static Circle ofSorted(long[] points, int size) {
        int[] guide = new int[slots(size)];
        int shift = Long.numberOfLeadingZeros(guide.length) + 1;
        int filled = 0;
        for (int i = 0; i < size; i++) {
            int slot = (int) ((points[i] ^ Long.MIN_VALUE) >>> shift);
            if (filled <= slot) {
                Arrays.fill(guide, filled, slot + 1, i);
                filled = slot + 1;
            }
        }
        Arrays.fill(guide, filled, guide.length, size);
        return new Circle(Arrays.copyOf(points, size + 1), size, guide);
    }

    private static int slots(int size) {
        int wanted = size <= SMALL ? 4 * size : size;
        return Math.max(2, Integer.highestOneBit(Math.max(1, wanted - 1)) << 1);
    }

    int size() {
        return size;
    }

    int owner(int index) {
        return (int) (points[index] & OWNER);
    }

    /** The point's position, unsigned, its low 16 bits zero. */
    long position(int index) {
        return positionOf(points[index]);
    }

    /** The position of a point made by {@link #point}. */
    static long positionOf(long point) {
        return (point ^ Long.MIN_VALUE) & ~OWNER;
    }

    /** The index of the first point at or after the position, or {@link #size()} past the last. */
    int first(long position) {
        long wanted = (position & ~OWNER) ^ Long.MIN_VALUE;
        int index = guide[(int) (position >>> shift)];
        while (points[index] < wanted) {
            index++;
        }
        return index;
    }

    /** The index of the first point at or after the position, beginning again at the first past the last. Not for an empty circle. */
    int firstOrWrap(long position) {
        int index = first(position);
        return index == size ? 0 : index;
    }

    /** The owner of the first point at or after the position, beginning again past the last. Not for an empty circle. */
    int ownerAt(long position) {
        return (int) (points[first(position)] & OWNER);
    }

    /** With more points, sorted as {@link #point} orders them. */
    Circle insert(long[] more) {
        int total = size + more.length;
        if (slots(total) != guide.length) {
            long[] merged = Arrays.copyOf(points, total);
            System.arraycopy(more, 0, merged, size, more.length);
            Arrays.sort(merged);
            return ofSorted(merged, total);
        }
        long[] merged = new long[total + 1];
        int[] indexes = new int[guide.length];
        int from = 0;
        int slot = 0;
        for (int i = 0; i < more.length; i++) {
            int at = search(more[i], from);
            System.arraycopy(points, from, merged, from + i, at - from);
            merged[at + i] = more[i];
            from = at;
            slot = shift(indexes, slot, more[i], i);
        }
        System.arraycopy(points, from, merged, from + more.length, size - from);
        shift(indexes, slot, indexes.length, more.length);
        return new Circle(merged, total, indexes);
    }

    /** Without these points, sorted and all of this owner; higher owners become one less. */
    Circle remove(long[] gone, int owner) {
        int total = size - gone.length;
        long[] kept = new long[total + 1];
        boolean same = slots(total) == guide.length;
        int[] indexes = same ? new int[guide.length] : new int[0];
        int from = 0;
        int slot = 0;
        for (int i = 0; i < gone.length; i++) {
            int at = search(gone[i], from);
            copyRenumbered(from, at, kept, from - i, owner);
            from = at + 1;
            if (same) {
                slot = shift(indexes, slot, gone[i], -i);
            }
        }
        copyRenumbered(from, size, kept, from - gone.length, owner);
        if (!same) {
            return ofSorted(kept, total);
        }
        shift(indexes, slot, indexes.length, -gone.length);
        return new Circle(kept, total, indexes);
    }

    /** The index of the first point not less than this one, from {@code from} on. */
    private int search(long point, int from) {
        int index = Math.max(from, guide[(int) ((point ^ Long.MIN_VALUE) >>> shift)]);
        while (index < size && points[index] < point) {
            index++;
        }
        return index;
    }

    /** Copies the guide's slots from {@code slot} up to and with the one of this point, each plus {@code by}; returns the next. */
    private int shift(int[] into, int slot, long point, int by) {
        int end = (int) ((point ^ Long.MIN_VALUE) >>> shift) + 1;
        return end <= slot ? slot : shift(into, slot, end, by);
    }

    private int shift(int[] into, int slot, int end, int by) {
        for (int i = slot; i < end; i++) {
            into[i] = guide[i] + by;
        }
        return end;
    }

    private void copyRenumbered(int from, int to, long[] into, int at, int removed) {
        int by = at - from;
        for (int i = from; i < to; i++) {
            long point = points[i];
            // One less when the owner is above the removed one; without a branch, so that the loop runs on vectors.
            into[i + by] = point + ((removed - (point & OWNER)) >> 63);
        }
    }

    long memory() {
        return 8L * points.length + 4L * guide.length;
    }
}
