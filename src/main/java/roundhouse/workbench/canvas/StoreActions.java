package roundhouse.workbench.canvas;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.stores.Store;
import roundhouse.workbench.canvas.gestures.MoveGesture;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.document.Selection.Item;
import roundhouse.workbench.document.StoreEdits;

/** Making stores of what is selected, and taking them apart. Each is one undo entry. */
public final class StoreActions {
    private final CanvasModel model;

    StoreActions(CanvasModel model) {
        this.model = model;
    }

    private Topology topology() {
        return model.document().topology();
    }

    private Set<String> selected() {
        return model.document().selectedNodes();
    }

    /** Why what is selected cannot be made a store, a sentence; empty when it can. */
    public String whyNotMade() {
        return StoreEdits.problem(topology(), selected()).orElse("");
    }

    /** Makes the selected databases one store, with links between them, and selects it. */
    public void make() {
        List<Node> nodes = model.drawing().nodes(selected());
        StoreEdits.Made made = StoreEdits.make(topology(), selected());
        if (model.edit(MoveGesture.label(text("canvas.make-a-store-of"), nodes), made.topology())) {
            model.selection().select(new Item.StoreItem(made.id()));
        }
    }

    /** Stores that each of the selected databases can join. */
    List<Store> joinable() {
        Topology topology = topology();
        List<Node> nodes = topology.nodes().stream()
                .filter(node -> selected().contains(node.id()))
                .toList();
        boolean able = !nodes.isEmpty()
                && nodes.size() == selected().size()
                && nodes.stream()
                        .noneMatch(node -> StoreEdits.cannotJoin(topology, node).isPresent());
        return !able
                ? List.of()
                : topology.stores().stream()
                        .filter(store ->
                                nodes.stream().anyMatch(node -> !store.members().contains(node.id())))
                        .filter(store -> model.selection().stores().isEmpty())
                        .toList();
    }

    /** The selected databases are members of that store from now on. */
    void join(Store store) {
        List<Node> nodes = model.drawing().nodes(selected());
        Topology next = topology();
        for (Node node : nodes) {
            next = store.members().contains(node.id()) ? next : StoreEdits.join(next, store.id(), node.id());
        }
        model.edit(MoveGesture.label(text("canvas.add"), nodes) + " to " + store.title(), next);
    }

    /** The stores that the selected nodes are members of. */
    private Set<String> joined() {
        return selected().stream()
                .flatMap(id -> topology().storeOf(id).map(Store::id).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Selects the stores that the selected nodes are members of. */
    public void select() {
        model.selection().set(joined().stream().map(Item.StoreItem::new).collect(Collectors.toSet()));
    }

    /** Whether some of the selected nodes are members, and of no store that is selected as a whole. */
    public boolean canLeave() {
        return model.selection().stores().isEmpty() && !joined().isEmpty();
    }

    /** The selected members are databases by themselves from now on. */
    public void leave() {
        List<Node> nodes = model.drawing().nodes(selected()).stream()
                .filter(node -> topology().storeOf(node.id()).isPresent())
                .toList();
        Topology next = topology();
        for (Node node : nodes) {
            next = StoreEdits.leave(next, node.id());
        }
        String from = joined().size() == 1 ? title(joined().iterator().next()) : text("canvas.stores", joined().size());
        model.edit(text("canvas.out-of", MoveGesture.label(text("canvas.take"), nodes), from), next);
    }

    /** Whether a store is selected, or a member of one. */
    public boolean canDissolve() {
        return !joined().isEmpty();
    }

    /** The selected stores, and those of the selected members, are no more; their members stay as databases by themselves. */
    public void dissolve() {
        Set<String> stores = joined();
        Set<String> members = stores.stream()
                .flatMap(id -> topology().store(id).stream())
                .flatMap(store -> store.members().stream())
                .collect(Collectors.toSet());
        Topology next = topology();
        for (String id : stores) {
            next = StoreEdits.dissolve(next, id);
        }
        String what = stores.size() == 1 ? title(stores.iterator().next()) : text("canvas.stores", stores.size());
        if (model.edit(text("canvas.dissolve", what), next)) {
            model.selection().set(members.stream().map(Item.NodeItem::new).collect(Collectors.toSet()));
        }
    }

    private String title(String store) {
        return topology().store(store).map(Store::title).orElse(store);
    }

    /** The one store that is selected, alone. */
    Optional<Store> alone() {
        return model.selection().items().size() == 1
                ? model.selection().stores().stream()
                        .findFirst()
                        .flatMap(id -> topology().store(id))
                : Optional.empty();
    }
}
