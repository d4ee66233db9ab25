package roundhouse.storage.consensus;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import roundhouse.storage.replication.Letters;
import roundhouse.storage.replication.LogEntries;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.StoreRequest;

/** Member 0 of a Raft store, whose others are played by a test. It always waits for the shortest time before it wants to be elected. */
final class LoneMember {
    /** As long as etcd's. */
    static final long TICK = 100_000_000;

    static final int ELECTION = 10;

    final Letters out = new Letters();
    final RaftReplica member;
    long now;

    LoneMember(RaftSettings settings) {
        member = new RaftReplica(0, settings, out, () -> 0L);
        member.start(0);
    }

    /** Without pre-vote, with check-quorum. */
    static LoneMember of(int members) {
        return new LoneMember(RaftSettings.etcd(members, false));
    }

    /** The leader of three in term 1, whose empty entry 1 is committed at member 1. */
    static LoneMember leader() {
        return leader(RaftSettings.etcd(3, false));
    }

    static LoneMember leader(RaftSettings settings) {
        LoneMember lone = new LoneMember(settings);
        lone.elect();
        lone.agrees(1, 1);
        lone.out.sent();
        lone.out.held();
        return lone;
    }

    /** It wants to be elected and has the vote of a majority. */
    void elect() {
        ticks(ELECTION);
        int term = member.term();
        for (int i = 1; i <= 2; i++) {
            hears(i, new RaftMessage.VoteReply(term, true, false));
        }
    }

    void ticks(int count) {
        for (int i = 0; i < count; i++) {
            now += TICK;
            member.timer(0, now);
        }
    }

    void hears(int from, RaftMessage message) {
        member.receive(from, message, now);
    }

    /** What it says to a member because of a message of that. */
    List<Message> answer(int from, RaftMessage message) {
        out.sent();
        hears(from, message);
        return out.sentTo(from);
    }

    /** A member has its log up to an entry. */
    void agrees(int from, long index) {
        hears(from, new RaftMessage.AppendReply(member.term(), index, false, 0));
    }

    /** A leader of a term is there. */
    void hearsLeader(int from, int term) {
        hears(from, new RaftMessage.Heartbeat(term, 0, 0, 0, 0));
    }

    void asked(StoreRequest request) {
        member.request(request, now);
    }

    void writes(long id, long key, long value) {
        asked(StoreRequest.write(id, key, value));
    }

    /** Entries of one term whose keys are 7 and whose values are counted up from one on. */
    static LogEntries entries(int term, long first, int count) {
        int[] terms = new int[count];
        long[] keys = new long[count];
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            terms[i] = term;
            keys[i] = 7;
            values[i] = first + i;
        }
        return new LogEntries(terms, keys, values);
    }

    /** The entries that a member was sent, as {@code after 1: 42 43, committed 1}. */
    List<String> appended(int member) {
        return out.sentTo(member).stream()
                .filter(RaftMessage.Append.class::isInstance)
                .map(RaftMessage.Append.class::cast)
                .map(append -> "after " + append.previousIndex() + ":"
                        + Arrays.stream(append.entries().values())
                                .mapToObj(value -> " " + value)
                                .collect(Collectors.joining())
                        + ", committed " + append.commit())
                .toList();
    }
}
