package roundhouse.simulation.observing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.metrics.Latencies;
import roundhouse.routing.Outcome;
import roundhouse.simulation.balancing.Takeover;
import roundhouse.simulation.components.LittlesLaw;
import roundhouse.simulation.components.TimeOutOfRotation;
import roundhouse.simulation.observing.expecting.Verdict;
import roundhouse.simulation.transcript.TranscriptLine;

/**
 * What happened in a run. Times are nanoseconds here; reports for people and programs give seconds. Latency, utilisation, queue
 * and wait figures leave the warm-up out; requests and outcomes count from the start.
 *
 * @param simulated how long, nanoseconds
 * @param requests requests that clients began, retries not counted again
 * @param attempts tries, retries included
 * @param unfinished requests without an outcome yet
 * @param outcomes every outcome, in order
 * @param sessionsLost sessions whose state servers lost, by crashing or being removed
 * @param sessionsMissed requests of sessions begun before that came to a server without their state
 * @param latency round trips of requests that ended well, as clients saw them
 * @param nodes by id, in the document's order
 * @param pickedOfRemoved requests that servers were picked for which were removed, and are not among the nodes
 * @param verdicts what came of the topology's expectations, in the document's order
 * @param takeovers when a balancer of a pair became the active one, in order; of very many the first and the newest
 * @param takeoversLeftOut how many takeovers were left out between those
 * @param transcript what happened, in order; of very many lines the first and the newest
 */
public record Report(
        String topology,
        long seed,
        long simulated,
        long warmUp,
        long digest,
        long events,
        long requests,
        long attempts,
        long unfinished,
        Map<Outcome, Long> outcomes,
        long sessionsLost,
        long sessionsMissed,
        Latency latency,
        Map<String, NodeReport> nodes,
        long pickedOfRemoved,
        List<Verdict> verdicts,
        List<Takeover> takeovers,
        long takeoversLeftOut,
        List<TranscriptLine> transcript) {
    /** Nanoseconds; all 0 when nothing was recorded. */
    public record Latency(long count, double mean, long p50, long p90, long p95, long p99, long p999, long max) {
        /** What was recorded. */
        public static Latency of(Latencies latencies) {
            long[] at = latencies.percentiles(50, 90, 95, 99, 99.9);
            return new Latency(latencies.count(), latencies.mean(), at[0], at[1], at[2], at[3], at[4], latencies.max());
        }
    }

    /** A quantity over time. */
    public record MeanAndMax(double mean, long max) {}

    /**
     * @param kind the node's kind as in the file
     * @param picked requests that its balancers, or clients and servers linked to it, gave it; for clients, requests sent
     * @param served requests it answered well
     * @param utilization busy cores over cores, 0 to 1
     * @param waiting time in the queue of those that were served
     * @param waitingSoFar the same with those that wait still, as far as they have got: no percentile is less in truth
     * @param latency round trip for clients and balancers, the whole stay for servers
     * @param targets for a load balancer with health rules how these kept requests from its targets, by id in the order of its links;
     *     null for others
     * @param sessions what a server remembers; null for those that remember nothing
     * @param little Little's law on this node: L = λ W
     * @param down how long it was down, nanoseconds, the warm-up left out
     */
    public record NodeReport(
            String kind,
            long picked,
            long served,
            double utilization,
            MeanAndMax inFlight,
            MeanAndMax queue,
            Latency waiting,
            Latency waitingSoFar,
            Latency latency,
            Map<Outcome, Long> outcomes,
            LittlesLaw little,
            long down,
            @Nullable Map<String, TimeOutOfRotation> targets,
            @Nullable Sessions sessions) {
        /** Whether so many wait still that the long waits are longer than any of a request that was served: nobody has seen their end. */
        public boolean waitsLonger() {
            return waitingSoFar.p99() > waiting.max();
        }

        /** The part of that many measured nanoseconds that it was up, 0 to 1. */
        public double availability(long measured) {
            return measured <= 0 ? 1 : 1 - (double) down / measured;
        }
    }

    /**
     * Sessions whose state a server keeps.
     *
     * @param held those it has now
     * @param lost those it lost
     * @param missed requests of sessions begun before whose state it had not
     * @param bytes memory that those held take
     */
    public record Sessions(long held, long lost, long missed, long bytes) {}
}
