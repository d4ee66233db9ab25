package roundhouse.lessons.steps;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.lessons.goals.Change;
import roundhouse.topology.json.Json;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.types.Types;

/**
 * What steps of every kind have.
 *
 * @param id how answers and figures of other steps name it
 * @param change what is otherwise in the lesson's system from this step on; null for the system as it is
 * @param at where the run is to stand when the step is shown; null for where it is
 */
public record StepFrame(
        String id,
        String title,
        Passage text,
        @Nullable List<Change> change,
        List<LookAt> look,
        @Nullable Duration at,
        List<LessonControl> show,
        List<LessonControl> hide) {
    private static final Declarations<StepFrame> DECLARED = Declarations.of(StepFrame.class, "a step");

    public static final Setting<StepFrame, String> ID = DECLARED.setting("id", StepFrame::id, Types.id())
            .says("Id", "How answers and figures of other steps name it: {p99 @first}.")
            .required("\"first\"", "step");
    public static final Setting<StepFrame, String> TITLE = DECLARED.setting(
                    "title", StepFrame::title, Types.text("one line of 1 to 100 characters", "\\S", StepFrame::line))
            .says("Title", "What the step is called.")
            .required("\"What do you expect?\"", "Step");
    public static final Setting<StepFrame, Passage> TEXT = DECLARED.setting("text", StepFrame::text, Passage.type())
            .says("Text", "What is said beside the canvas; {p99 of s1} is the run's figure, **so** is bold.")
            .usually(Passage.EMPTY);
    public static final Setting<StepFrame, @Nullable List<Change>> CHANGE = DECLARED.<@Nullable List<Change>>setting(
                    "change", StepFrame::change, new OptionalList<>(Change.list(), "as it is", "as in the lesson"))
            .says(
                    "System",
                    "What is otherwise in the lesson's system from this step on, a change a line; an empty list is the system as it is in"
                            + " the lesson.")
            .usuallyMissing();
    public static final Setting<StepFrame, List<LookAt>> LOOK = DECLARED.setting("look", StepFrame::look, LookAt.list())
            .says("Circled", "What is circled: a node, a link, a part of the window, one a line.")
            .usually(List.of());
    public static final Setting<StepFrame, @Nullable Duration> AT = DECLARED.setting(
                    "at", StepFrame::at, Types.optional(Types.duration(), "where it is"))
            .says("Time", "Where the run stands when the step is shown.")
            .usuallyMissing();
    public static final Setting<StepFrame, List<LessonControl>> SHOW = DECLARED.setting(
                    "show", StepFrame::show, LessonControl.list())
            .says("Shows", "Parts of the window that are there from this step on, one a line.")
            .usually(List.of());
    public static final Setting<StepFrame, List<LessonControl>> HIDE = DECLARED.setting(
                    "hide", StepFrame::hide, LessonControl.list())
            .says("Hides", "Parts of the window that are not there from this step on.")
            .usually(List.of());

    public static final Settings<StepFrame> SETTINGS = DECLARED.settings();

    public StepFrame {
        change = change == null ? null : List.copyOf(change);
        look = List.copyOf(look);
        show = List.copyOf(show);
        hide = List.copyOf(hide);
    }

    private static void line(String key, String text, Checks checks) {
        if (text.isBlank() || text.length() > 100 || !Checks.singleLine(text)) {
            checks.wrong(key, key + " is " + Json.quoted(text) + "; one line of 1 to 100 characters is allowed");
        }
    }
}
