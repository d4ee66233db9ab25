package roundhouse.simulation.components;

/**
 * Little's law over the measured part of the run, every figure measured on its own.
 *
 * @param inFlight L: time-weighted mean of requests there
 * @param rate λ: requests that came in, a second
 * @param stay W: mean time a request that left was there, seconds
 * @param left how many left
 * @param there how many are still there
 */
public record LittlesLaw(double inFlight, double rate, double stay, long left, long there) {
    /** Fewer say nothing of a mean. */
    private static final int FEWEST = 100;

    /** A wider gap is laid to those still there, if there are any: how long they will stay is not known yet. */
    private static final double WIDEST = 0.1;

    /** Whether enough left for the law to be looked at, and those still there do not outweigh them. */
    public boolean isMeasured() {
        return left >= FEWEST && (there == 0 || gap() <= WIDEST);
    }

    /** |L − λW| over the larger; 0 when both are 0. Not 0 for the requests that were there at either end of the run. */
    public double gap() {
        double product = rate * stay;
        double larger = Math.max(inFlight, product);
        return larger == 0 ? 0 : Math.abs(inFlight - product) / larger;
    }
}
