package roundhouse.simulation.components;

import java.util.EnumMap;
import java.util.Map;

/** How often each {@link LimitEvent} happened at one balancer, from the start. */
public final class LimitCounts {
    private static final LimitEvent[] ALL = LimitEvent.values();

    private final long[] counts = new long[ALL.length];

    public void add(LimitEvent event) {
        counts[event.ordinal()]++;
    }

    public long of(LimitEvent event) {
        return counts[event.ordinal()];
    }

    /** All of them, in their order. */
    public Map<LimitEvent, Long> toMap() {
        Map<LimitEvent, Long> map = new EnumMap<>(LimitEvent.class);
        for (LimitEvent event : ALL) {
            map.put(event, of(event));
        }
        return map;
    }
}
