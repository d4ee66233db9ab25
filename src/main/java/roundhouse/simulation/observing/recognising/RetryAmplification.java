package roundhouse.simulation.observing.recognising;

import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.observing.history.RecentGrowth;

/**
 * Tells whether retries and hedges, of whatever tier, multiply the calls that one server gets: each tier that tries three times makes
 * three of one, and four such tiers eighty-one.
 *
 * <p>It begins when over the last two seconds there were {@value #BEGINS} times the calls there would have been, and that for two seconds on
 * end, so that the figure is of nothing but that; it is over when for as long there were fewer than {@value #OVER} times. Fewer than
 * {@value #FEWEST} calls in two seconds are none.
 */
final class RetryAmplification {
    private static final double BEGINS = 2;
    private static final double OVER = 1.5;
    private static final int FEWEST = 40;
    /** Tenths of a second that it looks back. */
    static final int WINDOW = 20;

    private static final int IN_A_ROW = WINDOW;

    final NodeComponent server;
    private final RecentGrowth called;
    private final RecentGrowth again;
    private final RecentGrowth calledForLong;
    private final RecentGrowth againForLong;
    private int inARow;
    private boolean multiplied;

    RetryAmplification(NodeComponent server) {
        this.server = server;
        called = new RecentGrowth(server.metrics.called, WINDOW);
        again = new RecentGrowth(server.metrics.calledAgain, WINDOW);
        calledForLong = new RecentGrowth(server.metrics.called, Metastability.BEGINS_IN_A_ROW);
        againForLong = new RecentGrowth(server.metrics.calledAgain, Metastability.BEGINS_IN_A_ROW);
    }

    /** A tenth of a second is over. Returns whether that has begun or is over with it. */
    boolean slice() {
        called.slice(server.metrics.called);
        again.slice(server.metrics.calledAgain);
        calledForLong.slice(server.metrics.called);
        againForLong.slice(server.metrics.calledAgain);
        boolean now = called.grown() >= FEWEST && called.grown() >= (multiplied ? OVER : BEGINS) * without();
        inARow = now == multiplied ? 0 : inARow + 1;
        if (inARow < IN_A_ROW) {
            return false;
        }
        inARow = 0;
        multiplied = now;
        return true;
    }

    boolean isMultiplied() {
        return multiplied;
    }

    /** Calls of the last two seconds. */
    long calls() {
        return called.grown();
    }

    /** Those that would have come without retries and hedges. */
    long without() {
        return called.grown() - again.grown();
    }

    /** Calls of the last five seconds for each that would have come. */
    double times() {
        return (double) calledForLong.grown() / Math.max(1, calledForLong.grown() - againForLong.grown());
    }
}
