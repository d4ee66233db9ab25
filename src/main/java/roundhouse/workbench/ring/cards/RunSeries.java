package roundhouse.workbench.ring.cards;

import java.util.Arrays;
import java.util.List;

/** The recent past of some figures of a run: for each moment, in simulated nanoseconds, a value for each name. The oldest go first. */
final class RunSeries {
    private static final int MOST = 240;
    /** Nothing is known of what lies between two moments so far apart, unless the ones before were as far apart. */
    private static final long LEAP_NANOS = 5_000_000_000L;

    private static final int LEAP_STEPS = 4;

    private final long[] timesNanos = new long[MOST];
    private final long everyNanos;
    private List<String> names = List.of();
    private double[][] values = {};
    private int size;

    /** @param everyNanos how far apart moments are at least, nanoseconds */
    RunSeries(long everyNanos) {
        this.everyNanos = everyNanos;
    }

    /**
     * Takes a moment if it is due. When time has gone back, what came later is no more; after a leap it begins anew; a name that is new
     * was at 0 before. Returns whether a drawing of it is out of date: moments or names came or went.
     */
    boolean take(long timeNanos, List<String> of, double[] now) {
        boolean stale = !of.equals(names);
        if (stale) {
            rename(of);
        }
        while (size > 0 && timesNanos[size - 1] > timeNanos) {
            size--;
            stale = true;
        }
        if (size > 0 && timeNanos - timesNanos[size - 1] < everyNanos) {
            return stale;
        }
        if (size > 0 && isLeap(timeNanos - timesNanos[size - 1])) {
            size = 0;
        }
        if (size == MOST) {
            size--;
            System.arraycopy(timesNanos, 1, timesNanos, 0, size);
            for (double[] line : values) {
                System.arraycopy(line, 1, line, 0, size);
            }
        }
        timesNanos[size] = timeNanos;
        for (int i = 0; i < values.length; i++) {
            values[i][size] = now[i];
        }
        size++;
        return true;
    }

    private boolean isLeap(long stepNanos) {
        long beforeNanos = size < 2 ? 0 : timesNanos[size - 1] - timesNanos[size - 2];
        return stepNanos > LEAP_NANOS && stepNanos > LEAP_STEPS * beforeNanos;
    }

    private void rename(List<String> of) {
        double[][] renamed = new double[of.size()][];
        for (int i = 0; i < renamed.length; i++) {
            int known = names.indexOf(of.get(i));
            renamed[i] = known < 0 ? new double[MOST] : values[known];
        }
        names = List.copyOf(of);
        values = renamed;
    }

    int size() {
        return size;
    }

    List<String> names() {
        return names;
    }

    long timeNanos(int at) {
        return timesNanos[at];
    }

    double value(int name, int at) {
        return values[name][at];
    }

    double highest() {
        return Arrays.stream(values)
                .mapToDouble(line -> Arrays.stream(line, 0, size).max().orElse(0))
                .max()
                .orElse(0);
    }
}
