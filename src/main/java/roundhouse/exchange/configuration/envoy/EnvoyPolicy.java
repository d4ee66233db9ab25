package roundhouse.exchange.configuration.envoy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.yaml.Yaml;
import roundhouse.exchange.configuration.yaml.YamlTold;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.nodes.targets.ZonePreference;

/**
 * How a cluster picks: the extension that its {@code load_balancing_policy} names first of those that are known here, or else its
 * {@code lb_policy}. The same settings stand in other places there and here.
 */
final class EnvoyPolicy {
    private static final String EXTENSIONS = "load_balancing_policy";
    private static final String EXTENSION = "typed_extension_config";
    private static final String CONFIG = "typed_config";
    private static final String TURNS = "ROUND_ROBIN";
    private static final String LEAST = "LEAST_REQUEST";
    private static final String RING = "RING_HASH";
    private static final String MAGLEV = "MAGLEV";
    private static final String CHANCE = "RANDOM";
    private static final String ZONES = "zone_aware_lb_config";
    private static final String BOUNDS = "consistent_hashing_lb_config";
    private static final String[] OWN = {
        "choice_count",
        "slow_start_config.slow_start_window",
        "minimum_ring_size",
        "maximum_ring_size",
        "hash_function",
        "table_size"
    };
    /** There what is common to all policies stands beside their own. */
    private static final String[] IN_EXTENSION = Stream.concat(
                    Stream.of(OWN),
                    Stream.of(
                            "locality_lb_config." + ZONES + ".routing_enabled.value",
                            "locality_lb_config." + ZONES + ".min_cluster_size",
                            BOUNDS + ".hash_balance_factor"))
            .toArray(String[]::new);
    /** By the policy's name, the field of its settings. */
    private static final Map<String, String> SETTINGS = Map.of(
            TURNS,
            "round_robin_lb_config",
            LEAST,
            "least_request_lb_config",
            RING,
            "ring_hash_lb_config",
            MAGLEV,
            "maglev_lb_config");
    /** By the last word of an extension's type, or of its name. */
    private static final Map<String, String> BY_EXTENSION = Map.of(
            "RoundRobin", TURNS,
            "round_robin", TURNS,
            "LeastRequest", LEAST,
            "least_request", LEAST,
            "RingHash", RING,
            "ring_hash", RING,
            "Maglev", MAGLEV,
            "maglev", MAGLEV,
            "Random", CHANCE,
            "random", CHANCE);

    private final YamlTold told;
    private final String name;
    private final Yaml settings;
    private final Yaml zones;
    private final Yaml bounds;

    private EnvoyPolicy(YamlTold told, String name, Yaml settings, Yaml zones, Yaml bounds) {
        this.told = told;
        this.name = name;
        this.settings = settings;
        this.zones = zones;
        this.bounds = bounds;
    }

    static EnvoyPolicy of(Yaml cluster, YamlTold told) {
        Yaml extensions = cluster.get(EXTENSIONS);
        if (!extensions.isMissing()) {
            replaced(cluster, told);
            return of(extensions.get("policies"), extensions, told);
        }
        Yaml policy = cluster.get("lb_policy");
        String name = policy.text();
        if (!name.isEmpty() && !BY_EXTENSION.containsValue(name)) {
            told.missed(policy, "lb_policy: " + name, "no algorithm here is called so; taken as ROUND_ROBIN");
        }
        Yaml common = cluster.get("common_lb_config");
        Yaml settings = cluster.get(SETTINGS.getOrDefault(name.isEmpty() ? TURNS : name, "random"));
        told.fields(
                common,
                "targets of a balancer",
                "healthy_panic_threshold.value",
                ZONES + ".routing_enabled.value",
                ZONES + ".min_cluster_size",
                BOUNDS + ".hash_balance_factor");
        told.fields(settings, "how it picks", OWN);
        return new EnvoyPolicy(told, name, settings, common.get(ZONES), common.get(BOUNDS));
    }

    /** What would hold if there were no extension. */
    private static void replaced(Yaml cluster, YamlTold told) {
        told.fields(cluster.get("common_lb_config"), "targets of a balancer", "healthy_panic_threshold.value");
        for (String field : cluster.fields().keySet()) {
            if (field.equals("lb_policy") || SETTINGS.containsValue(field)) {
                told.missed(cluster.get(field), "", "load_balancing_policy holds instead");
            }
        }
        for (String field : List.of(ZONES, BOUNDS, "locality_weighted_lb_config")) {
            told.missed(cluster.at("common_lb_config", field), "", "load_balancing_policy holds instead");
        }
    }

    /** The first of a list that is known here. */
    private static EnvoyPolicy of(Yaml policies, Yaml whole, YamlTold told) {
        @Nullable EnvoyPolicy found = null;
        for (Yaml item : policies.items()) {
            Yaml extension = item.get(EXTENSION);
            Yaml config = extension.get(CONFIG);
            String kind = kind(extension);
            String name = BY_EXTENSION.getOrDefault(kind, "");
            boolean localities = kind.equals("WrrLocality") || kind.equals("wrr_locality");
            if (found != null) {
                told.missed(item, kind, "the first policy that is known is taken");
            } else if (localities) {
                told.fields(item, "how it picks", EXTENSION + ".name", EXTENSION + "." + CONFIG);
                told.fields(config, "how it picks", "endpoint_picking_policy.policies");
                told.except(extension, kind, "weights of localities are not modelled; targets of all are picked alike");
                found = of(config.at("endpoint_picking_policy", "policies"), extension, told);
            } else if (name.isEmpty()) {
                told.missed(item, kind, "no algorithm here is like this policy; the next one is taken, or ROUND_ROBIN");
            } else {
                told.fields(item, "how it picks", EXTENSION + ".name", EXTENSION + "." + CONFIG);
                told.fields(config, "how it picks", IN_EXTENSION);
                found = new EnvoyPolicy(told, name, config, config.at("locality_lb_config", ZONES), config.get(BOUNDS));
            }
        }
        if (found == null) {
            told.except(whole, EXTENSIONS, "no policy in it is known here; taken as ROUND_ROBIN");
        }
        Yaml none = new Yaml.Missing();
        return found == null ? new EnvoyPolicy(told, TURNS, none, none, none) : found;
    }

    private static String kind(Yaml extension) {
        String type = extension.at(CONFIG, "@type").text();
        return (type.isEmpty() ? extension.get("name").text() : type).replaceAll(".*[./]", "");
    }

    /** Tells of settings that say something else than what is so here. */
    void tell() {
        other("choice_count", List.of("2"), "two are drawn here, as where nothing is said");
        other("minimum_ring_size", List.of("1024"), "the ring has at least 1,024 entries here");
        other("maximum_ring_size", List.of("8388608"), "the ring has at most 8,388,608 entries here");
        other("table_size", List.of("65537"), "the table has 65,537 entries here");
        other("hash_function", List.of("XX_HASH", "DEFAULT_HASH"), "the ring is made with XX_HASH here");
    }

    private void other(String field, List<String> same, String why) {
        Yaml its = settings.get(field);
        if (!its.isMissing() && !same.contains(its.text())) {
            told.missed(its, field + ": " + its.text(), why);
        }
    }

    Balancing algorithm() {
        return switch (name) {
            case LEAST -> Balancing.of(Algorithm.ENVOY_LEAST_REQUEST);
            case CHANCE -> Balancing.of(Algorithm.RANDOM);
            case RING -> Balancing.of(Algorithm.HASH).placed(bounded(PlacementSettings.of(Placements.ENVOY_RING)));
            case MAGLEV -> Balancing.of(Algorithm.HASH).placed(bounded(PlacementSettings.of(Placements.ENVOY_MAGLEV)));
            default -> Balancing.of(Algorithm.ENVOY_ROUND_ROBIN);
        };
    }

    private PlacementSettings bounded(PlacementSettings placement) {
        Integer factor =
                told.whole(bounds.get("hash_balance_factor"), 100, 100_000).orElse(null);
        return factor == null ? placement : placement.withBalanceFactor(factor);
    }

    ZonePreference zones() {
        return zones.isMissing()
                ? ZonePreference.OFF
                : new ZonePreference.Envoy(
                        told.whole(zones.get("min_cluster_size"), 0, 1_000_000).orElse(6),
                        told.whole(zones.at("routing_enabled", "value"), 0, 100).orElse(100));
    }

    /** How long a target that came back grows into its share; missing where nothing is said. */
    Yaml slowStart() {
        return settings.at("slow_start_config", "slow_start_window");
    }
}
