package roundhouse.scaling;

/**
 * Halfin and Whitt (1981): for large loads R the servers needed so that a given part waits are R + beta sqrt(R), where the part is
 * 1 / (1 + beta Phi(beta) / phi(beta)). Equal to the exact number or one short.
 */
public final class SquareRootStaffing {
    private static final double STEP = 1e-3;

    private SquareRootStaffing() {}

    /** @param waitingPart above 0, below 1 */
    public static double beta(double waitingPart) {
        double low = 0;
        double high = 10;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (waiting(middle) > waitingPart) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    public static int servers(double load, double waitingPart) {
        return (int) Math.ceil(load + beta(waitingPart) * Math.sqrt(load));
    }

    private static double waiting(double beta) {
        return 1 / (1 + beta * cumulative(beta) / density(beta));
    }

    private static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    /** The normal distribution by Simpson's rule from 0, which is exact to some twelve digits here. */
    private static double cumulative(double x) {
        int pieces = 2 * (int) Math.ceil(x / STEP / 2);
        if (pieces == 0) {
            return 0.5;
        }
        double width = x / pieces;
        double sum = density(0) + density(x);
        for (int i = 1; i < pieces; i++) {
            sum += density(i * width) * (i % 2 == 0 ? 2 : 4);
        }
        return 0.5 + sum * width / 3;
    }
}
