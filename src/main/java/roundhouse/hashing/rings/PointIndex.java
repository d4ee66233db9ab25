package roundhouse.hashing.rings;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The points of a hash ring and who owns each, made for finding the first point at or after a position.
 *
 * <p>Idea: position and owner share one long (48 bits and 16), so that a lookup touches one array, and a guide table indexed by the
 * top bits of a position says where to begin, so that it reads about one point instead of halving a sorted array. A position is
 * therefore what is left of 64 bits when the last 16 are dropped. Cost: a lookup is two array reads on average; memory is 8 bytes a
 * point and 2 or 4 bytes a slot of the guide. Immutable.
 */
public final class PointIndex {
    /** As many owners as 16 bits can tell apart. */
    public static final int MAX_OWNERS = 1 << 16;

    /** More points than any real ring has; a guard against weights that would fill the memory. */
    public static final int MAX_POINTS = 1 << 24;

    private static final long OWNER = MAX_OWNERS - 1;
    /** Up to here the guide has 4 to 8 slots a point. */
    private static final int SMALL = 1 << 12;
    /** Up to here it has 2 to 4, above 1 to 2: its own size begins to cost more than it saves, most of all in a change. */
    private static final int LARGE = 1 << 18;
    /** After so many steps from where the guide says, points lie so close together that halving is quicker. */
    private static final int STEPS = 16;

    /**
     * Sorted, with the top bit flipped so that signed order is the order of unsigned positions. After the last point stands a
     * copy of the first one's owner at the highest position, so that a lookup past the last point needs no wrapping.
     */
    private final long[] points;

    private final int size;
    /** For each slot, how many points are before its first position. */
    private final Guide guide;

    private final int shift;

    private PointIndex(long[] points, int size, Guide guide) {
        this.points = points;
        this.size = size;
        this.guide = guide;
        this.shift = shift(guide);
        points[size] = size == 0 ? Long.MAX_VALUE : (Long.MAX_VALUE & ~OWNER) | (points[0] & OWNER);
    }

    /** A point as the factories take it: the position's top 48 bits and the owner. */
    public static long point(long position, int owner) {
        return ((position & ~OWNER) | owner) ^ Long.MIN_VALUE;
    }

    /** The index of these points, in any order; the array is sorted. Points of equal position stay in the order of their owners. */
    public static PointIndex of(long[] points) {
        Arrays.parallelSort(points);
        return ofSorted(points, points.length);
    }

    /** The index of these points; of points of equal position only the one of the lowest owner is kept. */
    public static PointIndex ofDistinct(long[] points) {
        Arrays.parallelSort(points);
        int kept = 0;
        for (int i = 0; i < points.length; i++) {
            if (kept == 0 || (points[i] & ~OWNER) != (points[kept - 1] & ~OWNER)) {
                points[kept++] = points[i];
            }
        }
        return ofSorted(points, kept);
    }

    private static PointIndex ofSorted(long[] points, int size) {
        Guide guide = new Guide(slots(size), size);
        int shift = shift(guide);
        int filled = 0;
        for (int i = 0; i < size; i++) {
            int slot = (int) ((points[i] ^ Long.MIN_VALUE) >>> shift);
            if (filled <= slot) {
                guide.fill(filled, slot + 1, i);
                filled = slot + 1;
            }
        }
        guide.fill(filled, guide.slots(), size);
        return new PointIndex(Arrays.copyOf(points, size + 1), size, guide);
    }

    /** By how much a position is shifted to give its slot. */
    private static int shift(Guide guide) {
        return Long.numberOfLeadingZeros(guide.slots()) + 1;
    }

    private static int slots(int size) {
        int wanted = size <= SMALL ? 4 * size : size <= LARGE ? 2 * size : size;
        return Math.max(2, Integer.highestOneBit(Math.max(1, wanted - 1)) << 1);
    }

    public int size() {
        return size;
    }

    public int owner(int index) {
        return (int) (points[index] & OWNER);
    }

    /** The point's position, unsigned, its low 16 bits zero. */
    public long position(int index) {
        return positionOf(points[index]);
    }

    /** The position of a point made by {@link #point}. */
    static long positionOf(long point) {
        return (point ^ Long.MIN_VALUE) & ~OWNER;
    }

    /** The index of the first point at or after the position, or {@link #size()} past the last. */
    public int first(long position) {
        return first((position & ~OWNER) ^ Long.MIN_VALUE, (int) (position >>> shift));
    }

    private int first(long wanted, int slot) {
        int index = guide.start(slot);
        int last = index + STEPS;
        while (points[index] < wanted) {
            if (++index == last) {
                return search(index, wanted);
            }
        }
        return index;
    }

    /** The index of the first point not less than the wanted one, by halving what is left; for points that lie close together. */
    private int search(int from, long wanted) {
        int low = from;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (points[middle] < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The index of the first point at or after the position, beginning again at the first past the last. Not for an empty index. */
    public int firstOrWrap(long position) {
        int index = first(position);
        return index == size ? 0 : index;
    }

    /** The owner of the first point at or after the position, beginning again past the last. Not for an empty index. */
    int ownerAt(long position) {
        return (int) (points[first(position)] & OWNER);
    }

    /** With more points, sorted as {@link #point} orders them. */
    PointIndex insert(long[] more) {
        int total = size + more.length;
        long[] merged = new long[total + 1];
        int from = 0;
        for (int i = 0; i < more.length; i++) {
            int at = Math.max(from, indexOf(more[i]));
            System.arraycopy(points, from, merged, from + i, at - from);
            merged[at + i] = more[i];
            from = at;
        }
        System.arraycopy(points, from, merged, from + more.length, size - from);
        return changed(merged, total, more, 1);
    }

    /** Without these points, sorted and all of this owner; higher owners become one less. */
    public PointIndex remove(long[] gone, int owner) {
        int total = size - gone.length;
        long[] kept = new long[total + 1];
        int from = 0;
        for (int i = 0; i < gone.length; i++) {
            int at = Math.max(from, indexOf(gone[i]));
            copyRenumbered(from, at, kept, from - i, owner);
            from = at + 1;
        }
        copyRenumbered(from, size, kept, from - gone.length, owner);
        return changed(kept, total, gone, -1);
    }

    /** With only the points of these owners, whose numbers stay. */
    PointIndex only(IntPredicate owners) {
        long[] kept = new long[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (owners.test(owner(i))) {
                kept[count++] = points[i];
            }
        }
        return ofSorted(kept, count);
    }

    /** The index of the first point not less than this one. */
    private int indexOf(long point) {
        return first(point, slot(point));
    }

    private int slot(long point) {
        return (int) ((point ^ Long.MIN_VALUE) >>> shift);
    }

    private void copyRenumbered(int from, int to, long[] into, int at, int removed) {
        int by = at - from;
        for (int i = from; i < to; i++) {
            long point = points[i];
            // One less when the owner is above the removed one; without a branch, so that the loop runs on vectors.
            into[i + by] = point + ((removed - (point & OWNER)) >> 63);
        }
    }

    /** The index of new points, which differ from these by the ones given, each counting so much. */
    private PointIndex changed(long[] now, int total, long[] difference, int by) {
        if (slots(total) != guide.slots()) {
            return ofSorted(now, total);
        }
        Guide changed = new Guide(guide.slots(), total);
        int done = 0;
        for (int i = 0; i < difference.length; i++) {
            int end = slot(difference[i]) + 1;
            changed.copy(guide, done, end, i * by);
            done = Math.max(done, end);
        }
        changed.copy(guide, done, guide.slots(), difference.length * by);
        return new PointIndex(now, total, changed);
    }

    public long memory() {
        return 8L * points.length + guide.memory();
    }
}
