package roundhouse.topology.nodes.targets;

import org.jspecify.annotations.Nullable;
import roundhouse.routing.zones.ZoneRule;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.Types;
import roundhouse.topology.types.VariantsType;

/** Whether a load balancer prefers targets of its own zone. */
public sealed interface ZonePreference {
    /** The rule, or null for none. */
    @Nullable
    ZoneRule rule();

    /** Zones are disregarded. */
    record None() implements ZonePreference {
        static final Settings<None> SETTINGS = Declarations.of(None.class, "zone-aware routing off")
                .constant("type", "off")
                .described("Zones are disregarded.")
                .settings();

        @Override
        public @Nullable ZoneRule rule() {
            return null;
        }
    }

    /** All requests stay in its zone while a target there is ready. */
    record SameZone() implements ZonePreference {
        static final Settings<SameZone> SETTINGS = Declarations.of(
                        SameZone.class, "zone-aware routing prefer-same-zone")
                .constant("type", "prefer-same-zone")
                .described(
                        "Kubernetes' trafficDistribution PreferSameZone (PreferClose): all requests stay in the balancer's zone"
                                + " while one target there is ready, else they go anywhere; also while a ready target is"
                                + " in no zone. As each node here is a machine of its own, PreferSameNode does the same.")
                .settings();

        @Override
        public ZoneRule rule() {
            return new ZoneRule.SameZone();
        }
    }

    /**
     * As many stay as the zone's part of the targets is for.
     *
     * @param minClusterSize healthy targets without which zones are disregarded
     * @param enabled percent of the requests to which it applies
     */
    record Envoy(int minClusterSize, int enabled) implements ZonePreference {
        private static final Declarations<Envoy> DECLARED =
                Declarations.of(Envoy.class, "zone-aware routing envoy").constant("type", "envoy");

        public static final Setting<Envoy, Integer> MIN_CLUSTER_SIZE = DECLARED.setting(
                        "min-cluster-size", Envoy::minClusterSize, Types.whole(0, 1_000_000))
                .says("Min. cluster size", "With fewer healthy targets zones are disregarded.")
                .usually(6);
        public static final Setting<Envoy, Integer> ENABLED = DECLARED.setting(
                        "routing-enabled", Envoy::enabled, Types.percent())
                .component("enabled")
                .says("Routing enabled", "The part of the requests that are routed by zone.")
                .usually(100);
        public static final Settings<Envoy> SETTINGS = DECLARED.described(
                        "Envoy's zone-aware routing: all requests stay in the balancer's zone if its part of the healthy targets"
                                + " is no smaller than its part of the load balancers that share them, else the first"
                                + " part over the second; the rest goes to zones that have more targets than their balancers"
                                + " need. Among primaries only, and not in a panic.")
                .settings();

        @Override
        public ZoneRule rule() {
            return new ZoneRule.Envoy(minClusterSize, enabled);
        }
    }

    ZonePreference OFF = new None();

    /** As files and forms have it. */
    Type<ZonePreference> TYPE = new VariantsType<ZonePreference>(
                    "zone-aware", "zone-aware routing", "zone-aware routing", "\"envoy\"")
            .or("off", "Off", "Zones are disregarded.", None.class, None.SETTINGS)
            .or(
                    "prefer-same-zone",
                    "Prefer the same zone",
                    "Kubernetes: all in its own zone while a target is ready there.",
                    SameZone.class,
                    SameZone.SETTINGS)
            .or(
                    "envoy",
                    "Envoy's zone-aware routing",
                    "As much in its own zone as the zone's targets are for; the rest spills over.",
                    Envoy.class,
                    Envoy.SETTINGS)
            .orJustTheWord();
}
