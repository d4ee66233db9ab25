package roundhouse.storage.leaderless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Target;
import roundhouse.hashing.buckets.Rendezvous;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.measures.Transfer;
import roundhouse.hashing.rings.Ring;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.Outbox;
import roundhouse.storage.replication.ReplicaNetwork;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;
import roundhouse.storage.shards.ShardMap;

/** A member joins or leaves: exactly what the ring says is sent, from whom to whom, and afterwards each key is where it belongs. */
class HandoverTest {
    private static final long MILLIS = ReplicaNetwork.MILLIS;
    private static final long SECOND = 1_000 * MILLIS;
    private static final int KEYS = 600;
    private static final List<String> NAMES = List.of("s0", "s1", "s2", "s3", "s4");

    private final List<LeaderlessReplica> members = new ArrayList<>();
    private final Set<String> streamed = new TreeSet<>();

    private ReplicaNetwork network(Placement placement, int copies) {
        LeaderlessSettings settings = LeaderlessSettings.of(NAMES.size(), copies, 1, copies);
        ReplicaNetwork network = new ReplicaNetwork(NAMES.size(), 5, (self, outbox) -> {
            LeaderlessReplica member =
                    new LeaderlessReplica(self, settings, new ShardMap(placement, NAMES), new Watched(self, outbox));
            members.add(member);
            return member;
        });
        network.delays(5 * MILLIS, 0);
        for (int key = 0; key < KEYS; key++) {
            network.ask("w" + key, key % 3, StoreRequest.write(0, key, key + 1));
        }
        network.runUntil(3 * SECOND);
        return network;
    }

    private final class Watched implements Outbox {
        private final int self;
        private final Outbox outbox;

        private Watched(int self, Outbox outbox) {
            this.self = self;
            this.outbox = outbox;
        }

        @Override
        public void send(int to, Message message) {
            if (message instanceof LeaderlessMessage.Stream stream) {
                for (long key : stream.keys()) {
                    streamed.add(key + ": " + NAMES.get(self) + " to " + NAMES.get(to));
                }
            }
            outbox.send(to, message);
        }

        @Override
        public void reply(long request, StoreResult result, long value) {
            outbox.reply(request, result, value);
        }

        @Override
        public void setTimer(int timer, long atNanos) {
            outbox.setTimer(timer, atNanos);
        }
    }

    private void change(ReplicaNetwork network, int number, Placement after) {
        ShardMap map = new ShardMap(after, NAMES);
        members.forEach(member -> member.change(number, map, network.now()));
        assertThat(members).allMatch(LeaderlessReplica::isMoving);
        network.runUntil(network.now() + 10 * SECOND);
        assertThat(members).noneMatch(LeaderlessReplica::isMoving);
    }

    private static Ring ring(int servers) {
        List<Target> targets = IntStream.range(0, servers)
                .mapToObj(i -> Target.of(NAMES.get(i)))
                .toList();
        return new Ring(targets, HashFunction.XXH3, 8);
    }

    private static Set<String> listed(List<Transfer> transfers, Ring ring) {
        Set<String> listed = new TreeSet<>();
        for (long key = 0; key < KEYS; key++) {
            long hash = ring.hash(Long.toString(key));
            for (Transfer each : transfers) {
                long length = each.upTo() - each.after();
                long behind = hash - each.after();
                boolean isIn = behind != 0 && Long.compareUnsigned(behind, length) <= 0;
                if (isIn) {
                    listed.add(key + ": " + each.source() + " to " + each.receiver());
                }
            }
        }
        return listed;
    }

    private void eachKeyIsWhereItBelongs(Placement placement, int copies) {
        ShardMap map = new ShardMap(placement, NAMES);
        int[] list = new int[NAMES.size()];
        for (long key = 0; key < KEYS; key++) {
            map.of(key, list);
            for (int i = 0; i < list.length && list[i] != PreferenceList.NOBODY; i++) {
                assertThat(members.get(list[i]).value(key)).isEqualTo(i < copies ? key + 1 : 0);
            }
        }
        assertThat(members.stream().mapToLong(member -> member.keys().length).sum())
                .isEqualTo((long) copies * KEYS);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void whatTheRingListsIsStreamedWhenAMemberJoinsAndWhenItLeaves(int copies) {
        Ring before = ring(4);
        Ring after = before.with(Target.of("s4"));
        ReplicaNetwork network = network(before, copies);
        eachKeyIsWhereItBelongs(before, copies);

        change(network, 1, after);
        assertThat(streamed)
                .isNotEmpty()
                .isEqualTo(listed(Transfer.between(before, after, copies), before))
                .allMatch(each -> each.endsWith("to s4"));
        assertThat(members.stream().mapToLong(LeaderlessReplica::keysStreamed).sum())
                .isEqualTo(streamed.size());
        assertThat(members.stream().mapToLong(LeaderlessReplica::bytesStreamed).sum())
                .isGreaterThanOrEqualTo(32L * streamed.size());
        eachKeyIsWhereItBelongs(after, copies);

        streamed.clear();
        Ring without = after.without(1);
        change(network, 2, without);
        assertThat(streamed)
                .isNotEmpty()
                .isEqualTo(listed(Transfer.handingOver(after, without, copies), after))
                .as("it gives what it had")
                .allMatch(each -> each.contains(": s1 to "));
        eachKeyIsWhereItBelongs(without, copies);
        assertThat(members.get(1).keys()).isEmpty();
    }

    /** Without a ring there are no ranges; what must move moves all the same. */
    @Test
    void anyPlacementWillDo() {
        Rendezvous before = new Rendezvous(ring(4).targets(), HashFunction.XXH3);
        Placement after = before.with(Target.of("s4"));
        ReplicaNetwork network = network(before, 2);
        change(network, 1, after);
        eachKeyIsWhereItBelongs(after, 2);
        assertThat(streamed.size()).isBetween(KEYS * 2 / 5 - 60, KEYS * 2 / 5 + 60);
    }

    /** Who is down delays a change; the data stays where it is read until then. */
    @Test
    void nothingIsLostWhileAMemberIsDown() {
        Ring before = ring(4);
        ReplicaNetwork network = network(before, 2);
        network.crash(2);
        ShardMap map = new ShardMap(before.with(Target.of("s4")), NAMES);
        members.forEach(member -> member.change(1, map, network.now()));
        network.runUntil(network.now() + 20 * SECOND);
        assertThat(members).allMatch(LeaderlessReplica::isMoving);
        assertThatThrownBy(() -> members.getFirst().change(2, map, network.now()))
                .hasMessage("change 1 is still going on");
        network.start(2);
        network.runUntil(network.now() + 10 * SECOND);
        assertThat(members).noneMatch(LeaderlessReplica::isMoving);
        eachKeyIsWhereItBelongs(before.with(Target.of("s4")), 2);
    }
}
