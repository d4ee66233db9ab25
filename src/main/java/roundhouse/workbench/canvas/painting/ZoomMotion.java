package roundhouse.workbench.canvas.painting;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Whether the zoom goes on changing: changes that follow one another closely are a movement, a single one is not. */
public final class ZoomMotion {
    /** The zoom rests when it has not changed for so long. */
    private static final Duration REST = Duration.millis(150);

    private final PauseTransition rest = new PauseTransition(REST);
    private double zoom = Double.NaN;
    private boolean moves;

    /** @param onRest what is to be drawn again when a movement is over */
    public ZoomMotion(Runnable onRest) {
        rest.setOnFinished(_ -> {
            if (moves) {
                moves = false;
                onRest.run();
            }
        });
    }

    /** The next picture is to show the drawing at that zoom. */
    public void show(double next) {
        if (next == zoom) {
            return;
        }
        moves |= rest.getStatus() == Animation.Status.RUNNING;
        if (!Double.isNaN(zoom)) {
            rest.playFromStart();
        }
        zoom = next;
    }

    public boolean isMoving() {
        return moves;
    }
}
