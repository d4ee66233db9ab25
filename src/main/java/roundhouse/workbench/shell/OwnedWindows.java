package roundhouse.workbench.shell;

import java.util.List;
import javafx.event.Event;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/** Windows that belong to another one and would lose something with it, as a lesson that is being written. */
final class OwnedWindows {
    private OwnedWindows() {}

    /** Asks each of them to close, which asks whoever sits there; whether they all went. */
    static boolean mayLeave(Stage owner) {
        return List.copyOf(Window.getWindows()).stream()
                .filter(window -> window instanceof Stage owned
                        && owner.equals(owned.getOwner())
                        && owned.getOnCloseRequest() != null)
                .allMatch(window -> {
                    Event.fireEvent(window, new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
                    return !window.isShowing();
                });
    }
}
