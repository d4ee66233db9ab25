package roundhouse.storage.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import roundhouse.golden.Golden;
import roundhouse.kernel.RandomStream;
import roundhouse.storage.checking.Check;
import roundhouse.storage.checking.Checker;
import roundhouse.storage.checking.HistoryVerdict;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.replication.ReplicaNetwork;
import roundhouse.storage.searching.Budget;
import tools.jackson.databind.JsonNode;

/** What etcd 3.4 was seen to do when its leader was killed or a member was cut off: order and thresholds, not milliseconds. */
class RaftTimelineTest {
    private static final long MILLIS = ReplicaNetwork.MILLIS;

    private final List<RaftReplica> members = new ArrayList<>();
    private final List<ReplicaNetwork.Operation> writes = new ArrayList<>();
    private final List<ReplicaNetwork.Operation> reads = new ArrayList<>();
    private final List<ReplicaNetwork.Operation> localReads = new ArrayList<>();
    private long values;

    private ReplicaNetwork network(RaftSettings settings, long seed) {
        members.clear();
        return new ReplicaNetwork(settings.members(), seed, (self, outbox) -> {
            RaftReplica member = new RaftReplica(self, settings, outbox, new RandomStream(seed * 31 + self));
            members.add(member);
            return member;
        });
    }

    private int leader() {
        int newest = -1;
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).isLeader()
                    && (newest < 0
                            || members.get(i).term() > members.get(newest).term())) {
                newest = i;
            }
        }
        return newest;
    }

    /** Waits until a leader has committed in its term. */
    private void settle(ReplicaNetwork network) {
        while (leader() < 0 || members.get(leader()).applied() < 1) {
            network.runUntil(network.now() + 10 * MILLIS);
        }
        network.runUntil(network.now() + 500 * MILLIS);
    }

    /** Beside every member a writer and two readers, an operation every 120 ms each, given up after a second. */
    private void clients(ReplicaNetwork network) {
        for (int i = 0; i < members.size(); i++) {
            client(network, i, "w" + i, 'w', 0);
            client(network, i, "r" + i, 'r', 0);
            client(network, i, "l" + i, 'l', 0);
        }
    }

    private void client(ReplicaNetwork network, int member, String name, char kind, int life) {
        ReplicaNetwork.Operation asked =
                network.ask(name + "." + life, member, kind == 'w', 1, kind == 'w' ? ++values : 0, kind == 'l');
        (kind == 'w' ? writes : kind == 'r' ? reads : localReads).add(asked);
        network.at(network.now() + 120 * MILLIS, () -> again(network, asked, name, kind, life));
    }

    private void again(ReplicaNetwork network, ReplicaNetwork.Operation asked, String name, char kind, int life) {
        if (asked.isAnswered()) {
            client(network, asked.member, name, kind, life);
        } else if (network.now() - asked.call >= 1_000 * MILLIS) {
            network.giveUp(asked);
            client(network, asked.member, name, kind, life + 1);
        } else {
            network.at(network.now() + 120 * MILLIS, () -> again(network, asked, name, kind, life));
        }
    }

    private static long ok(List<ReplicaNetwork.Operation> operations, long from, long until, int member) {
        return operations.stream()
                .filter(each -> each.member == member && each.call >= from && each.call < until && each.isOk())
                .count();
    }

    private static HistoryVerdict judged(OperationHistory history) {
        return new Checker(history, Budget.of(20_000_000)).check(Check.LINEARIZABLE, OptionalLong.empty());
    }

    /** Fact 37: recorded 43 of 47 within [E - heartbeat, 2E); the mean of the minimum of two draws less half a tick is 12.35 ticks. */
    @Test
    void aKilledLeaderIsReplacedWithinTwoElectionTimeouts() {
        double sum = 0;
        int inTime = 0;
        int trials = 400;
        for (int seed = 0; seed < trials; seed++) {
            ReplicaNetwork network = network(RaftSettings.etcd(3, false), seed);
            settle(network);
            int dead = leader();
            long killed = network.now() + seed % 100 * MILLIS;
            network.runUntil(killed);
            network.crash(dead);
            int next = dead;
            while (next == dead || next < 0) {
                network.runUntil(network.now() + MILLIS);
                next = members.stream()
                        .filter(member -> members.indexOf(member) != dead && member.isLeader())
                        .mapToInt(members::indexOf)
                        .findFirst()
                        .orElse(-1);
            }
            double ticks = (network.now() - killed) / 100.0 / MILLIS;
            inTime += ticks >= 9 && ticks < 20 ? 1 : 0;
            sum += Math.min(ticks, 20);
        }
        assertThat(inTime).isGreaterThan(trials * 85 / 100);
        assertThat(sum / trials).isBetween(11.5, 13.8);
        for (JsonNode recorded : Golden.cases("storage/etcd.json")) {
            if (recorded.get("kind").asString().equals("leader kill")) {
                double election = recorded.get("election_timeout_ms").doubleValue();
                double mean = recorded.get("new_leader_ms").get("mean").doubleValue() / election * 10;
                assertThat(mean).as("recorded, in ticks").isBetween(9.0, 20.0);
            }
        }
    }

    /** Facts 39 and 41. */
    @Test
    void anIsolatedLeaderServesNothingButStaleReads() {
        for (int seed = 0; seed < 10; seed++) {
            clear();
            ReplicaNetwork network = network(RaftSettings.etcd(3, false), seed);
            settle(network);
            clients(network);
            network.runUntil(network.now() + 1_000 * MILLIS);
            int old = leader();
            long cut = network.now();
            network.isolate(old);
            long gaveUp = 0;
            while (network.now() < cut + 5_000 * MILLIS) {
                network.runUntil(network.now() + 10 * MILLIS);
                if (gaveUp == 0 && !members.get(old).isLeader()) {
                    gaveUp = network.now() - cut;
                }
            }
            network.heal();
            network.runUntil(network.now() + 3_000 * MILLIS);
            long until = cut + 3_900 * MILLIS;
            assertThat(ok(writes, cut, until, old)).isZero();
            assertThat(ok(reads, cut, until, old)).isZero();
            assertThat(ok(localReads, cut, until, old)).isBetween(32L, 33L);
            assertThat(gaveUp).isBetween(900 * MILLIS, 2_000 * MILLIS);
            int other = (old + 1) % 3;
            assertThat(ok(writes, cut + 2_500 * MILLIS, until, other)).isPositive();
            assertThat(ok(reads, cut + 2_500 * MILLIS, until, other)).isPositive();
            assertThat(judged(linearizable(network))).isInstanceOf(HistoryVerdict.Holds.class);
            assertThat(judged(network.history())).isInstanceOf(HistoryVerdict.Broken.class);
        }
    }

    private void clear() {
        writes.clear();
        reads.clear();
        localReads.clear();
    }

    /** The history without local reads. */
    private static OperationHistory linearizable(ReplicaNetwork network) {
        OperationHistory all = network.history();
        return all.part(IntStream.range(0, all.size())
                .filter(i -> !all.clientName(i).startsWith("l"))
                .toArray());
    }

    /** Fact 40. */
    @Test
    void anIsolatedFollowerDeposesTheLeaderWhenItIsBackUnlessItAsksBefore() {
        for (int seed = 0; seed < 10; seed++) {
            assertThat(changesOfLeader(false, seed)).as("seed %d", seed).isPositive();
            assertThat(changesOfLeader(true, seed)).as("seed %d", seed).isZero();
        }
    }

    private int changesOfLeader(boolean preVote, int seed) {
        clear();
        ReplicaNetwork network = network(RaftSettings.etcd(3, preVote), seed);
        settle(network);
        clients(network);
        int leader = leader();
        int term = members.get(leader).term();
        int away = (leader + 1) % 3;
        long cut = network.now();
        network.isolate(away);
        network.runUntil(cut + 5_000 * MILLIS);
        assertThat(members.get(leader).term())
                .as("the majority does not notice")
                .isEqualTo(term);
        assertThat(ok(writes, cut, network.now() - 500 * MILLIS, leader)).isGreaterThan(30);
        network.heal();
        network.runUntil(network.now() + 4_000 * MILLIS);
        assertThat(judged(linearizable(network))).isInstanceOf(HistoryVerdict.Holds.class);
        return members.get(leader()).term() - term;
    }

    /** Fact 42: the lease of a leader whose clock is slow outlives its reign. */
    @Test
    void aLeaseIsAsGoodAsTheClocks() {
        assertThat(leaseReads(1)).isInstanceOf(HistoryVerdict.Holds.class);
        assertThat(leaseReads(0.4)).isInstanceOf(HistoryVerdict.Broken.class);
    }

    private HistoryVerdict leaseReads(double rate) {
        HistoryVerdict last = new HistoryVerdict.Holds(OptionalLong.empty());
        for (int seed = 0; seed < 20 && last instanceof HistoryVerdict.Holds; seed++) {
            clear();
            RaftSettings settings = RaftSettings.etcd(3, false).withReads(RaftSettings.Reads.LEASE);
            ReplicaNetwork network = network(settings, seed);
            settle(network);
            network.clockRate(leader(), rate);
            network.runUntil(network.now() + 2_000 * MILLIS);
            clients(network);
            network.runUntil(network.now() + 500 * MILLIS);
            network.isolate(leader());
            network.runUntil(network.now() + 4_000 * MILLIS);
            last = judged(linearizable(network));
        }
        return last;
    }

    @Test
    void theLogIsBoundedAndWhoWasAwayGetsASnapshot() {
        RaftSettings settings = RaftSettings.etcd(3, true).withSnapshotEntries(20);
        ReplicaNetwork network = network(settings, 3);
        settle(network);
        int away = (leader() + 1) % 3;
        network.crash(away);
        for (int i = 1; i <= 200; i++) {
            network.ask("c", leader(), true, i % 7, i, false);
            network.runUntil(network.now() + 10 * MILLIS);
        }
        assertThat(members.get(leader()).log().lastIndex()
                        - members.get(leader()).log().snapshotIndex())
                .isLessThanOrEqualTo(21);
        network.start(away);
        network.runUntil(network.now() + 1_000 * MILLIS);
        assertThat(members.get(away).applied()).isEqualTo(members.get(leader()).applied());
        for (int key = 0; key < 7; key++) {
            assertThat(members.get(away).value(key))
                    .isEqualTo(members.get(leader()).value(key));
        }
    }

    /** Without a majority nothing is acknowledged; what was is there after all of them were down. */
    @Test
    void whatWasAcknowledgedOutlivesACrashOfAll() {
        ReplicaNetwork network = network(RaftSettings.etcd(3, true), 5);
        settle(network);
        ReplicaNetwork.Operation written = network.ask("c", leader(), true, 1, 42, false);
        network.runUntil(network.now() + 50 * MILLIS);
        assertThat(written.isOk()).isTrue();
        for (int i = 0; i < 3; i++) {
            network.crash(i);
        }
        network.runUntil(network.now() + 1_000 * MILLIS);
        for (int i = 0; i < 3; i++) {
            network.start(i);
        }
        network.runUntil(network.now() + 5_000 * MILLIS);
        ReplicaNetwork.Operation read = network.ask("d", (leader() + 1) % 3, false, 1, 0, false);
        network.runUntil(network.now() + 500 * MILLIS);
        assertThat(read.isOk()).isTrue();
        assertThat(read.value).isEqualTo(42);
    }
}
