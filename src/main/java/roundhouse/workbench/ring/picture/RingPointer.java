package roundhouse.workbench.ring.picture;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.rings.Ring;
import roundhouse.workbench.ring.model.Angle;
import roundhouse.workbench.ring.model.RingModel;
import roundhouse.workbench.ring.model.TokenMove;

/**
 * The pointer on the ring. A token is dragged round it, with Shift its server's whole set; everything follows under the pointer, and
 * letting go is one entry of the history. Escape takes the drag back. Pointing at a key selects it.
 */
final class RingPointer {
    /** How far from the band a token can be taken hold of, pixels. */
    private static final double REACH = 14;
    /** How near the pointer must be to a key. */
    private static final double KEY_REACH = 9;

    private final RingCanvas canvas;
    private final RingModel model;
    private @Nullable TokenMove move;
    private long pressedAt;
    /** Whether the lens is being moved along the band. */
    private boolean looking;

    RingPointer(RingCanvas canvas, RingModel model) {
        this.canvas = canvas;
        this.model = model;
    }

    void install() {
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> release());
        canvas.addEventHandler(ScrollEvent.SCROLL, event -> {
            // Elsewhere the wheel scrolls the view, which in a small window the ring fills.
            if (offBand(event.getX(), event.getY()) <= 2 * REACH) {
                canvas.lens().zoom(Math.pow(2, -event.getDeltaY() / 100), 0.5);
                event.consume();
            }
        });
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && move != null) {
                move = null;
                model.cancel();
                event.consume();
            }
        });
    }

    private void press(MouseEvent event) {
        canvas.requestFocus();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        Ring.Token token = tokenAt(event);
        canvas.choose(token);
        looking = token == null && offBand(event.getX(), event.getY()) <= REACH;
        if (token != null) {
            move = TokenMove.begin(model, token, event.isShiftDown());
            pressedAt = positionOf(event);
        } else if (looking) {
            canvas.lens().centre(Angle.turn(positionOf(event)));
        } else {
            key(event);
        }
        event.consume();
    }

    private void key(MouseEvent event) {
        double scale = canvas.outputScale();
        int key = canvas.painter().dots().nearest(event.getX() * scale, event.getY() * scale, KEY_REACH * scale);
        if (key >= 0) {
            canvas.pointed(key);
        }
    }

    /** How far the pointer is from the middle of the band, pixels of the layout. */
    private double offBand(double x, double y) {
        double scale = canvas.outputScale();
        RingShape shape = canvas.painter().shape();
        return Math.abs(shape.radiusAt(x * scale, y * scale) - shape.track()) / scale;
    }

    private long positionOf(MouseEvent event) {
        double scale = canvas.outputScale();
        return Angle.position(canvas.painter().shape().turnAt(event.getX() * scale, event.getY() * scale));
    }

    /** The token under the pointer: the nearest one, where it is near the band. */
    private Ring.@Nullable Token tokenAt(MouseEvent event) {
        double scale = canvas.outputScale();
        RingShape shape = canvas.painter().shape();
        Ring.Tokens tokens = canvas.painter().tokens();
        if (offBand(event.getX(), event.getY()) > REACH || tokens.size() == 0) {
            return null;
        }
        long position = positionOf(event);
        int after = ServerPlaces.first(tokens.positions(), position) % tokens.size();
        int before = (after + tokens.size() - 1) % tokens.size();
        int near = distance(tokens.positions()[after], position) <= distance(tokens.positions()[before], position)
                ? after
                : before;
        if (distance(tokens.positions()[near], position) * 2 * Math.PI * shape.track() > REACH * scale) {
            return null;
        }
        return canvas.tokenOf(near);
    }

    private static double distance(long a, long b) {
        double clockwise = Angle.clockwise(a, b);
        return Math.min(clockwise, 1 - clockwise);
    }

    private void drag(MouseEvent event) {
        TokenMove held = move;
        if (held != null) {
            held.by(positionOf(event) - pressedAt);
        } else if (looking) {
            canvas.lens().centre(Angle.turn(positionOf(event)));
        }
        event.consume();
    }

    private void release() {
        looking = false;
        if (move != null) {
            move = null;
            model.commit();
        }
    }
}
