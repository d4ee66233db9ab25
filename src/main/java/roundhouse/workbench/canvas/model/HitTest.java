package roundhouse.workbench.canvas.model;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import roundhouse.workbench.document.Selection.Item;

/** What of a drawing lies under a point, within an area, or beside a card. Coordinates are canvas pixels, nodes and links are indexes. */
public final class HitTest {
    private final Drawing drawing;

    HitTest(Drawing drawing) {
        this.drawing = drawing;
    }

    /** The node on top there, or -1. Later nodes lie over earlier ones. */
    public int nodeAt(double px, double py) {
        for (int i = drawing.nodeCount() - 1; i >= 0; i--) {
            if (!drawing.isFolded(i) && drawing.area(i).contains(new Area(px, py, 0, 0))) {
                return i;
            }
        }
        return -1;
    }

    /** The node whose port, the dot at its right edge, is no further away than that; -1 for none. */
    public int portAt(double px, double py, double tolerance) {
        for (int i = drawing.nodeCount() - 1; i >= 0; i--) {
            Area area = drawing.area(i);
            if (!drawing.isFolded(i) && Math.hypot(px - area.right(), py - area.centreY()) <= tolerance) {
                return i;
            }
        }
        return -1;
    }

    /** The link whose line is nearest and no further away than that; -1 for none. */
    int linkAt(double px, double py, double tolerance) {
        int nearest = -1;
        double least = tolerance;
        for (int i = 0; i < drawing.linkCount(); i++) {
            if (drawing.isDrawn(i)) {
                double distance = drawing.distance(i, px, py);
                if (distance <= least) {
                    least = distance;
                    nearest = i;
                }
            }
        }
        return nearest;
    }

    /** What lies there: a node before a link. */
    public Optional<Item> itemAt(double px, double py, double tolerance) {
        int node = nodeAt(px, py);
        if (node >= 0) {
            return Optional.of(new Item.NodeItem(drawing.node(node).id()));
        }
        int link = linkAt(px, py, tolerance);
        return link < 0
                ? Optional.empty()
                : Optional.of(new Item.LinkItem(
                        drawing.link(link).from(), drawing.link(link).to()));
    }

    /** Every node that the area touches, and every link that lies wholly within. */
    public Set<Item> itemsWithin(Area area) {
        Set<Item> items = new LinkedHashSet<>();
        for (int i = 0; i < drawing.nodeCount(); i++) {
            if (!drawing.isFolded(i) && area.meets(drawing.area(i))) {
                items.add(new Item.NodeItem(drawing.node(i).id()));
            }
        }
        for (int i = 0; i < drawing.linkCount(); i++) {
            if (drawing.isDrawn(i)
                    && area.contains(Area.between(drawing.x1(i), drawing.y1(i), drawing.x2(i), drawing.y2(i)))) {
                items.add(new Item.LinkItem(
                        drawing.link(i).from(), drawing.link(i).to()));
            }
        }
        return items;
    }

    /**
     * The nearest node that way from one, with what is off the way counted double; -1 for none.
     *
     * @param dx -1 for left, 1 for right, else 0
     * @param dy -1 for up, 1 for down, else 0
     */
    public int beside(int node, int dx, int dy) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < drawing.nodeCount(); i++) {
            double right = drawing.x(i) - drawing.x(node);
            double down = drawing.y(i) - drawing.y(node);
            double along = right * dx + down * dy;
            double aside = Math.abs(right * dy) + Math.abs(down * dx);
            if (!drawing.isFolded(i) && along > 0 && along + 2 * aside < least) {
                least = along + 2 * aside;
                nearest = i;
            }
        }
        return nearest;
    }
}
