package roundhouse.topology.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Names;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.settings.Settings;

/**
 * One setting of one node or link of a topology, by name: {@code s1.cores}, {@code users.arrivals.rate}, {@code lb→s1.weight}. Its
 * value is a text, as in forms.
 *
 * @param read its value in a topology
 * @param write the topology with another value, or why not
 */
public record SettingPath(
        String name,
        String help,
        Function<Topology, String> read,
        Function<String, Function<Topology, Parsed<Topology>>> write) {
    /** The names of all settings of a topology, as its nodes and links are now. */
    public static List<SettingPath> all(Topology topology) {
        List<SettingPath> paths = new ArrayList<>();
        topology.nodes().forEach(node -> paths.addAll(of(node.settings(), node)));
        for (Link link : topology.links()) {
            Link.SETTINGS
                    .form(link)
                    .forEach(section -> section.fields()
                            .forEach(field -> paths.add(path(
                                    link.from() + "→" + link.to(),
                                    field,
                                    found -> found.link(link.from(), link.to()),
                                    Topology::with))));
        }
        return paths;
    }

    private static <N extends Node> List<SettingPath> of(Settings<N> settings, Node node) {
        List<SettingPath> paths = new ArrayList<>();
        settings.form(settings.cast(node))
                .forEach(section -> section.fields()
                        .forEach(field -> paths.add(path(
                                node.id(),
                                field,
                                topology -> topology.node(node.id()).map(settings::cast),
                                Topology::with))));
        return paths;
    }

    private interface Put<T> {
        Topology put(Topology topology, T changed);
    }

    private static <T> SettingPath path(
            String owner, FormField<T> field, Function<Topology, Optional<T>> find, Put<T> put) {
        return new SettingPath(
                owner + "." + field.key(),
                field.help(),
                topology -> find.apply(topology).map(field.read()).orElse(""),
                text -> topology -> find.apply(topology)
                        .<Parsed<Topology>>map(thing ->
                                Parsed.map(field.write().apply(thing, text), changed -> put.put(topology, changed)))
                        .orElseGet(() -> new Parsed.Wrong<>(owner + " is not there")));
    }

    /** The topology with one setting changed; or what is wrong with the name or the value. */
    public static Parsed<Topology> set(Topology topology, String name, String text) {
        List<SettingPath> paths = all(topology);
        for (SettingPath path : paths) {
            if (path.name.equals(name)) {
                return sound(path.write.apply(text).apply(topology));
            }
        }
        List<String> names = paths.stream().map(SettingPath::name).toList();
        return new Parsed.Wrong<>("no setting " + Json.quoted(name) + Names.didYouMean(name, names));
    }

    private static Parsed<Topology> sound(Parsed<Topology> changed) {
        if (changed instanceof Parsed.Value<Topology>(Topology topology)) {
            return Validation.problems(topology).stream()
                    .findFirst()
                    .<Parsed<Topology>>map(problem -> new Parsed.Wrong<>(problem.message()))
                    .orElse(changed);
        }
        return changed;
    }
}
