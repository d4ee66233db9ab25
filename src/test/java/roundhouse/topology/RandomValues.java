package roundhouse.topology;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import roundhouse.scaling.Price;
import roundhouse.topology.json.Units;
import roundhouse.topology.nodes.guarding.Limit;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.prices.PriceCatalogue;

/** Values of every size that the format knows, the same for the same seed. */
final class RandomValues {
    final SplittableRandom random;

    RandomValues(long seed) {
        random = new SplittableRandom(seed);
    }

    @Nullable
    Duration optional() {
        return random.nextBoolean() ? positive() : null;
    }

    Distribution distribution() {
        Duration small = duration();
        return pick(
                new Distribution.Fixed(duration()),
                new Distribution.Uniform(small, small.plusNanos(random.nextInt(1_000_000))),
                new Distribution.Normal(duration(), duration()),
                new Distribution.LogNormal(positive(), duration()),
                new Distribution.Exponential(duration()));
    }

    Duration duration() {
        return pick(
                Duration.ZERO,
                Duration.ofNanos(random.nextInt(2_000_000_000)),
                Duration.ofMillis(random.nextInt(5_000)),
                Duration.ofSeconds(random.nextInt(7_200)),
                Duration.ofHours(random.nextInt(100)));
    }

    Duration positive() {
        return duration().plusNanos(random.nextInt(1, 3));
    }

    /** What repeats by itself does so after a millisecond or more. */
    Duration interval() {
        return duration().plusMillis(random.nextInt(1, 3));
    }

    String text() {
        return pick("A name", "é → \"x\" \\ / 😀", "{}", "0");
    }

    @Nullable
    String label() {
        return random.nextBoolean() ? null : text();
    }

    @Nullable
    String place() {
        return pick(null, "eu", "eu west/1~2");
    }

    @Nullable
    Price price() {
        String text = pick("", "", "0.10/h", "0.0000002/request + 0.09/GB", "m5.large", "aws-alb + 0.5/GiB");
        return text.isEmpty() ? null : price(text);
    }

    static Price price(String text) {
        return ((Units.Parsed.Value<Price>) PriceCatalogue.inUse().parse(text)).value();
    }

    <T extends @Nullable Object> T maybe(Supplier<? extends T> value, T otherwise) {
        return random.nextBoolean() ? value.get() : otherwise;
    }

    /** Limits of a node on that layer. */
    List<Limit> limits(int layer) {
        return maybe(() -> List.of(RandomLimits.one(this, layer), RandomLimits.one(this, layer)), List.of());
    }

    @SafeVarargs
    final <T extends @Nullable Object> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }
}
