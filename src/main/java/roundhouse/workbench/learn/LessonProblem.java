package roundhouse.workbench.learn;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import roundhouse.lessons.Lesson;
import roundhouse.lessons.LessonSettings;
import roundhouse.lessons.steps.LessonStep;
import roundhouse.lessons.steps.StepItem;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Problem;

/** What is wrong with a lesson, with the step and the field as its form calls them: a file's {@code /steps/0/goals/1} is no place there. */
final class LessonProblem {
    private static final String STEPS = "steps";

    private LessonProblem() {}

    /** {@code Step 2 “Who gets more?”, Goals, line 1: there is no node "s9"}. */
    static String inWords(Problem problem, Lesson lesson) {
        String where = where(List.of(problem.pointer().split("/")), lesson);
        return where.isEmpty() ? problem.message() : where + ": " + problem.message();
    }

    /** @param way the names of a pointer, with the empty one before its first stroke */
    private static String where(List<String> way, Lesson lesson) {
        if (way.size() < 2) {
            return "";
        }
        if (!way.get(1).equals(STEPS)) {
            return field("", way.subList(1, way.size()), LessonSettings.SETTINGS.fields(lesson, ""));
        }
        if (way.size() < 3) {
            return text("learn.steps");
        }
        int index = Integer.parseInt(way.get(2));
        LessonStep step = lesson.steps().get(index);
        String said = text("learn.step-called", index + 1, step.frame().title());
        String field = field(StepItem.KIND + ".", way.subList(3, way.size()), StepItem.form(step));
        return field.isEmpty() ? said : said + ", " + field;
    }

    /** The field whose key behind {@code before} is the longest beginning of the way, and the line in it where the way goes on with a number. */
    private static <T> String field(String before, List<String> way, List<FormField<T>> fields) {
        for (int length = way.size(); length > 0; length--) {
            String key = before + String.join(".", way.subList(0, length));
            for (FormField<T> field : fields) {
                if (field.key().equals(key)) {
                    boolean line = length < way.size() && way.get(length).matches("\\d+");
                    return line
                            ? text("learn.line-of", field.label(), Integer.parseInt(way.get(length)) + 1)
                            : field.label();
                }
            }
        }
        return "";
    }
}
