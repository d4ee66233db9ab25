package roundhouse.analysis;

import java.time.Duration;
import roundhouse.topology.nodes.Arrivals;
import roundhouse.topology.nodes.Distribution;
import roundhouse.topology.nodes.Server;

/** Means in seconds, and rates in requests a second, of what a topology declares. */
final class DeclaredLoad {
    private DeclaredLoad() {}

    static double mean(Distribution distribution) {
        return switch (distribution) {
            case Distribution.Fixed fixed -> seconds(fixed.value());
            case Distribution.Uniform uniform -> (seconds(uniform.min()) + seconds(uniform.max())) / 2;
            case Distribution.Normal normal -> seconds(normal.mean());
            case Distribution.LogNormal normal -> seconds(normal.mean());
            case Distribution.Exponential exponential -> seconds(exponential.mean());
        };
    }

    /** The most that clients offer for a while; closed-loop users slow down with the answers and are not counted. */
    static double peak(Arrivals arrivals) {
        return switch (arrivals) {
            case Arrivals.Poisson poisson -> poisson.rate();
            case Arrivals.Constant constant -> constant.rate();
            case Arrivals.Bursty bursty -> bursty.rate();
            case Arrivals.Curve curve ->
                curve.points().stream()
                        .mapToDouble(Arrivals.Curve.Point::rate)
                        .max()
                        .orElse(0);
            case Arrivals.Closed _ -> 0;
        };
    }

    /** Whether the peak is offered all the time. */
    static boolean steady(Arrivals arrivals) {
        return arrivals instanceof Arrivals.Poisson || arrivals instanceof Arrivals.Constant;
    }

    /** Requests a second that a server can serve, infinite when service takes no time. */
    static double capacity(Server server) {
        return server.cores() / mean(server.service());
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
