package roundhouse.simulation.observing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.Component;

/** So many ended requests, in flat arrays: noting one allocates nothing. */
final class EndedRequests {
    private static final Outcome[] OUTCOMES = Outcome.values();
    /** What is known of a request stands together: its number, when it ended, how long it took, the place of its outcome. */
    private static final int FACTS = 4;

    private final long[] facts;
    private final @Nullable Component[] servers;
    private int size;

    EndedRequests(int most) {
        facts = new long[most * FACTS];
        servers = new Component[most];
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == servers.length;
    }

    /** How long the request at that place took. */
    long tookNanos(int place) {
        return facts[place * FACTS + 2];
    }

    void put(int place, Attempt attempt, long nowNanos, Outcome outcome) {
        size = Math.max(size, place + 1);
        int at = place * FACTS;
        facts[at] = attempt.request;
        facts[at + 1] = nowNanos;
        facts[at + 2] = nowNanos - attempt.startedAtNanos;
        facts[at + 3] = outcome.ordinal();
        servers[place] = attempt.server;
    }

    /** What is at that place, and after it, goes on by one; the last is lost when there is no room. */
    void makeRoom(int place) {
        int moved = Math.min(size, servers.length - 1) - place;
        System.arraycopy(facts, place * FACTS, facts, (place + 1) * FACTS, moved * FACTS);
        System.arraycopy(servers, place, servers, place + 1, moved);
        size = Math.min(size + 1, servers.length);
    }

    /** All of them, from that place on upwards or downwards, round and round. */
    List<RequestLog.Ended> list(int first, int step) {
        List<RequestLog.Ended> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            int place = Math.floorMod(first + i * step, size);
            int at = place * FACTS;
            Component server = servers[place];
            list.add(new RequestLog.Ended(
                    facts[at],
                    facts[at + 1],
                    facts[at + 2],
                    OUTCOMES[(int) facts[at + 3]],
                    server == null ? "" : server.id));
        }
        return List.copyOf(list);
    }
}
