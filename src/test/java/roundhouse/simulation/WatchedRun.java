package roundhouse.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import roundhouse.routing.Outcome;
import roundhouse.topology.Topology;

/**
 * A run of which every event is watched: the clock never goes back, every request ends in exactly one outcome, queues keep their bounds
 * and no call is lost from the books, no balancer picks who is out, and of a pair at most one is active.
 */
final class WatchedRun {
    private static final int BETWEEN_CHECKS = 128;

    private final PoolWatch calls = new PoolWatch();
    private final PickWatch picks = new PickWatch();
    private final PairWatch pairs = new PairWatch();
    private final Run run;
    private long clock;
    private long events;

    WatchedRun(Topology topology) {
        run = Run.of(topology, new All());
    }

    private final class All extends RunObserver {
        @Override
        void entered(Attempt call) {
            calls.entered(call);
        }

        @Override
        void departed(Attempt call, LinkComponent link) {
            picks.departed(call, link);
            pairs.departed(call, link);
        }

        @Override
        void picking(Attempt call, TargetGroup group) {
            picks.picking(call, group);
        }

        @Override
        void stuck(Attempt call, TargetGroup group, int target) {
            picks.stuck(call, group, target);
        }

        @Override
        void pinned(Attempt call, LoadBalancerComponent balancer, TargetGroup group, int target, long first) {
            picks.pinned(call, balancer, group, target, first);
        }

        @Override
        void ended(Attempt call, Outcome outcome) {
            calls.ended(call, outcome);
        }
    }

    /** Goes on until that time, nanoseconds. */
    void until(long end) {
        while (run.nextEventAt() <= end) {
            run.step();
            assertThat(run.now()).as("the clock").isGreaterThanOrEqualTo(clock);
            clock = run.now();
            pairs.look(clock);
            if (events++ % BETWEEN_CHECKS == 0) {
                calls.check(run.topology());
            }
        }
        run.runUntil(end);
        calls.check(run.topology());
        assertThat(calls.ended()).as("requests that ended, each once").isEqualTo(ended());
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

    Run run() {
        return run;
    }

    PickWatch picks() {
        return picks;
    }

    PairWatch pairs() {
        return pairs;
    }

    /** Calls that are on a link, at a node, or lost and waited for. */
    int callsInUse() {
        return calls.inUse();
    }

    /** Nothing happens any more; only lost calls whose clients wait for ever are left. */
    void checkSettled() {
        assertThat(run.nextEventAt()).as("nothing more happens").isEqualTo(Long.MAX_VALUE);
        calls.checkSettled(run.report().unfinished());
    }
}
