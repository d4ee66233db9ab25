package roundhouse.simulation.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.CallReport;
import roundhouse.simulation.testing.RandomCalls;
import roundhouse.simulation.testing.Recovery;
import roundhouse.simulation.testing.Reproduction;
import roundhouse.simulation.testing.WatchedRun;
import roundhouse.topology.Topology;

/**
 * Random systems whose servers call each other, in which everything that can fail does; then all is well again, nobody sends any more, and
 * nothing is left. One that breaks an invariant is left as a file, and the message has the command that runs it again.
 */
class CallSwarmTest {
    private static final int SYSTEMS = 40;

    private static Topology topology(long seed) {
        return Recovery.of(new RandomCalls(seed).failing());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void keepsItsInvariantsWhateverFails(int part) {
        long[] seen = new long[6];
        for (int i = 0; i < SYSTEMS; i++) {
            long seed = 300_000 + part * 1_000L + i;
            Topology topology = topology(seed);
            Reproduction.check(
                    topology, "calls-" + seed, watched -> check(topology, watched, new SplittableRandom(seed), seen));
        }
        assertThat(seen).as("well, failed, late, given up, turned away, wasted").doesNotContain(0);
    }

    private static void check(Topology topology, WatchedRun watched, SplittableRandom pieces, long[] seen) {
        Recovery.failsAlikeInPieces(topology, watched, pieces, _ -> {});
        watched.until(Recovery.SETTLED);
        watched.checkSettled();
        watched.run().report().nodes().forEach((id, node) -> settled(id, node.calls(), seen));
    }

    @ParameterizedTest
    @ValueSource(longs = {400_000, 401_000, 402_000})
    void replaysAsItWent(long first) {
        for (long seed = first; seed < first + SYSTEMS; seed++) {
            RandomCalls systems = new RandomCalls(seed);
            Topology topology = systems.topology();
            Run run = Run.of(topology);
            for (long time = SECOND / 5; time <= 2 * SECOND; time += SECOND / 5) {
                run.runUntil(time);
                run.apply(systems.command(run.topology()));
            }
            run.runUntil(5 * SECOND / 2);
            Replay replay = new Replay(topology, run.log());
            replay.runUntil(SECOND);
            replay.runUntil(run.nowNanos());
            assertThat(replay.run().digest())
                    .as("replayed digest, seed %d", seed)
                    .isEqualTo(run.digest());
            assertThat(replay.run().report())
                    .as("replayed report, seed %d", seed)
                    .isEqualTo(run.report());
        }
    }

    /** Every call that began has ended in one way. */
    private static void settled(String id, @Nullable CallReport calls, long[] seen) {
        if (calls == null) {
            return;
        }
        calls.targets().forEach((to, its) -> {
            assertThat(its.ok() + its.failed() + its.timedOut() + its.givenUp())
                    .as("calls of %s to %s", id, to)
                    .isEqualTo(its.started());
            assertThat(its.sent() + its.turnedAway())
                    .as("attempts of %s to %s", id, to)
                    .isBetween(its.retried() + its.hedged(), its.started() + its.retried() + its.hedged());
            long[] counts = {its.ok(), its.failed(), its.timedOut(), its.givenUp(), its.turnedAway(), its.wasted()};
            for (int i = 0; i < counts.length; i++) {
                seen[i] += counts[i];
            }
        });
    }
}
