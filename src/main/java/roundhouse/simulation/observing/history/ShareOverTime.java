package roundhouse.simulation.observing.history;

/** A part of a whole in each of equal spans of time, of two counters that only grow while the same thing counts. */
final class ShareOverTime {
    private final String id;
    private final long[] part;
    private final long[] whole;
    private long partBefore;
    private long wholeBefore;

    /** @param most spans that there may be */
    ShareOverTime(String id, int most) {
        this.id = id;
        part = new long[most];
        whole = new long[most];
    }

    String id() {
        return id;
    }

    /** Ends a span with the counters where they are now; less than before is another thing of the same name, which began at 0. */
    void add(int span, long partNow, long wholeNow) {
        boolean anew = wholeNow < wholeBefore || partNow < partBefore;
        part[span] = partNow - (anew ? 0 : partBefore);
        whole[span] = wholeNow - (anew ? 0 : wholeBefore);
        partBefore = partNow;
        wholeBefore = wholeNow;
    }

    /** Ends a span in which nothing counted; what comes next begins at 0. */
    void pass(int span) {
        part[span] = 0;
        whole[span] = 0;
        partBefore = 0;
        wholeBefore = 0;
    }

    void mergePairs(int size) {
        for (int i = 0; i < size; i++) {
            part[i] = part[2 * i] + part[2 * i + 1];
            whole[i] = whole[2 * i] + whole[2 * i + 1];
        }
    }

    /** 0 to 1; not a number where there was nothing. */
    double[] shares(int size) {
        double[] shares = new double[size];
        for (int i = 0; i < size; i++) {
            shares[i] = whole[i] == 0 ? Double.NaN : (double) part[i] / whole[i];
        }
        return shares;
    }
}
