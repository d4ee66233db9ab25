package roundhouse.topology.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import roundhouse.topology.declarations.CommandKinds;
import roundhouse.topology.declarations.TopologySettings;
import roundhouse.topology.expectations.Amount;
import roundhouse.topology.expectations.Figure;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.NodeKinds;
import roundhouse.topology.settings.SettingGroup;
import roundhouse.topology.settings.SettingRow;

/** All settings of topology files, every command of the scenario and every figure, made of their declarations. */
public final class Reference {
    private static final String FIGURES = "figures";

    private Reference() {}

    /** The document, every kind of node, the link, then what these are made of. */
    public static List<Chapter> settings() {
        Map<SettingGroup, Chapter> chapters = new LinkedHashMap<>();
        chapters.put(TopologySettings.SETTINGS, Chapter.of("topology", "Topology", TopologySettings.SETTINGS));
        NodeKinds.all()
                .forEach((kind, settings) -> chapters.put(settings, Chapter.of(kind, settings.title(), settings)));
        chapters.put(Link.SETTINGS, Chapter.of("link", "Link", Link.SETTINGS));
        List<SettingGroup> commands = new ArrayList<>();
        CommandKinds.all().forEach(kind -> commands.add(kind.settings()));
        List<SettingGroup> open = new ArrayList<>(chapters.keySet());
        while (!open.isEmpty()) {
            for (SettingRow row : open.removeFirst().rows()) {
                for (SettingGroup part : row.parts()) {
                    if (!chapters.containsKey(part) && !commands.contains(part)) {
                        chapters.put(part, Chapter.of(withoutArticle(part.what()), withoutArticle(part.what()), part));
                        open.add(part);
                    }
                }
            }
        }
        return List.copyOf(chapters.values());
    }

    /** "a retry policy" is found as "retry policy". */
    private static String withoutArticle(String what) {
        return what.replaceFirst("^(a|an|the) ", "");
    }

    /** Every command of the scenario. */
    public static List<Chapter> commands() {
        return CommandKinds.all().stream()
                .map(kind -> Chapter.of(kind.verb(), kind.verb(), kind.settings()))
                .toList();
    }

    /** Every figure that an expectation can be about. */
    public static Chapter figures() {
        return new Chapter(
                FIGURES,
                "Figures",
                "What an expectation can be about, as in \"p99 of s1 < 200ms during 10s..40s\".",
                Figure.ALL.stream()
                        .map(figure -> new Chapter.Row(
                                figure.name(),
                                figure.units().stream()
                                        .map(Amount.Unit::written)
                                        .collect(Collectors.joining(" or ")),
                                figure.needsNode() ? "" : "of all clients",
                                figure.meaning()))
                        .toList());
    }

    /** Everything there is a chapter about. */
    public static List<Chapter> all() {
        List<Chapter> all = new ArrayList<>(settings());
        all.addAll(commands());
        all.add(figures());
        return all;
    }

    /** The chapter of that name. */
    public static Optional<Chapter> chapter(String name) {
        return all().stream().filter(chapter -> chapter.name().equals(name)).findFirst();
    }
}
