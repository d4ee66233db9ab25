package roundhouse.analysis.structure;

import roundhouse.topology.nodes.traffic.Arrivals;

/** Rates in requests a second that clients declare. */
final class DeclaredLoad {
    private DeclaredLoad() {}

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
            case Arrivals.Closed _, Arrivals.Recorded _ -> 0;
        };
    }

    /** Whether the peak is offered all the time. */
    static boolean steady(Arrivals arrivals) {
        return arrivals instanceof Arrivals.Poisson || arrivals instanceof Arrivals.Constant;
    }
}
