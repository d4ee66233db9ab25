package roundhouse.workbench;

import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Shows what is new with every frame only so often that it can be read. The newest is always shown in the end, also when no frame
 * comes after it. On the JavaFX thread.
 */
public final class Throttled {
    private final PauseTransition pause;
    private @Nullable Runnable waiting;
    private boolean pausing;

    /** @param between from one to the next at least */
    public Throttled(Duration between) {
        pause = new PauseTransition(between);
        pause.setOnFinished(_ -> {
            pausing = false;
            Runnable next = waiting;
            if (next != null) {
                showNow(next);
            }
        });
    }

    /** Shows it now or, when something was shown just before, in a moment; then only if nothing newer has come. */
    public void show(Runnable showing) {
        if (pausing) {
            waiting = showing;
        } else {
            showNow(showing);
        }
    }

    /** Shows it now, and nothing older any more. */
    public void showNow(Runnable showing) {
        waiting = null;
        pausing = true;
        pause.playFromStart();
        showing.run();
    }
}
