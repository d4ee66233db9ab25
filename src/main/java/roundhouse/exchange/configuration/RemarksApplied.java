package roundhouse.exchange.configuration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonPrinter;

/**
 * A system as a configuration says it, with what its remarks add: settings that it cannot say, nodes and links that it knows nothing of,
 * and the order of all of them. What belongs to something that the configuration no longer has is left out, and that is told.
 */
final class RemarksApplied {
    private final Map<String, Json> root;
    private final List<LineNote> notes = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    /** By the ids of nodes, the keys of the settings that remarks say of them. */
    private final Map<String, Set<String>> said = new HashMap<>();

    private RemarksApplied(Map<String, Json> root) {
        this.root = root;
    }

    static RemarksApplied to(Json.Obj plain, Remarks remarks) {
        RemarksApplied applied = new RemarksApplied(new LinkedHashMap<>(plain.fields()));
        for (Remarks.Whole remark : remarks.whole()) {
            if (remark.word().equals("topology")) {
                applied.root.remove("name");
                applied.root.remove("description");
                remark.value().fields().forEach((key, value) -> {
                    if (!key.equals("nodes") && !key.equals("links") && !key.equals("stores")) {
                        applied.root.put(key, value);
                    }
                });
                applied.tell(remark, true, "of the simulation");
            }
        }
        for (String list : List.of("node", "store", "link")) {
            applied.list(list, remarks);
        }
        return applied;
    }

    /** A topology's text. */
    String text() {
        return JsonPrinter.print(new Json.Obj(0, root));
    }

    List<LineNote> notes() {
        return notes;
    }

    /** Whether a remark says that setting of that node. */
    boolean says(String node, String setting) {
        return said.getOrDefault(node, Set.of()).contains(setting);
    }

    private void list(String word, Remarks remarks) {
        Map<String, Json> there = new LinkedHashMap<>();
        if (root.get(word + "s") instanceof Json.Arr(int _, List<Json> items)) {
            items.forEach(item -> there.put(name(item), item));
        }
        Map<String, Json> ordered = new LinkedHashMap<>();
        for (Remarks.Whole remark : remarks.whole()) {
            String name = name(remark.value());
            if (remark.word().equals(word)) {
                ordered.put(name, remark.value());
                said.put(name, remark.value().fields().keySet());
                tell(remark, true, "as it was exported");
            } else if (remark.word().equals(Remarks.REST + word)) {
                Json its = there.get(name);
                if (its == null) {
                    tell(remark, false, "the configuration has no such " + word);
                } else {
                    ordered.put(name, merged(its, remark.value()));
                    said.put(name, remark.value().fields().keySet());
                    tell(remark, true, "settings that the configuration cannot say");
                }
            }
        }
        there.forEach(ordered::putIfAbsent);
        if (word.equals("link")) {
            ordered.values().removeIf(link -> !joinsNodes(link));
        }
        if (word.equals("node")) {
            ordered.values().forEach(node -> ids.add(name(node)));
        }
        if (!ordered.isEmpty()) {
            root.put(word + "s", new Json.Arr(0, List.copyOf(ordered.values())));
        }
    }

    private boolean joinsNodes(Json link) {
        return link instanceof Json.Obj(int _, Map<String, Json> fields)
                && ids.contains(text(fields, "from"))
                && ids.contains(text(fields, "to"));
    }

    private void tell(Remarks.Whole remark, boolean understood, String note) {
        notes.add(new LineNote(
                remark.line(),
                Shown.text(Remarks.MARK + remark.word() + " " + name(remark.value())),
                understood,
                note));
    }

    private static String name(Json item) {
        if (!(item instanceof Json.Obj(int _, Map<String, Json> fields))) {
            return "";
        }
        return fields.containsKey("from") ? text(fields, "from") + "→" + text(fields, "to") : text(fields, "id");
    }

    private static String text(Map<String, Json> fields, String key) {
        return fields.get(key) instanceof Json.Text(int _, String value) ? value : "";
    }

    /** A setting replaces what is there, a part of one is added to it. */
    private static Json merged(@Nullable Json plain, Json added) {
        if (!(added instanceof Json.Obj(int _, Map<String, Json> more))) {
            return added;
        }
        if (plain instanceof Json.Arr(int _, List<Json> items)) {
            return new Json.Arr(0, placed(items, more));
        }
        if (plain == null && arePlaces(more)) {
            return new Json.Arr(0, placed(List.of(), more));
        }
        Map<String, Json> all = new LinkedHashMap<>();
        if (plain instanceof Json.Obj(int _, Map<String, Json> fields)) {
            all.putAll(fields);
        }
        more.forEach((key, value) -> {
            boolean part = key.endsWith(Remarks.PART);
            String name = part ? key.substring(0, key.length() - 1) : key;
            all.put(name, part ? merged(all.get(name), value) : value);
        });
        return new Json.Obj(0, all);
    }

    private static boolean arePlaces(Map<String, Json> fields) {
        return !fields.isEmpty() && fields.keySet().stream().allMatch(key -> key.matches("\\+?\\d{1,6}"));
    }

    /** Inserted at their places, from the first on, after what is to be added to items has been. */
    private static List<Json> placed(List<Json> items, Map<String, Json> more) {
        Map<Integer, Json> inserted = new TreeMap<>();
        Map<Integer, Json> added = new TreeMap<>();
        more.forEach((key, value) -> {
            boolean insertion = key.startsWith(Remarks.INSERTED);
            String digits = insertion ? key.substring(1) : key;
            if (digits.matches("\\d{1,6}")) {
                (insertion ? inserted : added).put(Integer.parseInt(digits), value);
            }
        });
        List<Json> list = new ArrayList<>(items);
        inserted.forEach((at, value) -> list.add(Math.min(at, list.size()), value));
        added.forEach((at, value) -> {
            if (at < list.size()) {
                list.set(at, merged(list.get(at), value));
            }
        });
        return list;
    }
}
