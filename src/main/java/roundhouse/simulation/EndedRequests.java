package roundhouse.simulation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;

/** So many ended requests, in flat arrays: noting one allocates nothing. */
final class EndedRequests {
    private final long[] numbers;
    private final long[] times;
    private final long[] nanos;
    private final Outcome[] outcomes;
    private final @Nullable ServerComponent[] servers;
    private int size;

    EndedRequests(int most) {
        numbers = new long[most];
        times = new long[most];
        nanos = new long[most];
        outcomes = new Outcome[most];
        servers = new ServerComponent[most];
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == numbers.length;
    }

    /** How long the request at that place took. */
    long nanos(int place) {
        return nanos[place];
    }

    void put(int place, Call call, long now, Outcome outcome) {
        size = Math.max(size, place + 1);
        numbers[place] = call.request;
        times[place] = now;
        nanos[place] = now - call.startedAt;
        outcomes[place] = outcome;
        servers[place] = call.server;
    }

    /** What is at that place, and after it, goes on by one; the last is lost when there is no room. */
    void makeRoom(int place) {
        int moved = Math.min(size, numbers.length - 1) - place;
        System.arraycopy(numbers, place, numbers, place + 1, moved);
        System.arraycopy(times, place, times, place + 1, moved);
        System.arraycopy(nanos, place, nanos, place + 1, moved);
        System.arraycopy(outcomes, place, outcomes, place + 1, moved);
        System.arraycopy(servers, place, servers, place + 1, moved);
        size = Math.min(size + 1, numbers.length);
    }

    /** All of them, from that place on upwards or downwards, round and round. */
    List<RequestLog.Ended> list(int first, int step) {
        List<RequestLog.Ended> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            int place = Math.floorMod(first + i * step, size);
            ServerComponent server = servers[place];
            list.add(new RequestLog.Ended(
                    numbers[place], times[place], nanos[place], outcomes[place], server == null ? "" : server.id));
        }
        return List.copyOf(list);
    }
}
