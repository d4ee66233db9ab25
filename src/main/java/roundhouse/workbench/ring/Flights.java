package roundhouse.workbench.ring;

import java.util.Arrays;

/** Keys on their way from the token or server that had them to the one that has them now. */
final class Flights {
    static final long DURATION = 650_000_000;
    /** More tails than this only make a blot. */
    private static final int TAILS = 600;

    private float[] fromX = new float[256];
    private float[] fromY = new float[256];
    private float[] toX = new float[256];
    private float[] toY = new float[256];
    private int[] colour = new int[256];
    private long[] since = new long[256];
    private int count;

    /** A key sets out now, in nanoseconds of any clock. */
    void add(double x0, double y0, double x1, double y1, int of, long now) {
        if (count == colour.length) {
            int length = 2 * count;
            fromX = Arrays.copyOf(fromX, length);
            fromY = Arrays.copyOf(fromY, length);
            toX = Arrays.copyOf(toX, length);
            toY = Arrays.copyOf(toY, length);
            colour = Arrays.copyOf(colour, length);
            since = Arrays.copyOf(since, length);
        }
        fromX[count] = (float) x0;
        fromY[count] = (float) y0;
        toX[count] = (float) x1;
        toY[count] = (float) y1;
        colour[count] = of;
        since[count++] = now;
    }

    int count() {
        return count;
    }

    void clear() {
        count = 0;
    }

    /** Draws those under way and drops those that have arrived; the way bends a little towards the centre. */
    void paint(Pixels out, RingShape shape, KeyDots dots, long now) {
        int kept = 0;
        boolean tails = count <= TAILS;
        for (int i = 0; i < count; i++) {
            if (now - since[i] >= DURATION) {
                continue;
            }
            double t = (double) Math.max(0, now - since[i]) / DURATION;
            double eased = t * t * (3 - 2 * t);
            double x = bent(fromX[i], toX[i], shape.centreX, eased);
            double y = bent(fromY[i], toY[i], shape.centreY, eased);
            if (tails) {
                double behind = Math.max(0, eased - 0.35);
                out.line(
                        bent(fromX[i], toX[i], shape.centreX, behind),
                        bent(fromY[i], toY[i], shape.centreY, behind),
                        x,
                        y,
                        1.2 * shape.scale,
                        colour[i],
                        150);
            }
            dots.dot(out, x, y, colour[i]);
            move(i, kept++);
        }
        count = kept;
    }

    private static double bent(double from, double to, double centre, double t) {
        double control = (from + to) / 2 + (centre - (from + to) / 2) * 0.25;
        return (1 - t) * (1 - t) * from + 2 * t * (1 - t) * control + t * t * to;
    }

    private void move(int from, int to) {
        fromX[to] = fromX[from];
        fromY[to] = fromY[from];
        toX[to] = toX[from];
        toY[to] = toY[from];
        colour[to] = colour[from];
        since[to] = since[from];
    }
}
