package roundhouse.simulation.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/** The partition of the network, while there is one: which side a node is on. */
public final class Partition {
    /** The side of a node that is on none. */
    public static final int EVERYWHERE = -1;

    private Map<String, Integer> sides = Map.of();
    private long sinceNanos;
    private long endedNanos = -1;

    /** @param of for ids of nodes the number of their side, from 0 */
    public void begin(Map<String, Integer> of, long nowNanos) {
        sides = new LinkedHashMap<>(of);
        sinceNanos = nowNanos;
    }

    public void end(long nowNanos) {
        sides = Map.of();
        endedNanos = nowNanos;
    }

    public boolean isThere() {
        return !sides.isEmpty();
    }

    /** When the newest one began, simulated nanoseconds. */
    public long sinceNanos() {
        return sinceNanos;
    }

    /** When the newest one that is over ended; -1 when none did. */
    public long endedNanos() {
        return endedNanos;
    }

    /** The number of the node's side; {@link #EVERYWHERE} for one that is on none. */
    public int side(String id) {
        // Asked for each request with data; looking up in an empty map would cost it 2 to 3 % of its time.
        return isThere() ? sides.getOrDefault(id, EVERYWHERE) : EVERYWHERE;
    }
}
