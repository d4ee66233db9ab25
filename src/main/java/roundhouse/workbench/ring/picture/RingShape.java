package roundhouse.workbench.ring.picture;

import java.util.Arrays;

/**
 * Where everything of a ring stands in a picture of one size, worked out once: which pixels are the band and which part of the
 * circle each belongs to, so that recolouring the band is one pass over an array. All lengths are pixels of the screen.
 */
public final class RingShape {
    /** In how many parts the circle is coloured; more than its circumference has pixels. */
    static final int SLOTS = 1 << 14;

    /** Room for the labels beside the ring, and above and below it. */
    private static final double SIDE = 58;

    private static final double TOP = 28;
    private static final double BAND = 16;
    private static final double TICK = 5;

    public final int width;
    final int height;
    public final double scale;
    final double centreX;
    final double centreY;
    public final double outer;
    final double inner;
    private final int[] pixel;
    private final short[] slot;
    private final byte[] cover;

    RingShape(int width, int height, double scale) {
        this.width = width;
        this.height = height;
        this.scale = scale;
        centreX = width / 2.0;
        centreY = height / 2.0;
        outer = Math.max(BAND * scale + 1, Math.min(width / 2.0 - SIDE * scale, height / 2.0 - TOP * scale));
        inner = outer - BAND * scale;
        int[] pixels = new int[1024];
        short[] slots = new short[1024];
        byte[] covers = new byte[1024];
        int count = 0;
        for (int y = 0; y < height; y++) {
            double dy = y + 0.5 - centreY;
            for (int x = 0; x < width; x++) {
                double dx = x + 0.5 - centreX;
                double distance = Math.sqrt(dx * dx + dy * dy);
                double part = Math.clamp(outer + 0.5 - distance, 0, 1) * Math.clamp(distance - inner + 0.5, 0, 1);
                if (part > 0) {
                    if (count == pixels.length) {
                        pixels = Arrays.copyOf(pixels, 2 * count);
                        slots = Arrays.copyOf(slots, 2 * count);
                        covers = Arrays.copyOf(covers, 2 * count);
                    }
                    pixels[count] = y * width + x;
                    slots[count] = (short) (turnAt(x + 0.5, y + 0.5) * SLOTS);
                    covers[count++] = (byte) (int) (part * 255);
                }
            }
        }
        pixel = Arrays.copyOf(pixels, count);
        slot = Arrays.copyOf(slots, count);
        cover = Arrays.copyOf(covers, count);
    }

    /** The part of a turn, 0 to 1, clockwise from the top, of a place in the picture. */
    double turnAt(double x, double y) {
        double turn = Math.atan2(x - centreX, centreY - y) / (2 * Math.PI);
        return turn < 0 ? Math.min(turn + 1, Math.nextDown(1.0)) : turn;
    }

    double radiusAt(double x, double y) {
        return Math.hypot(x - centreX, y - centreY);
    }

    public double x(double turn, double radius) {
        return centreX + radius * Math.sin(2 * Math.PI * turn);
    }

    public double y(double turn, double radius) {
        return centreY - radius * Math.cos(2 * Math.PI * turn);
    }

    /** Where a token stands. */
    public double track() {
        return (outer + inner) / 2;
    }

    /** A short line outside the band at that turn. */
    void tick(Pixels out, double turn, int colour) {
        double from = outer + 2 * scale;
        double to = from + TICK * scale;
        out.line(x(turn, from), y(turn, from), x(turn, to), y(turn, to), scale, colour, 255);
    }

    /** A line along the outside of the band from one turn clockwise so much further. */
    void along(Pixels out, double from, double width, int colour) {
        arc(out, from, width, outer + 4 * scale, 3 * scale, colour);
    }

    /** A line round the middle at that radius, with round ends. */
    void arc(Pixels out, double from, double width, double radius, double thickness, int colour) {
        int steps = Math.max(1, (int) Math.ceil(width * 2 * Math.PI * radius));
        for (int i = 0; i <= steps; i++) {
            double turn = from + width * i / steps;
            out.disc(x(turn, radius), y(turn, radius), thickness / 2, colour);
        }
    }

    /** The band in the colours of its parts. */
    void band(Pixels out, int[] colours) {
        for (int i = 0; i < pixel.length; i++) {
            out.blend(pixel[i], colours[slot[i]], cover[i] & 255);
        }
    }
}
