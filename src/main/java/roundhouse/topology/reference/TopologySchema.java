package roundhouse.topology.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import roundhouse.topology.Topology;
import roundhouse.topology.declarations.TopologySettings;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.JsonPrinter;
import roundhouse.topology.settings.Definitions;

/** The JSON Schema of topology files (draft 2020-12), made of the declarations of all settings. */
public final class TopologySchema {
    private TopologySchema() {}

    /** The text that ships with the program. */
    public static String text() {
        Definitions definitions = new Definitions();
        Map<String, Json> settings = new LinkedHashMap<>(
                TopologySettings.SETTINGS.schema(definitions).fields());
        Map<String, Json> properties = new LinkedHashMap<>();
        properties.put(
                TopologyFile.SCHEMA_KEY,
                new JsonBuilder()
                        .put("description", "Names this schema for editors.")
                        .put("type", "string")
                        .build());
        properties.put(
                TopologyFile.FORMAT_KEY,
                new JsonBuilder()
                        .put("description", "The version of the format.")
                        .put("const", Topology.FORMAT)
                        .build());
        if (settings.get("properties") instanceof Json.Obj its) {
            properties.putAll(its.fields());
        }
        settings.put("properties", new Json.Obj(0, properties));
        settings.put("required", JsonBuilder.array(List.of(JsonBuilder.text(TopologyFile.FORMAT_KEY))));
        settings.put(
                "description",
                JsonBuilder.text(
                        "What is on the canvas and what happens to it. What one schema cannot say (ids that exist,"
                                + " links that may be, no circle of load balancers) the program checks."));
        Map<String, Json> schema = new LinkedHashMap<>();
        schema.put("$schema", JsonBuilder.text("https://json-schema.org/draft/2020-12/schema"));
        schema.put("$id", JsonBuilder.text(TopologyFile.SCHEMA));
        schema.put("title", JsonBuilder.text("A Roundhouse topology"));
        schema.putAll(settings);
        schema.put("$defs", definitions.all());
        return JsonPrinter.print(new Json.Obj(0, schema));
    }
}
