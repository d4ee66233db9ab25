package roundhouse.simulation.balancing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * When balancers of pairs crashed, and when one became the active one. Who {@linkplain #listen listens} hears of
 * everything that comes; of what was before only while that is not very much, as after days of flapping.
 */
public final class TakeoverLog {
    /** Crashes and takeovers, up to which whoever begins to listen is told of all that happened before. */
    public static final int TOLD_AFTERWARDS = 5_000;

    /** Hears of crashes and takeovers in order. */
    public interface Listener {
        /**
         * A balancer of a pair crashed.
         *
         * @param covered whether the other one was active already, so that nothing had to be taken over
         */
        void crashed(String node, long timeNanos, boolean covered);

        /** A balancer of a pair became the active one. */
        void tookOver(String node, long timeNanos);
    }

    private final List<Listener> listeners = new ArrayList<>();
    /** All that happened, for those who listen later; empty once that is too much. */
    private final List<Consumer<Listener>> happened = new ArrayList<>();

    private boolean complete = true;

    /** Tells the listener of what happened so far and of what happens from now on; false when the former is not known any more. */
    public boolean listen(Listener listener) {
        happened.forEach(event -> event.accept(listener));
        listeners.add(listener);
        return complete;
    }

    public void crashed(String node, long timeNanos, boolean covered) {
        tell(listener -> listener.crashed(node, timeNanos, covered));
    }

    public void tookOver(String node, long timeNanos) {
        tell(listener -> listener.tookOver(node, timeNanos));
    }

    private void tell(Consumer<Listener> event) {
        listeners.forEach(event);
        if (happened.size() == TOLD_AFTERWARDS) {
            happened.clear();
            complete = false;
        }
        if (complete) {
            happened.add(event);
        }
    }
}
