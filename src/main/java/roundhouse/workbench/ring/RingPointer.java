package roundhouse.workbench.ring;

import java.util.Comparator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.Ring;

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
    private @Nullable Drag drag;

    private record Drag(String server, Ring.Token token, long pressedAt, boolean whole, RingState from) {}

    RingPointer(RingCanvas canvas, RingModel model) {
        this.canvas = canvas;
        this.model = model;
    }

    void install() {
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> release());
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && drag != null) {
                drag = null;
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
        if (token == null) {
            double scale = canvas.outputScale();
            int key = canvas.painter().dots().nearest(event.getX() * scale, event.getY() * scale, KEY_REACH * scale);
            if (key >= 0) {
                canvas.pointed(key);
            }
        } else {
            drag = new Drag(
                    model.state().targets().get(token.target()).name(),
                    token,
                    positionOf(event),
                    event.isShiftDown(),
                    model.state());
        }
        event.consume();
    }

    private long positionOf(MouseEvent event) {
        double scale = canvas.outputScale();
        return Angle.position(canvas.painter().shape().turnAt(event.getX() * scale, event.getY() * scale));
    }

    /** The token under the pointer: the nearest one, where it is near the band. */
    private Ring.@Nullable Token tokenAt(MouseEvent event) {
        double scale = canvas.outputScale();
        RingShape shape = canvas.painter().shape();
        double off = Math.abs(shape.radiusAt(event.getX() * scale, event.getY() * scale) - shape.track());
        Ring.Tokens tokens = canvas.painter().tokens();
        if (off > REACH * scale || tokens.size() == 0) {
            return null;
        }
        long position = positionOf(event);
        int after = RingPainter.first(tokens.positions(), position) % tokens.size();
        int before = (after + tokens.size() - 1) % tokens.size();
        int near = distance(tokens.positions()[after], position) <= distance(tokens.positions()[before], position)
                ? after
                : before;
        if (distance(tokens.positions()[near], position) * 2 * Math.PI * shape.track() > REACH * scale) {
            return null;
        }
        long stands = tokens.positions()[near];
        return model.state().settings().ring(model.state().targets()).tokensOf(tokens.owners()[near]).stream()
                .min(Comparator.comparingDouble(token -> distance(token.position(), stands)))
                .orElse(null);
    }

    private static double distance(long a, long b) {
        double clockwise = Angle.clockwise(a, b);
        return Math.min(clockwise, 1 - clockwise);
    }

    private void drag(MouseEvent event) {
        Drag held = drag;
        if (held == null) {
            return;
        }
        long by = positionOf(event) - held.pressedAt();
        if (held.whole()) {
            model.preview(
                    "Turn the tokens of " + held.server(),
                    held.server(),
                    held.from().turned(held.server(), by));
        } else {
            model.preview(
                    "Move a token of " + held.server(),
                    held.server(),
                    held.from()
                            .withToken(
                                    held.server(),
                                    held.token().number(),
                                    held.token().position() + by));
        }
        event.consume();
    }

    private void release() {
        if (drag != null) {
            drag = null;
            model.commit();
        }
    }
}
