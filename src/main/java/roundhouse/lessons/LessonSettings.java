package roundhouse.lessons;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.lessons.steps.LessonControl;
import roundhouse.lessons.steps.LessonStep;
import roundhouse.lessons.steps.OptionalList;
import roundhouse.lessons.steps.StepItem;
import roundhouse.topology.Topology;
import roundhouse.topology.json.Json;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.ListType;
import roundhouse.topology.types.Types;

/** The settings of a lesson as a whole. */
public final class LessonSettings {
    private static final Declarations<Lesson> DECLARED = Declarations.of(Lesson.class, "a lesson");

    public static final Setting<Lesson, String> TITLE = DECLARED.setting("title", Lesson::title, line(100, true))
            .says("Title", "What the lesson is called.")
            .required("\"Up and out\"", "A lesson");
    public static final Setting<Lesson, String> TOPIC = DECLARED.setting("topic", Lesson::topic, line(60, false))
            .says("Topic", "What it belongs to.")
            .usually("");
    public static final Setting<Lesson, String> SUMMARY = DECLARED.setting("summary", Lesson::summary, line(300, false))
            .says("Summary", "What it is about, in a sentence.")
            .usually("");
    public static final Setting<Lesson, String> BELIEF = DECLARED.setting("belief", Lesson::belief, line(300, false))
            .says("Wrong belief", "What many believe, and a run of this lesson shows to be wrong.")
            .usually("");
    public static final Setting<Lesson, @Nullable List<LessonControl>> CONTROLS = DECLARED.<@Nullable List<
                            LessonControl>>
                    setting("controls", Lesson::controls, new OptionalList<>(LessonControl.list(), "all", "none"))
            .says(
                    "Controls",
                    "The parts of the window that are there from the beginning, one a line; without it all are. Steps show"
                            + " further ones.")
            .usuallyMissing();
    public static final Setting<Lesson, Topology> TOPOLOGY = DECLARED.setting(
                    "topology", Lesson::topology, new TopologyType())
            .says("System", "The system that the lesson is about, as topology files have it.")
            .hidden()
            .required("{ \"format\": 1, … }", Topology.EMPTY);
    public static final Setting<Lesson, List<LessonStep>> STEPS = DECLARED.setting(
                    "steps", Lesson::steps, ListType.ofSome(new StepItem()))
            .says("Steps", "What is explained, asked, done and judged, in order.")
            .alwaysWritten()
            .hidden()
            .usually(List.of());

    public static final Settings<Lesson> SETTINGS = DECLARED.described(
                    "A system and steps that teach something about it.")
            .settings();

    private LessonSettings() {}

    private static Type<String> line(int most, boolean needed) {
        return Types.text("one line of at most " + most + " characters", needed ? "\\S" : "", (key, text, checks) -> {
            if ((needed && text.isBlank()) || text.length() > most || !Checks.singleLine(text)) {
                checks.wrong(
                        key,
                        key + " is " + Json.quoted(text) + "; one line of " + (needed ? "1 to " : "at most ") + most
                                + " characters is allowed");
            }
        });
    }
}
