package roundhouse.kernel;

/**
 * Exponential and normal draws by Marsaglia and Tsang's ziggurat ("The Ziggurat Method for Generating Random Variables", 2000) with
 * 256 layers: one draw, one multiplication and one comparison 99 times of 100. The layer and the position in it come from different
 * bits of the draw. Tables and the rare other paths use StrictMath, so every platform draws the same.
 */
final class Ziggurat {
    private static final int LAYERS = 256;
    private static final double EXPONENTIAL_TAIL = 7.69711747013105;
    private static final double EXPONENTIAL_AREA = 0.003949659822581557;
    private static final double NORMAL_TAIL = 3.654152885361009;
    private static final double NORMAL_AREA = 0.004928673233974655;

    /** Widths of the layers, the bottom first (as wide as its area demands, tail included), and the densities there. */
    private static final double[] EX = new double[LAYERS + 1];

    private static final double[] EY = new double[LAYERS + 1];
    private static final double[] NX = new double[LAYERS + 1];
    private static final double[] NY = new double[LAYERS + 1];

    static {
        EX[0] = EXPONENTIAL_AREA / StrictMath.exp(-EXPONENTIAL_TAIL);
        EX[1] = EXPONENTIAL_TAIL;
        NX[0] = NORMAL_AREA / StrictMath.exp(-NORMAL_TAIL * NORMAL_TAIL / 2);
        NX[1] = NORMAL_TAIL;
        for (int i = 1; i < LAYERS; i++) {
            EX[i + 1] = i + 1 == LAYERS ? 0 : -StrictMath.log(EXPONENTIAL_AREA / EX[i] + StrictMath.exp(-EX[i]));
            NX[i + 1] = i + 1 == LAYERS
                    ? 0
                    : StrictMath.sqrt(-2 * StrictMath.log(NORMAL_AREA / NX[i] + StrictMath.exp(-NX[i] * NX[i] / 2)));
        }
        for (int i = 0; i <= LAYERS; i++) {
            EY[i] = StrictMath.exp(-EX[i]);
            NY[i] = StrictMath.exp(-NX[i] * NX[i] / 2);
        }
    }

    private Ziggurat() {}

    /** Exponential with mean 1. */
    static double exponential(RandomStream random) {
        long bits = random.nextLong();
        int layer = (int) bits & (LAYERS - 1);
        double x = (bits >>> 11) * 0x1p-53 * EX[layer];
        return x < EX[layer + 1] ? x : exponentialFrom(layer, x, random);
    }

    /**
     * Goes on where the first draw did not fall into the part of its layer that is below the density for certain. It is apart so that
     * what is compiled into every model is short.
     */
    private static double exponentialFrom(int firstLayer, double firstX, RandomStream random) {
        int layer = firstLayer;
        double x = firstX;
        double beyond = 0;
        while (true) {
            if (layer == 0) {
                // The tail of an exponential is the same exponential, moved.
                beyond += EXPONENTIAL_TAIL;
            } else if (EY[layer] + random.nextDouble() * (EY[layer + 1] - EY[layer]) < StrictMath.exp(-x)) {
                return beyond + x;
            }
            long bits = random.nextLong();
            layer = (int) bits & (LAYERS - 1);
            x = (bits >>> 11) * 0x1p-53 * EX[layer];
            if (x < EX[layer + 1]) {
                return beyond + x;
            }
        }
    }

    /** Normal with mean 0 and standard deviation 1. */
    static double normal(RandomStream random) {
        while (true) {
            long bits = random.nextLong();
            int layer = (int) bits & (LAYERS - 1);
            double x = (bits >>> 11) * 0x1p-53 * NX[layer];
            boolean negative = (bits & LAYERS) != 0;
            if (x < NX[layer + 1]) {
                return negative ? -x : x;
            }
            if (layer == 0) {
                double tail = NORMAL_TAIL + normalTail(random);
                return negative ? -tail : tail;
            }
            if (NY[layer] + random.nextDouble() * (NY[layer + 1] - NY[layer]) < StrictMath.exp(-x * x / 2)) {
                return negative ? -x : x;
            }
        }
    }

    /** How far beyond the start of the tail: Marsaglia's method of 1964. */
    private static double normalTail(RandomStream random) {
        while (true) {
            double x = random.nextExponential() / NORMAL_TAIL;
            double y = random.nextExponential();
            if (2 * y >= x * x) {
                return x;
            }
        }
    }
}
