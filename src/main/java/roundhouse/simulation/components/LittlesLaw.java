package roundhouse.simulation.components;

/**
 * Little's law over the measured part of the run, every figure measured on its own.
 *
 * @param inFlight L: time-weighted mean of requests there
 * @param rate λ: requests that came in, a second
 * @param stay W: mean time a request that left was there, seconds
 */
public record LittlesLaw(double inFlight, double rate, double stay) {
    /** |L − λW| over the larger; 0 when both are 0. Not 0 for the requests that were there at either end of the run. */
    public double gap() {
        double product = rate * stay;
        double larger = Math.max(inFlight, product);
        return larger == 0 ? 0 : Math.abs(inFlight - product) / larger;
    }
}
