package roundhouse.lessons;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.JsonPrinter;
import roundhouse.topology.settings.Definitions;

/** The JSON Schema of lesson files (draft 2020-12), made of the declarations. */
public final class LessonSchema {
    private LessonSchema() {}

    /** The text that ships with the program. */
    public static String text() {
        Definitions definitions = new Definitions();
        Map<String, Json> settings =
                new LinkedHashMap<>(LessonSettings.SETTINGS.schema(definitions).fields());
        Map<String, Json> properties = new LinkedHashMap<>();
        properties.put(
                LessonFile.SCHEMA_KEY,
                new JsonBuilder()
                        .put("description", "Names this schema for editors.")
                        .put("type", "string")
                        .build());
        properties.put(
                LessonFile.FORMAT_KEY,
                new JsonBuilder()
                        .put("description", "The version of the format.")
                        .put("const", Lesson.FORMAT)
                        .build());
        if (settings.get("properties") instanceof Json.Obj its) {
            properties.putAll(its.fields());
        }
        settings.put("properties", new Json.Obj(0, properties));
        settings.put(
                "required",
                JsonBuilder.array(List.of(
                        JsonBuilder.text(LessonFile.FORMAT_KEY),
                        JsonBuilder.text("title"),
                        JsonBuilder.text("topology"),
                        JsonBuilder.text("steps"))));
        Map<String, Json> schema = new LinkedHashMap<>();
        schema.put("$schema", JsonBuilder.text("https://json-schema.org/draft/2020-12/schema"));
        schema.put("$id", JsonBuilder.text(LessonFile.SCHEMA));
        schema.put("title", JsonBuilder.text("A Roundhouse lesson"));
        schema.putAll(settings);
        schema.put("$defs", definitions.all());
        return JsonPrinter.print(new Json.Obj(0, schema));
    }
}
