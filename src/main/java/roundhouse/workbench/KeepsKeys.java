package roundhouse.workbench;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** A node that, while it has the focus, keeps keys that mean something else in the window. */
public interface KeepsKeys {
    boolean keeps(KeyEvent event);

    /** Whether the key removes what has the focus. */
    static boolean removes(KeyEvent event) {
        return switch (event.getCode()) {
            case DELETE, BACK_SPACE -> true;
            default -> false;
        };
    }

    /** Marks a control that says what it is for by the key for help, which the window then leaves to it. */
    static void helps(Node control) {
        control.getProperties().put(KeepsKeys.class, true);
    }

    /** Whether that key is the one for help and the control has its own. */
    static boolean isHelp(@Nullable Node focus, KeyEvent event) {
        return focus != null
                && event.getCode() == KeyCode.F1
                && focus.hasProperties()
                && focus.getProperties().containsKey(KeepsKeys.class);
    }
}
