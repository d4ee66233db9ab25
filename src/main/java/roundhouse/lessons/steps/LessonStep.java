package roundhouse.lessons.steps;

import java.util.List;
import roundhouse.lessons.figures.Claim;
import roundhouse.lessons.figures.LineItem;
import roundhouse.lessons.goals.GoalParser;
import roundhouse.lessons.goals.TaskGoal;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.ListType;
import roundhouse.topology.types.Types;
import roundhouse.topology.types.VariantsType;

/** One step of a lesson. */
public sealed interface LessonStep {
    StepFrame frame();

    /** Explains, with the run's own figures. */
    record Text(StepFrame frame) implements LessonStep {
        private static final Declarations<Text> DECLARED =
                Declarations.of(Text.class, "a text").constant("kind", "text");
        public static final Settings<Text> SETTINGS = settings();

        private static Settings<Text> settings() {
            DECLARED.inlined("frame", Text::frame, StepFrame.SETTINGS, "");
            return DECLARED.settings();
        }
    }

    /** Asks what will happen before it is seen. The system is the lesson's own, whatever was done to it before. */
    record Predict(StepFrame frame, Question answer, int points) implements LessonStep {
        private static final Declarations<Predict> DECLARED =
                Declarations.of(Predict.class, "a prediction").constant("kind", "predict");
        public static final Settings<Predict> SETTINGS = settings();

        private static Settings<Predict> settings() {
            DECLARED.inlined("frame", Predict::frame, StepFrame.SETTINGS, "");
            DECLARED.setting("answer", Predict::answer, Question.type())
                    .says("Answer", "What is to be predicted, and how it is given.")
                    .required("{ \"type\": \"choice\", \"choices\": [ … ] }", new Question.Choice(List.of()));
            DECLARED.setting("points", Predict::points, POINTS)
                    .says(POINTS_LABEL, POINTS_HELP)
                    .usually(1);
            return DECLARED.settings();
        }
    }

    /** A task on the canvas. */
    record Do(StepFrame frame, List<TaskGoal> goals, List<String> mayChange, String hint, int points)
            implements LessonStep {
        private static final Declarations<Do> DECLARED =
                Declarations.of(Do.class, "a task").constant("kind", "do");
        public static final Settings<Do> SETTINGS = settings();

        public Do {
            goals = List.copyOf(goals);
            mayChange = List.copyOf(mayChange);
        }

        private static Settings<Do> settings() {
            DECLARED.inlined("frame", Do::frame, StepFrame.SETTINGS, "");
            DECLARED.setting("goals", Do::goals, GoalParser.list())
                    .says("Goals", "What must have been done and be true, all of these, one a line.")
                    .usually(List.of());
            DECLARED.setting("may-change", Do::mayChange, Changeable.list())
                    .says(
                            "May change",
                            "What may be otherwise than in the lesson's system: ids of nodes, lb.algorithm, links, scenario, new server,"
                                    + " remove server. Without any, everything but clients, seed, durations and what is expected.")
                    .usually(List.of());
            DECLARED.setting("hint", Do::hint, Types.line())
                    .says("Hint", "What helps those who are stuck.")
                    .usually("");
            DECLARED.setting("points", Do::points, POINTS)
                    .says(POINTS_LABEL, POINTS_HELP)
                    .usually(1);
            return DECLARED.settings();
        }
    }

    /** Shows something: what to look at is circled. */
    record See(StepFrame frame) implements LessonStep {
        private static final Declarations<See> DECLARED =
                Declarations.of(See.class, "a look").constant("kind", "see");
        public static final Settings<See> SETTINGS = settings();

        private static Settings<See> settings() {
            DECLARED.inlined("frame", See::frame, StepFrame.SETTINGS, "");
            DECLARED.check((see, checks) -> {
                if (see.frame().look().isEmpty()) {
                    checks.wrong("look", "nothing is circled; \"look\" names what to see, like [\"s1\", \"lb → s1\"]");
                }
            });
            return DECLARED.settings();
        }
    }

    /** Judges the run there is. */
    record Check(StepFrame frame, List<Claim> expect, int points) implements LessonStep {
        private static final Declarations<Check> DECLARED =
                Declarations.of(Check.class, "a check").constant("kind", "check");
        public static final Settings<Check> SETTINGS = settings();

        public Check {
            expect = List.copyOf(expect);
        }

        private static Settings<Check> settings() {
            DECLARED.inlined("frame", Check::frame, StepFrame.SETTINGS, "");
            DECLARED.setting("expect", Check::expect, ListType.ofSome(LineItem.claim()))
                    .says("Expectations", "What must be true of the run, one a line.")
                    .usually(List.of());
            DECLARED.setting("points", Check::points, POINTS)
                    .says(POINTS_LABEL, POINTS_HELP)
                    .usually(1);
            return DECLARED.settings();
        }
    }

    Type<Integer> POINTS = Types.whole(0, 100);

    String POINTS_LABEL = "Points";
    String POINTS_HELP = "What it is worth when it is graded.";

    static VariantsType<LessonStep> type() {
        return new VariantsType<LessonStep>("step", "a step", "kind of step", "\"text\"")
                .toldApartBy("kind")
                .or("text", "Text", "Explains.", Text.class, Text.SETTINGS)
                .or("predict", "Predict", "Asks what will happen.", Predict.class, Predict.SETTINGS)
                .or("do", "Do", "A task on the canvas.", Do.class, Do.SETTINGS)
                .or("see", "See", "Circles what to look at.", See.class, See.SETTINGS)
                .or("check", "Check", "Judges the run.", Check.class, Check.SETTINGS)
                .convertedBy(LessonStep::converted);
    }

    private static LessonStep converted(LessonStep step, String kind) {
        return switch (kind) {
            case "predict" -> new Predict(step.frame(), new Question.Choice(List.of()), 1);
            case "do" -> new Do(step.frame(), List.of(), List.of(), "", 1);
            case "see" -> new See(step.frame());
            case "check" -> new Check(step.frame(), List.of(), 1);
            default -> new Text(step.frame());
        };
    }

    default String id() {
        return frame().id();
    }

    /** What it is worth; 0 for one that wants nothing. */
    default int worth() {
        return switch (this) {
            case Text _, See _ -> 0;
            case Predict predict -> predict.points();
            case Do task -> task.points();
            case Check check -> check.points();
        };
    }

    /** Whether it wants something of whoever learns. */
    default boolean isTask() {
        return !(this instanceof Text) && !(this instanceof See);
    }
}
