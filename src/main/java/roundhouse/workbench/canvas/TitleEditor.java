package roundhouse.workbench.canvas;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.stores.Store;
import roundhouse.workbench.canvas.model.Area;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Drawing;
import roundhouse.workbench.canvas.model.PlaceFrame;
import roundhouse.workbench.document.Selection.Item;

/** The text field in which a node or a store is renamed, over its title. Enter or leaving it renames; Escape does not. */
final class TitleEditor extends TextField {
    private static final double HEIGHT = 26;

    private final CanvasSurface surface;
    private final CanvasModel model;
    private @Nullable Item item;

    TitleEditor(CanvasSurface surface, CanvasModel model) {
        this.surface = surface;
        this.model = model;
        setManaged(false);
        setVisible(false);
        getStyleClass().add("title-editor");
        setId("title-editor");
        setAccessibleText(text("canvas.name"));
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                finish();
            }
        });
    }

    /** Opens the title of that node for writing, where it can be read. */
    void open(String id) {
        reveal(id);
        topology().node(id).ifPresent(node -> open(new Item.NodeItem(id), node.title()));
    }

    /** Opens the name of that store. */
    void open(Item.StoreItem renamed) {
        topology().store(renamed.id()).ifPresent(store -> {
            reveal(store.members().getFirst());
            open(renamed, store.title());
        });
    }

    private void reveal(String node) {
        if (!model.viewport().showsCards()) {
            model.zoomTo(1);
        }
        model.reveal(node);
    }

    private Topology topology() {
        return model.document().topology();
    }

    private void open(Item renamed, String title) {
        item = renamed;
        setText(title);
        place();
        setVisible(true);
        selectAll();
        requestFocus();
    }

    /** Keeps to its card or outline while the drawing is panned or zoomed. */
    void place() {
        Item edited = item;
        if (edited == null) {
            return;
        }
        Optional<Area> title = titled(edited);
        if (title.isEmpty()) {
            close();
            return;
        }
        Area area = title.get();
        resizeRelocate(
                Math.rint(model.viewport().toViewX(area.x())),
                Math.rint(model.viewport().toViewY(area.y())),
                Math.max(110, area.width() * model.viewport().zoom()),
                HEIGHT);
    }

    private Optional<Area> titled(Item edited) {
        return switch (edited) {
            case Item.NodeItem(String id) -> {
                int index = model.drawing().index(id);
                yield index < 0
                        ? Optional.empty()
                        : Optional.of(new Area(
                                model.drawing().x(index) + 8,
                                model.drawing().y(index) + 4,
                                Drawing.CARD_WIDTH - 40,
                                HEIGHT));
            }
            case Item.StoreItem(String id) ->
                model.stores()
                        .area(id)
                        .map(area -> new Area(
                                area.x() + 4,
                                area.y() + PlaceFrame.TOP / 2 - HEIGHT / 2,
                                Drawing.CARD_WIDTH - 8,
                                HEIGHT));
            case Item.LinkItem _ -> Optional.empty();
        };
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.ESCAPE) {
            Item edited = item;
            if (event.getCode() == KeyCode.ENTER) {
                finish();
            } else {
                close();
            }
            if (edited instanceof Item.NodeItem(String id)) {
                surface.focusCard(id);
            } else {
                surface.requestFocus();
            }
        }
        event.consume();
    }

    /** Renames it; a name that is empty or the id itself takes the label away. */
    void finish() {
        Item edited = item;
        String name = getText().strip();
        close();
        switch (edited) {
            case Item.NodeItem(String id) -> topology().node(id).ifPresent(node -> rename(node, name));
            case Item.StoreItem(String id) -> topology().store(id).ifPresent(store -> rename(store, name));
            case null, default -> {}
        }
    }

    private void rename(Node node, String name) {
        if (!name.equals(node.title())) {
            Node renamed = node.labelled(label(name, node.id()));
            model.document()
                    .edit(text("canvas.rename-2", node.title()), topology().with(renamed));
        }
    }

    private void rename(Store store, String name) {
        if (!name.equals(store.title())) {
            Store renamed = store.with(Store.LABEL, label(name, store.id()));
            model.document()
                    .edit(text("canvas.rename-2", store.title()), topology().with(renamed));
        }
    }

    private static @Nullable String label(String name, String id) {
        return name.isEmpty() || name.equals(id) ? null : name;
    }

    private void close() {
        item = null;
        setVisible(false);
    }
}
