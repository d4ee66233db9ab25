package roundhouse.topology.nodes.traffic;

/** Rates in requests a second that clients declare. */
public final class DeclaredLoad {
    private DeclaredLoad() {}

    /** The most that clients offer for a while; closed-loop users slow down with the answers and are not counted. */
    public static double peak(Arrivals arrivals) {
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
    public static boolean steady(Arrivals arrivals) {
        return arrivals instanceof Arrivals.Poisson || arrivals instanceof Arrivals.Constant;
    }
}
