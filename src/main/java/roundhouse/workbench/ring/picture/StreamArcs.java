package roundhouse.workbench.ring.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.measures.Transfer;
import roundhouse.workbench.ring.model.Angle;

/**
 * What is streamed, as arcs just inside the band: each stretch in the colour of who receives it, thick where that is its owner now
 * and thin where it is to have a copy, and upon it a dot in the colour of who sends it.
 */
final class StreamArcs {
    /** Pixels of the layout: from the band to the first lane's middle, and from lane to lane. */
    static final double GAP = 7;

    static final double PITCH = 6;
    private static final double OWNED = 5;
    private static final double COPY = 3;
    private static final double DOT = 5.5;
    private static final double RIM = 1.5;

    private StreamArcs() {}

    /**
     * One of them.
     *
     * @param turn where it begins, a part of a turn clockwise from the top; less than 0 when it goes through the top
     * @param width a part of a turn
     * @param lane 0 next to the band
     * @param source who sends it; null when nobody has it
     */
    record Arc(
            double turn, double width, int lane, @Nullable String source, String receiver, boolean owned) {
        double middle() {
            return turn + width / 2;
        }

        double radius(RingShape shape) {
            return shape.inner - (GAP + lane * PITCH) * shape.scale;
        }
    }

    /**
     * Gives each a lane where nothing else is.
     *
     * @param transfers in the order in which they begin, the one through 0 first
     */
    static List<Arc> of(List<Transfer> transfers) {
        List<Arc> arcs = new ArrayList<>();
        List<Double> laneEnds = new ArrayList<>();
        for (Transfer each : transfers) {
            double width = each.share();
            double end = Angle.turn(each.upTo());
            double begin = end - width;
            int lane = 0;
            // What ends where this begins may be off by a rounding.
            while (lane < laneEnds.size() && laneEnds.get(lane) > begin + 1e-9) {
                lane++;
            }
            if (lane == laneEnds.size()) {
                laneEnds.add(end);
            } else {
                laneEnds.set(lane, end);
            }
            arcs.add(new Arc(begin, width, lane, each.source(), each.receiver(), each.owned()));
        }
        return arcs;
    }

    /**
     * Paints them.
     *
     * @param colours of each server by its name
     */
    static void paint(
            Pixels pixels, RingShape shape, List<Arc> arcs, ToIntFunction<String> colours, RingPainter.Theme theme) {
        for (Arc arc : arcs) {
            double thickness = (arc.owned ? OWNED : COPY) * shape.scale;
            double radius = arc.radius(shape);
            // Its round ends are within it, so that two that touch can be told apart.
            double inset = Math.min(arc.width / 2, thickness / 2 / (2 * Math.PI * radius));
            shape.arc(
                    pixels,
                    arc.turn + inset,
                    arc.width - 2 * inset,
                    radius,
                    thickness,
                    colours.applyAsInt(arc.receiver));
        }
        for (Arc arc : arcs) {
            dot(pixels, shape, arc, colours, theme);
        }
    }

    private static void dot(
            Pixels pixels, RingShape shape, Arc arc, ToIntFunction<String> colours, RingPainter.Theme theme) {
        double radius = arc.radius(shape);
        double x = shape.x(arc.middle(), radius);
        double y = shape.y(arc.middle(), radius);
        double size = Math.clamp(arc.width * Math.PI * radius, 2 * shape.scale, DOT * shape.scale);
        pixels.disc(x, y, size + RIM * shape.scale, theme.handle());
        if (arc.source == null) {
            pixels.annulus(x, y, size - RIM * shape.scale, size, theme.muted());
        } else {
            pixels.disc(x, y, size, colours.applyAsInt(arc.source));
        }
    }
}
