package roundhouse.workbench.canvas.painting;

import java.nio.IntBuffer;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.Frame;
import roundhouse.workbench.ServerColours;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Drawing;
import roundhouse.workbench.canvas.model.Viewport;

/**
 * The requests under way, each a dot where it is at this instant, copied into one buffer of the screen's own pixels: 100,000 of
 * them take a few milliseconds where a shape each would take seconds. Requests and replies keep to their own side of the line.
 */
public final class TrafficLayer extends ImageView {
    private static final double RADIUS = 4;
    /** How far requests and replies keep from the line, canvas pixels. */
    private static final double LANE = 2.5;

    private static final int LANE_NUMBERS = 6;
    /** More dots than this and the rims around them would hide more than they show. */
    private static final int CROWD = 10_000;

    private @Nullable DotPixels pixels;
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private @Nullable DotSprites sprites;
    private Color unpicked = Color.GRAY;
    private Color rim = Color.WHITE;
    private double scale = 1;
    private boolean rims = true;
    private @Nullable Point2D followed;

    public TrafficLayer() {
        getStyleClass().add("traffic");
        setManaged(false);
        setMouseTransparent(true);
        setSmooth(false);
    }

    /** The colours that the style sheet gives: of requests that nobody has picked a server for, and around each dot. */
    public void colours(Color unpickedColour, Color rimColour) {
        if (!unpickedColour.equals(unpicked) || !rimColour.equals(rim)) {
            unpicked = unpickedColour;
            rim = rimColour;
            sprites = null;
        }
    }

    /** Makes the buffer as large as the view, in pixels of the screen. */
    public void resize(double width, double height, double outputScale) {
        int wide = Math.max(1, (int) Math.ceil(width * outputScale));
        int high = Math.max(1, (int) Math.ceil(height * outputScale));
        if (outputScale != scale) {
            scale = outputScale;
            sprites = null;
        }
        if (pixels == null || pixels.width() != wide || pixels.height() != high) {
            pixels = new DotPixels(wide, high);
            buffer =
                    new PixelBuffer<>(wide, high, IntBuffer.wrap(pixels.pixels()), PixelFormat.getIntArgbPreInstance());
            setImage(new WritableImage(buffer));
        }
        setFitWidth(wide / scale);
        setFitHeight(high / scale);
    }

    /** Where the last picture has the dot of the request that is followed, view pixels; null when it has none. */
    @Nullable
    public Point2D followed() {
        return followed;
    }

    public void paint(CanvasModel model) {
        DotPixels target = pixels;
        PixelBuffer<IntBuffer> shown = buffer;
        if (target == null || shown == null) {
            return;
        }
        target.begin();
        followed = null;
        Frame frame = model.live().frame();
        if (frame.hops > 0) {
            draw(model, frame, target);
        }
        if (target.isDirty()) {
            shown.updateBuffer(
                    _ -> new Rectangle2D(target.dirtyX(), target.dirtyY(), target.dirtyWidth(), target.dirtyHeight()));
        }
    }

    /**
     * The request whose dot is nearest to a point of the view, or 0 when none is near.
     *
     * @param near how far from a dot's rim counts as on it, view pixels
     */
    public long requestAt(CanvasModel model, double viewX, double viewY, double near) {
        Frame frame = model.live().frame();
        double reach = (radius(model.viewport().zoom(), frame.hops) + near) * scale;
        double nearest = reach * reach;
        long request = 0;
        int[] links = model.live().links(model.drawing());
        double[] lanes = lanes(model, model.drawing());
        for (int i = 0; i < frame.hops; i++) {
            if (links[frame.link[i]] >= 0 && frame.number[i] != 0) {
                double dx = x(lanes, links[frame.link[i]], frame, i) - viewX * scale;
                double dy = y(lanes, links[frame.link[i]], frame, i) - viewY * scale;
                if (dx * dx + dy * dy < nearest) {
                    nearest = dx * dx + dy * dy;
                    request = frame.number[i];
                }
            }
        }
        return request;
    }

    private static double side(Frame frame, int hop) {
        return switch (frame.kind[hop]) {
            case Frame.REQUEST, Frame.CHECK -> 1;
            case Frame.HEARTBEAT -> 0;
            default -> -1;
        };
    }

    private static double x(double[] lanes, int link, Frame frame, int hop) {
        int lane = link * LANE_NUMBERS;
        return lanes[lane] + lanes[lane + 2] * frame.along[hop] + lanes[lane + 4] * side(frame, hop);
    }

    private static double y(double[] lanes, int link, Frame frame, int hop) {
        int lane = link * LANE_NUMBERS;
        return lanes[lane + 1] + lanes[lane + 3] * frame.along[hop] + lanes[lane + 5] * side(frame, hop);
    }

    private void draw(CanvasModel model, Frame frame, DotPixels target) {
        Drawing drawing = model.drawing();
        DotSprites dot = sprites(radius(model.viewport().zoom(), frame.hops) * scale, frame.hops <= CROWD);
        int[] links = model.live().links(drawing);
        int[] orders = model.live().orders(drawing);
        double[] lanes = lanes(model, drawing);
        int margin = dot.size();
        for (int i = 0; i < frame.hops; i++) {
            int link = links[frame.link[i]];
            if (link < 0) {
                continue;
            }
            double x = x(lanes, link, frame, i);
            double y = y(lanes, link, frame, i);
            if (x > -margin && y > -margin && x < target.width() + margin && y < target.height() + margin) {
                int order = frame.server[i] < 0 ? -1 : orders[frame.server[i]];
                dot.draw(target, x, y, colour(order), shape(frame.kind[i]), frame.ageNanos[i]);
                if (frame.number[i] != 0 && frame.number[i] == model.followed()) {
                    followed = new Point2D(x / scale, y / scale);
                }
            }
        }
    }

    /**
     * For each link, in pixels of the buffer: where it begins, how far it goes, and how far aside requests keep. A link whose
     * requests are too fast to see lies out of sight.
     */
    private double[] lanes(CanvasModel model, Drawing drawing) {
        Viewport viewport = model.viewport();
        double zoom = viewport.zoom() * scale;
        double aside = LANE * Math.min(1, viewport.zoom()) * scale;
        double[] lanes = new double[drawing.linkCount() * LANE_NUMBERS];
        for (int link = 0; link < drawing.linkCount(); link++) {
            int lane = link * LANE_NUMBERS;
            double dx = drawing.x2(link) - drawing.x1(link);
            double dy = drawing.y2(link) - drawing.y1(link);
            double length = Math.max(1, Math.hypot(dx, dy));
            boolean hidden = Motion.isTooFast(drawing.link(link), model.speed());
            lanes[lane] = hidden ? Double.NEGATIVE_INFINITY : (drawing.x1(link) - viewport.x()) * zoom;
            lanes[lane + 1] = (drawing.y1(link) - viewport.y()) * zoom;
            lanes[lane + 2] = dx * zoom;
            lanes[lane + 3] = dy * zoom;
            lanes[lane + 4] = dy / length * aside;
            lanes[lane + 5] = -dx / length * aside;
        }
        return lanes;
    }

    private static int colour(int order) {
        return order < 0 ? 0 : 1 + order % (2 * ServerColours.count());
    }

    private static int shape(byte kind) {
        return switch (kind) {
            case Frame.BAD_REPLY -> DotSprites.CROSS;
            case Frame.ABANDONED -> DotSprites.RING;
            case Frame.CHECK, Frame.CHECK_REPLY -> DotSprites.SQUARE;
            case Frame.HEARTBEAT -> DotSprites.DIAMOND;
            default -> DotSprites.DISC;
        };
    }

    /** Smaller when zoomed out, and smaller in a crowd, so that single dots can be told apart. */
    static double radius(double zoom, int hops) {
        double crowd = hops > 4 * CROWD ? 0.5 : hops > CROWD ? 0.7 : 1;
        return Math.clamp(RADIUS * Math.sqrt(zoom) * crowd, 1.6, 6);
    }

    private DotSprites sprites(double radius, boolean rimmed) {
        DotSprites ready = sprites;
        if (ready == null || ready.radius() != radius || rimmed != rims) {
            int count = 1 + 2 * ServerColours.count();
            int[] colours = new int[count];
            boolean[] pierced = new boolean[count];
            colours[0] = argb(unpicked);
            for (int i = 1; i < count; i++) {
                colours[i] = argb(ServerColours.of(i - 1));
                pierced[i] = ServerColours.repeat(i - 1) > 0;
            }
            ready = new DotSprites(radius, colours, pierced, argb(rim), rimmed ? Math.max(0.75, radius * 0.25) : 0);
            rims = rimmed;
            sprites = ready;
        }
        return ready;
    }

    private static int argb(Color colour) {
        return (int) Math.round(colour.getOpacity() * 255) << 24
                | (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
    }
}
