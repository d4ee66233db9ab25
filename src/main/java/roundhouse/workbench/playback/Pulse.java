package roundhouse.workbench.playback;

import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;

/** The ticks at which the screen takes the newest frame. */
public interface Pulse {
    /** Calls the listener at every moment from now on, always on the same thread. */
    void start(Runnable listener);

    void stop();

    /** JavaFX's own pulse. */
    static Pulse ofScreen() {
        return new Pulse() {
            private @Nullable AnimationTimer timer;

            @Override
            public void start(Runnable listener) {
                AnimationTimer started = new AnimationTimer() {
                    @Override
                    public void handle(long nowNanos) {
                        listener.run();
                    }
                };
                timer = started;
                started.start();
            }

            @Override
            public void stop() {
                if (timer != null) {
                    timer.stop();
                    timer = null;
                }
            }
        };
    }
}
