package roundhouse.workbench.canvas.gestures;

import static roundhouse.workbench.texts.Texts.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import roundhouse.topology.LinkFault;
import roundhouse.topology.Topology;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Drawing;
import roundhouse.workbench.canvas.model.GestureMarks;
import roundhouse.workbench.canvas.model.Sides;
import roundhouse.workbench.document.FaultActions;
import roundhouse.workbench.document.Selection.Item;

/**
 * Draws a line across links and cuts all that it crosses; across links that are all cut, it mends them. Where there is a replicated
 * store and the line parts the drawing, it makes a partition, and across one it heals it.
 */
public final class CutGesture implements Gesture {
    private final CanvasModel model;
    private final FaultActions faults;
    private final double startX;
    private final double startY;

    public CutGesture(CanvasModel model, FaultActions faults, Pointer start) {
        this.model = model;
        this.faults = faults;
        startX = start.x();
        startY = start.y();
    }

    @Override
    public void drag(Pointer pointer) {
        model.marks()
                .rubber(new GestureMarks.Rubber(startX, startY, pointer.x(), pointer.y(), words(crossed(pointer))));
    }

    private String words(Set<Item.LinkItem> crossed) {
        if (crossed.isEmpty()) {
            return text("canvas.drag-across-links-to-cut");
        }
        if (faults.isParted()) {
            return text("canvas.heal-the-network");
        }
        List<List<String>> sides = sides(crossed);
        if (!sides.isEmpty()) {
            return text(
                    "canvas.part-the-network",
                    String.join(" | ", sides.stream().map(CutGesture::count).toList()));
        }
        return text(faults.has(LinkFault.CUT, crossed) ? "canvas.mend-links" : "canvas.cut-links", crossed.size());
    }

    @Override
    public void finish(Pointer pointer) {
        model.marks().rubber(null);
        Set<Item.LinkItem> crossed = crossed(pointer);
        if (crossed.isEmpty()) {
            return;
        }
        List<List<String>> sides = sides(crossed);
        if (faults.isParted()) {
            faults.heal();
        } else if (sides.isEmpty()) {
            faults.toggle(LinkFault.CUT, crossed);
        } else {
            faults.part(sides);
        }
    }

    /** The sides of the partition that it makes; empty where it makes none. */
    private List<List<String>> sides(Set<Item.LinkItem> crossed) {
        Topology topology = model.document().topology();
        return topology.stores().isEmpty() || faults.has(LinkFault.CUT, crossed)
                ? List.of()
                : Sides.of(topology, crossed);
    }

    private static String count(List<String> side) {
        return text("canvas.nodes-of-side", side.size());
    }

    @Override
    public void cancel() {
        model.marks().rubber(null);
    }

    /** The links whose lines the cut crosses, in the document's order. */
    private Set<Item.LinkItem> crossed(Pointer pointer) {
        Drawing drawing = model.drawing();
        Set<Item.LinkItem> crossed = new LinkedHashSet<>();
        for (int i = 0; i < drawing.linkCount(); i++) {
            if (drawing.isDrawn(i) && crosses(drawing, i, pointer)) {
                crossed.add(new Item.LinkItem(
                        drawing.link(i).from(), drawing.link(i).to()));
            }
        }
        return crossed;
    }

    private boolean crosses(Drawing drawing, int link, Pointer end) {
        double bendX = drawing.bendX(link);
        double bendY = drawing.bendY(link);
        return drawing.isBent(link)
                ? crosses(drawing.x1(link), drawing.y1(link), bendX, bendY, end)
                        || crosses(bendX, bendY, drawing.x2(link), drawing.y2(link), end)
                : crosses(drawing.x1(link), drawing.y1(link), drawing.x2(link), drawing.y2(link), end);
    }

    private boolean crosses(double x1, double y1, double x2, double y2, Pointer end) {
        return side(startX, startY, end.x(), end.y(), x1, y1) * side(startX, startY, end.x(), end.y(), x2, y2) < 0
                && side(x1, y1, x2, y2, startX, startY) * side(x1, y1, x2, y2, end.x(), end.y()) < 0;
    }

    /** On which side of the line from a to b the point p is: the sign of the cross product. */
    private static double side(double ax, double ay, double bx, double by, double px, double py) {
        return Math.signum((bx - ax) * (py - ay) - (by - ay) * (px - ax));
    }
}
