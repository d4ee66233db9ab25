package roundhouse.topology.nodes;

import roundhouse.topology.json.Json;
import roundhouse.topology.nodes.guarding.Limit;
import roundhouse.topology.nodes.parts.Sticky;
import roundhouse.topology.nodes.parts.Tls;
import roundhouse.topology.settings.Checks;

/** What a load balancer cannot do at layer 4, where it sees addresses and ports only. */
final class Layer4 {
    private Layer4() {}

    static void check(LoadBalancer balancer, Checks checks) {
        LoadBalancer.checkAlgorithm(balancer.balancing(), balancer.layer(), checks);
        if (!balancer.passesAnswers()
                && (balancer.layer() == 7 || balancer.tls().mode() == Tls.Mode.TERMINATE)) {
            checks.wrong(
                    balancer.layer() == 7 ? "layer" : "tls",
                    "with direct return only requests pass it, so that it works at layer 4 and cannot terminate TLS");
        }
        if (balancer.layer() == 4
                && (balancer.sticky().by() == Sticky.By.COOKIE
                        || balancer.sticky().by() == Sticky.By.HEADER)) {
            checks.wrong(
                    "sticky",
                    "sticky by " + balancer.sticky().by().key()
                            + " needs layer 7; a layer-4 balancer sees addresses and ports only, not "
                            + balancer.sticky().by().key() + "s");
        }
        if (balancer.layer() == 4 && balancer.cache() != null) {
            checks.wrong(
                    "cache",
                    "cache needs layer 7; a layer-4 balancer sees addresses and ports only, not what is asked for");
        }
        if (balancer.layer() == 4 && balancer.health().breaker() != null) {
            checks.wrong("breaker", "a breaker needs layer 7; a layer-4 balancer sees no replies to judge by");
        }
        if (balancer.layer() == 4) {
            Limit.checkAtLayer4(balancer.limits(), checks);
        }
        if (balancer.layer() == 4 && !balancer.rules().isEmpty()) {
            checks.wrong(
                    "rules",
                    "rules need layer 7; a layer-4 balancer sees addresses and ports only, not paths, headers or cookies");
        }
    }

    /** What cannot be at layer 4, as a schema says it. */
    static Json.Obj schema() {
        return LayerType.schemaAtLayer4("""
                { "sticky": { "anyOf": [
                      { "enum": [ "off", "address" ] },
                      { "type": "object", "properties": { "by": { "enum": [ "off", "address" ] } } } ] },
                  "rules": { "maxItems": 0 },
                  "cache": false,
                  "algorithm": { "not": { "anyOf": [
                      { "const": "hash" },
                      { "type": "object", "properties": { "type": { "const": "hash" } }, "required": [ "type" ] } ] } } }
                """);
    }
}
