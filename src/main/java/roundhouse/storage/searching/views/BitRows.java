package roundhouse.storage.searching.views;

import java.util.Arrays;

/** A set of writes for each of many things: rows of bits in one array. */
final class BitRows {
    private final int words;
    private final long[] bits;

    BitRows(int rows, int columns) {
        words = (columns + 63) / 64;
        bits = new long[rows * words];
    }

    void clear() {
        Arrays.fill(bits, 0);
    }

    boolean has(int row, int column) {
        return (bits[row * words + (column >> 6)] >>> column & 1) != 0;
    }

    /** Returns whether it was not there. */
    boolean add(int row, int column) {
        int word = row * words + (column >> 6);
        long before = bits[word];
        bits[word] |= 1L << column;
        return bits[word] != before;
    }

    /** Adds a row of a table as wide. Returns whether anything was not there. */
    boolean addAll(int row, BitRows from, int other) {
        long changed = 0;
        for (int i = 0; i < words; i++) {
            long more = from.bits[other * words + i] & ~bits[row * words + i];
            bits[row * words + i] |= more;
            changed |= more;
        }
        return changed != 0;
    }

    void copyFrom(BitRows other) {
        System.arraycopy(other.bits, 0, bits, 0, bits.length);
    }

    /** The first column of the row from one on, or -1. */
    int next(int row, int from) {
        int word = from >> 6;
        if (word >= words) {
            return -1;
        }
        long left = bits[row * words + word] & (-1L << from);
        while (left == 0) {
            if (++word == words) {
                return -1;
            }
            left = bits[row * words + word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(left);
    }
}
