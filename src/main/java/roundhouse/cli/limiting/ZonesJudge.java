package roundhouse.cli.limiting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import roundhouse.limits.LeakyBucket;
import roundhouse.limits.LeakyBuckets;
import roundhouse.limits.RateLimiter;

/** Leaky buckets in several zones, each with a key of its own, as several {@code limit_req} of nginx. */
final class ZonesJudge implements Judge {
    /** @param key the number of the line's key that it counts by; 0 for one bucket for all */
    record Zone(Keyed<LeakyBucket> buckets, long key) {}

    private final List<Zone> zones;

    ZonesJudge(List<Zone> zones) {
        this.zones = zones;
    }

    @Override
    public LineAnswer asked(LimitArrival arrival) {
        List<LeakyBucket> asked = new ArrayList<>();
        Map<String, Number> figures = new LinkedHashMap<>();
        boolean spilt = false;
        for (int i = 0; i < zones.size(); i++) {
            Zone zone = zones.get(i);
            String key = zone.key == 0 ? "all" : arrival.key(zone.key);
            if (key.isEmpty() || spilt) {
                continue;
            }
            LeakyBucket bucket = zone.buckets.of(key);
            asked.add(bucket);
            // In thousandths of a request, as nginx logs it; after the first that refuses none is looked at.
            long excess = bucket.excessAfter(arrival.permits(), arrival.atNanos());
            figures.put(zones.size() == 1 ? "excessThousandths" : "excessThousandths" + (i + 1), excess);
            spilt = bucket.refuses(arrival.permits(), arrival.atNanos());
        }
        RateLimiter all = new LeakyBuckets(asked);
        return LineAnswer.of(all.ask(arrival.permits(), arrival.atNanos()), figures);
    }
}
