package roundhouse.swarm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Json;

/** Parts of JSON values by the pointers that messages have (RFC 6901). */
final class Pointers {
    private Pointers() {}

    /** Without what the pointer names, or the nearest thing around it that is there; null when that is the whole. */
    static Json.@Nullable Obj without(Json.Obj root, String pointer) {
        String there = pointer;
        while (!there.isEmpty() && at(root, there) == null) {
            there = there.substring(0, there.lastIndexOf('/'));
        }
        return there.isEmpty() ? null : (Json.Obj) changed(root, steps(there), 0, null);
    }

    /** With that value where the pointer says, which is a field of an object or a place in a list that is there. */
    static Json.Obj with(Json.Obj root, String pointer, Json value) {
        return (Json.Obj) changed(root, steps(pointer), 0, value);
    }

    static @Nullable Json at(Json root, String pointer) {
        Json at = root;
        for (String step : steps(pointer)) {
            at = part(at, step);
            if (at == null) {
                return null;
            }
        }
        return at;
    }

    /** The pointers to everything in it, the deepest of each branch last. */
    static List<String> all(Json root) {
        List<String> all = new ArrayList<>();
        collect(root, "", all);
        return all;
    }

    private static void collect(Json value, String pointer, List<String> all) {
        if (!pointer.isEmpty()) {
            all.add(pointer);
        }
        if (value instanceof Json.Obj object) {
            object.fields().forEach((key, field) -> collect(field, Json.step(pointer, key), all));
        } else if (value instanceof Json.Arr array) {
            for (int i = 0; i < array.items().size(); i++) {
                collect(array.items().get(i), Json.step(pointer, i), all);
            }
        }
    }

    private static List<String> steps(String pointer) {
        List<String> steps = new ArrayList<>();
        for (String step : pointer.split("/", -1)) {
            steps.add(step.replace("~1", "/").replace("~0", "~"));
        }
        return steps.subList(1, steps.size());
    }

    private static @Nullable Json part(Json of, String step) {
        return switch (of) {
            case Json.Obj object -> object.fields().get(step);
            case Json.Arr array
            when step.matches("\\d{1,6}")
                    && Integer.parseInt(step) < array.items().size() ->
                array.items().get(Integer.parseInt(step));
            default -> null;
        };
    }

    private static Json changed(Json of, List<String> steps, int depth, @Nullable Json value) {
        String step = steps.get(depth);
        boolean last = depth == steps.size() - 1;
        Json next = last ? value : changed(Objects.requireNonNull(part(of, step)), steps, depth + 1, value);
        if (of instanceof Json.Obj object) {
            Map<String, Json> fields = new LinkedHashMap<>(object.fields());
            if (next == null) {
                fields.remove(step);
            } else {
                fields.put(step, next);
            }
            return new Json.Obj(0, fields);
        }
        List<Json> items = new ArrayList<>(((Json.Arr) of).items());
        if (next == null) {
            items.remove(Integer.parseInt(step));
        } else {
            items.set(Integer.parseInt(step), next);
        }
        return new Json.Arr(0, items);
    }
}
