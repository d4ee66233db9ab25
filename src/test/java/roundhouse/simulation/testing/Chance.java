package roundhouse.simulation.testing;

import java.time.Duration;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.nodes.parts.Distribution;

/** Draws for random tests, the same for the same seed. */
public final class Chance {
    private final SplittableRandom random;

    public Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    /** From 0 to one less than that. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** From the one to the other, both included. */
    public int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    public boolean half() {
        return random.nextBoolean();
    }

    public boolean oneIn(int number) {
        return random.nextInt(number) == 0;
    }

    /** From 0 to just below 1. */
    public double part() {
        return random.nextDouble();
    }

    public long seed() {
        return random.nextLong();
    }

    /** From 1 to so many milliseconds. */
    public Duration millis(int most) {
        return Duration.ofMillis(between(1, most));
    }

    @SafeVarargs
    public final <T extends @Nullable Object> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }

    /** Of 0 to 5 ms on average. */
    public Distribution latency() {
        Duration mean = Duration.ofNanos(below(5_000) * 1_000L);
        return switch (below(6)) {
            case 0 -> new Distribution.Uniform(Duration.ZERO, mean);
            case 1 -> new Distribution.Normal(mean, mean);
            case 2 -> new Distribution.LogNormal(mean.plusNanos(1), mean);
            case 3 -> new Distribution.Exponential(mean);
            default -> new Distribution.Fixed(Duration.ofNanos(below(5) * 500_000L));
        };
    }
}
