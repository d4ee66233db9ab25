package roundhouse.workbench.canvas.gestures;

import java.util.HashSet;
import java.util.Set;
import roundhouse.workbench.canvas.model.Area;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.document.Selection.Item;

/** Selects what a rectangle takes in; added to what was selected when asked so. A mere click on nothing selects nothing. */
public final class MarqueeGesture implements Gesture {
    private final CanvasModel model;
    private final Pointer start;
    private final Set<Item> before;

    public MarqueeGesture(CanvasModel model, Pointer start) {
        this.model = model;
        this.start = start;
        before = model.selection().items();
    }

    @Override
    public void drag(Pointer pointer) {
        Area area = Area.between(start.x(), start.y(), pointer.x(), pointer.y());
        select(pointer, model.drawing().hits().itemsWithin(area));
        model.marks().marquee(area);
    }

    @Override
    public void finish(Pointer pointer) {
        boolean click = pointer.viewX() == start.viewX() && pointer.viewY() == start.viewY();
        if (click) {
            select(pointer, Set.of());
        }
        model.marks().marquee(null);
    }

    @Override
    public void cancel() {
        model.selection().set(before);
        model.marks().marquee(null);
    }

    private void select(Pointer pointer, Set<Item> found) {
        Set<Item> items = new HashSet<>(found);
        if (pointer.add()) {
            items.addAll(before);
        }
        if (!items.equals(model.selection().items())) {
            model.selection().set(items);
        }
    }
}
