package roundhouse.storage.consensus;

import java.util.Arrays;
import roundhouse.storage.replication.LogPosition;
import roundhouse.storage.replication.Seen;
import roundhouse.storage.replication.StoreResult;

/** The writes that a leader has in its log and not yet answered, in the order of the log. */
final class Proposals {
    private final RaftState state;
    private long[] indexes = new long[64];
    private long[] requests = new long[64];
    private int[] origins = new int[64];
    private boolean[] wantSeen = new boolean[64];
    private int head;
    private int tail;

    Proposals(RaftState state) {
        this.state = state;
    }

    /**
     * @param origin the member that was asked
     * @param wantsSeen whether its client is to be told the place in the log
     */
    void add(long index, long request, int origin, boolean wantsSeen) {
        if (tail == indexes.length) {
            makeRoom();
        }
        indexes[tail] = index;
        requests[tail] = request;
        wantSeen[tail] = wantsSeen;
        origins[tail++] = origin;
    }

    private void makeRoom() {
        int size = tail - head;
        int length = size > indexes.length / 2 ? indexes.length * 2 : indexes.length;
        indexes = Arrays.copyOf(Arrays.copyOfRange(indexes, head, tail), length);
        requests = Arrays.copyOf(Arrays.copyOfRange(requests, head, tail), length);
        origins = Arrays.copyOf(Arrays.copyOfRange(origins, head, tail), length);
        wantSeen = Arrays.copyOf(Arrays.copyOfRange(wantSeen, head, tail), length);
        head = 0;
        tail = size;
    }

    /** An entry was applied. */
    void applied(long index, long value) {
        if (head < tail && indexes[head] == index) {
            answer(head++, StoreResult.OK, value);
        }
    }

    /** This member leads no more: what was not committed yet may be, or not. */
    void giveUp() {
        while (head < tail) {
            answer(head++, StoreResult.UNKNOWN, 0);
        }
    }

    /** The memory of it is lost. */
    void forget() {
        head = 0;
        tail = 0;
    }

    private void answer(int place, StoreResult result, long value) {
        Seen seen = Seen.Nothing.UNASKED;
        if (wantSeen[place]) {
            boolean isDone = result == StoreResult.OK;
            seen = isDone ? new LogPosition(state.log.term(indexes[place]), indexes[place]) : Seen.Nothing.YET;
        }
        if (origins[place] == state.self) {
            state.reply(requests[place], result, value, seen);
        } else {
            state.outbox.send(origins[place], new RaftMessage.ProposeReply(0, requests[place], result, value, seen));
        }
    }
}
