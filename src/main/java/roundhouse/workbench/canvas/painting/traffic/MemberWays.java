package roundhouse.workbench.canvas.painting.traffic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import roundhouse.arranging.GroupFrame;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Position;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Drawing;
import roundhouse.workbench.canvas.model.Viewport;
import roundhouse.workbench.canvas.model.Ways;

/** Where the dots stand that are on their way to or from a server in the frame of a group that is opened, pixels of the buffer. */
final class MemberWays {
    private final Ways ways;
    private final Viewport viewport;
    private final double scale;
    /** For each member of the frame its place in its group's frame, or -1. */
    private final int[] places;

    private final Map<Way, double[]> found = new HashMap<>();
    private double x;
    private double y;

    private record Way(int link, int from, int to) {}

    MemberWays(CanvasModel model, double scale) {
        Drawing drawing = model.drawing();
        ways = new Ways(drawing);
        viewport = model.viewport();
        this.scale = scale;
        Frame frame = model.live().frame();
        List<Frame.Member> members = frame.members;
        places = new int[members.size()];
        for (int i = 0; i < places.length; i++) {
            String group = frame.topology.nodes().get(members.get(i).node()).id();
            int node = drawing.index(group);
            GroupFrame opened = node < 0 ? null : drawing.opened(node);
            places[i] = opened == null ? -1 : opened.place(members.get(i).id());
        }
    }

    private int place(int member) {
        return member < 0 ? -1 : places[member];
    }

    /**
     * Finds the place of a hop; false where neither end of its way is a server that is shown.
     *
     * @param aside how far it keeps from the line, pixels of the buffer
     */
    boolean find(Frame frame, int hop, int link, double aside) {
        int from = place(frame.fromMember[hop]);
        int to = place(frame.toMember[hop]);
        if (from < 0 && to < 0) {
            return false;
        }
        double[] way = found.computeIfAbsent(new Way(link, from, to), this::corners);
        double left = frame.along[hop] * length(way);
        for (int i = 2; i < way.length; i += 2) {
            double dx = way[i] - way[i - 2];
            double dy = way[i + 1] - way[i - 1];
            double stretch = Math.hypot(dx, dy);
            if (left <= stretch || i + 2 >= way.length) {
                double part = stretch == 0 ? 0 : Math.min(1, left / stretch);
                x = way[i - 2] + dx * part + dy / Math.max(1, stretch) * aside;
                y = way[i - 1] + dy * part - dx / Math.max(1, stretch) * aside;
                return true;
            }
            left -= stretch;
        }
        return false;
    }

    private double[] corners(Way way) {
        List<Position> corners = ways.corners(way.link(), way.from(), way.to());
        double[] pixels = new double[2 * corners.size()];
        for (int i = 0; i < corners.size(); i++) {
            pixels[2 * i] = viewport.toViewX(corners.get(i).x()) * scale;
            pixels[2 * i + 1] = viewport.toViewY(corners.get(i).y()) * scale;
        }
        return pixels;
    }

    private static double length(double[] way) {
        double length = 0;
        for (int i = 2; i < way.length; i += 2) {
            length += Math.hypot(way[i] - way[i - 2], way[i + 1] - way[i - 1]);
        }
        return length;
    }

    double x() {
        return x;
    }

    double y() {
        return y;
    }
}
