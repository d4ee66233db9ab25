package roundhouse.workbench.playback;

import java.util.List;
import roundhouse.simulation.Run;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;

/**
 * How fast to play so that what happens can be watched: fast to the next event, slow when it happens, and faster again as its consequences
 * take longer and longer. The distance in time to the next event shrinks by the same part in each real second, and that to the last one
 * grows so: first milliseconds are seen, then seconds. Events are the commands of the scenario, those given while it ran, and the
 * beginning. Speeds are simulated seconds a real second.
 */
final class Story {
    /** At an event. */
    static final double SLOWEST = 1.0 / 20;
    /** On the way to one. */
    static final double FASTEST = 20;
    /** When nothing more is going to happen. */
    static final double AFTERWARDS = 1;

    /** Speed for each second to the next event, from the last one, and from the beginning. */
    private static final double BEFORE = 1.2;

    private static final double AFTER = 0.4;
    private static final double FROM_START = 1;

    private static final long NONE = Long.MAX_VALUE;

    private long lastNanos = -1;
    private long nextNanos = NONE;
    private final long nowNanos;

    private Story(long nowNanos) {
        this.nowNanos = nowNanos;
    }

    /** The speed at that time. */
    static double speed(Topology document, List<Run.Entry> commands, long nowNanos) {
        Story story = new Story(nowNanos);
        for (TimedCommand timed : document.scenario()) {
            story.event(timed.at().toNanos());
        }
        for (Run.Entry entry : commands) {
            story.event(entry.timeNanos());
        }
        return story.speed();
    }

    private void event(long timeNanos) {
        if (timeNanos > nowNanos) {
            nextNanos = Math.min(nextNanos, timeNanos);
        } else {
            lastNanos = Math.max(lastNanos, timeNanos);
        }
    }

    private double speed() {
        double since = lastNanos < 0 ? FROM_START * nowNanos : AFTER * (nowNanos - lastNanos);
        double until = nextNanos == NONE ? Double.POSITIVE_INFINITY : BEFORE * (nextNanos - nowNanos);
        return Math.clamp(Math.min(since, until) / 1e9, SLOWEST, nextNanos == NONE ? AFTERWARDS : FASTEST);
    }
}
