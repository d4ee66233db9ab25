package roundhouse.topology.declarations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.PlainType;
import roundhouse.topology.types.Types;

/** Groups of nodes, each node in one of them: lists of ids in files, {@code a,b/c,d} on one line. */
final class GroupsType extends PlainType<List<List<String>>> {
    private static final Type<String> ID = Types.id();
    private static final String EXAMPLE = "[[\"db-1\", \"web-1\"], [\"db-2\", \"db-3\"]]";

    @Override
    public @Nullable List<List<String>> read(Fields fields, String key) {
        if (fields.get(key) instanceof Json.Text(int _, String line)) {
            return groups(line);
        }
        List<List<String>> groups = new ArrayList<>();
        for (Json group : fields.list(key)) {
            List<String> ids = new ArrayList<>();
            boolean right = group instanceof Json.Arr;
            for (Json id : group instanceof Json.Arr(int _, List<Json> items) ? items : List.<Json>of()) {
                right &= id instanceof Json.Text;
                ids.add(id instanceof Json.Text(int _, String text) ? text : "");
            }
            if (!right) {
                fields.wrong(key, key + " has " + Json.shown(group) + "; lists of ids are allowed, like " + EXAMPLE);
                return null;
            }
            groups.add(List.copyOf(ids));
        }
        return List.copyOf(groups);
    }

    private static List<List<String>> groups(String line) {
        return Arrays.stream(line.split("/", -1))
                .map(group -> Arrays.stream(group.split(",", -1))
                        .map(String::strip)
                        .filter(id -> !id.isEmpty())
                        .toList())
                .toList();
    }

    @Override
    protected Json json(List<List<String>> groups) {
        return JsonBuilder.array(groups.stream()
                .<Json>map(group ->
                        JsonBuilder.array(group.stream().map(JsonBuilder::text).toList()))
                .toList());
    }

    @Override
    public void check(String key, List<List<String>> groups, Checks checks) {
        if (groups.size() < 2 || groups.stream().anyMatch(List::isEmpty)) {
            checks.wrong(key, "there must be two groups or more, with a node or more in each, like " + EXAMPLE);
        }
        Set<String> seen = new LinkedHashSet<>();
        for (List<String> group : groups) {
            for (String id : group) {
                if (!seen.add(id)) {
                    checks.wrong(key, id + " is named twice; a node is in one group");
                }
            }
        }
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        Json.Obj group = new JsonBuilder()
                .put("type", "array")
                .put("items", ID.schema(definitions))
                .put("minItems", 1)
                .build();
        return new JsonBuilder()
                .put("type", "array")
                .put("items", group)
                .put("minItems", 2)
                .build();
    }

    @Override
    public String allowed() {
        return "two or more lists of ids";
    }

    @Override
    protected String format(List<List<String>> groups) {
        return String.join(
                "/", groups.stream().map(group -> String.join(",", group)).toList());
    }

    @Override
    protected Parsed<List<List<String>>> parse(String text) {
        return new Parsed.Value<>(groups(text));
    }

    @Override
    protected Editor editor() {
        return new Editor.Text("db-1,web-1/db-2,db-3");
    }
}
