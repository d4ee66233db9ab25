package roundhouse.hashing.buckets;

import roundhouse.hashing.functions.Hashes;

/**
 * The buckets of AnchorHash: which of a fixed number are in use, and where the keys of those that are not go. Mutable; the
 * names of the arrays are the paper's.
 */
final class AnchorBuckets {
    /** For a bucket out of use, how many were in use just after it left; 0 for one in use. */
    private final int[] a;
    /** The bucket that took the place of one that left. */
    private final int[] k;
    /** The buckets in use, in its first {@link #working} places. */
    private final int[] w;
    /** Where in {@code w} each bucket stands last. */
    private final int[] l;
    /** The buckets out of use, the one that left last on top. */
    private final int[] removed;

    private int working;

    /** All of {@code capacity} buckets known, the first {@code working} of them in use. */
    AnchorBuckets(int capacity, int working) {
        a = new int[capacity];
        k = new int[capacity];
        w = new int[capacity];
        l = new int[capacity];
        removed = new int[capacity];
        this.working = working;
        for (int bucket = 0; bucket < capacity; bucket++) {
            k[bucket] = bucket;
            w[bucket] = bucket;
            l[bucket] = bucket;
        }
        for (int bucket = capacity - 1; bucket >= working; bucket--) {
            a[bucket] = bucket;
            removed[capacity - 1 - bucket] = bucket;
        }
    }

    private AnchorBuckets(AnchorBuckets from) {
        a = from.a.clone();
        k = from.k.clone();
        w = from.w.clone();
        l = from.l.clone();
        removed = from.removed.clone();
        working = from.working;
    }

    AnchorBuckets copy() {
        return new AnchorBuckets(this);
    }

    int capacity() {
        return a.length;
    }

    int working() {
        return working;
    }

    /** Whether keys can fall on the bucket: it stands among the working ones, and they agree. */
    boolean inUse(int bucket) {
        return l[bucket] < working && w[l[bucket]] == bucket;
    }

    /** The bucket in use for this hash. */
    int bucket(long hash) {
        int bucket = scale(hash, a.length);
        while (a[bucket] > 0) {
            int there = scale(Hashes.mix(hash + bucket * 0x9e3779b97f4a7c15L), a[bucket]);
            while (a[there] >= a[bucket]) {
                there = k[there];
            }
            bucket = there;
        }
        return bucket;
    }

    /** The hash as a number from 0 to {@code count} − 1. Takes the top bits, so it wants them mixed. */
    private static int scale(long hash, int count) {
        return (int) Math.unsignedMultiplyHigh(hash, count);
    }

    void remove(int bucket) {
        removed[a.length - working] = bucket;
        working--;
        a[bucket] = working;
        k[bucket] = w[working];
        w[l[bucket]] = w[working];
        l[w[working]] = l[bucket];
    }

    /** Takes the bucket that left last into use again. There is one out of use. */
    int add() {
        int bucket = removed[a.length - working - 1];
        l[w[working]] = working;
        w[l[bucket]] = bucket;
        k[bucket] = bucket;
        a[bucket] = 0;
        working++;
        return bucket;
    }

    long memory() {
        return 5L * 4 * a.length;
    }
}
