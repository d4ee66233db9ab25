package roundhouse.topology.declarations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.annotations.Annotation;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Problems;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.SettingGroup;

/** A note or a frame in a list. */
final class AnnotationItem extends PlacedItem<Annotation> {
    AnnotationItem() {
        super("annotations", "put on the canvas");
    }

    @Override
    public @Nullable Annotation read(Json value, String pointer, Problems problems) {
        Fields fields = Fields.of(value, pointer, problems, Annotation.SETTINGS.what());
        return fields == null ? null : Annotation.SETTINGS.read(fields);
    }

    @Override
    public Json json(Annotation annotation) {
        return Annotation.SETTINGS.json(annotation);
    }

    @Override
    public void check(Annotation annotation, Checks checks) {
        Annotation.SETTINGS.check(annotation, checks);
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        return definitions.reference("annotation", () -> Annotation.SETTINGS.schema(definitions));
    }

    @Override
    public List<SettingGroup> parts() {
        return List.of(Annotation.SETTINGS);
    }

    @Override
    public String line(Annotation annotation) {
        return annotation.id();
    }
}
