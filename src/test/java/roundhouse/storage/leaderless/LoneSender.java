package roundhouse.storage.leaderless;

import java.util.ArrayList;
import java.util.List;
import roundhouse.storage.replication.Letters;
import roundhouse.storage.replication.StoreRequest;

/** One member of a store in which keys change hands: they are at members 0 and 1, and are to be at members 1 and 2. */
abstract class LoneSender {
    static final long SECOND = 1_000_000_000;

    /** By number: the first N of so many members from one on. */
    static PreferenceList from(int first) {
        return new PreferenceList() {
            @Override
            public void of(long key, int[] into) {
                for (int i = 0; i < into.length; i++) {
                    into[i] = i < 2 ? first + i : NOBODY;
                }
            }

            @Override
            public boolean has(int member) {
                return member >= first && member < first + 2;
            }
        };
    }

    final Letters out = new Letters();
    long now;

    LeaderlessReplica member(int self, StreamPace pace) {
        LeaderlessSettings settings = LeaderlessSettings.of(4, 2, 1, 1);
        LeaderlessReplica member = new LeaderlessReplica(self, settings, from(0), pace, out);
        member.start(0);
        out.sent();
        return member;
    }

    void has(LeaderlessReplica member, long key, long value) {
        Content content = new LastWrite(value, 5, false);
        member.receive(1, new LeaderlessMessage.Put(0, key, content, PreferenceList.NOBODY, false), now);
        out.sent();
    }

    void says(LeaderlessReplica member, int from, int known, int sent, int reading) {
        member.receive(from, new LeaderlessMessage.Gossip(known, sent, reading), now);
    }

    LeaderlessMessage.Gossip gossips(LeaderlessReplica member) {
        now += SECOND;
        member.timer(LeaderlessTimer.GOSSIP, now);
        return (LeaderlessMessage.Gossip) out.sentTo(3).getLast();
    }

    /** The keys of what is streamed, as {@code 1 to 2: 5 6}. */
    List<String> streamed() {
        List<String> streamed = new ArrayList<>();
        for (Letters.Letter letter : out.sent()) {
            if (letter.message() instanceof LeaderlessMessage.Stream stream) {
                StringBuilder told = new StringBuilder()
                        .append(stream.batch())
                        .append(" to ")
                        .append(letter.to())
                        .append(':');
                for (long key : stream.keys()) {
                    told.append(' ').append(key);
                }
                streamed.add(told.toString());
            }
        }
        return streamed;
    }

    static LeaderlessMessage.Gossip gossip(int known, int sent, int reading) {
        return new LeaderlessMessage.Gossip(known, sent, reading);
    }

    /** Of member 0, which has sent key 5 to member 2. */
    LeaderlessReplica handedOver() {
        LeaderlessReplica member = member(0, StreamPace.UNLIMITED);
        has(member, 5, 50);
        member.change(1, from(1), now);
        gossips(member);
        says(member, 1, 1, 0, 0);
        says(member, 2, 1, 0, 0);
        member.receive(2, new LeaderlessMessage.StreamAck(1), now);
        gossips(member);
        out.sent();
        return member;
    }

    /** The members that a read of key 5 goes to, or 0 where that is this one. */
    List<Integer> reads(LeaderlessReplica member) {
        out.replies();
        out.sent();
        member.request(StoreRequest.read(99, 5), now);
        return out.replies().isEmpty()
                ? out.sent().stream().map(Letters.Letter::to).toList()
                : List.of(0);
    }

    static List<String> moves(int[] had, int[] have, int gone) {
        List<String> moves = new ArrayList<>();
        KeyMoves.between(had, have, member -> member != gone, (from, to) -> moves.add(from + " to " + to));
        return moves;
    }
}
