package roundhouse.workbench.ring.picture;

/**
 * Keys on their way from the token or server that had them to the one that has them now. A key that changes its owner again while it is
 * under way turns from where it is, so there are never more flights than keys.
 */
final class Flights {
    static final long DURATION_NANOS = 650_000_000;
    /** More tails than this only make a blot. */
    private static final int TAILS = 600;

    private final float[] fromX;
    private final float[] fromY;
    private final float[] toX;
    private final float[] toY;
    private final int[] colour;
    private final long[] sinceNanos;
    private final boolean[] flying;
    /** The keys under way. */
    private final int[] keys;

    private int count;

    Flights(int keys) {
        fromX = new float[keys];
        fromY = new float[keys];
        toX = new float[keys];
        toY = new float[keys];
        colour = new int[keys];
        sinceNanos = new long[keys];
        flying = new boolean[keys];
        this.keys = new int[keys];
    }

    /** A key sets out now, in nanoseconds of any clock; from where it is if it is under way already. */
    void send(int key, double x0, double y0, double x1, double y1, RingShape shape, int of, long nowNanos) {
        if (flying[key]) {
            double part = eased(key, nowNanos);
            fromX[key] = (float) x(key, shape, part);
            fromY[key] = (float) y(key, shape, part);
        } else {
            flying[key] = true;
            keys[count++] = key;
            fromX[key] = (float) x0;
            fromY[key] = (float) y0;
        }
        toX[key] = (float) x1;
        toY[key] = (float) y1;
        colour[key] = of;
        sinceNanos[key] = nowNanos;
    }

    int count() {
        return count;
    }

    /** Draws those under way and drops those that have arrived; the way bends a little towards the centre. */
    void paint(Pixels out, RingShape shape, KeyDots dots, long nowNanos) {
        int kept = 0;
        boolean tails = count <= TAILS;
        for (int i = 0; i < count; i++) {
            int key = keys[i];
            if (nowNanos - sinceNanos[key] >= DURATION_NANOS) {
                flying[key] = false;
                continue;
            }
            double part = eased(key, nowNanos);
            double x = x(key, shape, part);
            double y = y(key, shape, part);
            if (tails) {
                double behind = Math.max(0, part - 0.35);
                out.line(x(key, shape, behind), y(key, shape, behind), x, y, 1.2 * shape.scale, colour[key], 150);
            }
            dots.dot(out, x, y, colour[key]);
            keys[kept++] = key;
        }
        count = kept;
    }

    /** How far a key has come, 0 to 1; it sets out and arrives gently. */
    private double eased(int key, long nowNanos) {
        double t = Math.clamp((double) (nowNanos - sinceNanos[key]) / DURATION_NANOS, 0, 1);
        return t * t * (3 - 2 * t);
    }

    private double x(int key, RingShape shape, double part) {
        return bent(fromX[key], toX[key], shape.centreX, part);
    }

    private double y(int key, RingShape shape, double part) {
        return bent(fromY[key], toY[key], shape.centreY, part);
    }

    private static double bent(double from, double to, double centre, double part) {
        double control = (from + to) / 2 + (centre - (from + to) / 2) * 0.25;
        return (1 - part) * (1 - part) * from + 2 * part * (1 - part) * control + part * part * to;
    }
}
