package roundhouse.workbench.canvas.painting.traffic;

import roundhouse.workbench.canvas.model.LineSegment;

/**
 * The dots as small pictures, drawn once and then copied: the colour shows the server, the shape what it is about and the outcome, and a dot gets darker the longer its request is under way. A thin rim of the background sets dots apart where they crowd.
 */
public final class DotSprites {
    /** On its way, or served well: a disc. */
    public static final int DISC = 0;
    /** A cross: refused, rejected or failed, or a message that was lost. */
    public static final int CROSS = 1;
    /** A ring: its client has given up waiting. */
    public static final int RING = 2;

    /** A square: a health check. */
    public static final int SQUARE = 3;
    /** A diamond: a heartbeat. */
    public static final int DIAMOND = 4;
    /** A triangle: a write. */
    public static final int TRIANGLE = 5;
    /** Two bars: what a cache writes to its store later. */
    public static final int BARS = 6;
    /** A hollow diamond: something is to go from a cache. */
    public static final int HOLLOW_DIAMOND = 7;

    /** A hollow square: a question where a name lives. */
    public static final int HOLLOW_SQUARE = 8;

    /** A disc with a bar across, the sign for no entry: turned away by a limit. */
    public static final int NO_ENTRY = 9;
    /** A star of four rays: a request of an attack. */
    public static final int STAR = 10;

    private static final int SHAPES = 11;
    private static final long[] AGES_NANOS = {50_000_000, 250_000_000, 1_000_000_000};
    private static final double[] BRIGHTNESS = {1, 0.86, 0.72, 0.6};
    /** Positions between two pixels, each way, so that slow dots glide. */
    private static final int STEPS = 4;

    /** Of the sides of a triangle. */
    private static final double SLOPE = 1.8;

    private final double radius;
    private final int size;
    private final int rim;
    private final int[] colours;
    private final boolean[] pierced;
    private final double rimWidth;
    /** As the picture takes them. */
    private final int[][] sprites;

    /**
     * @param radius of a disc, pixels
     * @param colours opaque ARGB
     * @param pierced which of the colours are told from an earlier same one by a hole in the middle
     * @param rim ARGB of the rim around each dot
     * @param rimWidth pixels; 0 for none
     */
    public DotSprites(double radius, int[] colours, boolean[] pierced, int rim, double rimWidth) {
        this.radius = radius;
        this.colours = colours.clone();
        this.pierced = pierced.clone();
        this.rim = rim;
        this.rimWidth = rimWidth;
        size = (int) Math.ceil(2 * (radius + rimWidth + 0.5)) + 1;
        sprites = new int[colours.length * SHAPES * BRIGHTNESS.length * STEPS * STEPS][];
    }

    /** The side of the square that every sprite fills, pixels. */
    public int size() {
        return size;
    }

    double radius() {
        return radius;
    }

    /** Copies the dot that is centred there. */
    public void draw(DotPixels pixels, double x, double y, int colour, int shape, long ageNanos) {
        double cornerX = x - size / 2.0 + 0.5;
        double cornerY = y - size / 2.0 + 0.5;
        int left = (int) Math.floor(cornerX);
        int top = (int) Math.floor(cornerY);
        int stepX = (int) ((cornerX - left) * STEPS);
        int stepY = (int) ((cornerY - top) * STEPS);
        int index = (((colour * SHAPES + shape) * BRIGHTNESS.length + shade(ageNanos)) * STEPS + stepY) * STEPS + stepX;
        if (sprites[index] == null) {
            sprites[index] = DotPixels.packed(drawn(colour, shape, shade(ageNanos), stepX, stepY), size);
        }
        pixels.blit(sprites[index], size, left, top);
    }

    /** How bright a dot of that age is, 0 to 1: the older the darker. */
    static double brightness(long ageNanos) {
        return BRIGHTNESS[shade(ageNanos)];
    }

    private static int shade(long ageNanos) {
        return (ageNanos < AGES_NANOS[0] ? 0 : 1)
                + (ageNanos < AGES_NANOS[1] ? 0 : 1)
                + (ageNanos < AGES_NANOS[2] ? 0 : 1);
    }

    private int[] drawn(int colour, int shape, int shade, int stepX, int stepY) {
        int[] sprite = new int[size * size];
        double centreX = size / 2.0 + (stepX + 0.5) / STEPS - 0.5;
        double centreY = size / 2.0 + (stepY + 0.5) / STEPS - 0.5;
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                double dx = x + 0.5 - centreX;
                double dy = y + 0.5 - centreY;
                double depth = depth(shape, pierced[colour], dx, dy);
                double ink = Math.clamp(depth + 0.5, 0.0, 1.0);
                double whole = Math.clamp(depth + rimWidth + 0.5, 0.0, 1.0);
                sprite[y * size + x] = premultiplied(mix(colour, shade, ink), whole * (rim >>> 24) / 255.0, ink);
            }
        }
        return sprite;
    }

    /** How far inside the shape a point is, pixels; negative outside. */
    private double depth(int shape, boolean hole, double dx, double dy) {
        double distance = Math.hypot(dx, dy);
        return switch (shape) {
            case RING -> Math.min(radius - distance, distance - radius * 0.55);
            case CROSS -> {
                double reach = radius * 0.85;
                double down = LineSegment.distance(dx, dy, -reach, -reach, reach, reach);
                double up = LineSegment.distance(dx, dy, -reach, reach, reach, -reach);
                yield radius * 0.32 - Math.min(down, up);
            }
            case SQUARE -> radius * 0.75 - Math.max(Math.abs(dx), Math.abs(dy));
            case HOLLOW_SQUARE -> {
                double inside = radius * 0.85 - Math.max(Math.abs(dx), Math.abs(dy));
                yield Math.min(inside, radius * 0.4 - inside);
            }
            case DIAMOND -> (radius * 1.1 - Math.abs(dx) - Math.abs(dy)) * Math.sqrt(0.5);
            case TRIANGLE ->
                Math.min(radius * 0.8 - dy, (radius * 1.15 + dy - Math.abs(dx) * SLOPE) / Math.hypot(1, SLOPE));
            case BARS -> Math.min(radius - Math.abs(dx), radius * 0.3 - Math.abs(Math.abs(dy) - radius * 0.55));
            case NO_ENTRY ->
                Math.min(radius * 1.15 - distance, Math.max(Math.abs(dy) - radius * 0.28, Math.abs(dx) - radius * 0.8));
            case STAR -> {
                double root = Math.sqrt(Math.abs(dx)) + Math.sqrt(Math.abs(dy));
                yield (radius * 1.45 - root * root * 0.8) * 0.5;
            }
            case HOLLOW_DIAMOND -> {
                double inside = (radius * 1.2 - Math.abs(dx) - Math.abs(dy)) * Math.sqrt(0.5);
                yield Math.min(inside, radius * 0.4 - inside);
            }
            default -> hole ? Math.min(radius - distance, distance - radius * 0.3) : radius - distance;
        };
    }

    private int mix(int colour, int shade, double ink) {
        int result = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double own = (colours[colour] >>> shift & 0xFF) * BRIGHTNESS[shade];
            double around = rim >>> shift & 0xFF;
            result |= (int) Math.round(ink * own + (1 - ink) * around) << shift;
        }
        return result;
    }

    private static int premultiplied(int colour, double whole, double ink) {
        double alpha = Math.max(whole, ink);
        int result = (int) Math.round(alpha * 255) << 24;
        for (int shift = 0; shift <= 16; shift += 8) {
            result |= (int) Math.round((colour >>> shift & 0xFF) * alpha) << shift;
        }
        return result;
    }
}
