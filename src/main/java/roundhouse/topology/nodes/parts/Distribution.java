package roundhouse.topology.nodes.parts;

import java.time.Duration;
import roundhouse.topology.json.Units;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.types.Types;
import roundhouse.topology.types.VariantsType;

/** How long something takes. Draws below zero count as zero. */
public sealed interface Distribution {
    /** What it comes to on average. */
    Duration mean();

    /** Always the same. */
    record Fixed(Duration value) implements Distribution {
        private static final Declarations<Fixed> DECLARED =
                Declarations.of(Fixed.class, "the distribution fixed").constant("type", "fixed");
        public static final Setting<Fixed, Duration> VALUE = DECLARED.setting("value", Fixed::value, Types.duration())
                .says("Value", "How long it takes.")
                .required("\"3ms\"", Duration.ZERO);
        public static final Settings<Fixed> SETTINGS =
                DECLARED.described("Always the same.").settings();

        @Override
        public Duration mean() {
            return value;
        }
    }

    /** Any duration between two, all equally likely. */
    record Uniform(Duration min, Duration max) implements Distribution {
        private static final Declarations<Uniform> DECLARED =
                Declarations.of(Uniform.class, "the distribution uniform").constant("type", "uniform");
        public static final Setting<Uniform, Duration> MIN = DECLARED.setting("min", Uniform::min, Types.duration())
                .says("From", "The shortest.")
                .required("\"1ms\"", Duration.ZERO);
        public static final Setting<Uniform, Duration> MAX = DECLARED.setting("max", Uniform::max, Types.duration())
                .says("To", "The longest.")
                .required("\"3ms\"", Duration.ZERO);
        public static final Settings<Uniform> SETTINGS = DECLARED.described(
                        "Any duration between two, all equally likely.")
                .check(Uniform::check)
                .settings();

        private static void check(Uniform uniform, Checks checks) {
            if (uniform.min.compareTo(uniform.max) > 0) {
                checks.wrong(
                        "min",
                        checks.part() + " has min " + Units.format(uniform.min) + " above max "
                                + Units.format(uniform.max));
            }
        }

        @Override
        public Duration mean() {
            return min.plus(max).dividedBy(2);
        }
    }

    record Normal(Duration mean, Duration stddev) implements Distribution {
        private static final Declarations<Normal> DECLARED =
                Declarations.of(Normal.class, "the distribution normal").constant("type", "normal");
        public static final Setting<Normal, Duration> MEAN = DECLARED.setting("mean", Normal::mean, Types.duration())
                .says("Mean", "What it comes to on average.")
                .required("\"3ms\"", Duration.ZERO);
        public static final Setting<Normal, Duration> STDDEV = DECLARED.setting(
                        "stddev", Normal::stddev, Types.duration())
                .says("Deviation", "Standard deviation.")
                .required("\"1ms\"", Duration.ZERO);
        public static final Settings<Normal> SETTINGS = DECLARED.described(
                        "Around the mean, by the standard deviation.")
                .settings();
    }

    /** Given by the mean and standard deviation of the values themselves, not of their logarithms. */
    record LogNormal(Duration mean, Duration stddev) implements Distribution {
        private static final Declarations<LogNormal> DECLARED =
                Declarations.of(LogNormal.class, "the distribution log-normal").constant("type", "log-normal");
        public static final Setting<LogNormal, Duration> MEAN = DECLARED.setting(
                        "mean", LogNormal::mean, Types.positiveDuration())
                .says("Mean", "What it comes to on average.")
                .required("\"3ms\"", Duration.ofMillis(1));
        public static final Setting<LogNormal, Duration> STDDEV = DECLARED.setting(
                        "stddev", LogNormal::stddev, Types.duration())
                .says("Deviation", "Standard deviation.")
                .required("\"1ms\"", Duration.ZERO);
        public static final Settings<LogNormal> SETTINGS = DECLARED.described(
                        "By the mean and standard deviation of the values themselves, not of their logarithms.")
                .settings();
    }

    record Exponential(Duration mean) implements Distribution {
        private static final Declarations<Exponential> DECLARED = Declarations.of(
                        Exponential.class, "the distribution exponential")
                .constant("type", "exponential");
        public static final Setting<Exponential, Duration> MEAN = DECLARED.setting(
                        "mean", Exponential::mean, Types.duration())
                .says("Mean", "What it comes to on average.")
                .required("\"3ms\"", Duration.ZERO);
        public static final Settings<Exponential> SETTINGS =
                DECLARED.described("By chance with no memory.").settings();
    }

    /** As files and forms have it; a duration alone is always the same. */
    VariantsType<Distribution> TYPE = new VariantsType<Distribution>(
                    "distribution",
                    "a distribution",
                    "distribution",
                    "{ \"type\": \"exponential\", \"mean\": \"3ms\" }")
            .or("fixed", "Fixed", "Always the same.", Fixed.class, Fixed.SETTINGS)
            .or("uniform", "Uniform", "Anything between two ends, equally likely.", Uniform.class, Uniform.SETTINGS)
            .or("normal", "Normal", "Around the mean; draws below zero count as zero.", Normal.class, Normal.SETTINGS)
            .or(
                    "log-normal",
                    "Log-normal",
                    "Mostly short, now and then much longer.",
                    LogNormal.class,
                    LogNormal.SETTINGS)
            .or(
                    "exponential",
                    "Exponential",
                    "By chance with no memory, as queueing theory has it.",
                    Exponential.class,
                    Exponential.SETTINGS)
            .orJust(
                    Types.duration(),
                    Fixed::new,
                    distribution -> distribution instanceof Fixed(Duration value) ? value : null)
            .convertedBy(Distribution::ofType);

    /** Another type with the same mean. */
    private static Distribution ofType(Distribution before, String type) {
        Duration mean = before.mean();
        return switch (type) {
            case "fixed" -> new Fixed(mean);
            case "uniform" -> new Uniform(mean.dividedBy(2), mean.plus(mean.dividedBy(2)));
            case "normal" -> new Normal(mean, mean.dividedBy(4));
            case "log-normal" -> new LogNormal(mean, mean);
            default -> new Exponential(mean);
        };
    }
}
