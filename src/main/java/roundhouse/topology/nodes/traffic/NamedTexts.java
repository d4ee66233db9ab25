package roundhouse.topology.nodes.traffic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import roundhouse.topology.forms.FieldName;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.Type;

/** Texts by name: the headers of a request, whose names are in lower case, or its cookies. */
public final class NamedTexts implements Type<Map<String, String>> {
    private final Kind kind;

    enum Kind {
        HEADERS,
        COOKIES
    }

    NamedTexts(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Map<String, String> read(Fields fields, String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.texts(key)
                .forEach(
                        (name, value) -> texts.put(kind == Kind.HEADERS ? name.toLowerCase(Locale.ROOT) : name, value));
        return texts;
    }

    @Override
    public void write(JsonBuilder json, String key, Map<String, String> texts) {
        json.texts(key, texts);
    }

    @Override
    public void check(String key, Map<String, String> texts, Checks checks) {
        switch (kind) {
            case HEADERS -> checks.headers(key, texts);
            case COOKIES -> checks.cookies(key, texts);
        }
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        return definitions.reference(
                "texts",
                () -> new JsonBuilder()
                        .put("type", "object")
                        .put(
                                "propertyNames",
                                new JsonBuilder()
                                        .put("pattern", "^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$")
                                        .build())
                        .put(
                                "additionalProperties",
                                new JsonBuilder()
                                        .put("type", "string")
                                        .put("maxLength", 1_000)
                                        .build())
                        .build());
    }

    @Override
    public String allowed() {
        return "an object of texts like { \"x-plan\": \"gold\" }";
    }

    @Override
    public String shown(Map<String, String> texts) {
        return texts.isEmpty() ? "none" : String.join(", ", texts.keySet());
    }

    /** Typed on the line of the request they belong to. */
    @Override
    public List<FormField<Map<String, String>>> form(FieldName name, Map<String, String> current) {
        return List.of();
    }
}
