package roundhouse.workbench.canvas.painting;

import javafx.animation.AnimationTimer;

/** Whether the zoom goes on changing: changes that follow one another closely are a movement, a single one is not. */
public final class ZoomMotion {
    /** The zoom rests when it has not changed for so long, real time, */
    private static final long REST_NANOS = 150_000_000;
    /** and in so many pictures: on a slow machine, one takes longer than that, and the next turn of the wheel waits for it. */
    private static final int REST_PICTURES = 4;

    private final Runnable onRest;
    private final AnimationTimer pictures = new AnimationTimer() {
        @Override
        public void handle(long nowNanos) {
            if (unchanged == 0) {
                restsSinceNanos = nowNanos;
            }
            unchanged++;
            if (unchanged >= REST_PICTURES && nowNanos - restsSinceNanos >= REST_NANOS) {
                rest();
            }
        }
    };

    private double zoom = Double.NaN;
    private boolean recent;
    private boolean moves;
    /** Pictures since the last change. */
    private int unchanged;

    private long restsSinceNanos;

    /** @param onRest what is to be drawn again when a movement is over */
    public ZoomMotion(Runnable onRest) {
        this.onRest = onRest;
    }

    /** The next picture is to show the drawing at that zoom. */
    public void show(double next) {
        if (next == zoom) {
            return;
        }
        moves |= recent;
        if (!Double.isNaN(zoom)) {
            recent = true;
            unchanged = 0;
            pictures.start();
        }
        zoom = next;
    }

    private void rest() {
        pictures.stop();
        recent = false;
        if (moves) {
            moves = false;
            onRest.run();
        }
    }

    public boolean isMoving() {
        return moves;
    }
}
