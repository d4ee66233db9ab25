package roundhouse.workbench.canvas.painting;

import roundhouse.simulation.observing.Frame;
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
    private final int[] queued;
    private final double spacing;
    private double x;
    private double y;

    /**
     * @param scale pixels of the buffer for each of the view
     * @param radius of a dot, pixels of the buffer
     */
    DotPlaces(CanvasModel model, double scale, double radius) {
        Drawing drawing = model.drawing();
        links = model.live().links(drawing);
        lanes = lanes(model.viewport(), drawing, scale);
        queued = new int[drawing.linkCount()];
        spacing = QUEUED * radius;
    }

    /** Finds the place of the next hop of the frame; false when it is on no link that is drawn. Each hop is asked for once, in order. */
    boolean find(Frame frame, int hop) {
        int link = links[frame.link[hop]];
        if (link < 0) {
            return false;
        }
        int lane = link * LANE_NUMBERS;
        double side = side(frame.kind[hop]);
        double along = frame.along[hop];
        if (frame.kind[hop] == Frame.HANGING || frame.kind[hop] == Frame.GIVEN_UP) {
            int before = queued[link]++;
            int row = before / ABREAST;
            double length = Math.hypot(lanes[lane + 2], lanes[lane + 3]);
            double back = (0.8 + row) * spacing / Math.max(1, length);
            if (back > LONGEST_QUEUE) {
                return false;
            }
            along += along > LONGEST_QUEUE ? -back : back;
            side = (before % ABREAST - 1) * spacing / Math.max(1, Math.hypot(lanes[lane + 4], lanes[lane + 5]));
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
            case Frame.REQUEST, Frame.CHECK -> 1;
            case Frame.HEARTBEAT -> 0;
            default -> -1;
        };
    }

    /** For each link: where it begins, how far it goes, and how far aside requests keep. */
    private static double[] lanes(Viewport viewport, Drawing drawing, double scale) {
        double zoom = viewport.zoom() * scale;
        double aside = LANE * Math.min(1, viewport.zoom()) * scale;
        double[] lanes = new double[drawing.linkCount() * LANE_NUMBERS];
        for (int link = 0; link < drawing.linkCount(); link++) {
            int lane = link * LANE_NUMBERS;
            double dx = drawing.x2(link) - drawing.x1(link);
            double dy = drawing.y2(link) - drawing.y1(link);
            double length = Math.max(1, Math.hypot(dx, dy));
            lanes[lane] = (drawing.x1(link) - viewport.x()) * zoom;
            lanes[lane + 1] = (drawing.y1(link) - viewport.y()) * zoom;
            lanes[lane + 2] = dx * zoom;
            lanes[lane + 3] = dy * zoom;
            lanes[lane + 4] = dy / length * aside;
            lanes[lane + 5] = -dx / length * aside;
        }
        return lanes;
    }
}
