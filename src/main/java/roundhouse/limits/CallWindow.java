package roundhouse.limits;

import java.util.Arrays;

/**
 * What became of the latest calls: the last so many of them, or those of the current second of the clock and of so many less one
 * before it. Constant time a call.
 */
final class CallWindow {
    private static final int FAILED = 1;
    private static final int SLOW = 2;
    private static final long SECOND_NANOS = 1_000_000_000;

    private final boolean bySeconds;
    /** By calls how each went, else how many there were of each second; a ring. */
    private final int[] calls;

    private final int[] failed;
    private final int[] slow;
    /** By calls where the next goes, else the latest second seen. */
    private long at;

    private int callsInAll;
    private int failedInAll;
    private int slowInAll;

    private CallWindow(boolean bySeconds, int size) {
        this.bySeconds = bySeconds;
        calls = new int[size];
        failed = new int[bySeconds ? size : 0];
        slow = new int[bySeconds ? size : 0];
    }

    static CallWindow ofCalls(int size) {
        return new CallWindow(false, size);
    }

    static CallWindow ofSeconds(int size, long nowNanos) {
        CallWindow window = new CallWindow(true, size);
        window.at = nowNanos / SECOND_NANOS;
        return window;
    }

    void add(boolean hasFailed, boolean wasSlow, long nowNanos) {
        int place;
        if (bySeconds) {
            slide(nowNanos);
            place = (int) (at % calls.length);
            calls[place]++;
            failed[place] += hasFailed ? 1 : 0;
            slow[place] += wasSlow ? 1 : 0;
        } else {
            place = (int) (at++ % calls.length);
            if (callsInAll == calls.length) {
                callsInAll--;
                failedInAll -= (calls[place] & FAILED) != 0 ? 1 : 0;
                slowInAll -= (calls[place] & SLOW) != 0 ? 1 : 0;
            }
            calls[place] = (hasFailed ? FAILED : 0) | (wasSlow ? SLOW : 0);
        }
        callsInAll++;
        failedInAll += hasFailed ? 1 : 0;
        slowInAll += wasSlow ? 1 : 0;
    }

    /** Forgets the seconds that are over for too long. */
    void slide(long nowNanos) {
        long second = nowNanos / SECOND_NANOS;
        if (!bySeconds || second == at) {
            return;
        }
        if (second - at >= calls.length) {
            Arrays.fill(calls, 0);
            Arrays.fill(failed, 0);
            Arrays.fill(slow, 0);
            callsInAll = 0;
            failedInAll = 0;
            slowInAll = 0;
            at = second;
            return;
        }
        while (at < second) {
            int oldest = (int) (++at % calls.length);
            callsInAll -= calls[oldest];
            failedInAll -= failed[oldest];
            slowInAll -= slow[oldest];
            calls[oldest] = 0;
            failed[oldest] = 0;
            slow[oldest] = 0;
        }
    }

    int calls() {
        return callsInAll;
    }

    int failed() {
        return failedInAll;
    }

    int slow() {
        return slowInAll;
    }
}
