package roundhouse.routing.zones;

/** A rule by which a balancer prefers its own zone. */
public sealed interface ZoneRule {
    ZoneDecision decide(ZoneCounts counts);

    /** The part of the requests to which the rule applies, percent. */
    default int enabled() {
        return 100;
    }

    /**
     * Envoy's zone-aware routing: {@link ZoneSplit}, as long as targets and balancers each stand in two zones or more, the
     * balancer's zone is known, enough targets are healthy and they do not panic. Zones count their targets, whatever their weights.
     *
     * <p>Source: Envoy, load_balancer_impl.cc, earlyExitNonLocalityRouting, hostSourceToUse.
     *
     * @param minClusterSize healthy targets without which zones are disregarded
     * @param enabled percent
     */
    record Envoy(int minClusterSize, int enabled) implements ZoneRule {
        @Override
        public ZoneDecision decide(ZoneCounts counts) {
            if (counts.panic()) {
                return ZoneDecision.anywhere("its targets panic");
            }
            if (ZoneCounts.zonesWith(counts.targets()) < 2) {
                return ZoneDecision.anywhere("its targets do not stand in two zones or more");
            }
            if (counts.own() == ZoneCounts.NOWHERE) {
                return ZoneDecision.anywhere("it stands in no zone");
            }
            if (ZoneCounts.zonesWith(counts.balancers()) < 2) {
                return ZoneDecision.anywhere("all balancers of its targets stand in its own zone");
            }
            int healthy = counts.allHealthy();
            if (healthy < minClusterSize || healthy == 0) {
                return ZoneDecision.anywhere(healthy + (healthy == 1 ? " healthy target is" : " healthy targets are")
                        + " fewer than " + Math.max(1, minClusterSize));
            }
            return ZoneDecision.by(ZoneSplit.of(counts), counts);
        }
    }

    /**
     * Kubernetes' {@code trafficDistribution: PreferSameZone} (PreferClose): all requests stay in the balancer's zone as long as one
     * target there is ready, however many requests that is; otherwise they go anywhere. A ready target in no zone has no hint, and
     * then hints are disregarded.
     *
     * <p>Source: Kubernetes, pkg/proxy/topology.go and staging/src/k8s.io/endpointslice/trafficdist.
     */
    record SameZone() implements ZoneRule {
        @Override
        public ZoneDecision decide(ZoneCounts counts) {
            int own = counts.own();
            if (own == ZoneCounts.NOWHERE) {
                return ZoneDecision.anywhere("it stands in no zone");
            }
            if (counts.panic()) {
                return ZoneDecision.anywhere("its targets panic");
            }
            int unnamed = counts.names().indexOf(ZoneCounts.UNNAMED);
            if (unnamed >= 0 && counts.healthy()[unnamed] > 0) {
                return ZoneDecision.anywhere("not all its targets stand in a zone");
            }
            if (counts.healthy()[own] == 0) {
                return ZoneDecision.anywhere("no target is ready in " + counts.zone(own));
            }
            return ZoneDecision.by(ZoneSplit.direct(own, counts.names().size()), counts);
        }
    }
}
