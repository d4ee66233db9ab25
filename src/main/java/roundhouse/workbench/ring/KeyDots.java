package roundhouse.workbench.ring;

/**
 * The keys as dots just inside the ring: each at its own angle, at a depth that its hash decides so that neighbours do not hide
 * each other. Places are worked out when keys or the size change; a drag only recolours. The more keys, the smaller the dots.
 */
final class KeyDots {
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private final float[] xs;
    private final float[] ys;
    private final double radius;
    private final int[] mask;
    private final int side;

    /** @param positions where the keys stand on the circle */
    KeyDots(RingShape shape, long[] positions) {
        int count = positions.length;
        double size = count <= 60 ? 4.5 : count <= 2_000 ? 3 : count <= 10_000 ? 2 : count <= 50_000 ? 1.3 : 1;
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
        side = (int) Math.ceil(2 * radius + 1);
        mask = new int[side * side];
        for (int i = 0; i < mask.length; i++) {
            int row = i / side;
            double distance = Math.hypot(i % side + 0.5 - side / 2.0, row + 0.5 - side / 2.0);
            mask[i] = (int) (255 * Math.clamp(radius + 0.5 - distance, 0, 1));
        }
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
        for (int key = 0; key < xs.length; key++) {
            int owner = owners[key];
            dot(out, xs[key], ys[key], owner < 0 ? none : colours[owner]);
        }
    }

    void dot(Pixels out, double x, double y, int colour) {
        int left = (int) Math.round(x - side / 2.0);
        int top = (int) Math.round(y - side / 2.0);
        if (radius < 1.6) {
            out.square(left, top, side - 1, colour);
            return;
        }
        if (left < 0 || top < 0 || left + side > out.width() || top + side > out.height()) {
            return;
        }
        for (int row = 0, i = 0; row < side; row++) {
            int at = (top + row) * out.width() + left;
            for (int column = 0; column < side; column++, i++) {
                if (mask[i] > 0) {
                    out.blend(at + column, colour, mask[i]);
                }
            }
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
