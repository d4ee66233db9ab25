package roundhouse.workbench.canvas;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Cursor;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.input.ZoomEvent;
import org.jspecify.annotations.Nullable;
import roundhouse.workbench.canvas.gestures.CutGesture;
import roundhouse.workbench.canvas.gestures.Gesture;
import roundhouse.workbench.canvas.gestures.Gesture.Pointer;
import roundhouse.workbench.canvas.gestures.LinkGesture;
import roundhouse.workbench.canvas.gestures.MarqueeGesture;
import roundhouse.workbench.canvas.gestures.MoveGesture;
import roundhouse.workbench.canvas.gestures.PanGesture;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Viewport;
import roundhouse.workbench.document.FaultActions;
import roundhouse.workbench.document.Selection.Item;

/** Turns what the pointer does on the canvas into gestures. */
final class CanvasPointer {
    /** How near counts as on a link or a port, view pixels. */
    private static final double NEAR_LINK = 6;

    private static final double NEAR_PORT = 11;
    /** How far the name of a store stands above its line where boxes are too small to have it within, view pixels. */
    private static final double NAME_ABOVE = 16;

    private static final double ZOOM_STEP = 1.0015;

    private final CanvasSurface surface;
    private final CanvasModel model;
    private final CanvasMenu menu;
    private final TitleEditor editor;
    private final CanvasActions actions;
    private final FaultActions faults;
    private LongConsumer requestListener = _ -> {};
    private @Nullable Gesture gesture;
    private @Nullable Gesture placing;
    private final BooleanProperty cutTool = new SimpleBooleanProperty(this, "cutTool", false);
    private boolean spaceHeld;

    CanvasPointer(
            CanvasSurface surface,
            CanvasModel model,
            CanvasMenu menu,
            TitleEditor editor,
            CanvasActions actions,
            FaultActions faults) {
        this.surface = surface;
        this.model = model;
        this.menu = menu;
        this.editor = editor;
        this.actions = actions;
        this.faults = faults;
        surface.setOnMousePressed(this::pressed);
        surface.setOnMouseDragged(this::dragged);
        surface.setOnMouseReleased(this::released);
        surface.setOnMouseMoved(this::moved);
        surface.setOnMouseExited(_ -> hover(null));
        surface.setOnMouseClicked(this::clicked);
        surface.setOnContextMenuRequested(this::menuRequested);
        surface.setOnScroll(this::scrolled);
        surface.setOnZoom(this::pinched);
        surface.setOnDragOver(this::carriedOver);
        surface.setOnDragExited(_ -> stopPlacing());
        surface.setOnDragDropped(this::dropped);
    }

    /** Whether a gesture is going on. */
    boolean isBusy() {
        return gesture != null;
    }

    /** Gives up the gesture in progress, with nothing changed; false when there is none. */
    boolean cancel() {
        Gesture current = gesture;
        gesture = null;
        if (current != null) {
            current.cancel();
            cursor();
        }
        return current != null;
    }

    /** Whether dragging cuts links, wherever it begins. */
    BooleanProperty cutToolProperty() {
        return cutTool;
    }

    /** While the space bar is held, dragging pans. */
    void holdSpace(boolean held) {
        spaceHeld = held;
        cursor();
    }

    /** The listener is told the number of a request when a person clicks its dot. */
    void onRequest(LongConsumer listener) {
        requestListener = listener;
    }

    private Pointer pointer(MouseEvent event) {
        boolean add = event.isShiftDown() || event.isShortcutDown();
        Viewport viewport = model.viewport();
        double x = event.getX();
        double y = event.getY();
        return new Pointer(x, y, viewport.toCanvasX(x), viewport.toCanvasY(y), event.isAltDown(), add);
    }

    private void pressed(MouseEvent event) {
        editor.finish();
        menu.hide();
        cancel();
        Pointer at = pointer(event);
        if (event.getButton() == MouseButton.MIDDLE || (spaceHeld && event.getButton() == MouseButton.PRIMARY)) {
            gesture = new PanGesture(model, at);
        } else if (event.getButton() == MouseButton.PRIMARY) {
            gesture = primary(at);
        } else if (event.getButton() == MouseButton.SECONDARY) {
            selectForMenu(at);
        }
        cursor();
        event.consume();
    }

    private @Nullable Gesture primary(Pointer at) {
        if (cutTool.get()) {
            surface.requestFocus();
            return new CutGesture(model, faults, at);
        }
        Optional<Integer> port = port(at);
        if (port.isPresent()) {
            return new LinkGesture(model, model.drawing().node(port.get()).id());
        }
        Optional<Item> item = item(at);
        boolean onCard = item.isPresent() && item.get() instanceof Item.NodeItem;
        long request = onCard || at.add() ? 0 : surface.requestAt(at.viewX(), at.viewY());
        if (request != 0) {
            // The link can still be selected where dots hide its line.
            item.ifPresent(link -> select(link, false));
            surface.requestFocus();
            requestListener.accept(request);
            return null;
        }
        if (item.isEmpty() || (at.free() && item.get() instanceof Item.StoreItem)) {
            surface.requestFocus();
            return at.free() ? new CutGesture(model, faults, at) : new MarqueeGesture(model, at);
        }
        select(item.get(), at.add());
        Optional<String> held = held(item.get());
        if (onCard && held.isPresent()) {
            surface.focusCard(held.get());
        } else {
            surface.requestFocus();
        }
        return model.selection().contains(item.get())
                ? held.map(id -> new MoveGesture(model, id, at)).orElse(null)
                : null;
    }

    /** The node by which it can be moved. */
    private Optional<String> held(Item item) {
        return switch (item) {
            case Item.NodeItem(String id) -> Optional.of(id);
            case Item.StoreItem(String id) ->
                model.document()
                        .topology()
                        .store(id)
                        .map(store -> store.members().getFirst());
            case Item.LinkItem _ -> Optional.empty();
        };
    }

    private void select(Item item, boolean add) {
        if (add) {
            Set<Item> items = new HashSet<>(model.selection().items());
            if (!items.remove(item)) {
                items.add(item);
            }
            model.selection().set(items);
        } else if (!model.selection().contains(item)) {
            model.selection().select(item);
        }
    }

    private void menuRequested(ContextMenuEvent event) {
        if (event.isKeyboardTrigger()) {
            menu.showAtSelection();
        } else {
            menu.show(Pointer.at(model.viewport(), event.getX(), event.getY()), event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }

    private void selectForMenu(Pointer at) {
        Optional<Item> item = item(at);
        if (item.isEmpty()) {
            model.selection().clear();
            surface.requestFocus();
        } else if (!model.selection().contains(item.get())) {
            model.selection().select(item.get());
        }
    }

    /** The node whose port is there: only the node under the pointer, or just left, shows its port. */
    private Optional<Integer> port(Pointer at) {
        int node = model.drawing()
                .hits()
                .portAt(at.x(), at.y(), NEAR_PORT / Math.min(1, model.viewport().zoom()));
        boolean shown = node >= 0
                && model.viewport().showsCards()
                && new Item.NodeItem(model.drawing().node(node).id())
                        .equals(model.marks().hovered());
        return shown ? Optional.of(node) : Optional.empty();
    }

    private Optional<Item> item(Pointer at) {
        double zoom = model.viewport().zoom();
        return model.drawing()
                .hits()
                .itemAt(at.x(), at.y(), NEAR_LINK / zoom)
                .or(() -> model.stores()
                        .at(at.x(), at.y(), NEAR_LINK / zoom, model.viewport().showsCards() ? 0 : NAME_ABOVE / zoom)
                        .map(Item.StoreItem::new));
    }

    private void dragged(MouseEvent event) {
        if (gesture != null) {
            gesture.drag(pointer(event));
            event.consume();
        }
    }

    private void released(MouseEvent event) {
        Gesture finished = gesture;
        gesture = null;
        if (finished != null) {
            finished.finish(pointer(event));
            event.consume();
        }
        cursor();
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && event.isStillSincePress()) {
            Optional<Item> item = item(pointer(event));
            if (item.isPresent() && item.get() instanceof Item.NodeItem(String id)) {
                actions.open(id);
            } else if (item.isPresent() && item.get() instanceof Item.StoreItem store) {
                editor.open(store);
            }
        }
    }

    private void moved(MouseEvent event) {
        Pointer at = pointer(event);
        int port = model.drawing()
                .hits()
                .portAt(at.x(), at.y(), NEAR_PORT / Math.min(1, model.viewport().zoom()));
        Item item = port >= 0 ? new Item.NodeItem(model.drawing().node(port).id()) : item(at).orElse(null);
        hover(item);
        surface.setCursor(
                spaceHeld
                        ? Cursor.OPEN_HAND
                        : cutTool.get() || (port >= 0 && model.viewport().showsCards())
                                ? Cursor.CROSSHAIR
                                : Cursor.DEFAULT);
    }

    private void hover(@Nullable Item item) {
        if (gesture == null) {
            model.marks().hover(item);
        }
    }

    private void cursor() {
        surface.setCursor(
                gesture instanceof PanGesture ? Cursor.CLOSED_HAND : spaceHeld ? Cursor.OPEN_HAND : Cursor.DEFAULT);
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShortcutDown()) {
            model.viewport(
                    model.viewport().zoomedAt(event.getX(), event.getY(), Math.pow(ZOOM_STEP, event.getDeltaY())));
        } else if (event.isShiftDown() && event.getDeltaX() == 0) {
            model.viewport(model.viewport().dragged(event.getDeltaY(), 0));
        } else {
            model.viewport(model.viewport().dragged(event.getDeltaX(), event.getDeltaY()));
        }
        event.consume();
    }

    private void pinched(ZoomEvent event) {
        model.viewport(model.viewport().zoomedAt(event.getX(), event.getY(), event.getZoomFactor()));
        event.consume();
    }

    private void carriedOver(DragEvent event) {
        Optional<Gesture> carried = KindDrag.of(event.getDragboard(), model);
        if (carried.isPresent()) {
            event.acceptTransferModes(TransferMode.COPY);
            if (placing == null) {
                placing = carried.get();
            }
            placing.drag(Pointer.at(model.viewport(), event.getX(), event.getY()));
            event.consume();
        }
    }

    private void stopPlacing() {
        if (placing != null) {
            placing.cancel();
            placing = null;
        }
    }

    private void dropped(DragEvent event) {
        Optional<Gesture> carried = KindDrag.of(event.getDragboard(), model);
        if (carried.isPresent()) {
            stopPlacing();
            carried.get().finish(Pointer.at(model.viewport(), event.getX(), event.getY()));
            surface.requestFocus();
            event.setDropCompleted(true);
            event.consume();
        }
    }
}
