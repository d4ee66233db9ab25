package roundhouse.workbench.canvas.painting;

import roundhouse.topology.nodes.Link;

/** A link in the view's pixels. */
record LinkLine(
        int index,
        Link link,
        boolean selected,
        boolean pointed,
        boolean broken,
        LinkText text,
        double x1,
        double y1,
        double x2,
        double y2) {
    boolean plain() {
        return !selected && !pointed && !broken && !link.down() && !link.backup() && text.plain();
    }

    /** Nothing gets through in either direction. */
    boolean dead() {
        return link.down() || broken || text.cut();
    }

    boolean unwell() {
        return dead() || text.wrong();
    }

    double length() {
        return Math.hypot(x2 - x1, y2 - y1);
    }
}
