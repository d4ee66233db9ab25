package roundhouse.storage.leaderless;

import java.util.LinkedHashMap;
import java.util.Map;
import roundhouse.storage.replication.Outbox;

/** Writes that a member keeps for others that were down, until they have them or the time for it is over. They are on disk. */
final class Hints {
    private final LeaderlessSettings settings;
    private final Outbox outbox;
    private final Map<Long, Hint> hints = new LinkedHashMap<>();
    private long number;
    private long stored;
    private long delivered;

    private record Hint(int target, long key, Content content, long since) {}

    Hints(LeaderlessSettings settings, Outbox outbox) {
        this.settings = settings;
        this.outbox = outbox;
    }

    void store(int target, long key, Content content, long nowNanos) {
        hints.put(--number, new Hint(target, key, content, nowNanos));
        stored++;
    }

    /** A member is there: it is sent what is kept for it. */
    void deliver(int target, long nowNanos) {
        hints.values().removeIf(hint -> nowNanos - hint.since() > settings.hintWindowNanos());
        hints.forEach((id, hint) -> {
            if (hint.target() == target) {
                outbox.send(
                        target,
                        new LeaderlessMessage.Put(id, hint.key(), hint.content(), LeaderlessState.NOBODY, false));
            }
        });
    }

    void delivered(long id) {
        if (hints.remove(id) != null) {
            delivered++;
        }
    }

    long stored() {
        return stored;
    }

    long delivered() {
        return delivered;
    }

    int waiting() {
        return hints.size();
    }
}
