package roundhouse.storage.consensus;

import java.util.Arrays;
import roundhouse.storage.replication.StoreResult;

/** The reads that this member was asked and that wait, first for the leader's word how far it must have applied, then for that. */
final class WaitingReads {
    private static final long NOT_KNOWN = -1;
    /** What was not told within so many election timeouts got lost. */
    private static final int PATIENCE = 5;

    private final RaftState state;
    private long[] requests = new long[16];
    private long[] keys = new long[16];
    private long[] indexes = new long[16];
    private long[] since = new long[16];
    private boolean[] wantSeen = new boolean[16];
    private int count;
    private long ticks;

    WaitingReads(RaftState state) {
        this.state = state;
    }

    void add(long request, long key, boolean wantsSeen) {
        if (count == requests.length) {
            requests = Arrays.copyOf(requests, count * 2);
            keys = Arrays.copyOf(keys, count * 2);
            indexes = Arrays.copyOf(indexes, count * 2);
            since = Arrays.copyOf(since, count * 2);
            wantSeen = Arrays.copyOf(wantSeen, count * 2);
        }
        requests[count] = request;
        keys[count] = key;
        indexes[count] = NOT_KNOWN;
        wantSeen[count] = wantsSeen;
        since[count++] = ticks;
    }

    /** The leader's word. Returns whether it was about one of these. */
    boolean told(long request, long index) {
        for (int i = 0; i < count; i++) {
            if (requests[i] == request) {
                if (index < 0) {
                    refuse(i);
                } else {
                    indexes[i] = index;
                    answerIfReady(i);
                }
                return true;
            }
        }
        return false;
    }

    /** More was applied. */
    void applied() {
        for (int i = count - 1; i >= 0; i--) {
            answerIfReady(i);
        }
    }

    private void answerIfReady(int place) {
        if (indexes[place] != NOT_KNOWN && indexes[place] <= state.applied) {
            state.reply(requests[place], StoreResult.OK, state.values.get(keys[place], 0), state.seen(wantSeen[place]));
            remove(place);
        }
    }

    private void refuse(int place) {
        state.outbox.reply(requests[place], StoreResult.REFUSED, 0);
        remove(place);
    }

    void tick() {
        ticks++;
        long oldest = ticks - (long) PATIENCE * state.settings.electionTicks();
        for (int i = count - 1; i >= 0; i--) {
            if (since[i] < oldest) {
                refuse(i);
            }
        }
    }

    void forget() {
        count = 0;
    }

    private void remove(int place) {
        int moved = count - place - 1;
        System.arraycopy(requests, place + 1, requests, place, moved);
        System.arraycopy(keys, place + 1, keys, place, moved);
        System.arraycopy(indexes, place + 1, indexes, place, moved);
        System.arraycopy(since, place + 1, since, place, moved);
        System.arraycopy(wantSeen, place + 1, wantSeen, place, moved);
        count--;
    }
}
