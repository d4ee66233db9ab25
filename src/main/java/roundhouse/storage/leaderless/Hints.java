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

    /** For each key what is in its hints together. */
    private final Map<Long, Kept> kept = new LinkedHashMap<>();

    private record Kept(int hints, Content content) {}

    private record Hint(int target, long key, Content content, long since) {}

    Hints(LeaderlessSettings settings, Outbox outbox) {
        this.settings = settings;
        this.outbox = outbox;
    }

    void store(int target, long key, Content content, long nowNanos) {
        hints.put(--number, new Hint(target, key, content, nowNanos));
        kept.merge(
                key,
                new Kept(1, content),
                (before, one) -> new Kept(before.hints() + 1, before.content().merge(one.content())));
        stored++;
    }

    /** A member is there: it is sent what is kept for it. */
    void deliver(int target, long nowNanos) {
        hints.values().removeIf(hint -> {
            boolean isOver = nowNanos - hint.since() > settings.repair().hintWindowNanos();
            if (isOver) {
                gone(hint);
            }
            return isOver;
        });
        hints.forEach((id, hint) -> {
            if (hint.target() == target) {
                outbox.send(
                        target,
                        new LeaderlessMessage.Put(id, hint.key(), hint.content(), PreferenceList.NOBODY, false));
            }
        });
    }

    void delivered(long id) {
        Hint hint = hints.remove(id);
        if (hint != null) {
            gone(hint);
            delivered++;
        }
    }

    private void gone(Hint hint) {
        kept.computeIfPresent(
                hint.key(), (_, before) -> before.hints() == 1 ? null : new Kept(before.hints() - 1, before.content()));
    }

    /** A content of the key with what is kept of it for others. */
    Content addTo(long key, Content content) {
        Kept others = kept.get(key);
        return others == null ? content : content.merge(others.content());
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
