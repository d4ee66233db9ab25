package roundhouse.workbench.inspector;

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
        options.add(new Option("", "None", "It is a database by itself."));
        topology.stores().forEach(store -> options.add(Keepers.option(store)));
        FormField<Membership> field = new FormField<>(
                "member-of",
                "Member of",
                "The store that it keeps a copy of. Each two members are linked; a store that gets another member begins anew, empty.",
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
