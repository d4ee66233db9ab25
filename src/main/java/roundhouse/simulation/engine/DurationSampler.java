package roundhouse.simulation.engine;

import java.time.Duration;
import roundhouse.kernel.RandomStream;
import roundhouse.topology.nodes.parts.Distribution;

/** Draws durations, whole nanoseconds of 0 or more, from a distribution. */
public abstract sealed class DurationSampler {
    /** What {@link #constantNanos} says of durations that vary. */
    public static final long VARIES = -1;

    /** Always 0. */
    public static final DurationSampler NONE = new Constant(0);

    /** The next one. */
    public abstract long nextNanos();

    /** What every draw gives, or {@link #VARIES}. */
    public long constantNanos() {
        return VARIES;
    }

    /** Always that many nanoseconds. */
    public static DurationSampler always(long nanos) {
        return new Constant(nanos);
    }

    public static DurationSampler of(Distribution distribution, RandomStream random) {
        return switch (distribution) {
            case Distribution.Fixed(Duration value) -> new Constant(nanos(value));
            case Distribution.Uniform(Duration min, Duration max) ->
                new Uniform(nanos(min), (double) nanos(max) - nanos(min), random);
            case Distribution.Normal(Duration mean, Duration stddev) ->
                new Normal((double) nanos(mean), (double) nanos(stddev), random);
            case Distribution.LogNormal(Duration mean, Duration stddev) ->
                LogNormal.of((double) nanos(mean), (double) nanos(stddev), random);
            case Distribution.Exponential(Duration mean) -> new Exponential((double) nanos(mean), random);
        };
    }

    /** A duration in nanoseconds; one too long for a long is the longest that fits the clock comfortably. */
    public static long nanos(Duration duration) {
        return duration.compareTo(LONGEST) > 0 ? LONGEST.toNanos() : duration.toNanos();
    }

    private static final Duration LONGEST = Duration.ofDays(10_000);

    private static final class Constant extends DurationSampler {
        private final long nanos;

        Constant(long nanos) {
            this.nanos = nanos;
        }

        @Override
        public long nextNanos() {
            return nanos;
        }

        @Override
        public long constantNanos() {
            return nanos;
        }
    }

    private static final class Uniform extends DurationSampler {
        private final long minNanos;
        private final double range;
        private final RandomStream random;

        Uniform(long min, double range, RandomStream random) {
            this.minNanos = min;
            this.range = range;
            this.random = random;
        }

        @Override
        public long nextNanos() {
            return minNanos + (long) (range * random.nextDouble());
        }
    }

    private static final class Normal extends DurationSampler {
        private final double mean;
        private final double deviation;
        private final RandomStream random;

        Normal(double mean, double deviation, RandomStream random) {
            this.mean = mean;
            this.deviation = deviation;
            this.random = random;
        }

        @Override
        public long nextNanos() {
            return Math.max(0, (long) (mean + deviation * random.nextGaussian()));
        }
    }

    private static final class LogNormal extends DurationSampler {
        private final double mu;
        private final double sigma;
        private final RandomStream random;

        private LogNormal(double mu, double sigma, RandomStream random) {
            this.mu = mu;
            this.sigma = sigma;
            this.random = random;
        }

        /** By the moments of the values: sigma² = ln(1 + (deviation / mean)²), mu = ln mean − sigma² / 2. */
        static DurationSampler of(double mean, double deviation, RandomStream random) {
            if (mean == 0) {
                return new Constant(0);
            }
            double ratio = deviation / mean;
            double variance = StrictMath.log1p(ratio * ratio);
            return new LogNormal(StrictMath.log(mean) - variance / 2, StrictMath.sqrt(variance), random);
        }

        @Override
        public long nextNanos() {
            return (long) StrictMath.exp(mu + sigma * random.nextGaussian());
        }
    }

    private static final class Exponential extends DurationSampler {
        private final double mean;
        private final RandomStream random;

        Exponential(double mean, RandomStream random) {
            this.mean = mean;
            this.random = random;
        }

        @Override
        public long nextNanos() {
            return (long) (mean * random.nextExponential());
        }
    }
}
