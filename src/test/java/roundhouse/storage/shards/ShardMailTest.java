package roundhouse.storage.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.storage.replication.Found;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.Outbox;
import roundhouse.storage.replication.Replica;
import roundhouse.storage.replication.ReplicaCounts;
import roundhouse.storage.replication.Seen;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;

/**
 * What a member passes on between its machines and the others: member 1 of three, with the shards 0 (of 1 and 2) and 2 (of 0 and 1), and
 * nothing of shard 1 (of 2 and 0). The shard of a key is its rest by 3.
 */
class ShardMailTest {
    private static final long NOW = 77;
    private static final ReplicaSets SETS =
            new ReplicaSets(List.of(new int[] {1, 2}, new int[] {2, 0}, new int[] {0, 1}), key -> (int) key % 3);

    private final List<String> out = new ArrayList<>();
    private final List<Message> sent = new ArrayList<>();
    private final List<Machine> machines = new ArrayList<>();
    private ShardedReplica member;

    /** What it is told, and an outbox to do something with. */
    private final class Machine implements Replica {
        private final int place;
        private final Outbox outbox;
        private final List<String> told = new ArrayList<>();
        private long asked;

        private Machine(int place, Outbox outbox) {
            this.place = place;
            this.outbox = outbox;
        }

        @Override
        public int leader() {
            return place;
        }

        @Override
        public int term() {
            return 5;
        }

        @Override
        public long position() {
            return 10 + place;
        }

        @Override
        public ReplicaCounts counts() {
            return new ReplicaCounts(1, 2, 3, 4, 5, 6, 7);
        }

        @Override
        public void start(long nowNanos) {
            told.add("start " + nowNanos);
        }

        @Override
        public void receive(int from, Message message, long nowNanos) {
            told.add("from " + from + " " + message + " " + nowNanos);
        }

        @Override
        public void timer(int timer, long nowNanos) {
            told.add("timer " + timer + " " + nowNanos);
        }

        @Override
        public void request(StoreRequest request, long nowNanos) {
            told.add("key " + request.key() + " " + nowNanos);
            asked = request.id();
        }
    }

    private final class Wire implements Outbox {
        @Override
        public void send(int to, Message message) {
            out.add("to " + to);
            sent.add(message);
        }

        @Override
        public void reply(long request, StoreResult result, long value) {
            out.add(request + " " + result + " " + value);
        }

        @Override
        public void reply(long request, StoreResult result, Found found) {
            out.add(request + " " + result + " found " + found.value());
        }

        @Override
        public void holds(long key, long value) {
            out.add("holds " + key + " " + value);
        }

        @Override
        public void drops(long key, long value, long instead) {
            out.add("drops " + key + " " + value + " " + instead);
        }

        @Override
        public void setTimer(int timer, long atNanos) {
            out.add("timer " + timer + " " + atNanos);
        }
    }

    private record Word(String text) implements Message {
        @Override
        public Work work() {
            return Work.WRITE;
        }

        @Override
        public int bytes() {
            return 100;
        }
    }

    @BeforeEach
    void make() {
        member = new ShardedReplica(
                1,
                SETS,
                (shard, place, outbox) -> {
                    machines.add(new Machine(place, outbox));
                    return machines.getLast();
                },
                new Wire());
    }

    @Test
    void hasAMachineForEachShardInWhichItHasAPlace() {
        assertThat(machines.stream().map(machine -> machine.place)).containsExactly(0, 1);
        assertThat(SETS.place(1, 1)).isEqualTo(-1);
        assertThat(SETS.place(1, 2)).isZero();
        assertThat(member.leader()).isEqualTo(Replica.NOBODY);
        assertThat(member.term()).isZero();
        assertThat(member.position()).isEqualTo(21);
        assertThat(member.counts()).isEqualTo(new ReplicaCounts(2, 4, 6, 8, 10, 12, 14));
        member.start(NOW);
        assertThat(machines).allMatch(machine -> machine.told.equals(List.of("start 77")));
    }

    @Test
    void whatMachinesSayGoesToTheMachinesOfTheSameShard() {
        machines.get(1).outbox.send(0, new Word("hello"));
        assertThat(out).containsExactly("to 0");
        assertThat(sent.getFirst().work()).isEqualTo(Message.Work.WRITE);
        // The shard's number besides.
        assertThat(sent.getFirst().bytes()).isEqualTo(108);
        member.receive(0, new ShardMessage.Within(2, new Word("answer")), NOW);
        member.receive(2, new ShardMessage.Within(0, new Word("else")), NOW);
        assertThat(machines.get(1).told).containsExactly("from 0 Word[text=answer] 77");
        assertThat(machines.get(0).told).containsExactly("from 1 Word[text=else] 77");
        assertThatThrownBy(() -> member.receive(2, new ShardMessage.Within(1, new Word("lost")), NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void timersOfMachinesDoNotMeet() {
        machines.get(0).outbox.setTimer(3, 500);
        machines.get(1).outbox.setTimer(3, 600);
        assertThat(out).doesNotHaveDuplicates().allMatch(each -> each.startsWith("timer "));
        for (String each : out) {
            member.timer(Integer.parseInt(each.split(" ")[1]), NOW);
        }
        assertThat(machines).allMatch(machine -> machine.told.equals(List.of("timer 3 77")));
    }

    @Test
    void aMachineAnswersWhatWasAskedHere() {
        member.request(StoreRequest.write(4, 6, 9), NOW);
        assertThat(machines.getFirst().told).containsExactly("key 6 77");
        machines.getFirst().outbox.holds(6, 9);
        machines.getFirst().outbox.drops(6, 8, 9);
        machines.getFirst().outbox.reply(4, StoreResult.OK, 9);
        machines.getFirst().outbox.reply(5, StoreResult.OK, Found.of(8, Seen.Nothing.YET));
        assertThat(out).containsExactly("holds 6 9", "drops 6 8 9", "4 OK 9", "5 OK found 8");
    }

    @Test
    void whatIsAskedOfAnotherShardIsHandedToItsMembersInTurn() {
        member.request(StoreRequest.write(4, 7, 9), NOW);
        member.request(StoreRequest.read(5, 7), NOW);
        assertThat(out).containsExactly("to 2", "to 0");
        assertThat(sent.stream().map(Message::work)).containsExactly(Message.Work.WRITE, Message.Work.READ);
        assertThat(sent.getFirst()).isEqualTo(new ShardMessage.Handed(1, StoreRequest.write(4, 7, 9)));
        member.receive(2, new ShardMessage.Answered(4, StoreResult.OK, Found.of(9, Seen.Nothing.UNASKED)), NOW);
        member.receive(0, new ShardMessage.Answered(5, StoreResult.OK, Found.of(9, Seen.Nothing.YET)), NOW);
        assertThat(out.subList(2, 4)).containsExactly("4 OK 9", "5 OK found 9");
    }

    @Test
    void whoWasHandedARequestAnswersToWhomItCameFrom() {
        member.receive(2, new ShardMessage.Handed(0, StoreRequest.read(4, 6)), NOW);
        Machine machine = machines.getFirst();
        long first = machine.asked;
        member.receive(0, new ShardMessage.Handed(0, StoreRequest.read(4, 3)), NOW);
        assertThat(machine.asked).isNegative().isNotEqualTo(first);
        machine.outbox.reply(machine.asked, StoreResult.OK, 8);
        machine.outbox.reply(first, StoreResult.REFUSED, Found.NONE);
        assertThat(out).containsExactly("to 0", "to 2");
        assertThat(((ShardMessage.Answered) sent.getFirst()).request()).isEqualTo(4);
        assertThat(((ShardMessage.Answered) sent.getFirst()).found().value()).isEqualTo(8);
        assertThat(sent.getLast()).isEqualTo(new ShardMessage.Answered(4, StoreResult.REFUSED, Found.NONE));
    }

    @Test
    void aCrashForgetsWhatWasHandedToIt() {
        member.receive(2, new ShardMessage.Handed(0, StoreRequest.read(4, 6)), NOW);
        member.start(NOW);
        machines.getFirst().outbox.reply(machines.getFirst().asked, StoreResult.OK, 8);
        assertThat(sent).isEmpty();
    }
}
