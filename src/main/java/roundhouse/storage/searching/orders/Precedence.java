package roundhouse.storage.searching.orders;

/**
 * Which operations may come next in an order, after those that were taken. Operations are taken and given back as on a stack. What was
 * taken and what can never be taken any more is gone.
 */
abstract class Precedence {
    private final long[] gone;

    Precedence(int operations) {
        gone = new long[(operations + 63) / 64];
    }

    /** Writes down what may come next, in the order of the calls, and returns how many there are. */
    abstract int available(int[] into, int at);

    /** Whether an operation whose outcome is unknown may come next. */
    abstract boolean isAvailable(int unknown);

    /** Whether everything else that may come next may still come after it. */
    abstract boolean excludesNothing(int operation);

    /** Puts one of the available next. */
    abstract void take(int operation);

    /** Takes back the one that was taken last. */
    abstract void giveBack(int operation);

    final void setGone(int operation, boolean isGone) {
        if (isGone) {
            gone[operation >> 6] |= 1L << operation;
        } else {
            gone[operation >> 6] &= ~(1L << operation);
        }
    }

    final boolean isGone(int operation) {
        return (gone[operation >> 6] >>> operation & 1) != 0;
    }

    /**
     * Writes down what is gone, in a form that is short because nearly all before a point is gone and nothing after another one.
     *
     * @return the length
     */
    final int signature(int[] into, int at) {
        int first = 0;
        while (first < gone.length && gone[first] == -1) {
            first++;
        }
        int last = gone.length - 1;
        while (last >= first && gone[last] == 0) {
            last--;
        }
        int length = at;
        into[length++] = first;
        for (int i = first; i <= last; i++) {
            into[length++] = (int) gone[i];
            into[length++] = (int) (gone[i] >>> 32);
        }
        return length;
    }

    /** The most numbers that {@link #signature} writes. */
    final int longestSignature() {
        return gone.length * 2 + 1;
    }
}
