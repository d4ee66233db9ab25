package roundhouse.simulation.components;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.zones.ZoneCounts;

/** The zones to which a balancer that stands in one sent requests, by where it and its targets stood then. */
public final class ZonePicks {
    private final Map<String, Count> byZone = new LinkedHashMap<>();
    private @Nullable String own;
    private long kept;
    private long crossed;

    private static final class Count {
        private long picks;
    }

    /** The balancer stands there from now on; nothing is counted while it stands in no zone. */
    public void standsIn(@Nullable String zone) {
        own = zone;
    }

    /** The zone that the balancer stands in; null for none. */
    public @Nullable String own() {
        return own;
    }

    /** Whether it stands in one. */
    public boolean stands() {
        return own != null;
    }

    /** Whether that is the zone it stands in. */
    public boolean isOwn(@Nullable String zone) {
        return own != null && own.equals(zone);
    }

    /** A request goes to a target in that zone, or in none. */
    public void picked(@Nullable String zone) {
        if (own != null) {
            byZone.computeIfAbsent(zone == null ? ZoneCounts.UNNAMED : zone, _ -> new Count()).picks++;
            if (isOwn(zone)) {
                kept++;
            } else {
                crossed++;
            }
        }
    }

    /** Requests that stayed in the balancer's zone. */
    public long kept() {
        return kept;
    }

    /** Requests that left it. */
    public long crossed() {
        return crossed;
    }

    /** Requests by zone, in the order of the first. */
    public Map<String, Long> byZone() {
        Map<String, Long> picks = new LinkedHashMap<>();
        byZone.forEach((zone, count) -> picks.put(zone, count.picks));
        return picks;
    }
}
