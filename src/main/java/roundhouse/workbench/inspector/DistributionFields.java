package roundhouse.workbench.inspector;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import roundhouse.topology.nodes.Distribution.Exponential;
import roundhouse.topology.nodes.Distribution.Fixed;
import roundhouse.topology.nodes.Distribution.LogNormal;
import roundhouse.topology.nodes.Distribution.Normal;
import roundhouse.topology.nodes.Distribution.Uniform;
import roundhouse.topology.nodes.Distribution;
import roundhouse.workbench.inspector.Editor.Option;

/** How long something takes: the type, and what that type asks for. Another type keeps the mean. */
final class DistributionFields {
    private static final List<Option> TYPES = List.of(
            new Option("fixed", "Fixed", "Always the same."),
            new Option("uniform", "Uniform", "Anything between two ends, equally likely."),
            new Option("normal", "Normal", "Around the mean; draws below zero count as zero."),
            new Option("log-normal", "Log-normal", "Mostly short, now and then much longer."),
            new Option("exponential", "Exponential", "By chance with no memory, as queueing theory has it."));

    private DistributionFields() {}

    /**
     * @param key what the fields' keys begin with
     * @param label what takes the time
     */
    static List<Field<Distribution>> of(String key, String label, String help, Distribution current) {
        List<Field<Distribution>> fields = new ArrayList<>();
        fields.add(Forms.choice(key, label, help, TYPES, DistributionFields::type, DistributionFields::ofType));
        switch (current) {
            case Fixed _ -> fields.add(time(key, "Value", "value", DistributionFields::mean, (_, v) -> new Fixed(v)));
            case Exponential _ ->
                fields.add(time(key, "Mean", "mean", DistributionFields::mean, (_, v) -> new Exponential(v)));
            case Uniform _ -> {
                fields.add(time(
                        key,
                        "From",
                        "min",
                        d -> uniform(d).min(),
                        (d, v) -> new Uniform(v, uniform(d).max())));
                fields.add(time(
                        key,
                        "To",
                        "max",
                        d -> uniform(d).max(),
                        (d, v) -> new Uniform(uniform(d).min(), v)));
            }
            case Normal _, LogNormal _ -> {
                fields.add(time(key, "Mean", "mean", DistributionFields::mean, (d, v) -> spread(d, v, deviation(d))));
                fields.add(time(
                        key, "Deviation", "stddev", DistributionFields::deviation, (d, v) -> spread(d, mean(d), v)));
            }
        }
        return fields;
    }

    private static Field<Distribution> time(
            String key,
            String label,
            String part,
            java.util.function.Function<Distribution, Duration> get,
            java.util.function.BiFunction<Distribution, Duration, Distribution> with) {
        return Forms.duration(key + "." + part, label, part.equals("stddev") ? "Standard deviation." : "", get, with);
    }

    /** In a word or two, for a selection of several. */
    static String type(Distribution distribution) {
        return switch (distribution) {
            case Fixed _ -> "fixed";
            case Uniform _ -> "uniform";
            case Normal _ -> "normal";
            case LogNormal _ -> "log-normal";
            case Exponential _ -> "exponential";
        };
    }

    private static Distribution ofType(Distribution before, String type) {
        Duration mean = mean(before);
        return switch (type) {
            case "fixed" -> new Fixed(mean);
            case "uniform" -> new Uniform(mean.dividedBy(2), mean.plus(mean.dividedBy(2)));
            case "normal" -> new Normal(mean, mean.dividedBy(4));
            case "log-normal" -> new LogNormal(mean, mean);
            default -> new Exponential(mean);
        };
    }

    private static Duration mean(Distribution distribution) {
        return switch (distribution) {
            case Fixed fixed -> fixed.value();
            case Uniform uniform -> uniform.min().plus(uniform.max()).dividedBy(2);
            case Normal normal -> normal.mean();
            case LogNormal logNormal -> logNormal.mean();
            case Exponential exponential -> exponential.mean();
        };
    }

    private static Duration deviation(Distribution distribution) {
        return switch (distribution) {
            case Normal normal -> normal.stddev();
            case LogNormal logNormal -> logNormal.stddev();
            case Fixed _, Uniform _, Exponential _ -> Duration.ZERO;
        };
    }

    private static Distribution spread(Distribution before, Duration mean, Duration deviation) {
        return before instanceof LogNormal ? new LogNormal(mean, deviation) : new Normal(mean, deviation);
    }

    private static Uniform uniform(Distribution distribution) {
        return distribution instanceof Uniform uniform ? uniform : (Uniform) ofType(distribution, "uniform");
    }
}
