package roundhouse.analysis.sweeping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import roundhouse.topology.Topology;
import roundhouse.topology.declarations.TopologySettings;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Names;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Members;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.stores.Store;

/**
 * The name of a setting: {@code s1.cores} and {@code lb.checks.fall} of a node, {@code orders.timeout} of a store,
 * {@code lb→s1.weight} of a link ({@code lb->s1.weight} too), {@code duration} of the whole. It is the name of the field in which people
 * edit it, so whatever has a field can be named, and only that. Of a name of several parts those in the middle can be left out where only
 * one setting is meant: {@code clients.rate}.
 */
public record VariedSetting(String path) {
    private static final String ARROW = "→";

    /** Something with settings. */
    private record Owner(String name, List<FormField<Topology>> fields) {
        List<String> paths() {
            return fields.stream().map(field -> path(name, field.key())).toList();
        }
    }

    private static String path(String owner, String key) {
        return owner.isEmpty() ? key : owner + "." + key;
    }

    /** The topology with the setting at that value, which is typed as in the inspector, or why not. */
    public Parsed<Topology> set(Topology topology, String value) {
        return switch (field(topology)) {
            case Parsed.Value<FormField<Topology>>(FormField<Topology> field) ->
                switch (field.write().apply(topology, typed(field, value))) {
                    case Parsed.Value<Topology> changed -> changed;
                    case Parsed.Wrong<Topology>(String reason) -> new Parsed.Wrong<>(path + ": " + reason);
                };
            case Parsed.Wrong<FormField<Topology>>(String reason) -> new Parsed.Wrong<>(reason);
        };
    }

    /** The setting's value as people see it, or why there is none. */
    public Parsed<String> get(Topology topology) {
        return Parsed.map(field(topology), field -> field.read().apply(topology));
    }

    private static String typed(FormField<Topology> field, String value) {
        if (!(field.editor() instanceof Editor.Flag)) {
            return value;
        }
        return switch (value) {
            case "true" -> Editor.ON;
            case "false" -> Editor.OFF;
            default -> value;
        };
    }

    private Parsed<FormField<Topology>> field(Topology topology) {
        List<Owner> owners = owners(topology);
        String plain = whole(path.replace("->", ARROW), owners);
        for (Owner owner : owners) {
            int at = owner.paths().indexOf(plain);
            if (at >= 0) {
                FormField<Topology> field = owner.fields().get(at);
                return field.editor() instanceof Editor.Shown
                        ? new Parsed.Wrong<>(Json.quoted(path) + " is worked out from other settings")
                        : new Parsed.Value<>(field);
            }
        }
        return new Parsed.Wrong<>(Json.quoted(path) + " names no setting" + instead(topology, plain, owners));
    }

    /** The whole name where a part of it was left out and only one setting can be meant: {@code clients.rate}. */
    private static String whole(String typed, List<Owner> owners) {
        List<String> meant = new ArrayList<>();
        for (Owner owner : owners) {
            if (owner.paths().contains(typed)) {
                return typed;
            }
            String start = owner.name() + ".";
            if (!owner.name().isEmpty() && typed.startsWith(start)) {
                String rest = "." + typed.substring(start.length());
                owner.paths().stream().filter(path -> path.endsWith(rest)).forEach(meant::add);
            }
        }
        return meant.size() == 1 ? meant.getFirst() : typed;
    }

    private static String instead(Topology topology, String plain, List<Owner> owners) {
        Optional<Owner> whose = owners.stream()
                .filter(owner -> !owner.name().isEmpty() && plain.startsWith(owner.name() + "."))
                .reduce((one, other) -> one.name().length() >= other.name().length() ? one : other);
        if (whose.isPresent()) {
            Owner owner = whose.get();
            String meant = Names.didYouMean(plain, owner.paths());
            return meant.isEmpty() ? "; " + owner.name() + " has " + keys(owner) : meant;
        }
        Optional<Node> stack = topology.nodes().stream()
                .filter(node -> Members.of(node).stream().anyMatch(member -> plain.startsWith(member + ".")))
                .findFirst();
        if (stack.isPresent()) {
            return "; the " + stack.get().count() + " of " + stack.get().id() + " have their settings together, as "
                    + stack.get().id() + "." + plain.substring(plain.indexOf('.') + 1);
        }
        Collection<String> all =
                owners.stream().flatMap(owner -> owner.paths().stream()).toList();
        String meant = Names.didYouMean(plain, all);
        String names = String.join(
                ", ",
                owners.stream()
                        .map(Owner::name)
                        .filter(name -> !name.isEmpty() && !name.contains(ARROW))
                        .toList());
        return meant.isEmpty() ? "; settings are named like s1.cores or lb→s1.weight, and there are " + names : meant;
    }

    private static String keys(Owner owner) {
        return String.join(", ", owner.fields().stream().map(FormField::key).toList());
    }

    private static List<Owner> owners(Topology topology) {
        List<Owner> owners = new ArrayList<>();
        topology.nodes().forEach(node -> owners.add(owner(node.settings(), node)));
        for (Link link : topology.links()) {
            String name = link.from() + ARROW + link.to();
            owners.add(new Owner(
                    name,
                    fields(
                            Link.SETTINGS,
                            link,
                            whole -> whole.link(link.from(), link.to()).orElse(link),
                            Topology::with)));
        }
        for (Store store : topology.stores()) {
            owners.add(new Owner(
                    store.id(),
                    fields(
                            Store.SETTINGS,
                            store,
                            whole -> whole.store(store.id()).orElse(store),
                            Topology::with)));
        }
        owners.add(new Owner("", TopologySettings.SETTINGS.fields(topology, "")));
        return owners;
    }

    private static <N extends Node> Owner owner(Settings<N> settings, Node node) {
        return new Owner(
                node.id(),
                fields(
                        settings,
                        settings.cast(node),
                        whole -> settings.cast(whole.node(node.id()).orElse(node)),
                        Topology::with));
    }

    /** Puts a part back into the whole. */
    private interface Back<T> {
        Topology put(Topology whole, T part);
    }

    private static <T> List<FormField<Topology>> fields(
            Settings<T> settings, T part, Function<Topology, T> getter, Back<T> back) {
        return settings.fields(part, "").stream()
                .map(field -> field.in(getter, back::put))
                .toList();
    }
}
