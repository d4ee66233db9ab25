package roundhouse.topology.nodes;

import java.time.Duration;
import java.util.List;

/**
 * When clients send. Open-loop arrivals come whatever the answers do; closed-loop users wait for their answer, think, and send
 * the next. Rates are requests a second.
 */
public sealed interface Arrivals {
    record Poisson(double rate) implements Arrivals {}

    /** Evenly spaced. */
    record Constant(double rate) implements Arrivals {}

    /** Poisson at {@code rate} for an exponential time of mean {@code on}, then silent for one of mean {@code off}. */
    record Bursty(double rate, Duration on, Duration off) implements Arrivals {}

    /** Poisson with a rate that runs in straight lines through the points, and stays at the last. */
    record Curve(List<Point> points) implements Arrivals {
        public record Point(Duration at, double rate) {}
    }

    /** Each of the node's users sends, waits, thinks, and sends again. */
    record Closed(Distribution think) implements Arrivals {}
}
