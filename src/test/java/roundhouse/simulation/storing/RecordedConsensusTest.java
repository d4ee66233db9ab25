package roundhouse.simulation.storing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.storing.RecordedSystem.answered;
import static roundhouse.simulation.storing.RecordedSystem.asked;
import static roundhouse.simulation.storing.RecordedSystem.history;
import static roundhouse.simulation.storing.RecordedSystem.store;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.stores.StoreReport;
import roundhouse.storage.checking.Check;
import roundhouse.storage.checking.Checker;
import roundhouse.storage.checking.HistoryVerdict;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.searching.Budget;
import roundhouse.topology.stores.ConsensusReplication;

/** Whole runs of stores by consensus against what was recorded at etcd (FACTS 39 to 41). */
class RecordedConsensusTest {
    private static final ConsensusReplication USUAL = ConsensusReplication.SETTINGS.usual();
    private static final String SOME = "{ \"type\": \"poisson\", \"rate\": \"60/s\" }";

    private static RecordedSystem system(ConsensusReplication replication) {
        return new RecordedSystem("abc", 1, SOME, 4, 0.6, replication);
    }

    private static String leader(ConsensusReplication replication) {
        String leader = store(system(replication).run(9.9)).leader();
        assertThat(leader).isNotNull();
        return String.valueOf(leader).substring("db-".length());
    }

    private static HistoryVerdict judged(OperationHistory history) {
        return new Checker(history, Budget.of(20_000_000)).check(Check.LINEARIZABLE, OptionalLong.empty());
    }

    /** FACTS 39, 41: alone, the leader answers nothing and gives up at its second look; the history is linearizable. */
    @ParameterizedTest
    @ValueSource(ints = {500, 1_000})
    void anIsolatedLeaderAnswersNothingAndGivesUp(int electionMs) {
        ConsensusReplication replication =
                USUAL.with(ConsensusReplication.ELECTION_TIMEOUT, Duration.ofMillis(electionMs));
        String site = leader(replication);
        RecordedSystem system = system(replication).cut(10, site).heal(20);
        Run run = system.run(10);
        double step = electionMs / 1e3 / 20;
        double gone = 10;
        while (leads(store(run), site) && gone < 20) {
            gone += step;
            run.runUntil(Math.round(gone * 1e9));
        }
        assertThat(gone - 10).isBetween(electionMs / 1e3 - step, 2 * electionMs / 1e3 + step);
        run.runUntil(25_000_000_000L);
        OperationHistory history = history(run);
        for (OperationKind kind : new OperationKind[] {OperationKind.READ, OperationKind.WRITE}) {
            IntPredicate its = system.of(history, site, kind);
            assertThat(asked(history, its, 10, 19)).isGreaterThan(100);
            assertThat(answered(history, its, 10.001, 20)).isZero();
            assertThat(answered(history, its, 21, 25)).isGreaterThan(50);
        }
        assertThat(store(run).lostAcknowledgedWrites()).isZero();
        assertThat(store(run).elections()).isEqualTo(1);
        assertThat(judged(history)).isInstanceOf(HistoryVerdict.Holds.class);
    }

    private static boolean leads(StoreReport store, String site) {
        return store.members().stream().anyMatch(member -> member.id().equals("db-" + site) && member.leads());
    }

    /** FACTS 39, 41: what a member has by itself it always gives, however old it is; that is never linearizable. */
    @Test
    void serializableReadsStayAvailableAndStale() {
        ConsensusReplication local = USUAL.with(ConsensusReplication.READS, ConsensusReplication.Reads.LOCAL);
        String site = leader(local);
        RecordedSystem system = system(local).cut(10, site).heal(20);
        Run run = system.run(25);
        OperationHistory history = history(run);
        IntPredicate reads = system.of(history, site, OperationKind.READ);
        assertThat(answered(history, reads, 10, 20)).isEqualTo(asked(history, reads, 10, 20));
        assertThat(answered(history, system.of(history, site, OperationKind.WRITE), 10.001, 20))
                .isZero();
        assertThat(store(run).staleAge().maxNanos() / 1e9).isBetween(5.0, 10.0);
        assertThat(store(run).lostAcknowledgedWrites()).isZero();
        assertThat(judged(history)).isInstanceOf(HistoryVerdict.Broken.class);
    }

    /** FACTS 40: without pre-vote a follower that was cut off comes back with a larger term and deposes the leader. */
    @Test
    void anIsolatedFollowerWithoutPreVoteDeposesTheLeader() {
        ConsensusReplication without = USUAL.with(ConsensusReplication.PRE_VOTE, false);
        for (ConsensusReplication replication : new ConsensusReplication[] {without, USUAL}) {
            String leads = leader(replication);
            String follows = leads.equals("c") ? "b" : "c";
            RecordedSystem system = system(replication).cut(10, follows).heal(20);
            Run run = system.run(19.9);
            assertThat(store(run).elections()).isZero();
            int term = store(run).term();
            OperationHistory parted = history(run);
            IntPredicate majority = system.of(parted, leads, OperationKind.WRITE);
            assertThat(answered(parted, majority, 10, 19.9))
                    .as("the others go on as if nothing were")
                    .isGreaterThanOrEqualTo(asked(parted, majority, 10, 19.9) - 2);
            run.runUntil(30_000_000_000L);
            StoreReport healed = store(run);
            OperationHistory history = history(run);
            IntPredicate writes = system.of(history, leads, OperationKind.WRITE);
            int unanswered = asked(history, writes, 20, 29) - answered(history, writes, 20, 29);
            if (replication.preVote()) {
                assertThat(healed.elections()).isZero();
                assertThat(healed.term()).isEqualTo(term);
                assertThat(unanswered).isBetween(-2, 2);
            } else {
                assertThat(healed.elections()).isPositive();
                assertThat(healed.term())
                        .as("one for each time-out of ten seconds")
                        .isGreaterThan(term + 3);
                assertThat(healed.leaderlessNanos() / 1e9).isBetween(0.3, 4.0);
                assertThat(unanswered).as("writes stopped meanwhile").isGreaterThan(3);
            }
            assertThat(healed.lostAcknowledgedWrites()).isZero();
            assertThat(judged(history)).isInstanceOf(HistoryVerdict.Holds.class);
        }
    }
}
