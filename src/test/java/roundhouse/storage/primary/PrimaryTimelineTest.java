package roundhouse.storage.primary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.golden.Golden;
import roundhouse.storage.checking.Check;
import roundhouse.storage.checking.Checker;
import roundhouse.storage.checking.HistoryVerdict;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.primary.PrimarySettings.Choice;
import roundhouse.storage.primary.PrimarySettings.Level;
import roundhouse.storage.replication.ReplicaNetwork;
import roundhouse.storage.replication.ReplicaNetwork.Operation;
import roundhouse.storage.replication.StoreResult;
import roundhouse.storage.searching.Budget;
import tools.jackson.databind.JsonNode;

/** What PostgreSQL 15 and Redis 7.0 were seen to do with their followers: what is lost, what waits, what is refused. */
class PrimaryTimelineTest {
    private static final long MILLIS = ReplicaNetwork.MILLIS;
    private static final long SECOND = 1_000 * MILLIS;

    private final List<PrimaryReplica> members = new ArrayList<>();
    private long values;

    private ReplicaNetwork network(PrimarySettings settings, long delayMillis) {
        members.clear();
        ReplicaNetwork network = new ReplicaNetwork(settings.members(), 7, (self, outbox) -> {
            PrimaryReplica member = new PrimaryReplica(self, 0, settings, outbox);
            members.add(member);
            return member;
        });
        network.delays(delayMillis * MILLIS, 0);
        network.runUntil(3 * SECOND);
        return network;
    }

    /** Writes one after the other until a time, each a millisecond after the last was acknowledged. */
    private void write(ReplicaNetwork network, List<Operation> writes, long until) {
        Operation last = network.ask("w", 0, true, 1, ++values, false);
        writes.add(last);
        while (network.now() < until) {
            network.runUntil(network.now() + MILLIS);
            if (last.isAnswered()) {
                last = network.ask("w", 0, true, 1, ++values, false);
                writes.add(last);
            }
        }
    }

    private static HistoryVerdict judged(OperationHistory history) {
        return new Checker(history, Budget.of(20_000_000)).check(Check.LINEARIZABLE, OptionalLong.empty());
    }

    /** Fact 23 and 30: lost is exactly what was acknowledged less than a one-way delay before the cut; a prefix of the log is left. */
    @ParameterizedTest
    @ValueSource(longs = {5, 10, 25, 40, 80})
    void asynchronousLosesWhatWasAcknowledgedWithinTheDelay(long delay) {
        ReplicaNetwork network = network(PrimarySettings.asynchronous(2), delay);
        List<Operation> writes = new ArrayList<>();
        write(network, writes, network.now() + 500 * MILLIS);
        long cut = network.now();
        network.isolate(0);
        network.crash(0);
        members.get(1).promote(2, network.now());
        Operation read = network.ask("r", 1, false, 1, 0, false);
        long kept = read.value;
        for (Operation write : writes) {
            boolean shouldBeKept = write.call + delay * MILLIS <= cut;
            assertThat(write.request.value() <= kept).isEqualTo(shouldBeKept);
        }
        assertThat(judged(network.history())).isInstanceOf(HistoryVerdict.Broken.class);
        for (JsonNode recorded : Golden.cases("storage/postgresql.json")) {
            JsonNode summary = recorded.get("summary");
            double oldest = summary.get("lost_oldest_ack_before_cut_ms").doubleValue();
            if (summary.get("mode").asString().equals("async")
                    && summary.get("one_way_delay_ms").intValue() == delay
                    && oldest > 0) {
                assertThat(oldest).as("recorded").isLessThan(delay + 5.0);
            }
        }
    }

    /** Fact 23 and 25: nothing acknowledged is lost, for two delays more a write. */
    @ParameterizedTest
    @CsvSource({
        "RECEIVED, 10, 0, 20",
        "RECEIVED, 25, 60, 50",
        "APPLIED, 10, 0, 20",
        "APPLIED, 10, 100, 110",
        "APPLIED, 25, 60, 85"
    })
    void synchronousLosesNothing(Level level, long delay, long applyDelay, long latency) {
        ReplicaNetwork network = network(
                PrimarySettings.synchronous(2, 1, Choice.ANY, level).withApplyDelay(applyDelay * MILLIS), delay);
        List<Operation> writes = new ArrayList<>();
        write(network, writes, network.now() + 700 * MILLIS);
        assertThat(writes.stream().filter(Operation::isOk).map(each -> each.returned - each.call))
                .isNotEmpty()
                .allMatch(took -> took == latency * MILLIS);
        network.isolate(0);
        network.crash(0);
        members.get(1).promote(2, network.now());
        Operation read = network.ask("r", 1, false, 1, 0, false);
        assertThat(writes.stream().filter(Operation::isOk).mapToLong(each -> each.request.value()))
                .allMatch(value -> value <= read.value);
        assertThat(judged(network.history())).isInstanceOf(HistoryVerdict.Holds.class);
    }

    /** Fact 27: the follower shows a write before the primary does. */
    @Test
    void remoteApplyIsLinearizableAtEitherMemberAndNotAtBoth() {
        ReplicaNetwork network = network(PrimarySettings.synchronous(2, 1, Choice.ANY, Level.APPLIED), 10);
        List<Operation> writes = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            int step = i;
            network.at(network.now() + i * 3L * MILLIS, () -> {
                network.ask("primary" + step, 0, false, 1, 0, false);
                network.ask("follower" + step, 1, false, 1, 0, true);
            });
        }
        write(network, writes, network.now() + SECOND);
        OperationHistory all = network.history();
        assertThat(judged(without(all, "follower"))).isInstanceOf(HistoryVerdict.Holds.class);
        assertThat(judged(without(all, "primary"))).isInstanceOf(HistoryVerdict.Holds.class);
        assertThat(judged(all)).isInstanceOf(HistoryVerdict.Broken.class);
    }

    private static OperationHistory without(OperationHistory all, String clients) {
        return all.part(IntStream.range(0, all.size())
                .filter(i -> !all.clientName(i).startsWith(clients))
                .toArray());
    }

    /** Fact 29: which of two synchronous standbys may be unreachable. */
    @Test
    void listsOfStandbysAreAsRecorded() {
        int compared = 0;
        JsonNode cases = Golden.read("storage/postgresql.json")
                .get("synchronous_standby_lists_and_waits")
                .get("cases");
        for (JsonNode recorded : cases) {
            String list = recorded.path("synchronous_standby_names").asString("");
            if (list.contains("(")) {
                Choice choice = list.startsWith("ANY") ? Choice.ANY : Choice.FIRST;
                int required = Character.digit(list.charAt(list.indexOf(' ') + 1), 10);
                int gone = recorded.get("unreachable").asString().equals("s1") ? 1 : 2;
                boolean isCut = recorded.get("how").asString().equals("cut");
                assertThat(isBlocked(choice, required, gone, isCut))
                        .as(recorded.toString())
                        .isEqualTo(recorded.get("write_blocked").booleanValue());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(3);
        assertThat(isBlocked(Choice.FIRST, 2, 2, true)).isTrue();
    }

    private boolean isBlocked(Choice choice, int required, int gone, boolean isCut) {
        ReplicaNetwork network = network(PrimarySettings.synchronous(3, required, choice, Level.RECEIVED), 1);
        network.isolate(gone);
        if (isCut) {
            members.get(0).disconnected(gone, network.now());
        }
        Operation write = network.ask("w", 0, true, 1, 5, false);
        network.runUntil(network.now() + 2 * SECOND);
        network.heal();
        boolean blocked = !write.isAnswered();
        network.runUntil(network.now() + 4 * SECOND);
        assertThat(write.isOk()).as("healed").isTrue();
        return blocked;
    }

    /** Fact 29: whatever ends the waiting but the follower itself, the write is local only, and lost after a failover. */
    @ParameterizedTest
    @ValueSource(strings = {"cancel", "terminate", "require", "heal"})
    void aWaitThatIsEndedByHandSavesNothing(String wayOut) {
        ReplicaNetwork network = network(PrimarySettings.synchronous(2, 1, Choice.ANY, Level.RECEIVED), 1);
        network.isolate(0);
        Operation write = network.ask("w", 0, true, 1, 2, false);
        network.runUntil(network.now() + SECOND);
        assertThat(network.ask("r", 0, false, 1, 0, false).value)
                .as("not visible yet")
                .isZero();
        assertThat(write.isAnswered()).isFalse();
        switch (wayOut) {
            case "cancel" -> members.get(0).release(write.request.id(), StoreResult.OK);
            case "terminate" -> members.get(0).release(write.request.id(), StoreResult.UNKNOWN);
            case "require" -> members.get(0).require(0, network.now());
            default -> {
                network.heal();
                network.runUntil(network.now() + 3 * SECOND);
            }
        }
        assertThat(write.isOk()).isEqualTo(!wayOut.equals("terminate"));
        assertThat(network.ask("r", 0, false, 1, 0, false).value)
                .as("at the primary")
                .isEqualTo(2);
        network.crash(0);
        members.get(1).promote(2, network.now());
        long left = network.ask("r", 1, false, 1, 0, false).value;
        assertThat(left).isEqualTo(wayOut.equals("heal") ? 2 : 0);
    }

    /** Fact 31: nothing whose WAIT returned is lost, and what others read before it is. */
    @Test
    void waitSavesWritesAndAllowsDirtyReads() {
        ReplicaNetwork network = network(PrimarySettings.waiting(2, 1, 500 * MILLIS), 10);
        List<Operation> writes = new ArrayList<>();
        write(network, writes, network.now() + 300 * MILLIS);
        assertThat(writes.stream().filter(Operation::isOk).map(each -> each.returned - each.call))
                .isNotEmpty()
                .allMatch(took -> took == 20 * MILLIS);
        network.runUntil(network.now() + 100 * MILLIS);
        network.isolate(0);
        Operation late = network.ask("w2", 0, true, 1, ++values, false);
        Operation dirty = network.ask("r", 0, false, 1, 0, false);
        assertThat(dirty.value).isEqualTo(late.request.value());
        network.runUntil(network.now() + SECOND);
        assertThat(late.result).isEqualTo(StoreResult.UNKNOWN);
        network.crash(0);
        members.get(1).promote(2, network.now());
        Operation read = network.ask("r", 1, false, 1, 0, false);
        assertThat(writes.stream().filter(Operation::isOk).mapToLong(each -> each.request.value()))
                .allMatch(value -> value <= read.value);
        assertThat(judged(network.history())).isInstanceOf(HistoryVerdict.Broken.class);
    }

    @Test
    void semiSynchronousFallsBackAndComesBack() {
        PrimarySettings settings = PrimarySettings.synchronous(2, 1, Choice.ANY, Level.RECEIVED)
                .withTimeout(SECOND, PrimarySettings.OnTimeout.FALL_BACK, false);
        ReplicaNetwork network = network(settings, 10);
        network.isolate(0);
        Operation first = network.ask("w", 0, true, 1, 1, false);
        network.runUntil(network.now() + 2 * SECOND);
        assertThat(first.returned - first.call).isEqualTo(SECOND);
        Operation second = network.ask("w", 0, true, 1, 2, false);
        assertThat(second.returned - second.call).as("at once").isZero();
        assertThat(members.get(0).hasFallenBack()).isTrue();
        network.heal();
        network.runUntil(network.now() + 4 * SECOND);
        assertThat(members.get(0).hasFallenBack()).isFalse();
        Operation third = network.ask("w", 0, true, 1, 3, false);
        network.runUntil(network.now() + SECOND);
        assertThat(third.returned - third.call).isEqualTo(20 * MILLIS);
    }

    /** Fact 32. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 5})
    void minReplicasRefusesAfterTheLagAndReadsGoOn(long maxLag) {
        PrimarySettings settings = PrimarySettings.asynchronous(2).withMinFollowers(1, maxLag * SECOND);
        ReplicaNetwork network = network(settings, 10);
        network.runUntil(network.now() + 370 * MILLIS);
        long stalled = network.now();
        network.isolate(0);
        long refused = 0;
        while (refused == 0 && network.now() < stalled + 20 * SECOND) {
            network.runUntil(network.now() + 20 * MILLIS);
            Operation write = network.ask("w", 0, true, 1, ++values, false);
            assertThat(network.ask("r", 0, false, 1, 0, false).isOk()).isTrue();
            refused = write.result == StoreResult.REFUSED ? network.now() - stalled : 0;
        }
        assertThat(refused).isBetween((maxLag - 1) * SECOND, (maxLag + 2) * SECOND);
        network.heal();
        network.runUntil(network.now() + 2_100 * MILLIS);
        assertThat(network.ask("w", 0, true, 1, ++values, false).isOk()).isTrue();
    }

    /** A follower that was away longer than the backlog gets all data. */
    @Test
    void whoWasAwayCatchesUp() {
        for (int writes : new int[] {50, 30_000}) {
            ReplicaNetwork network = network(PrimarySettings.asynchronous(2), 1);
            network.crash(1);
            for (int i = 1; i <= writes; i++) {
                network.ask("w", 0, true, i % 100, i, false);
            }
            network.runUntil(network.now() + SECOND);
            network.start(1);
            network.runUntil(network.now() + 12 * SECOND);
            assertThat(members.get(1).lastIndex()).isEqualTo(members.get(0).lastIndex());
            for (int key = 0; key < 100; key++) {
                assertThat(members.get(1).value(key)).isEqualTo(members.get(0).value(key));
            }
        }
    }
}
