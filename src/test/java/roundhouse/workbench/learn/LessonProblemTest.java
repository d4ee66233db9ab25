package roundhouse.workbench.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.lessons.Lesson;
import roundhouse.lessons.LessonChecks;
import roundhouse.lessons.SmallLesson;
import roundhouse.lessons.steps.LessonStep;
import roundhouse.topology.json.Problem;
import roundhouse.topology.json.Units.Parsed;

final class LessonProblemTest {
    private final Lesson lesson = SmallLesson.read();

    private String said(String pointer) {
        return LessonProblem.inWords(new Problem(pointer, 0, "no"), lesson);
    }

    @Test
    void theStepAndItsFieldAreCalledAsTheFormCallsThem() {
        assertThat(said("")).isEqualTo("no");
        assertThat(said("/title")).isEqualTo("Title: no");
        assertThat(said("/controls/1")).isEqualTo("Controls, line 2: no");
        assertThat(said("/steps")).isEqualTo("Steps: no");
        assertThat(said("/steps/1")).isEqualTo("Step 2 “Who gets more?”: no");
        assertThat(said("/steps/1/title")).isEqualTo("Step 2 “Who gets more?”, Title: no");
        assertThat(said("/steps/1/answer/choices/0/when/1")).isEqualTo("Step 2 “Who gets more?”, Choices, line 1: no");
        assertThat(said("/steps/2/answer/from")).isEqualTo("Step 3 “The longest”, Scale from: no");
    }

    /** Whatever can be wrong with a written lesson is somewhere in its form. */
    @Test
    void whatIsTypedWronglyIsNamedByItsField() {
        EditorModel model = new EditorModel(lesson.topology());
        LessonStep step = model.lesson().steps().getFirst();
        step = typed(step, "kind.look", "s9");
        model.replace(0, step);
        assertThat(LessonChecks.problems(model.lesson()).getFirst().pointer()).isEqualTo("/steps/0/look/0");
        assertThat(model.problem())
                .startsWith("Step 1 “" + step.frame().title() + "”, Circled, line 1: there is no node \"s9\"");
        List<LessonStep> same = new ArrayList<>(lesson.steps());
        same.add(same.getFirst());
        model.open(lesson.with(same));
        assertThat(model.problem()).startsWith("Step " + same.size() + " “Two servers”, Id: there is a step \"intro\"");
    }

    private static LessonStep typed(LessonStep step, String key, String words) {
        return EditorModel.stepFields(step).stream()
                .filter(field -> field.key().equals(key))
                .map(field -> ((Parsed.Value<LessonStep>) field.write().apply(step, words)).value())
                .findFirst()
                .orElseThrow();
    }
}
