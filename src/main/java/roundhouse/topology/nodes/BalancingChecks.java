package roundhouse.topology.nodes;

import roundhouse.hashing.PlacementOptions;
import roundhouse.hashing.PlacementSettings;
import roundhouse.routing.Algorithm;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Names;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Range;

/** Checks an algorithm's settings. */
public final class BalancingChecks {
    private BalancingChecks() {}

    public static void check(Balancing balancing, int layer, Checks checks) {
        checks.positive("algorithm", balancing.decay());
        if (balancing.algorithm() != Algorithm.HASH) {
            return;
        }
        if (layer == 4) {
            checks.wrong(
                    "algorithm",
                    "hash needs layer 7; a layer-4 balancer sees addresses and ports only, not keys;"
                            + " ip-hash goes by the address");
        }
        placement(balancing.placement(), checks.in("algorithm"));
    }

    private static void placement(PlacementSettings settings, Checks checks) {
        if (!settings.kind().takesAnyHash()
                && !settings.hash().equals(settings.kind().defaultHash())) {
            checks.wrong(
                    "hash",
                    "hash is " + Json.quoted(settings.hash().key()) + "; "
                            + settings.kind().key() + " always hashes keys with "
                            + settings.kind().defaultHash().key());
        }
        checks.number("virtual-nodes", settings.virtualNodes(), Range.VIRTUAL_NODES);
        checks.number("replicas", settings.replicas(), Range.REPLICAS);
        if (settings.balanceFactor() != PlacementOptions.UNBOUNDED) {
            checks.number("balance-factor", settings.balanceFactor(), Range.BALANCE_FACTOR);
        }
        if (!settings.tokens().isEmpty() && !settings.isRing()) {
            checks.wrong(
                    "tokens",
                    "tokens can be moved on a ring only, and the placement is "
                            + settings.kind().key());
        }
        settings.tokens().stream()
                .filter(token -> !Names.isId(token.target()) || token.number() < 0)
                .findFirst()
                .ifPresent(token ->
                        checks.wrong("tokens", Json.quoted(token.target() + "#" + token.number()) + " names no token"));
    }
}
