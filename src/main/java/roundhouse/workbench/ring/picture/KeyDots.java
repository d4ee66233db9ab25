package roundhouse.workbench.ring.picture;

import java.util.Arrays;
import roundhouse.workbench.ring.model.Angle;

/**
 * The keys as dots just inside the ring: each at its own angle, at a depth that its hash decides so that neighbours do not hide
 * each other. Places are worked out when keys or the size change; a drag only recolours. The more keys, the smaller the dots; where
 * there are many they are squares of a few pixels, painted in the order of the picture's memory.
 */
final class KeyDots {
    /** With more keys than this, dots are squares. */
    private static final int ROUND = 10_000;

    private static final long MIX = 0x9e3779b97f4a7c15L;

    private final float[] xs;
    private final float[] ys;
    private final double radius;
    /** How much of each pixel of a round dot is covered, 0 to 255. */
    private final int[] mask;

    private final int side;
    private final boolean square;
    /** The keys in the order of their pixels, and the first pixel of each. */
    private final int[] order;

    private final int[] pixel;

    /** @param positions where the keys stand on the circle */
    KeyDots(RingShape shape, long[] positions) {
        int count = positions.length;
        double size = count <= 60 ? 4.5 : count <= 2_000 ? 3 : count <= ROUND ? 2 : count <= 50_000 ? 1 : 0.75;
        radius = size * shape.scale;
        double gap = 14 * shape.scale;
        double depth = Math.min(shape.inner * 0.4, (count <= 60 ? 26 : count <= 2_000 ? 66 : 110) * shape.scale);
        xs = new float[count];
        ys = new float[count];
        for (int key = 0; key < count; key++) {
            long mixed = (positions[key] * MIX) ^ (positions[key] >>> 29);
            double jitter = ((mixed * MIX) >>> 40) * 0x1p-24;
            double turn = Angle.turn(positions[key]);
            double from = shape.inner - gap - jitter * depth;
            xs[key] = (float) shape.x(turn, from);
            ys[key] = (float) shape.y(turn, from);
        }
        square = count > ROUND;
        side = square ? Math.max(1, (int) Math.round(2 * radius)) : (int) Math.ceil(2 * radius + 1);
        mask = square ? new int[0] : mask();
        order = new int[count];
        pixel = new int[count];
        arrange(shape);
    }

    private int[] mask() {
        int[] covers = new int[side * side];
        for (int i = 0; i < covers.length; i++) {
            int row = i / side;
            double distance = Math.hypot(i % side + 0.5 - side / 2.0, row + 0.5 - side / 2.0);
            covers[i] = (int) (255 * Math.clamp(radius + 0.5 - distance, 0, 1));
        }
        return covers;
    }

    private void arrange(RingShape shape) {
        long[] sorted = new long[xs.length];
        for (int key = 0; key < sorted.length; key++) {
            int left = Math.clamp(left(xs[key]), 0, Math.max(0, shape.width - side));
            int top = Math.clamp(left(ys[key]), 0, Math.max(0, shape.height - side));
            sorted[key] = ((long) top * shape.width + left) << 32 | key;
        }
        if (square) {
            Arrays.sort(sorted);
        }
        for (int i = 0; i < sorted.length; i++) {
            order[i] = (int) sorted[i];
            pixel[i] = (int) (sorted[i] >>> 32);
        }
    }

    private int left(double middle) {
        return (int) Math.round(middle - side / 2.0);
    }

    float x(int key) {
        return xs[key];
    }

    float y(int key) {
        return ys[key];
    }

    double radius() {
        return radius;
    }

    /** All dots in the colours of their owners; {@code none} for keys that nobody owns. */
    void paint(Pixels out, int[] owners, int[] colours, int none) {
        for (int i = 0; i < order.length; i++) {
            int owner = owners[order[i]];
            put(out, pixel[i], owner < 0 ? none : colours[owner]);
        }
    }

    /** A dot at a place that need not be a key's own. */
    void dot(Pixels out, double x, double y, int colour) {
        int left = left(x);
        int top = left(y);
        if (left >= 0 && top >= 0 && left + side <= out.width() && top + side <= out.height()) {
            put(out, top * out.width() + left, colour);
        }
    }

    /** A dot whose first pixel is that one, all of it within the picture. */
    private void put(Pixels out, int first, int colour) {
        if (square) {
            out.square(first, side, colour);
        } else {
            out.stamp(first, mask, side, colour);
        }
    }

    /** The key whose dot is nearest to that place and not further than {@code reach}, or -1. */
    int nearest(double x, double y, double reach) {
        int best = -1;
        double least = reach * reach;
        for (int key = 0; key < xs.length; key++) {
            double dx = xs[key] - x;
            double dy = ys[key] - y;
            double distance = dx * dx + dy * dy;
            if (distance <= least) {
                least = distance;
                best = key;
            }
        }
        return best;
    }
}
