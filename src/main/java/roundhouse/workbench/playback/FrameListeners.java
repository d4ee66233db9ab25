package roundhouse.workbench.playback;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.Frame;

/** Who is given the frames of a run that is played. */
final class FrameListeners {
    private final List<Consumer<Frame>> listeners = new ArrayList<>();
    /** Those that have not been given any frame yet. */
    private final List<Consumer<Frame>> newcomers = new ArrayList<>();

    private @Nullable Frame newest;
    private boolean again;

    /** The listener is given the newest frame at the next pulse, and from then on each new one. */
    void add(Consumer<Frame> listener) {
        newcomers.add(listener);
    }

    /** All are given the newest frame once more. */
    void again() {
        again = true;
    }

    /**
     * At a pulse: gives the listeners what they have not been given.
     *
     * @param next the new frame, or null when there is none
     * @param isUpToDate whether the newest frame shows everything that was asked of the run; else it is not given again
     */
    void give(@Nullable Frame next, boolean isUpToDate) {
        if (next != null) {
            newest = next;
        }
        Frame frame = newest;
        if (frame == null) {
            return;
        }
        if (next != null || (again && isUpToDate)) {
            again = false;
            listeners.forEach(listener -> listener.accept(frame));
        }
        if (!newcomers.isEmpty()) {
            List<Consumer<Frame>> added = List.copyOf(newcomers);
            newcomers.clear();
            listeners.addAll(added);
            added.forEach(listener -> listener.accept(frame));
        }
    }
}
