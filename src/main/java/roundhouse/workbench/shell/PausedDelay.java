package roundhouse.workbench.shell;

import javafx.animation.PauseTransition;
import javafx.util.Duration;
import roundhouse.workbench.files.Autosave;

/** Waits on the JavaFX thread until nothing was asked for a while. */
final class PausedDelay implements Autosave.Delay {
    private final PauseTransition pause;

    PausedDelay(Duration duration) {
        pause = new PauseTransition(duration);
    }

    @Override
    public void restart(Runnable task) {
        pause.setOnFinished(_ -> task.run());
        pause.playFromStart();
    }

    @Override
    public void cancel() {
        pause.stop();
    }
}
