package roundhouse.lessons.running;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.Run;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.json.Json;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.NodeKinds;

/**
 * Whether somebody changed only what a task lets them: without a list everything but the traffic, the seed, durations; with one only what
 * it names.
 */
final class Allowed {
    private final Topology system;
    private final List<String> named;

    private Allowed(Topology system, List<String> named) {
        this.system = system;
        this.named = named;
    }

    /** What may not be so, in a sentence; empty where all may. */
    static String refusal(Topology system, LessonRun run, List<String> named) {
        Allowed allowed = new Allowed(system, named);
        List<Topology> designs = new ArrayList<>(List.of(run.start()));
        for (Run.Entry entry : run.log()) {
            if (entry.command() instanceof Command.Revise(Topology topology)) {
                designs.add(topology);
            }
            String wrong = allowed.command(entry.command());
            if (!wrong.isEmpty()) {
                return wrong;
            }
        }
        for (Topology design : designs) {
            String wrong = allowed.design(design);
            if (!wrong.isEmpty()) {
                return wrong;
            }
        }
        return "";
    }

    private String design(Topology design) {
        if (design.seed() != system.seed()
                || !design.duration().equals(system.duration())
                || !design.warmUp().equals(system.warmUp())) {
            return "The seed, the duration or the warm-up is not the lesson's.";
        }
        Set<String> ids = new LinkedHashSet<>();
        system.nodes().forEach(node -> ids.add(node.id()));
        design.nodes().forEach(node -> ids.add(node.id()));
        for (String id : ids) {
            String wrong = node(system.node(id).orElse(null), design.node(id).orElse(null));
            if (!wrong.isEmpty()) {
                return wrong;
            }
        }
        if (!named.isEmpty() && !named.contains("links") && !linksAreKept(design)) {
            return "Links were changed, which the task does not allow.";
        }
        return !named.isEmpty()
                        && !named.contains("scenario")
                        && !design.scenario().containsAll(system.scenario())
                ? "The scenario was changed, which the task does not allow."
                : "";
    }

    /** Links between nodes that were there and are; those of nodes that came or went follow them. */
    private boolean linksAreKept(Topology design) {
        return system.links().stream()
                        .filter(link -> design.node(link.from()).isPresent()
                                && design.node(link.to()).isPresent())
                        .allMatch(link -> design.links().contains(link))
                && design.links().stream()
                        .filter(link -> system.node(link.from()).isPresent()
                                && system.node(link.to()).isPresent())
                        .allMatch(link -> system.links().contains(link));
    }

    private String node(@Nullable Node before, @Nullable Node after) {
        if (Objects.equals(before, after)) {
            return "";
        }
        if (before == null || after == null) {
            Node one = before == null ? Objects.requireNonNull(after) : before;
            String what = (before == null ? "new " : "remove ") + one.kind();
            boolean may = named.isEmpty() ? !(one instanceof Clients) : named.contains(what);
            return may
                    ? ""
                    : one.id() + " was " + (before == null ? "added" : "removed") + ", which the task does not allow.";
        }
        Set<String> keys = new LinkedHashSet<>(NodeKinds.json(before).fields().keySet());
        keys.addAll(NodeKinds.json(after).fields().keySet());
        for (String key : keys) {
            Json was = NodeKinds.json(before).fields().get(key);
            Json is = NodeKinds.json(after).fields().get(key);
            if (!Objects.equals(was, is) && !mayChange(before, key)) {
                return before.id() + "." + key + " was changed, which the task does not allow.";
            }
        }
        return "";
    }

    private boolean mayChange(Node node, String key) {
        return named.isEmpty()
                ? !(node instanceof Clients)
                : named.stream()
                        .anyMatch(name -> name.equals(node.id())
                                || name.equals(node.id() + "." + key)
                                || name.startsWith(node.id() + "." + key + "."));
    }

    /** Commands that change the design as edits do. */
    private String command(Command command) {
        return switch (command) {
            case Command.SetAlgorithm(String id, var _) -> may(id, "algorithm");
            case Command.Scale(String id, int _) -> may(id, "count");
            case Command.Resize resize -> may(resize.node(), "cores");
            case Command.Remove(String id) -> node(system.node(id).orElse(null), null);
            case Command.Add(Node node, var _) -> node(null, node);
            case Command.SetWeight _ ->
                named.isEmpty() || named.contains("links") ? "" : "Links were changed, which the task does not allow.";
            default -> "";
        };
    }

    private String may(String id, String key) {
        Node node = system.node(id).orElse(null);
        return node == null || mayChange(node, key)
                ? ""
                : id + "." + key + " was changed, which the task does not allow.";
    }
}
