package roundhouse.workbench.canvas;

import static roundhouse.workbench.texts.Texts.text;

import java.util.HashSet;
import java.util.Set;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import roundhouse.workbench.canvas.gestures.NudgeGesture;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Drawing;
import roundhouse.workbench.canvas.model.Snap;
import roundhouse.workbench.document.Selection.Item;

/** The keys of the canvas while the focus is on it or on a card. */
final class CanvasKeys {
    private final CanvasSurface surface;
    private final CanvasModel model;
    private final CanvasPointer pointer;
    private final CanvasMenu menu;
    private final CanvasActions actions;
    private final LinkKeys linking;
    /** Where the keys are, selected or not; empty where they were nowhere yet. */
    private String current = "";

    private @Nullable NudgeGesture nudge;

    private CanvasKeys(
            CanvasSurface surface,
            CanvasModel model,
            CanvasPointer pointer,
            CanvasMenu menu,
            CanvasActions actions,
            LinkKeys linking) {
        this.surface = surface;
        this.model = model;
        this.pointer = pointer;
        this.menu = menu;
        this.actions = actions;
        this.linking = linking;
    }

    static void install(
            CanvasSurface surface,
            CanvasModel model,
            CanvasPointer pointer,
            CanvasMenu menu,
            CanvasActions actions,
            LinkKeys linking) {
        CanvasKeys keys = new CanvasKeys(surface, model, pointer, menu, actions, linking);
        model.selection().itemsProperty().subscribe(keys::selected);
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
        if (!event.getCode().isModifierKey() && linking.take(event)) {
            event.consume();
            return;
        }
        if (event.getCode() == KeyCode.SPACE) {
            if (event.isShortcutDown()) {
                toggle();
                event.consume();
            } else {
                pointer.holdSpace(true);
            }
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
        if (pointer.isBusy()) {
            return false;
        }
        if (event.isShortcutDown()) {
            walk(event.getCode());
            return true;
        }
        double step = event.isAltDown() ? 1 : event.isShiftDown() ? 5 * Snap.STEP : Snap.STEP;
        double dx = event.getCode() == KeyCode.LEFT ? -step : event.getCode() == KeyCode.RIGHT ? step : 0;
        double dy = event.getCode() == KeyCode.UP ? -step : event.getCode() == KeyCode.DOWN ? step : 0;
        if (model.document().selectedNodes().isEmpty()) {
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
            case F2 -> actions.rename();
            case ENTER -> actions.open();
            case F -> actions.zoomToFit();
            case CONTEXT_MENU -> menu.showAtSelection();
            case TAB -> tab(event.isShiftDown() ? -1 : 1);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Keys go on from what was selected otherwise. */
    private void selected(Set<Item> items) {
        if (items.size() == 1 && items.iterator().next() instanceof Item.NodeItem(String id)) {
            current = id;
        }
    }

    /** To the nearest card that way, with the selection left as it is. */
    private void walk(KeyCode way) {
        Drawing drawing = model.drawing();
        int from = drawing.index(current);
        int to = from < 0
                ? drawing.nodeCount() - 1
                : drawing.hits()
                        .beside(
                                from,
                                way == KeyCode.LEFT ? -1 : way == KeyCode.RIGHT ? 1 : 0,
                                way == KeyCode.UP ? -1 : way == KeyCode.DOWN ? 1 : 0);
        if (to < 0) {
            actions.say(text("canvas.there-is-no-card-further"));
            return;
        }
        go(drawing.node(to).id());
    }

    private void go(String id) {
        model.refusals().clear();
        current = id;
        model.reveal(id);
        model.marks().hover(new Item.NodeItem(id));
        surface.layout();
        surface.focusCard(id);
    }

    /** Takes the card where the keys are into the selection, or out of it. */
    private void toggle() {
        if (model.drawing().index(current) < 0) {
            actions.say(text("canvas.go-to-a-card-first"));
            return;
        }
        Set<Item> items = new HashSet<>(model.selection().items());
        Item item = new Item.NodeItem(current);
        if (!items.remove(item)) {
            items.add(item);
        }
        model.selection().set(items);
    }

    /** To what comes after the canvas, or before it; cards that stand elsewhere in the order of drawing are not gone through again. */
    private void leave(int direction) {
        surface.requestFocus();
        if (direction < 0) {
            surface.requestFocusTraversal(TraversalDirection.PREVIOUS);
            return;
        }
        for (int left = model.drawing().nodeCount(); left >= 0 && surface.isFocusWithin(); left--) {
            surface.getScene().getFocusOwner().requestFocusTraversal(TraversalDirection.NEXT);
        }
    }

    /** To the next node in the document's order, wherever it stands; past the last, the focus leaves the canvas. */
    private void tab(int direction) {
        Drawing drawing = model.drawing();
        int count = drawing.nodeCount();
        int here = model.selection().items().isEmpty() ? -1 : drawing.index(current);
        int next = here < 0 ? (direction > 0 ? 0 : count - 1) : here + direction;
        if (next < 0 || next >= count) {
            leave(direction);
            return;
        }
        String id = drawing.node(next).id();
        model.selection().select(new Item.NodeItem(id));
        go(id);
    }
}
