package roundhouse.workbench.inspector;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import roundhouse.topology.nodes.Arrivals.Bursty;
import roundhouse.topology.nodes.Arrivals.Closed;
import roundhouse.topology.nodes.Arrivals.Constant;
import roundhouse.topology.nodes.Arrivals.Curve;
import roundhouse.topology.nodes.Arrivals.Poisson;
import roundhouse.topology.nodes.Arrivals;
import roundhouse.topology.nodes.Distribution;
import roundhouse.topology.settings.Units.Parsed;
import roundhouse.topology.settings.Units;
import roundhouse.workbench.inspector.Editor.Option;

/** When clients send: the type, and what that type asks for. Another type keeps the rate. */
final class ArrivalsFields {
    private static final double DEFAULT_RATE = 1_000;
    private static final List<Option> TYPES = List.of(
            new Option("poisson", "Poisson", "By chance, at a steady rate."),
            new Option("constant", "Constant", "Evenly spaced."),
            new Option("bursty", "Bursty", "On and off by turns."),
            new Option("curve", "Curve", "A rate that changes over time."),
            new Option("closed", "Closed loop", "Users wait for the answer, think, and send again."));

    private ArrivalsFields() {}

    static List<Field<Arrivals>> of(Arrivals current) {
        List<Field<Arrivals>> fields = new ArrayList<>();
        fields.add(Forms.choice(
                "arrivals", "Arrivals", "When requests come.", TYPES, ArrivalsFields::type, ArrivalsFields::ofType));
        switch (current) {
            case Poisson _ -> fields.add(rate((_, v) -> new Poisson(v)));
            case Constant _ -> fields.add(rate((_, v) -> new Constant(v)));
            case Bursty _ -> {
                fields.add(
                        rate((a, v) -> new Bursty(v, bursty(a).on(), bursty(a).off())));
                fields.add(Forms.duration(
                        "arrivals.on",
                        "On for",
                        "Mean length of a burst.",
                        a -> bursty(a).on(),
                        (a, v) -> new Bursty(rate(a), v, bursty(a).off())));
                fields.add(Forms.duration(
                        "arrivals.off",
                        "Off for",
                        "Mean length of a silence.",
                        a -> bursty(a).off(),
                        (a, v) -> new Bursty(rate(a), bursty(a).on(), v)));
            }
            case Curve _ ->
                fields.add(ListText.lines(
                        "arrivals.points",
                        "Points",
                        "A time and the rate then, a line each; straight lines between.",
                        "0s 100/s\n30s 900/s",
                        ArrivalsFields::points,
                        (_, text) -> Field.map(ListText.read(text, ArrivalsFields::point), Curve::new)));
            case Closed closed ->
                DistributionFields.of(
                                "arrivals.think",
                                "Think time",
                                "Between an answer and the next request of a user.",
                                closed.think())
                        .forEach(field -> fields.add(field.in(ArrivalsFields::think, (_, think) -> new Closed(think))));
        }
        return fields;
    }

    private static Field<Arrivals> rate(java.util.function.BiFunction<Arrivals, Double, Arrivals> with) {
        return Forms.rate("arrivals.rate", "Rate", "Requests a second.", ArrivalsFields::rate, with);
    }

    private static String type(Arrivals arrivals) {
        return switch (arrivals) {
            case Poisson _ -> "poisson";
            case Constant _ -> "constant";
            case Bursty _ -> "bursty";
            case Curve _ -> "curve";
            case Closed _ -> "closed";
        };
    }

    private static Arrivals ofType(Arrivals before, String type) {
        return switch (type) {
            case "poisson" -> new Poisson(rate(before));
            case "constant" -> new Constant(rate(before));
            case "bursty" -> new Bursty(rate(before), Duration.ofSeconds(2), Duration.ofSeconds(8));
            case "curve" ->
                new Curve(List.of(
                        new Curve.Point(Duration.ZERO, rate(before)),
                        new Curve.Point(Duration.ofSeconds(30), 2 * rate(before))));
            default -> new Closed(new Distribution.Exponential(Duration.ofSeconds(1)));
        };
    }

    private static double rate(Arrivals arrivals) {
        return switch (arrivals) {
            case Poisson poisson -> poisson.rate();
            case Constant constant -> constant.rate();
            case Bursty bursty -> bursty.rate();
            case Curve curve ->
                curve.points().isEmpty()
                        ? DEFAULT_RATE
                        : curve.points().getFirst().rate();
            case Closed _ -> DEFAULT_RATE;
        };
    }

    private static Bursty bursty(Arrivals arrivals) {
        return arrivals instanceof Bursty bursty ? bursty : (Bursty) ofType(arrivals, "bursty");
    }

    private static Distribution think(Arrivals arrivals) {
        return arrivals instanceof Closed closed ? closed.think() : ((Closed) ofType(arrivals, "closed")).think();
    }

    private static String points(Arrivals arrivals) {
        return arrivals instanceof Curve curve
                ? ListText.write(
                        curve.points(), point -> Units.format(point.at()) + " " + Units.formatRate(point.rate()))
                : "";
    }

    private static Parsed<Curve.Point> point(String line) {
        String[] parts = line.split("\\s+", 2);
        if (parts.length < 2) {
            return new Parsed.Wrong<>("found \"" + line + "\"; a point is written like \"30s 900/s\"");
        }
        return switch (Units.duration(parts[0])) {
            case Parsed.Value<Duration> at ->
                Field.map(Units.rate(parts[1]), rate -> new Curve.Point(at.value(), rate));
            case Parsed.Wrong<Duration> wrong -> new Parsed.Wrong<>(wrong.reason());
        };
    }
}
