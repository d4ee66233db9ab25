package roundhouse.workbench;

import javafx.scene.input.KeyEvent;

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
}
