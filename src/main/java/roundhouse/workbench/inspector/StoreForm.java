package roundhouse.workbench.inspector;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import roundhouse.topology.Topology;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.forms.FormSection;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.stores.Store;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.StoreEdits;

/** The form of stores: what their settings declare, and of one store which databases are its members. */
final class StoreForm {
    /** Among more databases than this nobody ticks some; those that are no members join where they are selected. */
    private static final int MOST = 24;
    /** The title has the one, ticks have the other. */
    private static final Set<String> ELSEWHERE = Set.of(Store.ID.key(), Store.MEMBERS.key());

    private StoreForm() {}

    static List<Group> groups(Document document, List<Store> stores) {
        List<Group> groups = new ArrayList<>(
                Groups.of(document, stores, StoreForm::target, store -> sections(store, Store.SETTINGS.form(store))));
        if (stores.size() == 1) {
            groups.add(Math.min(1, groups.size()), members(document, stores.getFirst()));
        }
        return groups;
    }

    private static List<FormSection<Store>> sections(Store store, List<FormSection<Store>> all) {
        return all.stream()
                .map(section -> new FormSection<>(
                        section.title(),
                        section.fields().stream()
                                .filter(field -> !ELSEWHERE.contains(field.key()))
                                .map(field -> field.key().equals(Store.LABEL.key())
                                        ? field.edited(new Editor.Text(store.id()))
                                        : field)
                                .toList()))
                .toList();
    }

    private static EditTarget<Store> target(Store store) {
        return new EditTarget<>(store.title(), topology -> topology.store(store.id()), StoreForm::put);
    }

    /** Another protocol begins with no more members than there are. */
    private static Topology put(Topology topology, Store changed) {
        boolean other = topology.store(changed.id())
                .filter(before -> !before.replication()
                        .mode()
                        .equals(changed.replication().mode()))
                .isPresent();
        return topology.with(
                other ? changed.with(Store.REPLICATION, changed.replication().among(changed.members())) : changed);
    }

    private static Group members(Document document, Store store) {
        Topology topology = document.topology();
        List<Node> members = databases(topology, node -> store.members().contains(node.id()));
        List<Node> others = databases(topology, node -> !store.members().contains(node.id()) && !node.caches());
        List<Line> lines = Stream.concat(members.stream(), others.stream())
                .limit(Math.max(members.size(), MOST))
                .map(node -> member(document, store, node))
                .toList();
        return new Group(text("inspector.members"), true, lines);
    }

    private static List<Node> databases(Topology topology, Predicate<Node> which) {
        return topology.nodes().stream()
                .filter(node -> node.storesData() && which.test(node))
                .toList();
    }

    private static Line member(Document document, Store store, Node node) {
        String id = node.id();
        FormField<Topology> field = new FormField<>(
                "members." + id,
                node.title(),
                text("inspector.member-help"),
                new Editor.Flag(),
                topology -> topology.store(store.id())
                                .filter(now -> now.members().contains(id))
                                .isPresent()
                        ? Editor.ON
                        : Editor.OFF,
                (topology, chosen) -> new Parsed.Value<>(
                        chosen.equals(Editor.ON)
                                ? StoreEdits.join(topology, store.id(), id)
                                : StoreEdits.leave(topology, id)));
        EditTarget<Topology> target = new EditTarget<>(
                "",
                Optional::of,
                (_, changed) -> changed,
                chosen -> text(
                        chosen.equals(Editor.ON) ? "inspector.add-to-store" : "inspector.take-out-of-store",
                        node.title(),
                        store.title()));
        return Line.of(document, field, List.of(target), node.title());
    }
}
