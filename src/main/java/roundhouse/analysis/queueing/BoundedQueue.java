package roundhouse.analysis.queueing;

/**
 * M/M/c/K: a queue that turns away whom it has no room for. Kleinrock, Queueing Systems I (1975), section 3.6 and its exercises.
 *
 * @param load erlangs
 * @param room requests that may be there at once, K
 */
record BoundedQueue(double load, int cores, int room) {
    /** The probability of each number there, 0 to K. */
    private double[] states() {
        double[] states = new double[room + 1];
        states[0] = 1;
        double total = 1;
        for (int n = 1; n <= room; n++) {
            states[n] = states[n - 1] * load / Math.min(n, cores);
            total += states[n];
        }
        for (int n = 0; n <= room; n++) {
            states[n] /= total;
        }
        return states;
    }

    /** The part that finds no room. */
    double refused() {
        return states()[room];
    }

    /** Requests there on average. */
    double there() {
        double there = 0;
        double[] states = states();
        for (int n = 1; n <= room; n++) {
            there += n * states[n];
        }
        return there;
    }

    /** Busy cores on average: what is not refused. */
    double busy() {
        return load * (1 - refused());
    }
}
