package roundhouse.simulation.storing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.storing.StoreSystems.at;
import static roundhouse.simulation.storing.StoreSystems.cutOff;
import static roundhouse.simulation.storing.StoreSystems.run;
import static roundhouse.simulation.storing.StoreSystems.store;
import static roundhouse.simulation.storing.StoreSystems.three;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.observing.StoreReport;
import roundhouse.storage.checking.Check;
import roundhouse.storage.checking.Checker;
import roundhouse.storage.checking.HistoryVerdict;
import roundhouse.storage.searching.Budget;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.stores.ConsensusReplication;
import roundhouse.topology.stores.LeaderlessReplication;
import roundhouse.topology.stores.PrimaryReplication;
import roundhouse.topology.stores.QuorumSize;

class ReplicatedStoreTest {
    private static final PrimaryReplication PRIMARY = PrimaryReplication.SETTINGS.usual();
    private static final PrimaryReplication.Watchers WATCHERS =
            new PrimaryReplication.Watchers(null, Duration.ofSeconds(1), Duration.ofSeconds(10));

    private static boolean isLinearizable(Run run) {
        return new Checker(run.histories().firstEntry().getValue(), Budget.of(5_000_000))
                        .check(Check.LINEARIZABLE, OptionalLong.empty())
                instanceof HistoryVerdict.Holds;
    }

    @Test
    void consensusIsLinearizableWhileLeadersCrashAndTheNetworkIsParted() {
        Topology system = three(ConsensusReplication.SETTINGS.usual());
        for (String member : new String[] {"db-a", "db-b", "db-c"}) {
            Run run = run(
                    at(
                            at(
                                    at(at(system, 5, new Command.Crash(member)), 10, new Command.Recover(member)),
                                    15,
                                    cutOff()),
                            20,
                            new Command.Heal(true)),
                    30);
            StoreReport store = store(run.report());
            assertThat(store.staleReads()).isZero();
            assertThat(store.lostAcknowledgedWrites()).isZero();
            assertThat(store.writes()).isGreaterThan(1_000);
            assertThat(isLinearizable(run)).isTrue();
        }
    }

    /** FACTS 36, 37: the others notice between one and two election timeouts after the leader was last heard. */
    @Test
    void anotherLeaderIsElectedAfterACrash() {
        Topology system = three(ConsensusReplication.SETTINGS.usual());
        String leader = store(run(system, 5).report()).leader();
        assertThat(leader).isNotNull();
        StoreReport store = store(run(at(system, 5, new Command.Crash(String.valueOf(leader))), 15)
                .report());
        assertThat(store.elections()).isEqualTo(1);
        assertThat(store.leader()).isNotNull().isNotEqualTo(leader);
        assertThat(store.leaderlessNanos() / 1e9).isBetween(0.9, 4.2);
    }

    /** A write at the leader: there and back to the nearer follower, whose disk takes 1 ms as the leader's does. */
    @Test
    void aWriteTakesARoundTripToAMajority() {
        Topology system = three(ConsensusReplication.SETTINGS.usual());
        Report report = run(system, 10).report();
        String leader = String.valueOf(store(report).leader());
        double milliseconds = report.nodes().get(leader).latency().p50Nanos() / 1e6;
        // Reads ask a majority, which takes 20 ms; writes take 1 ms at each of the two more.
        assertThat(milliseconds).isBetween(20.9, 22.1);
    }

    /** FACTS 23, 30: what was acknowledged within the one-way delay before the primary was cut off is lost, and no more. */
    @Test
    void anAsynchronousPrimaryLosesWhatItAcknowledgedWhileItWasCutOff() {
        Topology system = three(PRIMARY.with(PrimaryReplication.WATCHERS, WATCHERS));
        StoreReport crashed =
                store(run(at(system, 10, new Command.Crash("db-a")), 20).report());
        assertThat(crashed.leader()).isNotEqualTo("db-a");
        // 150 requests a second, half of them writes, 10 ms one way: about one on average.
        assertThat(crashed.lostAcknowledgedWrites()).isBetween(0L, 5L);
        StoreReport split = store(run(at(at(system, 10, cutOff()), 20, new Command.Heal(true)), 30)
                .report());
        // Its own clients write on, at about 25 a second, until it is told to follow, eight seconds after the partition
        // and more.
        assertThat(split.lostAcknowledgedWrites()).isBetween(200L, 500L);
    }

    @Test
    void aSynchronousPrimaryLosesNothing() {
        PrimaryReplication synchronous =
                PRIMARY.with(PrimaryReplication.SYNCHRONOUS, 1).with(PrimaryReplication.WATCHERS, WATCHERS);
        StoreReport store = store(
                run(at(three(synchronous), 10, new Command.Crash("db-a")), 20).report());
        assertThat(store.lostAcknowledgedWrites()).isZero();
        assertThat(store.elections()).isEqualTo(1);
    }

    /** FACTS 26: what a follower answers is behind by the way from the primary. */
    @Test
    void followersAnswerWhatIsOld() {
        StoreReport local = store(run(three(PRIMARY.with(PrimaryReplication.READS, PrimaryReplication.Reads.LOCAL)), 20)
                .report());
        assertThat(local.staleReads()).isPositive();
        assertThat(local.staleAge().maxNanos()).isBetween(0L, 25_000_000L);
        assertThat(store(run(three(PRIMARY), 20).report()).staleReads()).isZero();
    }

    @Test
    void quorumsThatMeetGiveNothingOldAndOthersDo() {
        LeaderlessReplication strict = LeaderlessReplication.SETTINGS.usual();
        assertThat(store(run(three(strict), 20).report()).staleReads()).isZero();
        LeaderlessReplication one =
                strict.with(LeaderlessReplication.R, QuorumSize.of(1)).with(LeaderlessReplication.W, QuorumSize.of(1));
        assertThat(store(run(three(one), 20).report()).staleReads()).isPositive();
    }

    @Test
    void hintsBringBackWhatAMemberMissed() {
        LeaderlessReplication one = LeaderlessReplication.SETTINGS
                .usual()
                .with(LeaderlessReplication.R, QuorumSize.of(1))
                .with(LeaderlessReplication.W, QuorumSize.of(1));
        StoreReport store = store(run(at(at(three(one), 10, cutOff()), 20, new Command.Heal(true)), 30)
                .report());
        assertThat(store.convergedNanos()).isNotNull().isLessThan(5_000_000_000L);
        assertThat(store.members().getFirst().counts().hintsDelivered()).isPositive();
        assertThat(store.lostAcknowledgedWrites()).isZero();
    }

    @Test
    void theSameRunTwiceIsTheSame() {
        Topology system = at(
                at(three(PRIMARY.with(PrimaryReplication.WATCHERS, WATCHERS)), 5, cutOff()),
                12,
                new Command.Heal(true));
        assertThat(run(system, 20).report()).isEqualTo(run(system, 20).report());
        assertThat(run(system, 20).digest()).isEqualTo(run(system, 20).digest());
    }
}
