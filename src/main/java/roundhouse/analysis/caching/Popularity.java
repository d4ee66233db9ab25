package roundhouse.analysis.caching;

import java.util.Arrays;
import roundhouse.topology.nodes.traffic.KeyDistribution;

/** How likely a request is about each key. */
public final class Popularity {
    /** More keys take too long to reckon with. */
    static final int MOST = 1_000_000;

    private Popularity() {}

    /** Why there are no such chances, in words that follow "because"; empty where there are. */
    public static String problem(KeyDistribution keys) {
        if (keys instanceof KeyDistribution.FromFile) {
            return "its keys come from a file in their order, and so not independently of each other";
        }
        return keys.count() > MOST ? "there are more than 1,000,000 keys, too many to reckon with" : "";
    }

    /** The chance of each key; they add up to 1. */
    public static double[] of(KeyDistribution keys) {
        double[] chances = new double[keys.count()];
        switch (keys) {
            case KeyDistribution.Uniform(int count) -> Arrays.fill(chances, 1.0 / count);
            case KeyDistribution.Hot(int count, double share) -> {
                Arrays.fill(chances, (1 - share) / Math.max(1, count - 1));
                chances[0] = count == 1 ? 1 : share;
            }
            case KeyDistribution.Zipf(int count, double exponent) -> {
                double sum = 0;
                for (int k = 0; k < count; k++) {
                    chances[k] = StrictMath.pow(k + 1, -exponent);
                    sum += chances[k];
                }
                for (int k = 0; k < count; k++) {
                    chances[k] /= sum;
                }
            }
            case KeyDistribution.FromFile from -> throw new IllegalArgumentException(problem(from));
        }
        return chances;
    }

    /** In words. */
    static String words(KeyDistribution keys) {
        return switch (keys) {
            case KeyDistribution.Uniform(int count) -> count + " keys, all equally often";
            case KeyDistribution.Hot(int count, double share) -> count + " keys, one of them with " + share + " of all";
            case KeyDistribution.Zipf(int count, double exponent) -> count + " keys, Zipf " + exponent;
            case KeyDistribution.FromFile(String file, var _) -> "the keys of " + file;
        };
    }
}
