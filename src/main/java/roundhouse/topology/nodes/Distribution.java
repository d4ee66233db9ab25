package roundhouse.topology.nodes;

import java.time.Duration;

/** How long something takes. Draws below zero count as zero. */
public sealed interface Distribution {
    /** Always the same. */
    record Fixed(Duration value) implements Distribution {}

    record Uniform(Duration min, Duration max) implements Distribution {}

    record Normal(Duration mean, Duration stddev) implements Distribution {}

    /** Given by the mean and standard deviation of the values themselves, not of their logarithms. */
    record LogNormal(Duration mean, Duration stddev) implements Distribution {}

    record Exponential(Duration mean) implements Distribution {}
}
