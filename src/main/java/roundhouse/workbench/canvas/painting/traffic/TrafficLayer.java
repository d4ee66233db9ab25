package roundhouse.workbench.canvas.painting.traffic;

import java.nio.IntBuffer;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.engine.Errand;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.HopKind;
import roundhouse.workbench.ReducedMotion;
import roundhouse.workbench.ServerColours;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Drawing;
import roundhouse.workbench.canvas.model.Viewport;
import roundhouse.workbench.canvas.painting.Ink;

/**
 * The requests under way, each a dot where it is at this instant, copied into one buffer of the screen's own pixels: 100,000 of
 * them take a few milliseconds where a shape each would take seconds. Requests and replies keep to their own side of the line.
 */
public final class TrafficLayer extends ImageView {
    private @Nullable DotPixels pixels;
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private @Nullable DotSprites sprites;
    private Color unpicked = Color.GRAY;
    private Color rim = Color.WHITE;
    private double scale = 1;
    private boolean rims = true;
    private @Nullable Point2D followed;
    private @Nullable Viewport paintedPart;
    private long paintedNanos;

    public TrafficLayer() {
        getStyleClass().add("traffic");
        setManaged(false);
        setMouseTransparent(true);
        setSmooth(false);
    }

    /** The colours that the style sheet gives: of requests that nobody has picked a server for, and around each dot, where the ground has it. */
    public void colours(Color unpickedColour, Color rimColour) {
        if (!unpickedColour.equals(unpicked) || !rimColour.equals(rim)) {
            unpicked = unpickedColour;
            rim = rimColour;
            sprites = null;
        }
    }

    private boolean onDark() {
        return rim.getBrightness() < 0.5;
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
        Frame frame = model.live().frame();
        begin(target, model, frame.timeNanos);
        followed = null;
        if (frame.hops > 0) {
            draw(model, frame, target);
        }
        // An empty picture as large as the view costs as much as a full one.
        setVisible(target.isInked());
        if (target.isDirty()) {
            shown.updateBuffer(
                    _ -> new Rectangle2D(target.dirtyX(), target.dirtyY(), target.dirtyWidth(), target.dirtyHeight()));
        }
    }

    /** Clears the picture, or lets it fade for trails while the same part of the drawing is seen and time goes on. */
    private void begin(DotPixels target, CanvasModel model, long timeNanos) {
        boolean goesOn = model.look().trails()
                && !ReducedMotion.in(this)
                && model.viewport().equals(paintedPart)
                && timeNanos >= paintedNanos;
        if (!goesOn) {
            target.begin();
        } else if (timeNanos != paintedNanos) {
            target.fade();
        }
        paintedPart = model.viewport();
        paintedNanos = timeNanos;
    }

    /**
     * The request whose dot is nearest to a point of the view, or 0 when none is near.
     *
     * @param near how far from a dot's rim counts as on it, view pixels
     */
    public long requestAt(CanvasModel model, double viewX, double viewY, double near) {
        Frame frame = model.live().frame();
        double reach = (DotSize.radius(model, frame.hops) + near) * scale;
        double nearest = reach * reach;
        long request = 0;
        DotPlaces places = new DotPlaces(model, scale, DotSize.radius(model, frame.hops) * scale);
        for (int i = 0; i < frame.hops; i++) {
            if (places.find(frame, i) && frame.number[i] != 0) {
                double dx = places.x() - viewX * scale;
                double dy = places.y() - viewY * scale;
                if (dx * dx + dy * dy < nearest) {
                    nearest = dx * dx + dy * dy;
                    request = frame.number[i];
                }
            }
        }
        return request;
    }

    private void draw(CanvasModel model, Frame frame, DotPixels target) {
        Drawing drawing = model.drawing();
        double radius = DotSize.radius(model, frame.hops) * scale;
        DotSprites dot = sprites(radius, !DotSize.isCrowd(frame.hops));
        DotPlaces places = new DotPlaces(model, scale, radius);
        int[] orders = model.live().orders(drawing);
        int margin = dot.size();
        for (int i = 0; i < frame.hops; i++) {
            if (!places.find(frame, i)) {
                continue;
            }
            double x = places.x();
            double y = places.y();
            if (x > -margin && y > -margin && x < target.width() + margin && y < target.height() + margin) {
                int order = frame.server[i] < 0 ? -1 : orders[frame.server[i]];
                dot.draw(target, x, y, colour(order), shape(frame.kind[i], frame.errand[i]), frame.ageNanos[i]);
                if (frame.number[i] != 0 && frame.number[i] == model.followed()) {
                    followed = new Point2D(x / scale, y / scale);
                }
            }
        }
    }

    /** Draws the same dots with ink, for a picture without pixels; they have no rims. */
    public void paint(Ink g, CanvasModel model) {
        Frame frame = model.live().frame();
        double radius = DotSize.radius(model, frame.hops);
        DotShape dot = new DotShape(g, radius);
        DotPlaces places = new DotPlaces(model, 1, radius);
        int[] orders = model.live().orders(model.drawing());
        for (int i = 0; i < frame.hops; i++) {
            if (places.find(frame, i)) {
                int order = frame.server[i] < 0 ? -1 : orders[frame.server[i]];
                double brightness = DotSprites.brightness(frame.ageNanos[i]);
                Color colour = order < 0 ? unpicked : ServerColours.of(order, onDark());
                dot.draw(
                        places.x(),
                        places.y(),
                        colour.deriveColor(0, 1, brightness, 1),
                        shape(frame.kind[i], frame.errand[i]),
                        order >= 0 && ServerColours.repeat(order) > 0);
            }
        }
    }

    private static int colour(int order) {
        return order < 0 ? 0 : 1 + order % (2 * ServerColours.count());
    }

    static int shape(byte kind, byte errand) {
        return switch (kind) {
            case HopKind.BAD_REPLY, HopKind.LOST_MESSAGE -> DotSprites.CROSS;
            case HopKind.TURNED_AWAY -> DotSprites.NO_ENTRY;
            case HopKind.ABANDONED, HopKind.GIVEN_UP -> DotSprites.RING;
            case HopKind.CHECK, HopKind.CHECK_REPLY -> DotSprites.SQUARE;
            case HopKind.LOOKUP, HopKind.LOOKUP_REPLY -> DotSprites.HOLLOW_SQUARE;
            case HopKind.HEARTBEAT, HopKind.MEMBER -> DotSprites.DIAMOND;
            default ->
                switch (errand) {
                    case Errand.WRITE -> DotSprites.TRIANGLE;
                    case Errand.ATTACK -> DotSprites.STAR;
                    case Errand.FLUSH -> DotSprites.BARS;
                    case Errand.INVALIDATION -> DotSprites.HOLLOW_DIAMOND;
                    default -> DotSprites.DISC;
                };
        };
    }

    private DotSprites sprites(double radius, boolean rimmed) {
        DotSprites ready = sprites;
        if (ready == null || ready.radius() != radius || rimmed != rims) {
            int count = 1 + 2 * ServerColours.count();
            int[] colours = new int[count];
            boolean[] pierced = new boolean[count];
            colours[0] = argb(unpicked);
            for (int i = 1; i < count; i++) {
                colours[i] = argb(ServerColours.of(i - 1, onDark()));
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
