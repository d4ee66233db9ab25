package roundhouse.lessons;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import roundhouse.lessons.goals.Change;
import roundhouse.lessons.steps.LessonControl;
import roundhouse.lessons.steps.LessonStep;
import roundhouse.topology.Topology;
import roundhouse.topology.json.Units.Parsed;

/**
 * A lesson: a system and the steps by which it teaches something.
 *
 * @param topic what it belongs to: "Where keys live"
 * @param belief the wrong belief that it corrects, as somebody has it; may be empty
 * @param controls the parts of the window that are there from the beginning; null for all
 */
public record Lesson(
        String title,
        String topic,
        String summary,
        String belief,
        @Nullable List<LessonControl> controls,
        Topology topology,
        List<LessonStep> steps) {
    /** The version of the file format that this program writes. */
    public static final int FORMAT = 1;

    public Lesson {
        controls = controls == null ? null : List.copyOf(controls);
        steps = List.copyOf(steps);
    }

    /** The place of the step of that id. */
    public OptionalInt indexOf(String id) {
        return IntStream.range(0, steps.size())
                .filter(i -> steps.get(i).id().equals(id))
                .findFirst();
    }

    /** The lesson's own system at a step: with the newest changes up to it. */
    public Topology system(int step) {
        return switch (systemOrReason(step)) {
            case Parsed.Value<Topology>(Topology system) -> system;
            case Parsed.Wrong<Topology>(String reason) -> throw new IllegalStateException(reason);
        };
    }

    /** The same of a lesson that is not checked yet: why a change cannot be made. */
    Parsed<Topology> systemOrReason(int step) {
        for (int i = step; i >= 0; i--) {
            List<Change> change = steps.get(i).frame().change();
            if (change != null) {
                return Change.all(change, topology);
            }
        }
        return new Parsed.Value<>(topology);
    }

    /** Whether the lesson itself sets the system up at a step, whatever was done to it before. */
    public boolean setsUp(int step) {
        return step == 0
                || steps.get(step) instanceof LessonStep.Predict
                || steps.get(step).frame().change() != null;
    }

    /** The parts of the window that are there at a step. */
    public Set<LessonControl> controls(int step) {
        Set<LessonControl> there = EnumSet.noneOf(LessonControl.class);
        there.addAll(controls == null ? List.of(LessonControl.values()) : controls);
        for (int i = 0; i <= step; i++) {
            there.addAll(steps.get(i).frame().show());
            steps.get(i).frame().hide().forEach(there::remove);
        }
        return there;
    }

    /** What all tasks together are worth. */
    public int worth() {
        return steps.stream().mapToInt(LessonStep::worth).sum();
    }

    public Lesson with(List<LessonStep> next) {
        return new Lesson(title, topic, summary, belief, controls, topology, next);
    }

    public Lesson with(Topology next) {
        return new Lesson(title, topic, summary, belief, controls, next, steps);
    }

    /** An id that no step has yet. */
    public String freeId() {
        List<String> ids = new ArrayList<>(steps.stream().map(LessonStep::id).toList());
        return IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> "step-" + i)
                .filter(id -> !ids.contains(id))
                .findFirst()
                .orElseThrow();
    }
}
