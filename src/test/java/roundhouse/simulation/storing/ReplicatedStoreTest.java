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
import roundhouse.simulation.observing.stores.MemberFigure;
import roundhouse.simulation.observing.stores.StoreReport;
import roundhouse.storage.checking.Check;
import roundhouse.storage.checking.Checker;
import roundhouse.storage.checking.HistoryVerdict;
import roundhouse.storage.searching.Budget;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.stores.ConsensusReplication;
import roundhouse.topology.stores.LeaderlessReplication;
import roundhouse.topology.stores.PrimaryReplication;
import roundhouse.topology.stores.QuorumSize;
import roundhouse.topology.stores.SessionRule;
import roundhouse.topology.stores.StalenessBound;
import roundhouse.topology.stores.Store;

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
        assertThat(store.members().getFirst().of(MemberFigure.HINTS_DELIVERED)).isPositive();
        assertThat(store.lostAcknowledgedWrites()).isZero();
    }

    /** The clock of one coordinator is ahead: what others write within that time is acknowledged and gone at once. */
    @Test
    void aClockThatIsAheadLosesWhatOthersWrite() {
        Topology right = three(LeaderlessReplication.SETTINGS.usual());
        Topology wrong = at(right, 10, new Command.Clock("db-a", Duration.ofSeconds(2)));
        assertThat(store(run(right, 20).report()).lostAcknowledgedWrites()).isZero();
        assertThat(store(run(wrong, 10).report()).lostAcknowledgedWrites()).isZero();
        StoreReport store = store(run(wrong, 20).report());
        // 20 keys, 75 writes a second, a third of them with the wrong clock: a key is rarely without one for two
        // seconds.
        assertThat(store.lostAcknowledgedWrites()).isGreaterThan(store.writes() / 5);
        StoreReport siblings = store(run(
                        at(
                                three(LeaderlessReplication.SETTINGS
                                        .usual()
                                        .with(
                                                LeaderlessReplication.CONFLICTS,
                                                LeaderlessReplication.Conflicts.SIBLINGS)),
                                10,
                                new Command.Clock("db-a", Duration.ofSeconds(2))),
                        20)
                .report());
        assertThat(siblings.lostAcknowledgedWrites()).isZero();
        assertThat(siblings.members()).allMatch(member -> member.of(MemberFigure.CONFLICTS) > 0);
    }

    @Test
    void aSessionReadsNoLessThanItsUserHasSeen() {
        Topology local = three(PRIMARY.with(PrimaryReplication.READS, PrimaryReplication.Reads.LOCAL)
                .with(PrimaryReplication.APPLY_DELAY, Duration.ofMillis(200)));
        Store before = local.stores().getFirst();
        Topology few = fewUsers(local);
        Topology promised = few.with(before.with(Store.SESSIONS, SessionRule.SETTINGS.usual()));
        assertThat(holds(run(few, 20), Check.READ_YOUR_WRITES)).isFalse();
        assertThat(holds(run(promised, 20), Check.READ_YOUR_WRITES)).isTrue();
        assertThat(holds(run(promised, 20), Check.MONOTONIC_READS)).isTrue();
    }

    @Test
    void whatIsOlderThanTheBoundIsNotGiven() {
        Topology local = three(PRIMARY.with(PrimaryReplication.READS, PrimaryReplication.Reads.LOCAL)
                .with(PrimaryReplication.APPLY_DELAY, Duration.ofMillis(500)));
        Store store = local.stores().getFirst();
        Topology bound = local.with(store.with(Store.STALENESS, new StalenessBound(null, Duration.ofMillis(600))));
        StoreReport free = store(run(at(local, 10, cutOff()), 20).report());
        StoreReport bounded = store(run(at(bound, 10, cutOff()), 20).report());
        assertThat(free.staleAge().maxNanos()).isGreaterThan(5_000_000_000L);
        assertThat(bounded.staleAge().maxNanos()).isLessThan(750_000_000L);
        assertThat(bounded.readsRefused()).isPositive();
    }

    @Test
    void aFollowerIsPromotedByHand() {
        Topology system = at(at(three(PRIMARY), 10, new Command.Crash("db-a")), 12, new Command.Promote("db-b"));
        StoreReport store = store(run(system, 20).report());
        assertThat(store.leader()).isEqualTo("db-b");
        assertThat(store.leaderlessNanos()).isEqualTo(2_000_000_000L);
        assertThat(run(system, 20).report().transcript())
                .anyMatch(line -> line.text().startsWith("orders: db-b leads in term 2"));
    }

    /** One user at each site who waits for each answer, so that a session has many reads and writes, one after the other. */
    private static Topology fewUsers(Topology topology) {
        return topology.withNodes(topology.nodes().stream()
                .<Node>map(node -> node instanceof Clients clients
                        ? clients.with(Clients.USERS, 1)
                                .with(
                                        Clients.ARRIVALS,
                                        new Arrivals.Closed(new Distribution.Exponential(Duration.ofMillis(20))))
                        : node)
                .toList());
    }

    private static boolean holds(Run run, Check check) {
        return new Checker(run.histories().firstEntry().getValue(), Budget.of(20_000_000))
                        .check(check, OptionalLong.empty())
                instanceof HistoryVerdict.Holds;
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
