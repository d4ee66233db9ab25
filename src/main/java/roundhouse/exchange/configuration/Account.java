package roundhouse.exchange.configuration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Topology;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonPrinter;
import roundhouse.topology.json.JsonText;

/**
 * What an exporter has said of a topology, so that nothing is left out in silence: all that stands in the canonical text and that it has
 * not said becomes a remark of the exported text and an entry of what is unwritten. Pointers are those into the canonical text.
 */
public final class Account {
    /** Not settings: by these things are known. */
    private static final Set<String> IDENTITY = Set.of("id", "kind", "from", "to");
    /** Neither said nor missed: where nodes stand, and what kind of file it is. */
    private static final Set<String> NO_SETTINGS = Set.of("$schema", "format", "layout", "nodes", "links", "stores");

    private static final String DESCRIBED = "";

    private final String language;
    private final Map<String, Json> root;
    private final Map<String, String> pointers = new HashMap<>();
    /** What was said, whole. */
    private final Set<String> said = new HashSet<>();
    /** What is said, but in words from which an import cannot make it. */
    private final Set<String> remembered = new HashSet<>();
    /** Why something is not said, by pointer. */
    private final Map<String, String> reasons = new HashMap<>();
    /** What has something said or a reason below it. */
    private final Set<String> touched = new HashSet<>();

    /** @param language what people call the program it is written for */
    public Account(Topology topology, String language) {
        this.language = language;
        root = JsonText.parse(TopologyFile.format(topology)) instanceof JsonText.Result.Value(Json.Obj object)
                ? object.fields()
                : Map.of();
        for (int i = 0; i < topology.nodes().size(); i++) {
            pointers.put(topology.nodes().get(i).id(), "/nodes/" + i);
        }
        for (int i = 0; i < topology.links().size(); i++) {
            pointers.put(
                    topology.links().get(i).from() + "→"
                            + topology.links().get(i).to(),
                    "/links/" + i);
        }
    }

    /** The pointer to a node. */
    public String node(String id) {
        return pointers.getOrDefault(id, "/nodes/" + id);
    }

    /** The pointer to a link. */
    public String link(String from, String to) {
        return pointers.getOrDefault(from + "→" + to, "/links");
    }

    /** That there is such a node or link is said, and its settings are told of one by one. */
    public void described(String pointer) {
        said(pointer + "/" + DESCRIBED);
    }

    /** That setting, and all below it, is in the exported text. */
    public void said(String pointer) {
        said.add(pointer);
        touch(pointer);
    }

    /** That setting is in the exported text, in words from which an import could not make it again: a remark has it too. */
    public void remembered(String pointer) {
        remembered.add(pointer);
        touch(pointer);
    }

    /** That setting, and all below it, is not, for a reason that an exporter knows better than {@link UsualReasons}. */
    public void unwritten(String pointer, String why) {
        reasons.put(pointer, why);
        touch(pointer);
    }

    private void touch(String pointer) {
        for (int slash = pointer.lastIndexOf('/'); slash > 0; slash = pointer.lastIndexOf('/', slash - 1)) {
            touched.add(pointer.substring(0, slash));
        }
    }

    /** What was not said, in the order of the canonical text. */
    private List<Unwritten> unwritten() {
        List<Unwritten> found = new ArrayList<>();
        root.forEach((key, value) -> {
            if (!NO_SETTINGS.contains(key)) {
                collect("topology", "", "/" + key, key, value, found);
            }
        });
        for (String list : List.of("nodes", "stores", "links")) {
            List<Json> items = items(list);
            for (int i = 0; i < items.size(); i++) {
                collect(subject(items.get(i)), kind(list, items.get(i)), "/" + list + "/" + i, "", items.get(i), found);
            }
        }
        return found;
    }

    private void collect(String subject, String kind, String pointer, String key, Json value, List<Unwritten> found) {
        if (said.contains(pointer) || remembered.contains(pointer)) {
            return;
        }
        String reason = reasons.get(pointer);
        if (reason == null && touched.contains(pointer)) {
            switch (value) {
                case Json.Obj(int _, Map<String, Json> fields) ->
                    fields.forEach((name, its) -> {
                        if (!IDENTITY.contains(name) || !isItem(pointer)) {
                            collect(subject, kind, Json.step(pointer, name), key.isEmpty() ? name : key, its, found);
                        }
                    });
                case Json.Arr(int _, List<Json> items) -> {
                    for (int i = 0; i < items.size(); i++) {
                        collect(subject, kind, Json.step(pointer, i), key, items.get(i), found);
                    }
                }
                default -> {}
            }
            return;
        }
        found.add(new Unwritten(subject, pointer, reason == null ? UsualReasons.of(kind, key, language) : reason));
    }

    /** Whether the pointer is to a node, a link or a store. */
    private static boolean isItem(String pointer) {
        return pointer.chars().filter(c -> c == '/').count() == 2;
    }

    /** How an exported text begins, in comments. */
    public List<String> heading() {
        return List.of(
                "# Written by Roundhouse. What " + language
                        + " cannot say stands in the comments that begin with #: and is read again",
                "# by \"roundhouse import\".");
    }

    /** A text with what it does not say at its end. */
    public Exported finish(String text) {
        List<Unwritten> unwritten = unwritten();
        StringBuilder whole = new StringBuilder(text);
        unwritten.forEach(entry -> whole.append("# ").append(entry).append('\n'));
        remarks().forEach(remark -> whole.append(remark).append('\n'));
        return new Exported(whole.toString(), unwritten);
    }

    /** What was not said as lines of {@link Remarks}. */
    private List<String> remarks() {
        List<String> lines = new ArrayList<>();
        Map<String, Json> whole = new LinkedHashMap<>();
        root.forEach((key, value) -> {
            Json left = NO_SETTINGS.contains(key) ? null : left("/" + key, value);
            if (left != null) {
                whole.put(key, left);
            }
        });
        lines.add(line("topology", new Json.Obj(0, whole)));
        for (String list : List.of("nodes", "stores", "links")) {
            List<Json> items = items(list);
            for (int i = 0; i < items.size(); i++) {
                String pointer = "/" + list + "/" + i;
                String word = list.substring(0, list.length() - 1);
                lines.add(
                        touched.contains(pointer)
                                ? line(Remarks.REST + word, rest(pointer, items.get(i)))
                                : line(word, items.get(i)));
            }
        }
        return lines;
    }

    private static String line(String word, Json value) {
        return Remarks.lines(word + " " + JsonPrinter.printLine(value));
    }

    private Json rest(String pointer, Json item) {
        Map<String, Json> left = new LinkedHashMap<>();
        fields(item).forEach((name, value) -> {
            String step = Json.step(pointer, name);
            Json its = IDENTITY.contains(name) ? value : left(step, value);
            put(left, name(name, step, value), its);
        });
        return new Json.Obj(0, left);
    }

    /** What of a value was not said: an object of the places in a list, where a part of the list was. */
    private @Nullable Json left(String pointer, Json value) {
        if (said.contains(pointer)) {
            return null;
        }
        if (!touched.contains(pointer)) {
            return value;
        }
        Map<String, Json> left = new LinkedHashMap<>();
        switch (value) {
            case Json.Obj(int _, Map<String, Json> fields) ->
                fields.forEach((name, its) -> {
                    String step = Json.step(pointer, name);
                    put(left, name(name, step, its), left(step, its));
                });
            case Json.Arr(int _, List<Json> items) -> {
                for (int i = 0; i < items.size(); i++) {
                    String step = Json.step(pointer, i);
                    boolean whole = !said.contains(step) && !touched.contains(step);
                    put(left, whole ? Remarks.INSERTED + i : String.valueOf(i), left(step, items.get(i)));
                }
            }
            default -> {
                return value;
            }
        }
        return left.isEmpty() ? null : new Json.Obj(0, left);
    }

    /** With a mark where it is a part of the setting only. */
    private String name(String name, String step, Json value) {
        boolean part = touched.contains(step) && (value instanceof Json.Obj || value instanceof Json.Arr);
        return part ? name + Remarks.PART : name;
    }

    private static void put(Map<String, Json> left, String name, @Nullable Json value) {
        if (value != null) {
            left.put(name, value);
        }
    }

    private List<Json> items(String key) {
        return root.get(key) instanceof Json.Arr(int _, List<Json> items) ? items : List.of();
    }

    private static String subject(Json item) {
        return fields(item).containsKey("from") ? text(item, "from") + "→" + text(item, "to") : text(item, "id");
    }

    private static String kind(String list, Json item) {
        return list.equals("nodes") ? text(item, "kind") : list.substring(0, list.length() - 1);
    }

    private static String text(Json item, String key) {
        return fields(item).get(key) instanceof Json.Text(int _, String value) ? value : "";
    }

    private static Map<String, Json> fields(Json item) {
        return item instanceof Json.Obj(int _, Map<String, Json> fields) ? fields : Map.of();
    }
}
