package roundhouse.swarm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.JsonText;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.reference.TopologySchema;

/**
 * Draws values that the schema of topologies allows. The schema is made of the declarations of all settings and commands, so that a
 * new one is drawn as soon as it is declared. Sizes and times are such that most systems live for seconds and thousands of events.
 */
final class SchemaDraw {
    private static final Json.Obj SCHEMA = parsed();

    private static final List<String> DURATIONS = List.of(
            "0s", "1ns", "700us", "1ms", "3ms", "20ms", "50ms", "100ms", "300ms", "1s", "1s", "2s", "10s", "1h");
    private static final List<String> RATES = List.of("0/s", "0.5/s", "10/s", "100/s", "300/s", "1000/s");
    private static final List<String> NAMES = List.of("eu", "us", "eu-1", "default", "api");
    private static final List<String> PRICES =
            List.of("0.10/h", "0.05/core-h", "0.0000002/request", "0.09/GB", "m5.large + 0.09/GB");
    /** For texts that follow a rule of their own; those are drawn that its pattern allows. */
    private static final List<String> TEXTS = List.of(
            "5/s",
            "70/min",
            "20/500ms",
            "10.0.0.0/8",
            "192.0.2.7/32",
            "2001:db8::/32",
            "/api/*",
            "/",
            "GET",
            "POST",
            "2xx",
            "200-399, 503",
            "x-user",
            "x-plan",
            "64 GiB",
            "beta",
            "7",
            "n1#0",
            "0x6e1f00c2a4b00000",
            "p99 < 200ms",
            "utilization 60%",
            "requests 50/s",
            "queue 3",
            "4 in 1s",
            "50% in 500ms",
            "max queue of n1 <= 5",
            "failed < 1% during 500ms..1500ms",
            "missed sessions = 0",
            "lost sessions of n2 = 0",
            "throughput of n2 > 10/s",
            "utilization of n1 < 80%");

    /** A file of keys that is there, with times and without. */
    private static final List<String> KEY_FILES = List.of(
            SwarmFiles.written("keys.txt", "3\n1\n4\n1\n5\n"),
            SwarmFiles.written("timed-keys.txt", "0 3 100 r\n20 1 900 w\n20 4 100 r\n700 1 100 r\n"));

    /** By pattern. */
    private static final Map<String, List<String>> ALLOWED = new ConcurrentHashMap<>();

    private final SplittableRandom random;
    private final List<String> ids;
    private final Set<String> undrawable = new TreeSet<>();
    private List<Json> joined = List.of();

    /** @param ids what names of nodes are drawn from */
    SchemaDraw(SplittableRandom random, List<String> ids) {
        this.random = random;
        this.ids = ids;
    }

    private static Json.Obj parsed() {
        return switch (JsonText.parse(TopologySchema.text())) {
            case JsonText.Result.Value(Json json) -> (Json.Obj) json;
            case JsonText.Result.Wrong wrong -> throw new IllegalStateException(wrong.toString());
        };
    }

    /** What the schema says of one thing: a kind of node, {@code command}, {@code link}. */
    static Json.Obj definition(String name) {
        return (Json.Obj) Objects.requireNonNull(Pointers.at(SCHEMA, Json.step("/$defs", name)), name);
    }

    static Json.Obj root() {
        return SCHEMA;
    }

    /** The names of the definitions that one of several is. */
    static List<String> oneOf(String name) {
        return ((Json.Arr) definition(name).fields().get("anyOf"))
                .items().stream()
                        .map(item -> ((Json.Text) Objects.requireNonNull(
                                        ((Json.Obj) item).fields().get("$ref")))
                                .value()
                                .replace("#/$defs/", ""))
                        .toList();
    }

    /** From now on two ends of a link are mostly those of one of these. */
    void links(List<Link> links) {
        joined = links.stream()
                .<Json>map(
                        link -> JsonBuilder.array(List.of(JsonBuilder.text(link.from()), JsonBuilder.text(link.to()))))
                .toList();
    }

    /** Patterns of texts of which none could be drawn. */
    Set<String> undrawable() {
        return undrawable;
    }

    boolean oneIn(int of) {
        return random.nextInt(of) == 0;
    }

    <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Null where nothing could be drawn. */
    @Nullable
    Json value(Json.Obj schema) {
        Map<String, Json> says = schema.fields();
        if (says.get("$ref") instanceof Json.Text(int _, String name)) {
            return named(name.replace("#/$defs/", ""));
        }
        if (says.containsKey("const")) {
            return says.get("const");
        }
        if (says.get("enum") instanceof Json.Arr(int _, List<Json> items)) {
            return pick(items);
        }
        if (!says.containsKey("type") && says.get("anyOf") instanceof Json.Arr(int _, List<Json> items)) {
            return value((Json.Obj) pick(items));
        }
        return switch (says.get("type") instanceof Json.Text(int _, String type) ? type : "") {
            case "object" -> says.get("properties") instanceof Json.Obj ? object(says) : map(says);
            case "array" -> array(says);
            case "boolean" -> new Json.Bool(0, random.nextBoolean());
            case "integer" -> new Json.Num(0, Long.toString((long) number(says, true)));
            case "number" -> JsonBuilder.number(number(says, false));
            case "string" -> text(says);
            default -> throw new IllegalStateException("nothing is known of " + says);
        };
    }

    private @Nullable Json named(String name) {
        return switch (name) {
            case "duration" -> JsonBuilder.text(pick(DURATIONS));
            case "rate" -> JsonBuilder.text(pick(RATES));
            case "price" -> JsonBuilder.text(pick(PRICES));
            case "name" -> JsonBuilder.text(pick(NAMES));
            case "ends" -> joined.isEmpty() || oneIn(10) ? value(definition(name)) : pick(joined);
            case "limit" -> oneIn(10) ? value(definition(name)) : new LimitDraw(this, definition(name)).limit();
            case "label" -> JsonBuilder.text("a label");
            case "id" -> JsonBuilder.text(oneIn(20) ? "nobody" : pick(ids));
            default -> value(definition(name));
        };
    }

    private static double bound(Map<String, Json> says, String which, double otherwise) {
        return says.get(which) instanceof Json.Num(int _, String literal) ? Double.parseDouble(literal) : otherwise;
    }

    /** Mostly near the least, at times the most. */
    private double number(Map<String, Json> says, boolean whole) {
        double least = bound(says, "minimum", 0);
        double most = bound(says, "maximum", 1_000_000);
        double above = switch (random.nextInt(20)) {
            case 0 -> most <= 20_000 ? most - least : 20_000;
            case 1, 2 -> random.nextInt(100);
            case 3, 4, 5 -> 0;
            default -> whole ? random.nextInt(6) : random.nextDouble() * Math.min(4, most - least);
        };
        double drawn = Math.clamp(Math.max(least, -1_000) + above, least, most);
        return whole ? Math.rint(drawn) : drawn;
    }

    private @Nullable Json text(Map<String, Json> says) {
        String pattern = says.get("pattern") instanceof Json.Text(int _, String its) ? its : "";
        List<String> allowed = ALLOWED.computeIfAbsent(pattern, SchemaDraw::allowed);
        if (allowed.isEmpty()) {
            undrawable.add(pattern);
            return null;
        }
        return JsonBuilder.text(pick(allowed));
    }

    private static List<String> allowed(String pattern) {
        Pattern its = Pattern.compile(pattern);
        return TEXTS.stream().filter(text -> its.matcher(text).find()).toList();
    }

    private static List<String> required(Map<String, Json> says) {
        List<String> required = new ArrayList<>();
        if (says.get("required") instanceof Json.Arr(int _, List<Json> items)) {
            items.forEach(item -> required.add(((Json.Text) item).value()));
        }
        return required;
    }

    /** The keys that each way of a schema's {@code anyOf} requires; empty where it has none. */
    private static List<List<String>> branches(@Nullable Json schema) {
        List<List<String>> ways = new ArrayList<>();
        if (schema instanceof Json.Obj obj && obj.fields().get("anyOf") instanceof Json.Arr(int _, List<Json> items)) {
            items.forEach(item -> ways.add(required(((Json.Obj) item).fields())));
        }
        return ways;
    }

    /** What must be said together, and what must not, is drawn so. */
    private Json object(Map<String, Json> says) {
        Map<String, Json> fields = new LinkedHashMap<>();
        List<String> required = required(says);
        List<String> forbidden = new ArrayList<>();
        if (says.get("oneOf") instanceof Json.Arr(int _, List<Json> branches)) {
            Map<String, Json> branch = ((Json.Obj) pick(branches)).fields();
            required.addAll(required(branch));
            branches(branch.get("not")).forEach(forbidden::addAll);
        }
        List<List<String>> ways = branches(new Json.Obj(0, says));
        ways.removeIf(way -> way.stream().anyMatch(forbidden::contains));
        if (!ways.isEmpty()) {
            required.addAll(pick(ways));
        }
        // What nothing has to be said of is drawn for what can be said of it.
        int of = required.isEmpty() ? 2 : 4;
        ((Json.Obj) Objects.requireNonNull(says.get("properties"))).fields().forEach((key, schema) -> {
            if (!forbidden.contains(key) && (required.contains(key) || oneIn(of))) {
                Json drawn = key.equals("file") ? JsonBuilder.text(pick(KEY_FILES)) : value((Json.Obj) schema);
                if (drawn != null) {
                    fields.put(key, drawn);
                }
            }
        });
        return new Json.Obj(0, fields);
    }

    private Json map(Map<String, Json> says) {
        Map<String, Json> fields = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Map<String, Json> names =
                    new LinkedHashMap<>(((Json.Obj) Objects.requireNonNull(says.get("propertyNames"))).fields());
            names.putIfAbsent("type", JsonBuilder.text("string"));
            Json key = value(new Json.Obj(0, names));
            Json drawn = value((Json.Obj) Objects.requireNonNull(says.get("additionalProperties")));
            if (key instanceof Json.Text(int _, String name) && drawn != null) {
                fields.put(name, drawn);
            }
        }
        return new Json.Obj(0, fields);
    }

    private Json array(Map<String, Json> says) {
        List<Json> items = new ArrayList<>();
        if (says.get("prefixItems") instanceof Json.Arr(int _, List<Json> each)) {
            each.forEach(schema -> items.add(Objects.requireNonNull(value((Json.Obj) schema))));
        } else {
            int least = (int) bound(says, "minItems", 0);
            int count = Math.min(least + random.nextInt(3), (int) bound(says, "maxItems", 3));
            for (int i = 0; i < count; i++) {
                Json drawn = value((Json.Obj) Objects.requireNonNull(says.get("items")));
                if (drawn != null) {
                    items.add(drawn);
                }
            }
        }
        return new Json.Arr(0, items);
    }
}
