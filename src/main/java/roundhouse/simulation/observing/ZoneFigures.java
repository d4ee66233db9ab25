package roundhouse.simulation.observing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.zones.ZoneCounts;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.components.ZonePicks;
import roundhouse.simulation.network.Network;

/**
 * Where a balancer that stands in a zone sent its requests, by where it and its targets stood then.
 *
 * @param zone the one it stands in; empty when it stands in none any more
 * @param kept requests that stayed in it
 * @param crossed requests that left it
 * @param picks requests by zone, the empty name for targets in none
 */
public record ZoneFigures(String zone, long kept, long crossed, Map<String, Long> picks) {
    /**
     * What the targets of one zone got from all balancers that stand in zones.
     *
     * @param targets how many are there now, backups left out
     * @param picked requests they got
     * @param skew requests for each of them, over those for each target of any zone: 1 is even; not a number without targets or requests
     */
    public record Load(String zone, int targets, long picked, double skew) {}

    /** The part that stayed, 0 to 1; not a number while there was no request. */
    public double keptShare() {
        return (double) kept / (kept + crossed);
    }

    static @Nullable ZoneFigures of(NodeComponent node) {
        ZonePicks picks = node.zonePicks();
        if (picks == null) {
            return null;
        }
        String own = picks.own();
        return new ZoneFigures(own == null ? "" : own, picks.kept(), picks.crossed(), picks.byZone());
    }

    /** By zone, in the order of the targets; empty where no balancer stands in a zone. */
    static List<Load> loads(Network network) {
        Map<String, Set<String>> targets = new LinkedHashMap<>();
        for (LinkComponent link : network.links()) {
            if (link.from.zonePicks() != null
                    && !link.link().isHeartbeat()
                    && !link.link().backup()) {
                String zone = link.to.node().zone();
                targets.computeIfAbsent(zone == null ? ZoneCounts.UNNAMED : zone, _ -> new LinkedHashSet<>())
                        .add(link.to.id);
            }
        }
        Map<String, Long> picked = new LinkedHashMap<>();
        targets.keySet().forEach(zone -> picked.put(zone, 0L));
        for (NodeComponent node : network.everyNode()) {
            ZonePicks picks = node.zonePicks();
            if (picks != null) {
                picks.byZone().forEach((zone, count) -> picked.merge(zone, count, Long::sum));
            }
        }
        double all = picked.values().stream().mapToLong(Long::longValue).sum();
        double each = all / targets.values().stream().mapToInt(Set::size).sum();
        List<Load> loads = new ArrayList<>();
        picked.forEach((zone, count) -> {
            int there = targets.getOrDefault(zone, Set.of()).size();
            double skew = there == 0 || all == 0 ? Double.NaN : count / (there * each);
            loads.add(new Load(zone, there, count, skew));
        });
        return loads;
    }
}
