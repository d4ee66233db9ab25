package roundhouse.workbench.inspector;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import roundhouse.topology.Topology;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.forms.Editor.Option;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.stores.Store;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.StoreEdits;

/** The form of databases, with the store that they are members of. */
final class DatabaseForm extends KindForm<Database> {
    DatabaseForm() {
        super(Database.SETTINGS);
    }

    /** @param store empty for none */
    private record Membership(String database, String store) {}

    @Override
    Optional<Group> store(Document document, List<Node> nodes) {
        Topology topology = document.topology();
        if (topology.stores().isEmpty()
                || nodes.stream().anyMatch(node -> topology.node(node.id()).isEmpty())) {
            return Optional.empty();
        }
        List<Option> options = new ArrayList<>();
        options.add(new Option("", text("inspector.no-store"), text("inspector.no-store-summary")));
        topology.stores().forEach(store -> options.add(Keepers.option(store)));
        FormField<Membership> field = new FormField<>(
                "member-of",
                text("inspector.member-of"),
                text("inspector.member-of-help"),
                new Editor.Choice(options),
                Membership::store,
                (membership, text) -> new Parsed.Value<>(new Membership(membership.database, text)));
        List<EditTarget<Membership>> targets =
                nodes.stream().map(DatabaseForm::target).toList();
        return Optional.of(new Group("", true, List.of(Line.of(document, field, targets, field.label()))));
    }

    private static EditTarget<Membership> target(Node node) {
        String id = node.id();
        return new EditTarget<>(
                node.title(),
                topology -> topology.node(id)
                        .map(_ -> new Membership(
                                id, topology.storeOf(id).map(Store::id).orElse(""))),
                DatabaseForm::put);
    }

    private static Topology put(Topology topology, Membership membership) {
        String id = membership.database;
        if (membership.store.isEmpty()) {
            return StoreEdits.leave(topology, id);
        }
        return topology.storeOf(id)
                        .filter(store -> store.id().equals(membership.store))
                        .isPresent()
                ? topology
                : StoreEdits.join(topology, membership.store, id);
    }
}
