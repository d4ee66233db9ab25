package roundhouse.exchange.configuration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import roundhouse.topology.Topology;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonPrinter;
import roundhouse.topology.json.JsonText;
import roundhouse.topology.json.Problem;

/**
 * What an exporter has said is what the importer of the same language makes of its text: settings of balancers and of their links that
 * come back as they were are said, all others are not. So nothing is taken for said that would be lost.
 */
public final class ReadBack {
    private static final Set<String> IDENTITY = Set.of("id", "kind", "from", "to");

    private final Account account;
    private final Map<String, String> reasons;

    /**
     * @param reasons why a setting of a load balancer or a link is not said, by its kind and key, {@code load-balancer tls}, or that of
     *     one that it is in; where there is none the usual reason holds
     */
    public ReadBack(Account account, Map<String, String> reasons) {
        this.account = account;
        this.reasons = reasons;
    }

    /** Tells the account of everything that comes back. */
    public void compare(Topology topology, String text, ConfigurationImporter importer) {
        SystemDraft draft = new SystemDraft(topology.name(), importer.title());
        Optional<Problem> problem = importer.read(new ConfigurationText(text, null), draft);
        if (problem.isPresent()) {
            return;
        }
        Map<String, Map<String, Json>> was = items(topology);
        Map<String, Map<String, Json>> is =
                items(Topology.EMPTY.withNodes(draft.nodes()).withLinks(draft.links()));
        is.forEach((name, fields) -> {
            Map<String, Json> before = was.get(name);
            if (before != null && isSaid(before)) {
                String pointer = before.containsKey("from")
                        ? account.link(word(before, "from"), word(before, "to"))
                        : account.node(word(before, "id"));
                account.described(pointer);
                compare(before.containsKey("from") ? "link" : "load-balancer", pointer, "", before, fields);
            }
        });
    }

    private static boolean isSaid(Map<String, Json> item) {
        return item.containsKey("from") || word(item, "kind").equals("load-balancer");
    }

    private void compare(String kind, String pointer, String above, Map<String, Json> was, Map<String, Json> is) {
        was.forEach((key, value) -> {
            if (above.isEmpty() && IDENTITY.contains(key)) {
                return;
            }
            Json other = is.get(key);
            String at = Json.step(pointer, key);
            String name = above.isEmpty() ? key : above + "." + key;
            if (other != null && JsonPrinter.printLine(value).equals(JsonPrinter.printLine(other))) {
                account.said(at);
            } else if (value instanceof Json.Obj(int _, Map<String, Json> its)
                    && other instanceof Json.Obj(int _, Map<String, Json> others)
                    && !its.containsKey("type")
                    && its.keySet().containsAll(others.keySet())) {
                account.described(at);
                compare(kind, at, name, its, others);
            } else {
                String of = kind + " " + name;
                String reason = reasons.getOrDefault(of, reasons.get(of.replaceAll("\\..*", "")));
                if (reason != null) {
                    account.unwritten(at, reason);
                }
            }
        });
    }

    private static Map<String, Map<String, Json>> items(Topology topology) {
        Map<String, Map<String, Json>> items = new LinkedHashMap<>();
        if (JsonText.parse(TopologyFile.format(topology)) instanceof JsonText.Result.Value(Json.Obj root)) {
            for (String list : List.of("nodes", "links")) {
                if (root.fields().get(list) instanceof Json.Arr(int _, List<Json> all)) {
                    for (Json item : all) {
                        if (item instanceof Json.Obj(int _, Map<String, Json> fields)) {
                            items.put(
                                    fields.containsKey("from")
                                            ? word(fields, "from") + "→" + word(fields, "to")
                                            : word(fields, "id"),
                                    fields);
                        }
                    }
                }
            }
        }
        return items;
    }

    private static String word(Map<String, Json> fields, String key) {
        return fields.get(key) instanceof Json.Text(int _, String value) ? value : "";
    }
}
