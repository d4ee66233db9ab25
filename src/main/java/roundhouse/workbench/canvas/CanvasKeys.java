package roundhouse.workbench.canvas;

import java.util.List;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.canvas.gestures.NudgeGesture;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Snap;
import roundhouse.workbench.document.Selection.Item;

/** The keys of the canvas while the focus is on it or on a card. */
final class CanvasKeys {
    private final CanvasSurface surface;
    private final CanvasModel model;
    private final CanvasPointer pointer;
    private final CanvasMenu menu;
    private final CanvasActions actions;
    private @Nullable NudgeGesture nudge;

    private CanvasKeys(
            CanvasSurface surface, CanvasModel model, CanvasPointer pointer, CanvasMenu menu, CanvasActions actions) {
        this.surface = surface;
        this.model = model;
        this.pointer = pointer;
        this.menu = menu;
        this.actions = actions;
    }

    static void install(
            CanvasSurface surface, CanvasModel model, CanvasPointer pointer, CanvasMenu menu, CanvasActions actions) {
        CanvasKeys keys = new CanvasKeys(surface, model, pointer, menu, actions);
        surface.addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
        surface.addEventHandler(KeyEvent.KEY_RELEASED, keys::released);
        surface.focusWithinProperty().subscribe(within -> {
            if (!within) {
                pointer.holdSpace(false);
                keys.finishNudge();
            }
        });
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            pointer.holdSpace(true);
            return;
        }
        if (event.getCode().isArrowKey() ? arrow(event) : other(event)) {
            event.consume();
        }
    }

    private void released(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            pointer.holdSpace(false);
        } else if (event.getCode().isArrowKey()) {
            finishNudge();
        }
    }

    private boolean arrow(KeyEvent event) {
        if (event.isShortcutDown() || pointer.isBusy()) {
            return false;
        }
        double step = event.isAltDown() ? 1 : event.isShiftDown() ? 5 * Snap.STEP : Snap.STEP;
        double dx = event.getCode() == KeyCode.LEFT ? -step : event.getCode() == KeyCode.RIGHT ? step : 0;
        double dy = event.getCode() == KeyCode.UP ? -step : event.getCode() == KeyCode.DOWN ? step : 0;
        if (model.selection().nodes().isEmpty()) {
            model.viewport(model.viewport().dragged(-4 * dx, -4 * dy));
        } else {
            NudgeGesture going = nudge == null ? new NudgeGesture(model) : nudge;
            nudge = going;
            going.by(dx, dy);
        }
        return true;
    }

    private void finishNudge() {
        NudgeGesture finished = nudge;
        nudge = null;
        if (finished != null) {
            finished.finish();
        }
    }

    private boolean other(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            return escape();
        }
        if (pointer.isBusy()) {
            return false;
        }
        finishNudge();
        return event.isShortcutDown() ? shortcut(event) : plain(event);
    }

    /** Gives up what is going on; else selects nothing. */
    private boolean escape() {
        NudgeGesture given = nudge;
        nudge = null;
        if (given != null) {
            given.cancel();
            return true;
        }
        if (pointer.cancel()) {
            return true;
        }
        if (pointer.cutToolProperty().get()) {
            pointer.cutToolProperty().set(false);
            return true;
        }
        boolean selected = !model.selection().items().isEmpty();
        model.selection().clear();
        return selected;
    }

    private boolean shortcut(KeyEvent event) {
        switch (event.getCode()) {
            case A -> actions.selectAll();
            case C -> actions.copy();
            case X -> actions.cut();
            case V -> actions.paste();
            case D -> actions.duplicate();
            case EQUALS, PLUS, ADD -> actions.zoomIn();
            case MINUS, SUBTRACT -> actions.zoomOut();
            case DIGIT0, NUMPAD0 -> actions.zoomActual();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyEvent event) {
        switch (event.getCode()) {
            case DELETE, BACK_SPACE -> actions.delete();
            case F2, ENTER -> actions.rename();
            case L -> actions.link();
            case F -> actions.zoomToFit();
            case CONTEXT_MENU -> menu.showAtSelection();
            case TAB -> {
                return tab(event.isShiftDown() ? -1 : 1);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** To the next node in the document's order, wherever it stands; past the last, the focus leaves the canvas. */
    private boolean tab(int direction) {
        List<Node> nodes = model.document().topology().nodes();
        Set<String> selected = model.selection().nodes();
        int current = -1;
        for (int i = 0; i < nodes.size() && current < 0; i++) {
            current = selected.contains(nodes.get(i).id()) ? i : -1;
        }
        int next = current < 0 ? (direction > 0 ? 0 : nodes.size() - 1) : current + direction;
        if (next < 0 || next >= nodes.size()) {
            return false;
        }
        String id = nodes.get(next).id();
        model.selection().select(new Item.NodeItem(id));
        model.reveal(id);
        surface.layout();
        surface.focusCard(id);
        return true;
    }
}
