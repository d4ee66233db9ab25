package roundhouse.simulation.observing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.Mix;
import roundhouse.metrics.Latencies;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.LimitEvent;
import roundhouse.simulation.components.LittlesLaw;
import roundhouse.simulation.components.TimeOutOfRotation;
import roundhouse.simulation.guarding.GuardReport;
import roundhouse.simulation.observing.expecting.Verdict;
import roundhouse.simulation.observing.groups.GroupReport;
import roundhouse.simulation.transcript.TranscriptLine;

/**
 * What happened in a run. Times are nanoseconds here; reports for people and programs give seconds. Latency, utilisation, queue
 * and wait figures leave the warm-up out; requests and outcomes count from the start.
 *
 * @param simulatedNanos how long, nanoseconds
 * @param requests requests that clients began, retries not counted again
 * @param attempts attempts, retries included
 * @param unfinished requests without an outcome yet
 * @param outcomes every outcome, in order
 * @param sessionsLost sessions whose state servers lost, by crashing or being removed
 * @param sessionsMissed requests of sessions begun before that came to a server without their state
 * @param latency round trips of requests that ended well, as clients saw them
 * @param nodes by id, in the document's order
 * @param removed nodes that were removed and are not among the others, in the order of that, as far as anything happened there
 * @param zones what the targets of each zone got from balancers that stand in zones; empty where none does
 * @param verdicts what came of the topology's expectations, in the document's order
 * @param transcript what happened, in order; of very many lines the first and the newest
 * @param data what became of data; null where nothing keeps any
 * @param cost what it cost; null where no node has a price
 * @param groups what became of groups of servers, by id
 */
public record Report(
        String topology,
        long seed,
        long simulatedNanos,
        long warmUpNanos,
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
        List<RemovedNode> removed,
        List<ZoneFigures.Load> zones,
        List<Verdict> verdicts,
        List<TranscriptLine> transcript,
        @Nullable DataReport data,
        @Nullable CostReport cost,
        Map<String, GroupReport> groups) {
    /** A 64-bit digest of all that it says: two reports with the same say the same. */
    public long figuresDigest() {
        return Mix.text(0, toString());
    }

    /** Whether the warm-up is over: until then there are no times, levels and shares, only counts. */
    public boolean isMeasured() {
        return simulatedNanos > warmUpNanos || warmUpNanos == 0;
    }

    /**
     * A node that was removed. Its levels are those up to when the last request had left it.
     *
     * @param at when it was removed, nanoseconds
     */
    public record RemovedNode(String id, long at, NodeReport node) {}

    /** Nanoseconds; all 0 when nothing was recorded. */
    public record Latency(
            long count,
            double meanNanos,
            long p50Nanos,
            long p90Nanos,
            long p95Nanos,
            long p99Nanos,
            long p999Nanos,
            long maxNanos) {
        /** Nothing. */
        public static final Latency NONE = new Latency(0, 0, 0, 0, 0, 0, 0, 0);

        /** What was recorded. */
        public static Latency of(Latencies latencies) {
            long[] atNanos = latencies.percentilesNanos(50, 90, 95, 99, 99.9);
            return new Latency(
                    latencies.count(),
                    latencies.meanNanos(),
                    atNanos[0],
                    atNanos[1],
                    atNanos[2],
                    atNanos[3],
                    atNanos[4],
                    latencies.maxNanos());
        }
    }

    /** A quantity over time. The mean is not a number while nothing was measured. */
    public record MeanAndMax(double mean, long max) {}

    /**
     * @param kind the node's kind as in the file
     * @param picked requests that its balancers, or clients and servers linked to it, gave it; for clients, requests sent
     * @param served requests it answered well
     * @param utilization busy cores over cores, 0 to 1; not a number while nothing was measured
     * @param waiting time in the queue of those that were served
     * @param waitingSoFar the same with those that wait still, as far as they have got: no percentile is less in truth
     * @param latency round trip for clients and balancers, the whole stay for servers
     * @param targets for a load balancer with health rules how these kept requests from its targets, by id in the order of its links;
     *     null for others
     * @param zones where a load balancer that stands in a zone sent its requests; null for others
     * @param sessions what a server remembers; null for those that remember nothing
     * @param limits how often a load balancer's limits in number and time did what; null for those without any
     * @param calls the calls that a server made; null for those that make none
     * @param naming what became of lookups of the name that a DNS node answers for; null for others
     * @param guard what its limits did; null for a node without
     * @param little Little's law on this node: L = λ W
     * @param downNanos how long it was down, nanoseconds, the warm-up left out
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
            long downNanos,
            @Nullable Map<String, TimeOutOfRotation> targets,
            @Nullable ZoneFigures zones,
            @Nullable Sessions sessions,
            @Nullable Map<LimitEvent, Long> limits,
            @Nullable CallReport calls,
            @Nullable NamingReport naming,
            @Nullable GuardReport guard) {
        /** Whether so many wait still that the long waits are longer than any of a request that was served: nobody has seen their end. */
        public boolean waitsLonger() {
            return waitingSoFar.p99Nanos() > waiting.maxNanos();
        }

        /** The part of that many measured nanoseconds that it was up, 0 to 1. */
        public double availability(long measuredNanos) {
            return measuredNanos <= 0 ? 1 : 1 - (double) downNanos / measuredNanos;
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
