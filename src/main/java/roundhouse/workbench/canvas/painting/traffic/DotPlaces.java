package roundhouse.workbench.canvas.painting.traffic;

import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.HopKind;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Drawing;
import roundhouse.workbench.canvas.model.Viewport;

/**
 * Where the dots of one picture stand, pixels of the buffer. Requests and replies keep to their own side of the line; those that hang
 * queue up from where they hang, three abreast.
 */
final class DotPlaces {
    /** How far requests and replies keep from the line, canvas pixels. */
    private static final double LANE = 2.5;
    /** From one dot that hangs to the next, in radii. */
    private static final double QUEUED = 2.4;

    private static final int ABREAST = 3;
    /** The part of a link that a queue may fill; the card tells how many there are. */
    private static final double LONGEST_QUEUE = 0.6;

    private static final int LANE_NUMBERS = 6;

    private final int[] links;
    private final double[] lanes;
    /** The part of each link before its bend, by length. */
    private final double[] firsts;

    private final int[] queued;
    private final double spacing;
    /** How far requests and replies keep from the line, pixels of the buffer. */
    private final double aside;

    private double x;
    private double y;
    private final @Nullable MemberWays members;

    /**
     * @param scale pixels of the buffer for each of the view
     * @param radius of a dot, pixels of the buffer
     */
    DotPlaces(CanvasModel model, double scale, double radius) {
        Drawing drawing = model.drawing();
        links = model.live().links(drawing);
        firsts = new double[drawing.linkCount()];
        aside = LANE * Math.min(1, model.viewport().zoom()) * scale;
        lanes = lanes(model.viewport(), drawing, scale);
        queued = new int[drawing.linkCount()];
        spacing = QUEUED * radius;
        members = drawing.hasOpened() ? new MemberWays(model, scale) : null;
    }

    /** Finds the place of the next hop of the frame; false when it is on no link that is drawn. Each hop is asked for once, in order. */
    boolean find(Frame frame, int hop) {
        int link = links[frame.link[hop]];
        if (link < 0) {
            return false;
        }
        double side = side(frame.kind[hop]);
        double along = frame.along[hop];
        boolean hangs = frame.kind[hop] == HopKind.HANGING || frame.kind[hop] == HopKind.GIVEN_UP;
        // Those that hang queue up before the frame, where there is room.
        if (members != null && !hangs && members.find(frame, hop, link, side * aside)) {
            x = members.x();
            y = members.y();
            return true;
        }
        int lane = 2 * link * LANE_NUMBERS;
        double first = firsts[link];
        if (hangs) {
            int before = queued[link]++;
            int row = before / ABREAST;
            double length = Math.hypot(lanes[lane + 2], lanes[lane + 3])
                    + Math.hypot(lanes[lane + LANE_NUMBERS + 2], lanes[lane + LANE_NUMBERS + 3]);
            double back = (0.8 + row) * spacing / Math.max(1, length);
            if (back > LONGEST_QUEUE) {
                return false;
            }
            along += along > LONGEST_QUEUE ? -back : back;
            side = (before % ABREAST - 1) * spacing / Math.max(1, Math.hypot(lanes[lane + 4], lanes[lane + 5]));
        }
        if (along > first) {
            lane += LANE_NUMBERS;
            along = (along - first) / (1 - first);
        } else {
            along /= first;
        }
        x = lanes[lane] + lanes[lane + 2] * along + lanes[lane + 4] * side;
        y = lanes[lane + 1] + lanes[lane + 3] * along + lanes[lane + 5] * side;
        return true;
    }

    double x() {
        return x;
    }

    double y() {
        return y;
    }

    private static double side(byte kind) {
        return switch (kind) {
            case HopKind.REQUEST, HopKind.CHECK, HopKind.LOOKUP -> 1;
            case HopKind.HEARTBEAT, HopKind.MESSAGE, HopKind.LOST_MESSAGE, HopKind.MEMBER -> 0;
            default -> -1;
        };
    }

    /** For each of the two parts of each link: where it begins, how far it goes, and how far aside requests keep. */
    private double[] lanes(Viewport viewport, Drawing drawing, double scale) {
        double zoom = viewport.zoom() * scale;
        double[] made = new double[2 * drawing.linkCount() * LANE_NUMBERS];
        for (int link = 0; link < drawing.linkCount(); link++) {
            double[] xs = {drawing.x1(link), drawing.bendX(link), drawing.x2(link)};
            double[] ys = {drawing.y1(link), drawing.bendY(link), drawing.y2(link)};
            double[] lengths = new double[2];
            for (int part = 0; part < 2; part++) {
                int lane = (2 * link + part) * LANE_NUMBERS;
                double dx = xs[part + 1] - xs[part];
                double dy = ys[part + 1] - ys[part];
                double length = Math.hypot(dx, dy);
                lengths[part] = length;
                made[lane] = (xs[part] - viewport.x()) * zoom;
                made[lane + 1] = (ys[part] - viewport.y()) * zoom;
                made[lane + 2] = dx * zoom;
                made[lane + 3] = dy * zoom;
                made[lane + 4] = dy / Math.max(1, length) * aside;
                made[lane + 5] = -dx / Math.max(1, length) * aside;
            }
            double whole = lengths[0] + lengths[1];
            firsts[link] = whole == 0 ? 1 : lengths[0] / whole;
        }
        return made;
    }
}
