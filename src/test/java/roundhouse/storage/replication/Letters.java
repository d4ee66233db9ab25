package roundhouse.storage.replication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one member of a store wants done, kept for a test to look at. */
public final class Letters implements Outbox {
    private final List<Letter> sent = new ArrayList<>();
    private final List<Reply> replies = new ArrayList<>();
    private final List<String> held = new ArrayList<>();
    private final List<String> became = new ArrayList<>();
    private final Map<Integer, Long> timers = new HashMap<>();

    public record Letter(int to, Message message) {}

    /** @param seen what the client was told that it has seen; nothing if it did not ask */
    public record Reply(long request, StoreResult result, long value, Seen seen) {
        /** To a client that does not keep what it saw. */
        public static Reply of(long request, StoreResult result, long value) {
            return new Reply(request, result, value, Seen.Nothing.UNASKED);
        }
    }

    @Override
    public void send(int to, Message message) {
        sent.add(new Letter(to, message));
    }

    @Override
    public void reply(long request, StoreResult result, long value) {
        replies.add(Reply.of(request, result, value));
    }

    @Override
    public void reply(long request, StoreResult result, Found found) {
        replies.add(new Reply(request, result, found.value(), found.seen()));
    }

    @Override
    public void holds(long key, long value) {
        held.add(key + "=" + value);
    }

    @Override
    public void becomes(long key, long value, long print) {
        became.add(key + ": " + value);
    }

    @Override
    public void drops(long key, long value, long instead) {
        held.add(key + "=" + value + " became " + instead);
    }

    @Override
    public void setTimer(int timer, long atNanos) {
        timers.put(timer, atNanos);
    }

    /** What was sent since this was last asked. */
    public List<Letter> sent() {
        return taken(sent);
    }

    /** What was sent to one member since anything was last asked of what was sent. */
    public List<Message> sentTo(int member) {
        return sent().stream()
                .filter(letter -> letter.to == member)
                .map(Letter::message)
                .toList();
    }

    /** What was answered since this was last asked. */
    public List<Reply> replies() {
        return taken(replies);
    }

    /** The values that it has had or lost since this was last asked, as {@code key=value} and {@code key=value became 0}. */
    public List<String> held() {
        return taken(held);
    }

    /** The sums that it has had since this was last asked, as {@code key: sum}. */
    public List<String> became() {
        return taken(became);
    }

    private static <T> List<T> taken(List<T> all) {
        List<T> taken = List.copyOf(all);
        all.clear();
        return taken;
    }

    /** When a timer goes off; -1 if it was never set. */
    public long timer(int number) {
        return timers.getOrDefault(number, -1L);
    }
}
