package roundhouse.workbench.canvas;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Drawing;

/** The text field in which a node is renamed, over its title. Enter or leaving it renames; Escape does not. */
final class TitleEditor extends TextField {
    private final CanvasSurface surface;
    private final CanvasModel model;
    private @Nullable Node node;

    TitleEditor(CanvasSurface surface, CanvasModel model) {
        this.surface = surface;
        this.model = model;
        setManaged(false);
        setVisible(false);
        getStyleClass().add("title-editor");
        setId("title-editor");
        setAccessibleText("Name");
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
        if (!model.viewport().showsCards()) {
            model.zoomActual();
        }
        model.reveal(id);
        model.document().topology().node(id).ifPresent(this::open);
    }

    private void open(Node renamed) {
        node = renamed;
        setText(renamed.title());
        place();
        setVisible(true);
        selectAll();
        requestFocus();
    }

    /** Keeps to its card while the drawing is panned or zoomed. */
    void place() {
        Node edited = node;
        int index = edited == null ? -1 : model.drawing().index(edited.id());
        if (index >= 0) {
            double x = model.viewport().toViewX(model.drawing().x(index) + 8);
            double y = model.viewport().toViewY(model.drawing().y(index) + 4);
            resizeRelocate(
                    Math.rint(x),
                    Math.rint(y),
                    Math.max(110, (Drawing.CARD_WIDTH - 40) * model.viewport().zoom()),
                    26);
        } else if (edited != null) {
            close();
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.ESCAPE) {
            Node edited = node;
            if (event.getCode() == KeyCode.ENTER) {
                finish();
            } else {
                close();
            }
            if (edited != null) {
                surface.focusCard(edited.id());
            }
        }
        event.consume();
    }

    /** Renames the node; a name that is empty or the id itself takes the label away. */
    void finish() {
        Node edited = node;
        String name = getText().strip();
        close();
        if (edited != null && !name.equals(edited.title())) {
            Node renamed = edited.labelled(name.isEmpty() || name.equals(edited.id()) ? null : name);
            model.document()
                    .edit(
                            "Rename " + edited.title(),
                            model.document().topology().with(renamed));
        }
    }

    private void close() {
        node = null;
        setVisible(false);
    }
}
