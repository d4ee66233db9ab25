package roundhouse.analysis;

import java.util.HashMap;
import java.util.Map;
import roundhouse.routing.Outcome;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;

/**
 * Runs two designs in step and compares them request by request.
 *
 * <p>Both run from the same seed, so their clients send the same requests at the same times and with the same demands (common random
 * numbers). The request with the same number from the same clients is the same request, and the difference of its two latencies is free of what both runs had in common: a burst of arrivals, a large request. That is why the paired interval is narrower than the unpaired one, which
 * takes the runs for independent; both are given. Where clients wait for replies before they send again, the pairs have less in
 * common, but are pairs still.
 *
 * <p>Requests are paired as they end, in slices of a fixed length, so the result does not depend on how often somebody looked. Between
 * the runs only those are kept that have ended in one and not yet in the other.
 *
 * <p>Law and Kelton, Simulation Modeling and Analysis (5th ed., 2015), sections 10.2 (paired t and Welch intervals) and 11.2 (common
 * random numbers). How sure a mean is comes from {@link BatchMeans}.
 */
public final class PairedRuns {
    /** Simulated time that one run may be ahead of the other. */
    private static final long SLICE_NANOS = 10_000_000;

    private final Side a;
    private final Side b;
    private final long fromNanos;
    private final long untilNanos;
    private final Map<String, Map<Long, Ended>> alone = new HashMap<>();
    private final BatchMeans latencies = new BatchMeans();
    private final BatchMeans successes = new BatchMeans();

    private record Ended(boolean first, long nanos, boolean well) {}

    /** One of the runs and what is measured on it alone. */
    private final class Side {
        private final boolean first;
        private final ComparedDesign design;
        private final Replay replay;
        private final RequestFigures figures = new RequestFigures();

        Side(boolean first, ComparedDesign design) {
            this.first = first;
            this.design = design;
            replay = new Replay(design.start(), design.log());
            replay.run().listen(this::ended);
        }

        private void ended(String clients, long number, long startedNanos, long nanos, Outcome outcome) {
            if (startedNanos < fromNanos) {
                return;
            }
            figures.add(nanos, outcome);
            Ended mine = new Ended(first, nanos, outcome == Outcome.OK);
            Map<Long, Ended> waiting = alone.computeIfAbsent(clients, _ -> new HashMap<>());
            Ended other = waiting.remove(number);
            if (other == null) {
                waiting.put(number, mine);
            } else {
                pair(first ? mine : other, first ? other : mine);
            }
        }

        ComparedSide result() {
            Run run = replay.run();
            return new ComparedSide(
                    design.name(), figures.outcomes(), figures.latency(), figures.curve(), run.report());
        }
    }

    /**
     * @param fromNanos requests that began before are left out; so is the warm-up of either
     * @param untilNanos how long both run, simulated nanoseconds
     * @throws IllegalArgumentException when the seeds differ
     */
    public PairedRuns(ComparedDesign first, ComparedDesign second, long fromNanos, long untilNanos) {
        if (first.start().seed() != second.start().seed()) {
            throw new IllegalArgumentException("only runs of the same seed see the same requests");
        }
        long warmUpNanos = Math.max(
                first.start().warmUp().toNanos(), second.start().warmUp().toNanos());
        this.fromNanos = Math.max(fromNanos, warmUpNanos);
        this.untilNanos = untilNanos;
        a = new Side(true, first);
        b = new Side(false, second);
    }

    private void pair(Ended first, Ended second) {
        successes.add((second.well ? 1 : 0) - (first.well ? 1 : 0));
        if (first.well && second.well) {
            latencies.add((double) second.nanos - first.nanos);
        }
    }

    /** Goes on a little in both; false when they have come to the end. */
    public boolean advance() {
        long nextNanos = Math.min(untilNanos, a.replay.nowNanos() + SLICE_NANOS);
        a.replay.runUntil(nextNanos);
        b.replay.runUntil(nextNanos);
        return nextNanos < untilNanos;
    }

    /** Goes on to the end. */
    public void finish() {
        while (advance()) {
            // Each call runs one slice.
        }
    }

    /** How much is done, 0 to 1. */
    public double progress() {
        return untilNanos == 0 ? 1 : (double) b.replay.nowNanos() / untilNanos;
    }

    /** The comparison so far. */
    public RunComparison result() {
        return new RunComparison(
                a.result(),
                b.result(),
                fromNanos,
                b.replay.nowNanos(),
                successes.count(),
                latencies.count(),
                Difference.of(a.figures.latencies, b.figures.latencies, latencies),
                Difference.of(a.figures.successes, b.figures.successes, successes));
    }
}
