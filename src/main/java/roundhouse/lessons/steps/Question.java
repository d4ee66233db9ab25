package roundhouse.lessons.steps;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.lessons.figures.Amounts;
import roundhouse.lessons.figures.LineType;
import roundhouse.lessons.figures.Measure;
import roundhouse.lessons.figures.Tolerance;
import roundhouse.topology.expectations.Amount;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.types.VariantsType;

/** What is to be predicted before the run shows it. */
public sealed interface Question {
    /** One of several: right is each whose claims are true of the run. */
    record Choice(List<Option> choices) implements Question {
        private static final Declarations<Choice> DECLARED =
                Declarations.of(Choice.class, "a choice of several").constant("type", "choice");
        public static final Setting<Choice, List<Option>> CHOICES = DECLARED.setting(
                        "choices", Choice::choices, Option.list())
                .says("Choices", "What can be chosen, a line each: its text | when it is right | what is said then.")
                .usually(List.of());
        public static final Settings<Choice> SETTINGS = DECLARED.settings();

        public Choice {
            choices = List.copyOf(choices);
        }
    }

    /** The scale on which values are given, and how far off they may be. */
    record Scale(Amount from, Amount to, Tolerance within) {
        private static final Declarations<Scale> DECLARED = Declarations.of(Scale.class, "a scale");
        public static final Setting<Scale, Amount> FROM = DECLARED.setting("from", Scale::from, Amounts.type())
                .says("Scale from", "The least value that can be given.")
                .required("\"0ms\"", new Amount.Count(0));
        public static final Setting<Scale, Amount> TO = DECLARED.setting("to", Scale::to, Amounts.type())
                .says("Scale to", "The greatest value that can be given.")
                .required("\"500ms\"", new Amount.Count(100));
        public static final Setting<Scale, Tolerance> WITHIN = DECLARED.setting(
                        "within", Scale::within, Tolerance.type())
                .says("Within", "How far off a prediction may be: a share of what was measured, or an amount.")
                .usually(Tolerance.USUAL);
        public static final Settings<Scale> SETTINGS = DECLARED.settings();
    }

    /** One figure. */
    record OneFigure(Measure figure, Scale scale) implements Question {
        private static final Declarations<OneFigure> DECLARED =
                Declarations.of(OneFigure.class, "a number").constant("type", "number");
        public static final Setting<OneFigure, Measure> FIGURE = DECLARED.setting(
                        "figure", OneFigure::figure, LineType.measure())
                .says("Figure", "What is to be predicted.")
                .required("\"p99\"", Measure.ANY);
        public static final Settings<OneFigure> SETTINGS = settings();

        private static Settings<OneFigure> settings() {
            DECLARED.inlined("scale", OneFigure::scale, Scale.SETTINGS, "");
            return DECLARED.settings();
        }
    }

    /** Several figures side by side, each bar dragged to its height. */
    record Bars(List<Mark> bars, Scale scale) implements Question {
        private static final Declarations<Bars> DECLARED =
                Declarations.of(Bars.class, "bars").constant("type", "bars");
        public static final Setting<Bars, List<Mark>> BARS = DECLARED.setting("bars", Bars::bars, Mark.list())
                .says("Bars", "What is side by side, a line each: label | figure | what is otherwise in its run.")
                .usually(List.of());
        public static final Settings<Bars> SETTINGS = settings();

        public Bars {
            bars = List.copyOf(bars);
        }

        private static Settings<Bars> settings() {
            DECLARED.inlined("scale", Bars::scale, Scale.SETTINGS, "");
            return DECLARED.settings();
        }
    }

    /** A figure over time or over a setting, each point dragged to its height. */
    record Curve(List<Mark> points, Scale scale) implements Question {
        private static final Declarations<Curve> DECLARED =
                Declarations.of(Curve.class, "a curve").constant("type", "curve");
        public static final Setting<Curve, List<Mark>> POINTS = DECLARED.setting("points", Curve::points, Mark.list())
                .says(
                        "Points",
                        "The points from left to right, a line each: label | figure | what is otherwise in its run.")
                .usually(List.of());
        public static final Settings<Curve> SETTINGS = settings();

        public Curve {
            points = List.copyOf(points);
        }

        private static Settings<Curve> settings() {
            DECLARED.inlined("scale", Curve::scale, Scale.SETTINGS, "");
            return DECLARED.settings();
        }
    }

    static VariantsType<Question> type() {
        return new VariantsType<Question>("question", "a question", "question", "\"choice\"")
                .or("choice", "Choose", "One of several answers.", Choice.class, Choice.SETTINGS)
                .or("number", "A number", "One figure on a scale.", OneFigure.class, OneFigure.SETTINGS)
                .or("bars", "Bars", "Several figures, each bar dragged.", Bars.class, Bars.SETTINGS)
                .or("curve", "A curve", "A figure over time or over a setting, dragged.", Curve.class, Curve.SETTINGS);
    }

    /** What values are given for, in order; a number is one mark, a choice none. */
    default List<Mark> marks() {
        return switch (this) {
            case Choice _ -> List.of();
            case OneFigure number -> List.of(new Mark("", number.figure(), List.of()));
            case Bars bars -> bars.bars();
            case Curve curve -> curve.points();
        };
    }

    /** The scale of its values; null of a choice, which has none. */
    default @Nullable Scale scaleOrNull() {
        return switch (this) {
            case Choice _ -> null;
            case OneFigure number -> number.scale();
            case Bars bars -> bars.scale();
            case Curve curve -> curve.scale();
        };
    }
}
