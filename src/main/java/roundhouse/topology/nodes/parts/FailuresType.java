package roundhouse.topology.nodes.parts;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Failure;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.forms.FieldName;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.Type;

/** Some of the ways in which a target can fail a request: a list in files or the name of software with that default, a check box each in forms. */
final class FailuresType implements Type<Set<Failure>> {
    private static final Map<String, Set<Failure>> BY_NAME = byName();
    private static final List<String> WORDS =
            Stream.of(Failure.values()).map(Failure::key).toList();

    /** What a word of a list stands for: a failure by its own name, or what a condition of nginx, HAProxy or Envoy means. */
    private static final Map<String, Set<Failure>> MEANINGS = meanings();

    private static Map<String, Set<Failure>> meanings() {
        Map<String, Set<Failure>> meanings = new LinkedHashMap<>();
        Stream.of(Failure.values()).forEach(failure -> meanings.put(failure.key(), EnumSet.of(failure)));
        Set<Failure> unanswered = EnumSet.of(Failure.REFUSED, Failure.BROKEN, Failure.TIMED_OUT);
        // nginx: proxy_next_upstream.
        meanings.put("error", EnumSet.of(Failure.REFUSED, Failure.BROKEN));
        meanings.put("timeout", EnumSet.of(Failure.TIMED_OUT));
        meanings.put("http_500", EnumSet.of(Failure.HTTP_5XX));
        meanings.put("http_502", EnumSet.of(Failure.HTTP_5XX));
        meanings.put("http_503", EnumSet.of(Failure.REJECTED));
        meanings.put("http_504", EnumSet.of(Failure.HTTP_5XX));
        // HAProxy: retry-on.
        meanings.put("conn-failure", EnumSet.of(Failure.REFUSED));
        meanings.put("empty-response", EnumSet.of(Failure.BROKEN));
        meanings.put("response-timeout", EnumSet.of(Failure.TIMED_OUT));
        meanings.put("500", EnumSet.of(Failure.HTTP_5XX));
        meanings.put("502", EnumSet.of(Failure.HTTP_5XX));
        meanings.put("503", EnumSet.of(Failure.REJECTED));
        meanings.put("504", EnumSet.of(Failure.HTTP_5XX));
        meanings.put("all-retryable-errors", EnumSet.allOf(Failure.class));
        // Envoy: retry_on. No answer at all counts as one of 503 or 504 there.
        meanings.put("connect-failure", EnumSet.of(Failure.REFUSED));
        meanings.put("reset", unanswered);
        meanings.put("gateway-error", EnumSet.of(Failure.REFUSED, Failure.BROKEN, Failure.TIMED_OUT, Failure.REJECTED));
        meanings.put("5xx", EnumSet.allOf(Failure.class));
        return meanings;
    }

    private static Map<String, Set<Failure>> byName() {
        Map<String, Set<Failure>> names = new LinkedHashMap<>();
        names.put("nginx", Failure.NGINX);
        names.put("haproxy", Failure.HAPROXY);
        names.put("envoy", Failure.ENVOY);
        return names;
    }

    @Override
    public @Nullable Set<Failure> read(Fields fields, String key) {
        if (fields.get(key) instanceof Json.Text) {
            String name = fields.choice(key, "set of failures", BY_NAME.keySet());
            return name == null ? null : BY_NAME.get(name);
        }
        Set<Failure> failures = EnumSet.noneOf(Failure.class);
        for (String word : fields.choices(key, "failure", MEANINGS.keySet())) {
            failures.addAll(Objects.requireNonNull(MEANINGS.get(word)));
        }
        return failures;
    }

    @Override
    public void write(JsonBuilder json, String key, Set<Failure> failures) {
        String name = name(failures);
        json.put(
                key,
                name == null
                        ? JsonBuilder.array(
                                inOrder(failures).map(JsonBuilder::text).toList())
                        : JsonBuilder.text(name));
    }

    private static @Nullable String name(Set<Failure> failures) {
        return BY_NAME.entrySet().stream()
                .filter(entry -> entry.getValue().equals(failures))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static Stream<String> inOrder(Set<Failure> failures) {
        return Stream.of(Failure.values()).filter(failures::contains).map(Failure::key);
    }

    @Override
    public void check(String key, Set<Failure> failures, Checks checks) {}

    @Override
    public Json.Obj schema(Definitions definitions) {
        Json.Obj items = oneOf(List.copyOf(MEANINGS.keySet()));
        Json.Obj list =
                new JsonBuilder().put("type", "array").put("items", items).build();
        return new JsonBuilder()
                .put("anyOf", JsonBuilder.array(List.of(oneOf(List.copyOf(BY_NAME.keySet())), list)))
                .build();
    }

    private static Json.Obj oneOf(List<String> words) {
        return new JsonBuilder()
                .put(
                        "enum",
                        JsonBuilder.array(words.stream().map(JsonBuilder::text).toList()))
                .build();
    }

    @Override
    public String allowed() {
        return String.join(", ", BY_NAME.keySet()) + ", or a list of " + String.join(", ", WORDS)
                + ", and the conditions of nginx, HAProxy and Envoy by their names";
    }

    @Override
    public String shown(Set<Failure> failures) {
        String name = name(failures);
        String list = failures.isEmpty() ? "none" : inOrder(failures).collect(Collectors.joining(", "));
        return name == null ? list : name + " (" + list + ")";
    }

    @Override
    public List<FormField<Set<Failure>>> form(FieldName name, Set<Failure> current) {
        List<FormField<Set<Failure>>> fields = new ArrayList<>();
        for (Failure failure : Failure.values()) {
            fields.add(new FormField<>(
                    name.key() + "." + failure.key(),
                    name.label() + " " + failure.key(),
                    "Whether it counts that a target " + did(failure) + ".",
                    new Editor.Flag(),
                    failures -> failures.contains(failure) ? Editor.ON : Editor.OFF,
                    (failures, text) -> new Parsed.Value<>(with(failures, failure, text.equals(Editor.ON)))));
        }
        return fields;
    }

    private static Set<Failure> with(Set<Failure> before, Failure failure, boolean on) {
        Set<Failure> failures = EnumSet.noneOf(Failure.class);
        failures.addAll(before);
        if (on) {
            failures.add(failure);
        } else {
            failures.remove(failure);
        }
        return failures;
    }

    private static String did(Failure failure) {
        return switch (failure) {
            case REFUSED -> "refused the connection";
            case BROKEN -> "broke it before the answer";
            case TIMED_OUT -> "did not answer in time";
            case REJECTED -> "shed the request (503)";
            case HTTP_5XX -> "answered with a status from 500 on";
        };
    }
}
