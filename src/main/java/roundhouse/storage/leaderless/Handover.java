package roundhouse.storage.leaderless;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Keys that change hands because a member joins or leaves. First all writes go to those that have a key and to those that are to have it,
 * while who gives it up, or who has it, sends it to who lacks it; reads go where they went. When all is sent they go to the new ones, and
 * when everybody reads there the old ones drop it. So at every moment what is read overlaps with what is written as it always does. Where it
 * stands members say with their gossip; one that is down delays it.
 */
final class Handover {
    private static final int MOST_KEYS = 256;

    private final LeaderlessState state;
    /** Of each member the last change that all it coordinates goes by, that it has sent all of, and that it reads by. */
    private final int[] known;

    private final int[] sent;
    private final int[] reading;
    /** Of each receiver the keys that it must be sent, those that are on their way first. */
    private final Map<Integer, TreeSet<Long>> queues = new TreeMap<>();

    private int number;
    private @Nullable PreferenceList after;
    private boolean isReadingAfter;
    private int batch;
    private long keysSent;
    private long bytesSent;

    /** What is on its way to a receiver. */
    private final Map<Integer, LeaderlessMessage.Stream> underWay = new TreeMap<>();

    Handover(LeaderlessState state) {
        this.state = state;
        int members = state.settings.members();
        known = new int[members];
        sent = new int[members];
        reading = new int[members];
    }

    boolean isGoingOn() {
        return after != null;
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
        isReadingAfter = false;
        state.view++;
        state.alsoWritten = newAfter;
        for (long key : state.contents.keys()) {
            changed(key);
        }
    }

    /** What this member has under a key is another, so whoever it sends the key to needs it again. */
    void changed(long key) {
        if (after == null || isReadingAfter) {
            return;
        }
        int[] had = state.home(key);
        int[] have = state.first(after, key);
        int[] sources = sources(had, have);
        int used = 0;
        for (int receiver : have) {
            if (!contains(had, receiver) && sources.length > 0) {
                int source = sources[Math.min(used++, sources.length - 1)];
                if (source == state.self) {
                    queues.computeIfAbsent(receiver, _ -> new TreeSet<>()).add(key);
                }
            }
        }
    }

    /** Those that give a key up come first, each for one receiver; then those that keep it. */
    private static int[] sources(int[] had, int[] have) {
        int[] sources = new int[had.length];
        int count = 0;
        for (boolean keeps : new boolean[] {false, true}) {
            for (int member : had) {
                if (contains(have, member) == keeps) {
                    sources[count++] = member;
                }
            }
        }
        return sources;
    }

    private static boolean contains(int[] members, int member) {
        return Arrays.stream(members).anyMatch(each -> each == member);
    }

    /**
     * Once a period: what got no answer is sent again, and the others are told where it stands.
     *
     * @param oldestView of what this member coordinates
     */
    LeaderlessMessage.Gossip tick(int oldestView) {
        underWay.forEach(state.outbox::send);
        queues.keySet().forEach(this::sendNext);
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

    private void sendNext(int receiver) {
        TreeSet<Long> queue = queues.getOrDefault(receiver, new TreeSet<>());
        if (queue.isEmpty() || underWay.containsKey(receiver)) {
            return;
        }
        long[] keys = queue.stream().limit(MOST_KEYS).mapToLong(Long::longValue).toArray();
        for (long key : keys) {
            queue.remove(key);
        }
        LeaderlessMessage.Stream stream = new LeaderlessMessage.Stream(
                ++batch, keys, Arrays.stream(keys).mapToObj(state.contents::get).toList());
        underWay.put(receiver, stream);
        keysSent += keys.length;
        bytesSent += stream.bytes();
        state.outbox.send(receiver, stream);
    }

    void acknowledged(int receiver, int itsBatch) {
        LeaderlessMessage.Stream stream = underWay.get(receiver);
        if (stream != null && stream.batch() == itsBatch) {
            underWay.remove(receiver);
            sendNext(receiver);
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
        boolean hasSentAll = underWay.isEmpty() && queues.values().stream().allMatch(TreeSet::isEmpty);
        if (hasSentAll && all(next, member -> known[member] >= number)) {
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
            dropOthers();
        }
    }

    /** Whether something is so of all that have anything, before or after. */
    private boolean all(PreferenceList next, IntPredicate isSo) {
        PreferenceList also = state.alsoWritten == null ? next : state.alsoWritten;
        for (int member = 0; member < known.length; member++) {
            boolean takesPart = next.has(member) || state.preferences.has(member) || also.has(member);
            if (takesPart && !isSo.test(member)) {
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
