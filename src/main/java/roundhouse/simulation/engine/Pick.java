package roundhouse.simulation.engine;

import java.util.List;
import roundhouse.routing.Explanation;

/**
 * Why a request was sent where it was sent by one node.
 *
 * @param node what the balancer is called (or the clients with several links)
 * @param timeNanos simulated nanoseconds
 * @param algorithm what the node balances by, as files name it; empty when no pool has links
 * @param rule the layer-7 rule that chose the pool, "path /api/* → pool api"; empty when none did
 * @param target what the node that was picked is called; empty when none could be
 * @param waiting that it waits or waited for a target to have room, in a sentence; empty when it did not
 */
public record Pick(
        String node, long timeNanos, String algorithm, String rule, Ground ground, String target, String waiting) {
    /** What decided. */
    public sealed interface Ground {
        /**
         * The algorithm.
         *
         * @param unstuck why stickiness did not decide, in a sentence; empty when the node has none
         * @param level how it was drawn whether primaries or backups serve it, in a sentence; empty when it was not
         * @param zone what its zone had to do with it, in a sentence; empty where zones do not matter
         */
        record Algorithm(Explanation explanation, String unstuck, String level, String zone) implements Ground {}

        /** Stickiness: the client, by its "session 17" or "address 10.0.0.1", was sent to the target before. */
        record Stickiness(String client) implements Ground {}

        /** A kept connection at layer 4: the target was given to it when that request opened it. */
        record Connection(long request) implements Ground {}

        /** No target has room, and it waits or is turned away. */
        record NoRoom() implements Ground {}

        /** It waited for any target, and the first that had room took it. */
        record Room() implements Ground {}

        /** The target has failed the request so many times in all, and gets it again before others. */
        record Repetition(int failures) implements Ground {}

        /** There are no links of the pool that the request should go to. */
        record NoPool() implements Ground {}
    }

    /** The reasons in sentences. */
    public List<String> because() {
        return PickText.sentences(this);
    }
}
