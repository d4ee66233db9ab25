package roundhouse.simulation.testing;

import static org.assertj.core.api.Assertions.assertThat;

import roundhouse.routing.Outcome;
import roundhouse.simulation.Run;
import roundhouse.simulation.components.PoolWatch;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.Component;
import roundhouse.simulation.engine.PickExplainer;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.engine.RunObserver;
import roundhouse.simulation.observing.Report;
import roundhouse.topology.Topology;

/**
 * A run of which every event is watched: the clock never goes back, every request ends in exactly one outcome, queues keep their bounds
 * and no attempt is lost from the books, no balancer picks who is out, and of a pair at most one is active.
 */
public final class WatchedRun {
    private static final int BETWEEN_CHECKS = 128;

    private final PoolWatch attempts = new PoolWatch();
    private final PickWatch picks = new PickWatch();
    private final PairWatch pairs = new PairWatch();
    private final Run run;
    private long clockNanos;
    private long events;

    WatchedRun(Topology topology) {
        run = Run.of(topology, new All());
    }

    private final class All extends RunObserver {
        @Override
        public void begins(RunContext run) {
            attempts.begins(run);
        }

        @Override
        public void entered(Attempt attempt) {
            attempts.entered(attempt);
        }

        @Override
        public void departed(Attempt attempt, Component from, Component to) {
            picks.departed(attempt, from, to);
            pairs.departed(attempt, from, to);
        }

        @Override
        public void waits(Attempt attempt) {
            picks.waits(attempt);
        }

        @Override
        public void parted(Attempt whole, Attempt part) {
            picks.parted(whole, part);
        }

        @Override
        public void picking(Attempt attempt, PickExplainer explainer) {
            picks.picking(attempt, explainer);
        }

        @Override
        public void stuck(Attempt attempt, PickExplainer explainer, int target) {
            picks.stuck(attempt, explainer, target);
        }

        @Override
        public void again(Attempt attempt, PickExplainer explainer, int target) {
            picks.again(attempt, explainer, target);
        }

        @Override
        public void pinned(Attempt attempt, PickExplainer explainer, int target, long opener) {
            picks.pinned(attempt, explainer, target, opener);
        }

        @Override
        public void ended(Attempt attempt, Outcome outcome) {
            attempts.ended(attempt, outcome);
        }
    }

    /** Goes on until that time, nanoseconds. */
    public void until(long endNanos) {
        while (run.nextEventNanos() <= endNanos) {
            run.step();
            assertThat(run.nowNanos()).as("the clock").isGreaterThanOrEqualTo(clockNanos);
            clockNanos = run.nowNanos();
            pairs.look(clockNanos);
            if (events++ % BETWEEN_CHECKS == 0) {
                attempts.check(run.topology());
            }
        }
        run.runUntil(endNanos);
        attempts.check(run.topology());
        assertThat(attempts.ended()).as("requests that ended, each once").isEqualTo(ended());
    }

    private long ended() {
        Report report = run.report();
        long ended =
                report.outcomes().values().stream().mapToLong(Long::longValue).sum();
        assertThat(ended + report.unfinished())
                .as("requests with an outcome or without one yet")
                .isEqualTo(report.requests());
        return ended;
    }

    public Run run() {
        return run;
    }

    public PickWatch picks() {
        return picks;
    }

    public PairWatch pairs() {
        return pairs;
    }

    /** Attempts that are on a link, at a node, or lost and waited for. */
    public int attemptsInUse() {
        return attempts.inUse();
    }

    /** Nothing happens any more; only lost attempts whose clients wait for ever are left. */
    public void checkSettled() {
        assertThat(run.nextEventNanos()).as("nothing more happens").isEqualTo(Long.MAX_VALUE);
        attempts.checkSettled(run.report().unfinished());
    }
}
