package roundhouse.workbench.canvas;

import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.LongConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import roundhouse.simulation.observing.Frame;
import roundhouse.workbench.canvas.gestures.PlaceGesture;
import roundhouse.workbench.canvas.gestures.PlaceStoreGesture;
import roundhouse.workbench.canvas.kinds.PaletteKind;
import roundhouse.workbench.canvas.model.Area;
import roundhouse.workbench.canvas.model.CanvasLook;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.FaultActions;
import roundhouse.workbench.origins.OriginPop;

/** The Design view's canvas: the document's topology and the requests of its run, and all that pointer, keys and menus do there. */
public final class CanvasView extends CanvasSurface {
    private final CanvasModel model;
    private final FaultActions faults;
    private final CanvasActions actions;
    private final CanvasPointer pointer;
    private final TitleEditor editor;
    private final CanvasMenu menu;

    public CanvasView(Document document) {
        this(new CanvasModel(document), new FaultActions(document));
    }

    private CanvasView(CanvasModel model, FaultActions faults) {
        super(model);
        this.model = model;
        this.faults = faults;
        editor = new TitleEditor(this, model);
        LinkKeys linking = new LinkKeys(this, model);
        actions = new CanvasActions(this, model, editor, linking);
        menu = new CanvasMenu(this, model, actions, faults);
        pointer = new CanvasPointer(this, model, menu, editor, actions, faults);
        CanvasKeys.install(this, model, pointer, menu, actions, linking);
        getChildren().add(editor);
    }

    @Override
    public void show(Frame frame) {
        super.show(frame);
        faults.show(frame);
    }

    /** The listener is told the number of a request when a person clicks its dot. */
    public void onRequest(LongConsumer listener) {
        pointer.onRequest(listener);
    }

    /** The listener is told the id of a node with a cache that a person opens. */
    public void onOpen(Consumer<String> listener) {
        actions.onOpen(listener);
    }

    /** Puts a new node of that kind where there is room for it, links it where that can only be meant so, and selects it. */
    public void place(PaletteKind kind) {
        new PlaceGesture(model, kind).atFreePlace();
    }

    /** Puts a store of three new databases where there is room for it, asked by the servers that ask none yet, and selects it. */
    public void placeStore() {
        new PlaceStoreGesture(model).atFreePlace();
        requestFocus();
    }

    /** As {@link #place}, and the keys go on from it. */
    public void placeByKey(PaletteKind kind) {
        String id = new PlaceGesture(model, kind).atFreePlace();
        layout();
        focusCard(id);
    }

    /** Whether dragging cuts links, as it does with Alt held, which some window managers keep for themselves. */
    public BooleanProperty cutToolProperty() {
        return pointer.cutToolProperty();
    }

    /** Brings that node into sight, and the keys to it. */
    public void goTo(String id) {
        model.reveal(id);
        layout();
        focusCard(id);
    }

    /** What the figures on the canvas are asked by. */
    public void asks(OriginPop origins) {
        menu.asks(origins);
    }

    /** Offers the figures of what is selected, to ask one where it comes from. */
    public void showOrigins() {
        menu.showOrigins();
    }

    /** How it is looked at. */
    public CanvasLook look() {
        return model.look();
    }

    /** Whether it shows the whole drawing until someone pans or zooms. */
    public boolean showsWhole() {
        return model.showsWhole();
    }

    public void look(CanvasLook next) {
        model.look(next);
    }

    /** A node lies over a part of it, down to the lower edge: while the whole drawing is shown, no card is behind it. */
    public void coveredBy(Node over) {
        over.boundsInParentProperty().subscribe(() -> cover(over));
        over.visibleProperty().subscribe(() -> cover(over));
    }

    private void cover(Node over) {
        Bounds bounds = over.getBoundsInParent();
        model.cover(
                over.isVisible()
                        ? new Area(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight())
                        : null);
    }

    /** How large the drawing is seen, 1 for 100 %; the listener hears of it with every change on the canvas. */
    public void onZoom(DoubleConsumer listener) {
        model.onChange(() -> listener.accept(model.viewport().zoom()));
        listener.accept(model.viewport().zoom());
    }

    /** Zooms to that, 1 for 100 %, about the middle of the view. */
    public void zoomTo(double zoom) {
        model.zoomTo(zoom);
    }

    /** What menus and keys can do here. */
    public CanvasActions actions() {
        return actions;
    }

    /** Breaking and mending what is on the canvas. */
    public FaultActions faults() {
        return faults;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        editor.place();
    }
}
