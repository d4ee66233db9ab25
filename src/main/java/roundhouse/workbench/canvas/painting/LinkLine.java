package roundhouse.workbench.canvas.painting;

import roundhouse.topology.nodes.Link;

/**
 * A link in the view's pixels.
 *
 * @param bendX where it bends, as is bendY; anywhere on the line when it is straight
 */
record LinkLine(
        int index,
        Link link,
        boolean selected,
        boolean pointed,
        boolean broken,
        LinkText text,
        double x1,
        double y1,
        double bendX,
        double bendY,
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
        return Math.hypot(bendX - x1, bendY - y1) + lastLength();
    }

    /** From the bend to the end. */
    double lastLength() {
        return Math.hypot(x2 - bendX, y2 - bendY);
    }

    /** Whether the way to the bend is the longer part. */
    boolean firstIsLonger() {
        return Math.hypot(bendX - x1, bendY - y1) > lastLength() + 1;
    }

    /** Whether there is no bend to speak of. */
    boolean straight() {
        double direct = Math.hypot(x2 - x1, y2 - y1);
        return length() - direct < 0.01;
    }
}
