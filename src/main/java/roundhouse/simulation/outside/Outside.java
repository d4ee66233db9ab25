package roundhouse.simulation.outside;

import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.topology.CrashMode;
import roundhouse.topology.nodes.Server;

/**
 * What is outside a run whose requests come from real clients and whose servers are real. The run decides where everything goes, asks
 * for the work, and is told what came of it; it still looks at no clock. Called on the run's thread, and must not call back. What is
 * told beside the work may be left aside.
 */
public interface Outside {
    /** A server has these settings from now on; also one that is new. */
    default void serves(Server server) {}

    /** A server is there no more. */
    default void gone(String server) {}

    /**
     * A server is like this from now on.
     *
     * @param crash how it is down; null while it is up
     */
    default void condition(String server, @Nullable CrashMode crash, boolean paused) {}

    /** A request, or a check, is to be worked on; that it was, and what came of it, is told the run later. */
    void work(OutsideJob job);

    /** The reply to that request brings its client such a cookie: the target that it names for the balancer at that place. */
    default void cookie(long request, int place, String target) {}

    /**
     * A request has ended for its client.
     *
     * @param limitStatus the status with which a limit turned it away, 400 to 599; 0 when none did
     */
    default void ended(long request, Outcome outcome, int limitStatus) {}
}
