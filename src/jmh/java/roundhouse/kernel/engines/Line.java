package roundhouse.kernel.engines;

import java.util.Arrays;

/** Who waits, in the order of arrival, by the time of arrival; and how long those that left were there. */
final class Line {
    private double[] arrivals = new double[64];
    private int first;
    private int count;
    private double sum;
    private long left;

    void add(double now) {
        if (count == arrivals.length) {
            double[] longer = Arrays.copyOfRange(arrivals, first, first + 2 * count);
            System.arraycopy(arrivals, 0, longer, count - first, first);
            arrivals = longer;
            first = 0;
        }
        arrivals[first + count++ & arrivals.length - 1] = now;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** The first one goes to a server, who has it for so long from now. */
    void serve(double now, double service) {
        sum += now + service - arrivals[first];
        left++;
        first = first + 1 & arrivals.length - 1;
        count--;
    }

    double mean() {
        return sum / left;
    }
}
