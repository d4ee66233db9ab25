package roundhouse.workbench.canvas;

import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import roundhouse.workbench.canvas.gestures.KeyLink;
import roundhouse.workbench.canvas.model.CanvasModel;

/** The link that is being drawn by keys, if one is. Whatever else is begun meanwhile gives it up. */
final class LinkKeys {
    private final CanvasSurface surface;
    private final CanvasModel model;
    private @Nullable KeyLink going;

    LinkKeys(CanvasSurface surface, CanvasModel model) {
        this.surface = surface;
        this.model = model;
        surface.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> cancel());
        surface.focusWithinProperty().subscribe(within -> {
            if (!within) {
                cancel();
            }
        });
        model.document().topologyProperty().subscribe(_ -> cancel());
    }

    /** Begins at that node. */
    void begin(String from) {
        cancel();
        surface.requestFocus();
        model.reveal(from);
        going = new KeyLink(model, from);
    }

    boolean cancel() {
        KeyLink given = going;
        going = null;
        if (given != null) {
            given.cancel();
        }
        return given != null;
    }

    /** Whether the key was the link's. */
    boolean take(KeyEvent event) {
        KeyLink link = going;
        if (link == null) {
            return false;
        }
        switch (event.getCode()) {
            case TAB -> link.next(event.isShiftDown() ? -1 : 1);
            case RIGHT, DOWN -> link.next(1);
            case LEFT, UP -> link.next(-1);
            case ENTER -> link.finish();
            case ESCAPE -> cancel();
            default -> {
                return false;
            }
        }
        return true;
    }
}
