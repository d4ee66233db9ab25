package roundhouse.simulation.balancing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * When balancers of pairs crashed, and when one became the active one. Of very many takeovers, as of days of flapping, the first and
 * the newest are kept, and crashes are not kept at all then; who {@linkplain #listen listens} hears of everything all the same.
 */
public final class TakeoverLog {
    /** How many takeovers of the beginning are kept, and how many of the newest. */
    static final int FIRST = 1_000;

    static final int NEWEST = 1_000;

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

    private final List<Takeover> first = new ArrayList<>();
    private final Deque<Takeover> newest = new ArrayDeque<>();
    private long leftOut;
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
        Takeover takeover = new Takeover(timeNanos, node);
        if (first.size() < FIRST) {
            first.add(takeover);
        } else {
            newest.add(takeover);
            if (newest.size() > NEWEST) {
                newest.remove();
                leftOut++;
            }
        }
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

    /** The takeovers that are kept, in order. */
    public List<Takeover> takeovers() {
        List<Takeover> kept = new ArrayList<>(first);
        kept.addAll(newest);
        return List.copyOf(kept);
    }

    /** Takeovers that were left out between the first and the newest ones. */
    public long leftOut() {
        return leftOut;
    }
}
