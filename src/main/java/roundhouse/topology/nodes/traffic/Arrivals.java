package roundhouse.topology.nodes.traffic;

import java.time.Duration;
import java.util.List;
import roundhouse.topology.json.Units;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.types.ListType;
import roundhouse.topology.types.Types;
import roundhouse.topology.types.VariantsType;

/**
 * When clients send. Open-loop arrivals come whatever the answers do; closed-loop users wait for their answer, think, and send
 * the next. Rates are requests a second.
 */
public sealed interface Arrivals {
    /** At random times. */
    record Poisson(double rate) implements Arrivals {
        private static final Declarations<Poisson> DECLARED =
                Declarations.of(Poisson.class, "the arrival type poisson").constant("type", "poisson");
        public static final Setting<Poisson, Double> RATE = DECLARED.setting("rate", Poisson::rate, Types.rate())
                .says("Rate", "Requests a second.")
                .required("\"1000/s\"", 0.0);
        public static final Settings<Poisson> SETTINGS =
                DECLARED.described("At random times.").settings();
    }

    /** Evenly spaced. */
    record Constant(double rate) implements Arrivals {
        private static final Declarations<Constant> DECLARED =
                Declarations.of(Constant.class, "the arrival type constant").constant("type", "constant");
        public static final Setting<Constant, Double> RATE = DECLARED.setting("rate", Constant::rate, Types.rate())
                .says("Rate", "Requests a second.")
                .required("\"1000/s\"", 0.0);
        public static final Settings<Constant> SETTINGS =
                DECLARED.described("Evenly spaced.").settings();
    }

    /** Poisson at {@code rate} for an exponential time of mean {@code on}, then silent for one of mean {@code off}. */
    record Bursty(double rate, Duration on, Duration off) implements Arrivals {
        private static final Declarations<Bursty> DECLARED =
                Declarations.of(Bursty.class, "the arrival type bursty").constant("type", "bursty");
        public static final Setting<Bursty, Double> RATE = DECLARED.setting("rate", Bursty::rate, Types.rate())
                .says("Rate", "Requests a second during a burst.")
                .required("\"1000/s\"", 0.0);
        public static final Setting<Bursty, Duration> ON = DECLARED.setting("on", Bursty::on, Types.positiveDuration())
                .says("On for", "Mean length of a burst.")
                .required("\"2s\"", Duration.ofSeconds(2));
        public static final Setting<Bursty, Duration> OFF = DECLARED.setting("off", Bursty::off, Types.duration())
                .says("Off for", "Mean length of a silence.")
                .required("\"8s\"", Duration.ofSeconds(8));
        public static final Settings<Bursty> SETTINGS = DECLARED.described(
                        "At random times at this rate for about \"on\", then silent for about \"off\".")
                .settings();
    }

    /** Poisson with a rate that runs in straight lines through the points, and stays at the last. */
    record Curve(List<Point> points) implements Arrivals {
        private static final Declarations<Curve> DECLARED =
                Declarations.of(Curve.class, "the arrival type curve").constant("type", "curve");
        public static final Setting<Curve, List<Point>> POINTS = DECLARED.setting(
                        "points", Curve::points, ListType.ofSome(new CurvePoint()))
                .says("Points", "A time and the rate then, in the order of time; straight lines between.")
                .required("[[\"0s\", \"100/s\"], [\"30s\", \"900/s\"]]", List.of());
        public static final Settings<Curve> SETTINGS = DECLARED.described(
                        "At random times at a rate that runs in straight lines through the points and stays at the last.")
                .check(Curve::check)
                .settings();

        /** @param rate requests a second */
        public record Point(Duration at, double rate) {
            private static final Declarations<Point> DECLARED = Declarations.of(Point.class, "a point");
            static final Setting<Point, Duration> AT = DECLARED.setting("at", Point::at, Types.duration())
                    .says("At", "When, from the start of the run.")
                    .required("\"30s\"", Duration.ZERO);
            static final Setting<Point, Double> RATE = DECLARED.setting("rate", Point::rate, Types.rate())
                    .says("Rate", "Requests a second then.")
                    .required("\"900/s\"", 0.0);
            static final Settings<Point> SETTINGS = DECLARED.settings();
        }

        private static void check(Curve curve, Checks checks) {
            for (int i = 1; i < curve.points.size(); i++) {
                Duration at = curve.points.get(i).at();
                Duration before = curve.points.get(i - 1).at();
                if (at.compareTo(before) < 0) {
                    checks.in("points/" + i)
                            .wrong(
                                    "",
                                    "the point at " + Units.format(at) + " comes after the one at "
                                            + Units.format(before) + "; points are in the order of time");
                }
            }
        }
    }

    /** Each of the node's users sends, waits, thinks, and sends again. */
    record Closed(Distribution think) implements Arrivals {
        private static final Declarations<Closed> DECLARED =
                Declarations.of(Closed.class, "the arrival type closed").constant("type", "closed");
        public static final Setting<Closed, Distribution> THINK = DECLARED.setting(
                        "think", Closed::think, Distribution.TYPE)
                .says("Think time", "Between an answer and the next request of a user.")
                .required("\"2s\"", new Distribution.Fixed(Duration.ofSeconds(1)));
        public static final Settings<Closed> SETTINGS = DECLARED.described(
                        "Each user sends, waits for the answer, thinks, and sends again.")
                .settings();
    }

    /** At the times of the file that the keys come from, once. */
    record Recorded() implements Arrivals {
        public static final Settings<Recorded> SETTINGS = Declarations.of(Recorded.class, "the arrival type file")
                .constant("type", "file")
                .described("At the times of the file that the keys come from, once.")
                .settings();
    }

    /** As files and forms have it. */
    VariantsType<Arrivals> TYPE = new VariantsType<Arrivals>(
                    "arrivals", "arrivals", "type of arrivals", "{ \"type\": \"poisson\", \"rate\": \"1000/s\" }")
            .or("poisson", "Poisson", "By chance, at a steady rate.", Poisson.class, Poisson.SETTINGS)
            .or("constant", "Constant", "Evenly spaced.", Constant.class, Constant.SETTINGS)
            .or("bursty", "Bursty", "On and off by turns.", Bursty.class, Bursty.SETTINGS)
            .or("curve", "Curve", "A rate that changes over time.", Curve.class, Curve.SETTINGS)
            .or("file", "From the file of keys", "When they were recorded.", Recorded.class, Recorded.SETTINGS)
            .or(
                    "closed",
                    "Closed loop",
                    "Users wait for the answer, think, and send again.",
                    Closed.class,
                    Closed.SETTINGS)
            .convertedBy(Arrivals::ofType);

    /** Another type that begins at the same rate. */
    private static Arrivals ofType(Arrivals before, String type) {
        double rate = firstRate(before);
        return switch (type) {
            case "poisson" -> new Poisson(rate);
            case "constant" -> new Constant(rate);
            case "bursty" -> new Bursty(rate, Duration.ofSeconds(2), Duration.ofSeconds(8));
            case "curve" ->
                new Curve(List.of(
                        new Curve.Point(Duration.ZERO, rate), new Curve.Point(Duration.ofSeconds(30), 2 * rate)));
            case "file" -> new Recorded();
            default -> new Closed(new Distribution.Exponential(Duration.ofSeconds(1)));
        };
    }

    private static double firstRate(Arrivals arrivals) {
        double usual = 1_000;
        return switch (arrivals) {
            case Poisson poisson -> poisson.rate();
            case Constant constant -> constant.rate();
            case Bursty bursty -> bursty.rate();
            case Curve curve ->
                curve.points().isEmpty() ? usual : curve.points().getFirst().rate();
            case Recorded _, Closed _ -> usual;
        };
    }
}
