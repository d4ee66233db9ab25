package roundhouse.workbench.canvas;

import static roundhouse.workbench.texts.Texts.text;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;
import roundhouse.arranging.Arrangement;
import roundhouse.arranging.TidyLayout;
import roundhouse.topology.Deletion;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.ServerGroup;
import roundhouse.topology.stores.Store;
import roundhouse.workbench.ReducedMotion;
import roundhouse.workbench.canvas.gestures.LinkGesture;
import roundhouse.workbench.canvas.gestures.MoveGesture;
import roundhouse.workbench.canvas.model.Area;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Drawing;
import roundhouse.workbench.canvas.model.Fragment;
import roundhouse.workbench.canvas.model.Fragment.Copied;
import roundhouse.workbench.canvas.model.Snap;
import roundhouse.workbench.document.Selection.Item;

/** What menus and keys do on the canvas, mostly with what is selected. Each is one undo entry. */
public final class CanvasActions {
    private static final double OFFSET = 2 * Snap.STEP;
    private static final double ZOOM_STEP = 1.25;
    /** What has to be selected to give it a name. */
    public static final String ONE_FIRST = text("canvas.select-one-node-or-one");

    private final CanvasSurface surface;
    private final CanvasModel model;
    private final TitleEditor editor;
    private final LinkKeys linking;
    private final StoreActions stores;
    private final AligningActions aligning;
    private final DrawnActions drawn;
    private Consumer<String> opener = _ -> {};

    CanvasActions(CanvasSurface surface, CanvasModel model, TitleEditor editor, LinkKeys linking) {
        this.surface = surface;
        this.model = model;
        this.editor = editor;
        this.linking = linking;
        stores = new StoreActions(model);
        aligning = new AligningActions(surface, model);
        drawn = new DrawnActions(model);
        drawn.onNew(surface::write);
        surface.onFold(drawn.groups()::turn);
    }

    /** What can be done about stores. */
    public StoreActions stores() {
        return stores;
    }

    /** What can be done about notes and frames. */
    public DrawnActions drawn() {
        return drawn;
    }

    /** What puts cards in line. */
    public AligningActions aligning() {
        return aligning;
    }

    public void selectAll() {
        Topology topology = model.document().topology();
        Set<Item> items = new HashSet<>();
        topology.nodes().forEach(node -> items.add(new Item.NodeItem(node.id())));
        topology.links().forEach(link -> items.add(new Item.LinkItem(link.from(), link.to())));
        model.selection().set(items);
    }

    /** Deletes the selected nodes and the members of the selected stores, with their links, and the selected links. */
    public void delete() {
        Set<Item> items = model.selection().items();
        if (items.isEmpty()) {
            return;
        }
        Topology topology = model.document().topology();
        Topology next = topology;
        for (Item item : items) {
            if (item instanceof Item.LinkItem(String from, String to)) {
                next = Deletion.ofLink(next, from, to);
            }
        }
        next = Deletion.of(next, model.document().selectedNodes());
        String what = items.size() == 1 ? named(topology, items.iterator().next()) : text("canvas.items", items.size());
        surface.requestFocus();
        model.document().edit(text("canvas.delete", what), next);
    }

    private static String named(Topology topology, Item item) {
        return switch (item) {
            case Item.NodeItem(String id) -> topology.title(id);
            case Item.LinkItem(String from, String to) ->
                text("canvas.link-to", topology.title(from), topology.title(to));
            case Item.StoreItem(String id) ->
                text(
                        "canvas.and-its-members",
                        topology.store(id).map(Store::title).orElse(id));
        };
    }

    /** Copies of the selected nodes beside them, linked to the same balancers and targets. */
    public void duplicate() {
        Set<String> ids = model.document().selectedNodes();
        if (ids.isEmpty()) {
            return;
        }
        Topology topology = model.document().topology();
        List<Node> nodes = model.drawing().nodes(ids);
        double step = ids.size() == 1 ? Drawing.CARD_HEIGHT + 28 : OFFSET;
        double dx = ids.size() == 1 ? 0 : OFFSET;
        double dy = Snap.toGrid(step);
        while (isTaken(Fragment.of(topology, ids), dx, dy)) {
            dx += ids.size() == 1 ? 0 : OFFSET;
            dy += Snap.toGrid(step);
        }
        Copied copied = Fragment.duplicate(topology, ids, dx, dy);
        if (model.edit(MoveGesture.label(text("canvas.duplicate"), nodes), copied.topology())) {
            selectNodes(copied.copies());
        }
    }

    /** The selected nodes, as the text of a topology file, on the system's clipboard. */
    public void copy() {
        Set<String> ids = model.document().selectedNodes();
        if (!ids.isEmpty()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(TopologyFile.format(Fragment.of(model.document().topology(), ids)));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    public void cut() {
        if (!model.document().selectedNodes().isEmpty()) {
            copy();
            delete();
        }
    }

    /** Whether there is something to paste. */
    public boolean canPaste() {
        return Clipboard.getSystemClipboard().hasString() && onClipboard().isPresent();
    }

    /** Puts in what the clipboard holds of a topology, under new ids; nothing when it holds none. */
    public void paste() {
        Optional<Topology> found = onClipboard();
        if (found.isEmpty() || found.get().nodes().isEmpty()) {
            say(text("canvas.nothing-to-paste-the-clipboard"));
            return;
        }
        Topology fragment = found.get();
        double dx = 0;
        double dy = 0;
        Area area = new Drawing(fragment).bounds().orElseThrow();
        if (!model.seen().contains(area)) {
            dx = Snap.toGrid(model.seen().centreX() - area.centreX());
            dy = Snap.toGrid(model.seen().centreY() - area.centreY());
        }
        while (isTaken(fragment, dx, dy)) {
            dx += OFFSET;
            dy += OFFSET;
        }
        Copied copied = Fragment.into(model.document().topology(), fragment, dx, dy);
        if (model.edit(MoveGesture.label(text("canvas.paste"), fragment.nodes()), copied.topology())) {
            selectNodes(copied.copies());
        }
    }

    private Optional<Topology> onClipboard() {
        String text = Clipboard.getSystemClipboard().getString();
        return text != null
                        && TopologyFile.parse(text, model.document().directory())
                                instanceof ReadResult.Read(Topology topology)
                ? Optional.of(topology)
                : Optional.empty();
    }

    /** Whether some node of the fragment, moved so, would lie exactly on a node that is there. */
    private boolean isTaken(Topology fragment, double dx, double dy) {
        Set<Position> taken =
                new HashSet<>(Arrangement.of(model.document().topology()).values());
        return Arrangement.of(fragment).values().stream()
                .anyMatch(place -> taken.contains(new Position(place.x() + dx, place.y() + dy)));
    }

    private void selectNodes(Set<String> ids) {
        model.selection().set(ids.stream().map(Item.NodeItem::new).collect(Collectors.toSet()));
    }

    /**
     * Begins a link at the selected node, which the keys then lead to another; of two selected nodes, links them whichever way round they can
     * be. Says why where it can do neither.
     */
    public void link() {
        List<Node> nodes = model.drawing().nodes(model.selection().nodes());
        if (nodes.size() > 2 || nodes.isEmpty()) {
            say(text("canvas.select-the-node-where-the"));
        } else if (nodes.size() == 1) {
            begin(nodes.getFirst());
        } else {
            String first = nodes.getFirst().id();
            String second = nodes.getLast().id();
            String problem = link(first, second);
            if (problem != null && link(second, first) != null) {
                say(text("canvas.not-linked", problem));
            }
        }
    }

    private void begin(Node from) {
        if (model.document().topology().node(from.id()).isEmpty()) {
            say(text("canvas.was-added-by-the-run", from.title()));
        } else {
            linking.begin(from.id());
        }
    }

    /** Why these two cannot be linked; null when they now are. */
    private @Nullable String link(String from, String to) {
        String problem = LinkGesture.problem(model.document().topology(), from, to);
        if (problem == null) {
            LinkGesture.link(model, from, to);
        }
        return problem;
    }

    /** Tells on the canvas why something is not done. */
    public void say(String why) {
        model.refusals().say(why);
    }

    /** Whether one node is selected, or one store alone. */
    public boolean canRename() {
        return model.selection().nodes().size() == 1 || stores.alone().isPresent();
    }

    /** Opens the title of the selected node or store for writing. */
    public void rename() {
        Set<String> ids = model.selection().nodes();
        if (ids.size() == 1) {
            editor.open(ids.iterator().next());
        } else if (stores.alone().isPresent()) {
            editor.open(new Item.StoreItem(stores.alone().get().id()));
        } else {
            say(ONE_FIRST);
        }
    }

    /** The listener is told the id of a node with a cache that a person opens. */
    void onOpen(Consumer<String> listener) {
        opener = listener;
    }

    /** Opens the selected node: a group's servers, a cache, or the title of what has neither. */
    void open() {
        Set<String> ids = model.selection().nodes();
        if (ids.size() == 1) {
            open(ids.iterator().next());
        } else {
            rename();
        }
    }

    /** The same of that node. */
    void open(String id) {
        if (isGroup(id)) {
            drawn.groups().turn(id);
        } else if (hasCache(id)) {
            opener.accept(id);
        } else {
            editor.open(id);
        }
    }

    /** Whether the node is a group of servers, which can be opened and collapsed. */
    boolean isGroup(String id) {
        int index = model.drawing().index(id);
        return index >= 0 && model.drawing().node(index) instanceof ServerGroup;
    }

    /** Whether the node has a cache to open. */
    boolean hasCache(String id) {
        int index = model.drawing().index(id);
        return index >= 0 && model.drawing().node(index).caches();
    }

    /** Changes one link: its weight, say. */
    void setLink(String label, Link link) {
        Topology topology = model.document().topology();
        model.document()
                .edit(
                        text("canvas.of-link-to", label, topology.title(link.from()), topology.title(link.to())),
                        topology.with(link));
    }

    /** Puts all nodes in layers from left to right, as requests flow; one undo entry. Cards go there, unless motion is to be reduced. */
    public void tidy() {
        Topology topology = model.document().topology();
        Topology tidied = TidyLayout.of(topology);
        Map<String, Position> before = Arrangement.of(topology);
        if (tidied.layout().equals(topology.layout())) {
            say(
                    topology.nodes().isEmpty()
                            ? text("canvas.there-is-nothing-to-tidy")
                            : text("canvas.it-is-tidy-already"));
            return;
        }
        model.document().edit(text("canvas.tidy"), tidied);
        if (model.isLargerThanView()) {
            model.zoomToFit();
        }
        if (!ReducedMotion.in(surface)) {
            new Gliding(model, before).start();
        }
    }

    public void zoomIn() {
        model.zoom(ZOOM_STEP);
    }

    public void zoomOut() {
        model.zoom(1 / ZOOM_STEP);
    }

    public void zoomActual() {
        model.zoomTo(1);
    }

    public void zoomToFit() {
        model.zoomToFit();
    }
}
