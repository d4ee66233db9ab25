package roundhouse.workbench.access;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Shows the focus wherever keys have brought it. JavaFX shows it after Tab alone, and no more when the program moves it: from part to
 * part of the window, along a list of charts or flags.
 */
public final class FocusByKeys {
    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("focus-visible");

    private boolean keys;

    private FocusByKeys() {}

    public static void install(Scene scene) {
        FocusByKeys focus = new FocusByKeys();
        scene.addEventFilter(InputEvent.ANY, focus::heard);
        scene.focusOwnerProperty().addListener((_, left, reached) -> focus.moved(left, reached));
    }

    /** Whether the focus that it has is shown, however it came there. */
    public static boolean isShown(Node focused) {
        return focused.isFocusVisible() || focused.getPseudoClassStates().contains(SHOWN);
    }

    private void heard(InputEvent event) {
        if (event.getEventType() == KeyEvent.KEY_PRESSED) {
            keys = true;
        } else if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
            keys = false;
        }
    }

    private void moved(@Nullable Node left, @Nullable Node reached) {
        if (left != null) {
            left.pseudoClassStateChanged(SHOWN, false);
        }
        // From nowhere it is JavaFX that chose: the first of the window, after what had the focus has gone.
        if (left != null && reached != null && keys) {
            reached.pseudoClassStateChanged(SHOWN, true);
        }
    }
}
