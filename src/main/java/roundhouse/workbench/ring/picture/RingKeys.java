package roundhouse.workbench.ring.picture;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.rings.Ring;
import roundhouse.workbench.ring.model.Angle;
import roundhouse.workbench.ring.model.RingModel;
import roundhouse.workbench.ring.model.TokenMove;

/**
 * The ring from the keyboard: up and down choose the next token, left and right move it by a thousandth of the ring (with the
 * shortcut key a hundredth), with Shift its server's whole set; page up and page down make
 * the lens show less and more. Moves until the key is let go are one entry of the history.
 */
final class RingKeys {
    private static final double STEP = 0.001;

    private final RingCanvas canvas;
    private final RingModel model;

    RingKeys(RingCanvas canvas, RingModel model) {
        this.canvas = canvas;
        this.model = model;
    }

    void install() {
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (pressed(event)) {
                event.consume();
            }
        });
        canvas.addEventHandler(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
                model.commit();
            }
        });
    }

    private boolean pressed(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> next(1);
            case DOWN -> next(-1);
            case LEFT -> move(event.isShortcutDown() ? -10 * STEP : -STEP, event.isShiftDown());
            case RIGHT -> move(event.isShortcutDown() ? 10 * STEP : STEP, event.isShiftDown());
            case PAGE_UP -> zoom(0.5);
            case PAGE_DOWN -> zoom(2);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void next(int by) {
        Ring.Tokens tokens = canvas.painter().tokens();
        if (tokens.size() == 0) {
            return;
        }
        Ring.@Nullable Token chosen = canvas.chosen();
        int at = chosen == null ? (by > 0 ? -1 : 0) : ServerPlaces.first(tokens.positions(), chosen.position());
        canvas.choose(canvas.tokenOf(Math.floorMod(at + by, tokens.size())));
    }

    /** The chosen token stays where it is seen, or else the middle of the lens. */
    private void zoom(double times) {
        Ring.@Nullable Token token = canvas.chosen();
        double across = token == null ? 0.5 : canvas.lens().across(Angle.turn(token.position()));
        canvas.lens().zoom(times, across >= 0 && across <= 1 ? across : 0.5);
    }

    private void move(double turn, boolean whole) {
        Ring.@Nullable Token token = canvas.chosen();
        if (token == null) {
            return;
        }
        TokenMove.begin(model, token, whole).by(Angle.offset(turn));
        // Where it is now; the lens goes after it.
        canvas.choose(canvas.chosen());
    }
}
