package roundhouse.analysis.queueing;

import java.time.Duration;
import roundhouse.topology.nodes.parts.Distribution;

/**
 * How service times are spread, as far as queues ask.
 *
 * @param letter of Kendall's notation: M, D or G
 * @param meanSeconds on one core
 * @param spread the squared coefficient of variation: variance by the mean squared; not a number where draws below zero change it
 */
record ServiceLaw(String letter, double meanSeconds, double spread) {
    /** Deviations of a normal law that its mean must be above zero for draws below zero to be no matter: one in 30,000. */
    private static final double FAR_FROM_ZERO = 4;

    /** @param speed how many times faster than it says */
    static ServiceLaw of(Distribution service, double speed) {
        double mean = seconds(service.mean());
        return switch (service) {
            case Distribution.Exponential _ -> new ServiceLaw("M", mean / speed, 1);
            case Distribution.Fixed _ -> new ServiceLaw("D", mean / speed, 0);
            case Distribution.Uniform(Duration min, Duration max) -> {
                double width = seconds(max) - seconds(min);
                yield new ServiceLaw("G", mean / speed, width * width / 12 / (mean * mean));
            }
            case Distribution.LogNormal(Duration _, Duration stddev) ->
                new ServiceLaw("G", mean / speed, squared(seconds(stddev) / mean));
            case Distribution.Normal(Duration _, Duration stddev) -> {
                double deviations = mean / seconds(stddev);
                yield new ServiceLaw(
                        "G", mean / speed, deviations < FAR_FROM_ZERO ? Double.NaN : 1 / squared(deviations));
            }
        };
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static double squared(double value) {
        return value * value;
    }
}
