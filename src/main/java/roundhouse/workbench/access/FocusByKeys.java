package roundhouse.workbench.access;

import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Shows the focus wherever keys have brought it. JavaFX shows it after Tab alone, and no more when the program moves it: from part to
 * part of the window, along a list of charts or flags.
 */
public final class FocusByKeys {
    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("focus-visible");

    /** Whether a key was used last, and not the mouse. */
    private boolean keys;

    /** Whether a key is being dealt with. */
    private boolean pressed;

    private @Nullable Node last;

    private FocusByKeys() {}

    /** To be called before other filters of keys are installed there: they move the focus, and what is heard later is too late. */
    public static void install(Scene scene) {
        FocusByKeys focus = new FocusByKeys();
        scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> focus.key());
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> focus.keys = false);
        scene.focusOwnerProperty().addListener((_, left, reached) -> focus.moved(left, reached));
    }

    /** Whether the focus that it has is shown, however it came there. */
    public static boolean isShown(Node focused) {
        return focused.isFocusVisible() || focused.getPseudoClassStates().contains(SHOWN);
    }

    private void key() {
        keys = true;
        pressed = true;
        Platform.runLater(() -> pressed = false);
    }

    private void moved(@Nullable Node left, @Nullable Node reached) {
        if (left != null) {
            left.pseudoClassStateChanged(SHOWN, false);
        }
        if (reached != null) {
            // After what had the focus has gone JavaFX gives it to the first of the window, which nobody meant.
            boolean meant = pressed || (last != null && reached.getScene().equals(last.getScene()));
            if (keys && meant) {
                reached.pseudoClassStateChanged(SHOWN, true);
            }
            last = reached;
        }
    }
}
