package roundhouse.storage.leaderless;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Keys that change hands because a member joins or leaves. First all writes go to those that have a key and to those that are to have it; when
 * everybody writes so, who gives a key up, or who has it, sends it to who lacks it; reads go where they went. When all is sent they go to the new ones, and
 * when everybody reads there the old ones drop it. So at every moment what is read overlaps with what is written as it always does. Where it
 * stands members say with their gossip; one that is down delays it.
 */
final class Handover {
    private static final int MOST_KEYS = 256;

    private final LeaderlessState state;
    private final StreamPace pace;
    /** Of each member the last change that all it coordinates goes by, that it has sent all of, and that it reads by. */
    private final int[] known;

    private final int[] sent;
    private final int[] reading;
    /** Of each receiver the keys that it must be sent, those that are on their way first. */
    private final Map<Integer, TreeSet<Long>> queues = new TreeMap<>();

    private final BitSet gone = new BitSet();
    private int number;
    private @Nullable PreferenceList after;
    /** Whether all write to those that are to have a key, so that what is sent once is enough. */
    private boolean isSending;

    private boolean isReadingAfter;
    private int batch;
    private long keysSent;
    private long bytesSent;

    /** What is on its way to a receiver. */
    private final Map<Integer, LeaderlessMessage.Stream> underWay = new TreeMap<>();
    /** To whom it sends a batch just now, which is under way when its last byte is; {@link PreferenceList#NOBODY} for to nobody. */
    private int sendingTo = PreferenceList.NOBODY;

    private long[] sending = {};

    Handover(LeaderlessState state, StreamPace pace) {
        this.state = state;
        this.pace = pace;
        int members = state.settings.members();
        known = new int[members];
        sent = new int[members];
        reading = new int[members];
    }

    boolean isGoingOn() {
        return after != null;
    }

    /** Whether all has been sent, so that it reads where keys are to be. */
    boolean isReadingAfter() {
        return isReadingAfter;
    }

    /** After a crash: what it was sending it sends again. */
    void start() {
        if (sendingTo != PreferenceList.NOBODY) {
            queue(sendingTo, sending);
            sendingTo = PreferenceList.NOBODY;
        }
    }

    long keysSent() {
        return keysSent;
    }

    long bytesSent() {
        return bytesSent;
    }

    void begin(int newNumber, PreferenceList newAfter) {
        if (after != null) {
            throw new IllegalStateException("change " + number + " is still going on");
        }
        number = newNumber;
        after = newAfter;
        isSending = false;
        isReadingAfter = false;
        state.view++;
        state.alsoWritten = newAfter;
    }

    /** What this member has under a key is another, so whoever it sends the key to needs it again. */
    void changed(long key) {
        if (after == null || !isSending || isReadingAfter) {
            return;
        }
        KeyMoves.between(state.home(key), state.first(after, key), this::isThere, (source, receiver) -> {
            if (source == state.self) {
                queue(receiver, key);
            }
        });
    }

    private boolean isThere(int member) {
        return !gone.get(member);
    }

    /** A member never comes back: nobody waits for it, and what it had to send others do. */
    void gone(int member) {
        gone.set(member);
        queues.remove(member);
        underWay.remove(member);
        sendingTo = sendingTo == member ? PreferenceList.NOBODY : sendingTo;
        if (after != null) {
            for (long key : state.contents.keys()) {
                changed(key);
            }
        }
    }

    private void queue(int receiver, long... keys) {
        if (gone.get(receiver)) {
            return;
        }
        TreeSet<Long> queue = queues.computeIfAbsent(receiver, _ -> new TreeSet<>());
        for (long key : keys) {
            queue.add(key);
        }
    }

    /**
     * Once a period: what got no answer is sent again, and the others are told where it stands.
     *
     * @param oldestView of what this member coordinates
     */
    LeaderlessMessage.Gossip tick(int oldestView) {
        underWay.forEach(state.outbox::send);
        sendNext();
        boolean isOfNow = oldestView == state.view;
        if (after == null || isOfNow || isReadingAfter) {
            known[state.self] = number;
        }
        if (after == null || (isReadingAfter && isOfNow)) {
            reading[state.self] = number;
        }
        advance();
        return new LeaderlessMessage.Gossip(known[state.self], sent[state.self], reading[state.self]);
    }

    /** Begins to send to whoever lacks something and waits for nothing. */
    private void sendNext() {
        queues.forEach((receiver, queue) -> {
            if (sendingTo == PreferenceList.NOBODY && !queue.isEmpty() && !underWay.containsKey(receiver)) {
                send(receiver, queue);
            }
        });
    }

    private void send(int receiver, NavigableSet<Long> queue) {
        List<Long> keys = new ArrayList<>();
        long bytes = 0;
        while (!queue.isEmpty() && keys.size() < MOST_KEYS && (keys.isEmpty() || bytes < pace.batchBytes())) {
            long key = Objects.requireNonNull(queue.pollFirst());
            keys.add(key);
            bytes += LeaderlessMessage.Stream.bytes(state.contents.get(key), pace.valueBytes());
        }
        sendingTo = receiver;
        sending = keys.stream().mapToLong(Long::longValue).toArray();
        if (pace.isLimited()) {
            state.outbox.setTimer(LeaderlessTimer.STREAM, state.nowNanos + pace.nanos(bytes));
        } else {
            through();
        }
    }

    /** The last byte of what it was sending is under way, as it is by now; the next begins. */
    void sent() {
        if (sendingTo != PreferenceList.NOBODY) {
            through();
            sendNext();
        }
    }

    private void through() {
        LeaderlessMessage.Stream stream = new LeaderlessMessage.Stream(
                ++batch,
                sending,
                Arrays.stream(sending).mapToObj(state.contents::get).toList(),
                pace.valueBytes());
        underWay.put(sendingTo, stream);
        keysSent += sending.length;
        bytesSent += stream.bytes();
        state.outbox.send(sendingTo, stream);
        sendingTo = PreferenceList.NOBODY;
    }

    void acknowledged(int receiver, int itsBatch) {
        LeaderlessMessage.Stream stream = underWay.get(receiver);
        if (stream != null && stream.batch() == itsBatch) {
            underWay.remove(receiver);
            sendNext();
        }
    }

    void heard(int from, LeaderlessMessage.Gossip gossip) {
        known[from] = Math.max(known[from], gossip.known());
        sent[from] = Math.max(sent[from], gossip.sent());
        reading[from] = Math.max(reading[from], gossip.reading());
        advance();
    }

    private void advance() {
        PreferenceList next = after;
        if (next == null) {
            sent[state.self] = number;
            return;
        }
        if (!isSending && all(next, member -> known[member] >= number)) {
            isSending = true;
            for (long key : state.contents.keys()) {
                changed(key);
            }
            sendNext();
        }
        boolean hasSentAll = sendingTo == PreferenceList.NOBODY
                && underWay.isEmpty()
                && queues.values().stream().allMatch(TreeSet::isEmpty);
        if (isSending && hasSentAll) {
            sent[state.self] = number;
        }
        if (!isReadingAfter && all(next, member -> sent[member] >= number)) {
            isReadingAfter = true;
            state.view++;
            state.alsoWritten = state.preferences;
            state.preferences = next;
        }
        if (isReadingAfter && all(next, member -> reading[member] >= number)) {
            state.alsoWritten = null;
            after = null;
            queues.clear();
            sendingTo = PreferenceList.NOBODY;
            dropOthers();
        }
    }

    /** Whether something is so of all that have anything, before or after. */
    private boolean all(PreferenceList next, IntPredicate isSo) {
        PreferenceList also = state.alsoWritten == null ? next : state.alsoWritten;
        for (int member = 0; member < known.length; member++) {
            boolean takesPart = next.has(member) || state.preferences.has(member) || also.has(member);
            if (takesPart && isThere(member) && !isSo.test(member)) {
                return false;
            }
        }
        return true;
    }

    private void dropOthers() {
        for (long key : state.contents.keys()) {
            if (!state.isHome(state.self, key)) {
                state.contents.drop(key);
            }
        }
    }
}
