package roundhouse.lessons.steps;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.forms.FieldName;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Problems;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.SettingGroup;
import roundhouse.topology.types.ListType;
import roundhouse.topology.types.VariantsType;

/** A step in a list. */
public final class StepItem implements ListType.Item<LessonStep> {
    /** The key of the field for a step's kind; those of its other fields begin with it and a full stop. */
    public static final String KIND = "kind";

    private static final VariantsType<LessonStep> TYPE = LessonStep.type();
    private static final String ANY = "step";

    /** The fields in which a step is edited, its kind first. */
    public static List<FormField<LessonStep>> form(LessonStep step) {
        return TYPE.form(new FieldName(KIND, "Kind", "What the step does."), step);
    }

    /** The word for a step's kind in files. */
    public static String kind(LessonStep step) {
        return TYPE.word(step);
    }

    /** What people read for a step's kind. */
    public static String kindTitle(LessonStep step) {
        return TYPE.title(step);
    }

    @Override
    public @Nullable LessonStep read(Json value, String pointer, Problems problems) {
        Problems own = new Problems();
        Fields fields = Fields.of(new Json.Obj(value.line(), Map.of(ANY, value)), "", own, ANY);
        LessonStep step = fields == null ? null : TYPE.read(fields, ANY);
        own.inOrder()
                .forEach(problem -> problems.add(
                        pointer + problem.pointer().substring(ANY.length() + 1), problem.line(), problem.message()));
        return step;
    }

    @Override
    public Json json(LessonStep step) {
        JsonBuilder json = new JsonBuilder();
        TYPE.write(json, ANY, step);
        return json.build().fields().getOrDefault(ANY, new Json.Null(0));
    }

    @Override
    public void check(LessonStep step, Checks checks) {
        switch (step) {
            case LessonStep.Text text -> LessonStep.Text.SETTINGS.check(text, checks);
            case LessonStep.Predict predict -> LessonStep.Predict.SETTINGS.check(predict, checks);
            case LessonStep.Do task -> LessonStep.Do.SETTINGS.check(task, checks);
            case LessonStep.See see -> LessonStep.See.SETTINGS.check(see, checks);
            case LessonStep.Check check -> LessonStep.Check.SETTINGS.check(check, checks);
        }
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        return TYPE.schema(definitions);
    }

    @Override
    public List<SettingGroup> parts() {
        return TYPE.parts();
    }

    @Override
    public String plural() {
        return "steps";
    }

    @Override
    public String line(LessonStep step) {
        return step.id() + ": " + step.frame().title();
    }

    /** Steps are edited one by one. */
    @Override
    public Parsed<LessonStep> parse(String line) {
        return new Parsed.Wrong<>("found " + Json.quoted(line) + "; steps are edited one by one");
    }

    @Override
    public String example() {
        return "";
    }
}
