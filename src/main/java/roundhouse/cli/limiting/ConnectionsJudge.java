package roundhouse.cli.limiting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import roundhouse.limits.ConnectionLimit;

/** Requests in progress, as several {@code limit_conn} of nginx: every zone must have room. */
final class ConnectionsJudge implements Judge {
    /** @param key the number of the line's key that it counts by; 0 for one count for all */
    record Zone(int most, long key, Map<String, ConnectionLimit> limits) {}

    private final List<Zone> zones;
    private final Map<String, List<ConnectionLimit>> open = new TreeMap<>();
    private long unnamed;

    ConnectionsJudge(List<Zone> zones) {
        this.zones = zones;
    }

    @Override
    public LineAnswer asked(LimitArrival arrival) {
        List<ConnectionLimit> asked = new ArrayList<>();
        for (Zone zone : zones) {
            String key = zone.key == 0 ? "all" : arrival.key(zone.key);
            if (!key.isEmpty()) {
                asked.add(zone.limits.computeIfAbsent(key, _ -> new ConnectionLimit(zone.most)));
            }
        }
        String id = arrival.word("id");
        boolean room = asked.stream().allMatch(ConnectionLimit::hasRoom);
        if (room) {
            asked.forEach(ConnectionLimit::begun);
            // One without a name is never ended.
            if (open.put(id == null ? "\n" + unnamed++ : id, asked) != null) {
                throw new IllegalArgumentException("id: '" + id + "' is in progress already");
            }
        }
        return LineAnswer.of(room);
    }

    @Override
    public LineAnswer ended(LimitArrival ended) {
        List<ConnectionLimit> held = open.remove(String.valueOf(ended.word("ends")));
        // One that was rejected ends too, and nothing is freed by it.
        if (held != null) {
            held.forEach(ConnectionLimit::ended);
        }
        return LineAnswer.of("ended");
    }
}
