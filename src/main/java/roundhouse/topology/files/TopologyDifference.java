package roundhouse.topology.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Topology;
import roundhouse.topology.declarations.TopologySettings;
import roundhouse.topology.json.Json;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Links;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.NodeKinds;

/**
 * How a document differs from what is in its file, a line for each thing, in the words of files: {@code s1: cores is 4 here, 8 in the
 * file}. Nodes are told apart by their ids, links by their ends. What only stands elsewhere is counted, not listed.
 */
public final class TopologyDifference {
    private static final String HERE = " is only here";
    private static final String THERE = " is only in the file";

    private final List<String> lines = new ArrayList<>();

    private TopologyDifference() {}

    /** Empty when both are equal. The file's order, then what the file does not have. */
    public static List<String> between(Topology here, Topology there) {
        TopologyDifference difference = new TopologyDifference();
        difference.things("", nodes(here), nodes(there));
        difference.things("link ", links(here), links(there));
        difference.fields("", whole(here), whole(there));
        difference.places(here, there);
        return List.copyOf(difference.lines);
    }

    private static Map<String, Json.Obj> nodes(Topology topology) {
        Map<String, Json.Obj> nodes = new LinkedHashMap<>();
        for (Node node : topology.nodes()) {
            nodes.put(node.id(), NodeKinds.json(node));
        }
        return nodes;
    }

    private static Map<String, Json.Obj> links(Topology topology) {
        Map<String, Json.Obj> links = new LinkedHashMap<>();
        for (Link link : topology.links()) {
            links.put(link.from() + " → " + link.to(), Links.json(link));
        }
        return links;
    }

    /** The document's own settings and its lists without ids. */
    private static Map<String, Json> whole(Topology topology) {
        Map<String, Json> fields =
                new LinkedHashMap<>(TopologySettings.SETTINGS.json(topology).fields());
        fields.keySet().removeAll(List.of("nodes", "links", "layout"));
        return fields;
    }

    private void things(String what, Map<String, Json.Obj> here, Map<String, Json.Obj> there) {
        for (String id : united(there.keySet(), here.keySet())) {
            Json.Obj mine = here.get(id);
            Json.Obj theirs = there.get(id);
            if (mine == null || theirs == null) {
                lines.add(what + id + (mine == null ? THERE : HERE));
            } else {
                fields(what + id + ": ", mine.fields(), theirs.fields());
            }
        }
    }

    private void fields(String of, Map<String, Json> here, Map<String, Json> there) {
        for (String key : united(there.keySet(), here.keySet())) {
            Json mine = here.get(key);
            Json theirs = there.get(key);
            if (mine instanceof Json.Obj left && theirs instanceof Json.Obj right) {
                fields(of + key + " ", left.fields(), right.fields());
            } else if (isList(mine) && isList(theirs)) {
                items(of + key + ": ", mine, theirs);
            } else if (!Objects.equals(mine, theirs)) {
                lines.add(of + key + " is " + said(mine) + " here, " + said(theirs) + " in the file");
            }
        }
    }

    /** A list, or one that the file leaves out: each entry is told by itself. */
    private static boolean isList(@Nullable Json value) {
        return value == null || value instanceof Json.Arr;
    }

    private void items(String of, @Nullable Json here, @Nullable Json there) {
        List<Json> mine = new ArrayList<>(here instanceof Json.Arr list ? list.items() : List.of());
        List<Json> theirs = new ArrayList<>(there instanceof Json.Arr list ? list.items() : List.of());
        List<Json> both = new ArrayList<>(mine);
        theirs.forEach(item -> {
            if (!both.remove(item)) {
                lines.add(of + said(item) + THERE);
            }
        });
        both.forEach(item -> lines.add(of + said(item) + HERE));
        if (both.isEmpty() && mine.size() == theirs.size() && !mine.equals(theirs)) {
            lines.add(of + "in another order");
        }
    }

    private void places(Topology here, Topology there) {
        long moved = there.layout().entrySet().stream()
                .filter(place -> here.layout().containsKey(place.getKey())
                        && !place.getValue().equals(here.layout().get(place.getKey())))
                .count();
        if (moved > 0) {
            lines.add(moved == 1 ? "1 node stands elsewhere" : moved + " nodes stand elsewhere");
        }
        if (lines.isEmpty() && !here.equals(there)) {
            lines.add("the order of nodes or links, or a place");
        }
    }

    private static Set<String> united(Set<String> first, Set<String> second) {
        Set<String> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return all;
    }

    private static String said(@Nullable Json value) {
        return switch (value) {
            case null -> "not set";
            case Json.Text text -> shortened(text.value().isEmpty() ? "empty" : text.value());
            case Json.Num number -> number.literal();
            case Json.Bool bool -> bool.value() ? "yes" : "no";
            case Json.Null _ -> "null";
            case Json.Arr list ->
                shortened(list.items().stream()
                        .map(TopologyDifference::said)
                        .collect(Collectors.joining(", ", "[", "]")));
            case Json.Obj object ->
                shortened(object.fields().entrySet().stream()
                        .map(field -> field.getKey() + " " + said(field.getValue()))
                        .collect(Collectors.joining(" ")));
        };
    }

    private static String shortened(String text) {
        String line = text.lines().collect(Collectors.joining(" "));
        return line.length() <= 80 ? line : line.substring(0, 79) + "…";
    }
}
