package roundhouse.routing.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.golden.Golden;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.mirrors.UriKey;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;
import roundhouse.routing.Address;
import roundhouse.routing.Balancer;
import roundhouse.routing.Pool;
import roundhouse.routing.Regions;
import roundhouse.routing.haproxy.HaproxyLeastConnections;
import roundhouse.routing.haproxy.HaproxyRoundRobin;
import roundhouse.routing.haproxy.HaproxyStaticRoundRobin;
import tools.jackson.databind.JsonNode;

/** Pick for pick what HAProxy picked. Every case of the files is a test of its own. */
class HaproxyRoutingGoldenTest {
    private static final String ROUNDROBIN = "haproxy/roundrobin.json";

    private final RecordedPicks picks = new RecordedPicks();

    static List<JsonNode> turns() {
        return Golden.cases(ROUNDROBIN);
    }

    /** A case that goes on where another one ended begins with that one. */
    @ParameterizedTest
    @MethodSource
    void turns(JsonNode recorded) {
        Balancer balancer = recorded.get("algorithm").asString().equals("static-rr")
                ? new HaproxyStaticRoundRobin()
                : new HaproxyRoundRobin();
        Pool pool = RecordedPicks.pool(recorded);
        pool.oneBackup(recorded.has("allbackups") && !recorded.get("allbackups").asBoolean());
        if (recorded.has("kind") && recorded.get("kind").asString().contains("continues")) {
            JsonNode before = turns().stream()
                    .filter(other -> !other.has("kind")
                            && other.get("algorithm").equals(recorded.get("algorithm"))
                            && other.get("weights").equals(recorded.get("weights")))
                    .findFirst()
                    .orElseThrow();
            for (int i = 0; i < before.get("picks").size(); i++) {
                RecordedPicks.end(balancer, pool, picks.serve(balancer, pool));
            }
        }
        picks.sequential(balancer, pool, recorded.get("picks"));
    }

    static List<JsonNode> leastconn() {
        return Golden.cases("haproxy/leastconn.json");
    }

    @ParameterizedTest
    @MethodSource
    void leastconn(JsonNode recorded) {
        if (recorded.has("picks")) {
            picks.sequential(new HaproxyLeastConnections(), recorded);
        } else {
            picks.held(new HaproxyLeastConnections(), recorded);
        }
    }

    static List<JsonNode> source() {
        return Golden.cases("haproxy/source.json");
    }

    @ParameterizedTest
    @MethodSource
    void source(JsonNode recorded) {
        JsonNode file = Golden.read("haproxy/source.json");
        mapping(recorded, "ips", file.get("ips"), recorded.get("mapping"));
        mapping(recorded, "ips_v6", file.get("ips_v6"), recorded.get("mapping_v6"));
    }

    private void mapping(JsonNode recorded, String about, JsonNode clients, JsonNode expected) {
        Balancer balancer = balancer(Algorithm.HAPROXY_SOURCE, placement(recorded, HashFunction.SDBM), UriKey.PATH);
        Pool pool = RecordedPicks.pool(recorded);
        String mapping = expected.asString();
        assertThat(clients).hasSize(mapping.length());
        for (int i = 0; i < mapping.length(); i++) {
            picks.request.client = Address.parse(clients.get(i).asString());
            assertThat(balancer.pick(picks.request, pool))
                    .as("%s %s", about, picks.request.client)
                    .isEqualTo(Character.digit(mapping.charAt(i), 36));
            Golden.equal(1);
        }
    }

    private static PlacementSettings placement(JsonNode recorded, HashFunction function) {
        return PlacementSettings.of(
                        recorded.get("hash_type").asString().equals("consistent")
                                ? Placements.HAPROXY_CONSISTENT
                                : Placements.HAPROXY_MAP)
                .withHash(recorded.get("avalanche").asBoolean() ? function.avalanched() : function);
    }

    private static Balancer balancer(Algorithm algorithm, PlacementSettings placement, UriKey part) {
        return algorithm.create(
                new Algorithm.Context(new Random(1), () -> 0, new Regions(new double[0][]), 1, placement, part));
    }

    static List<JsonNode> uri() {
        return Golden.cases("haproxy/hash_uri.json");
    }

    @ParameterizedTest
    @MethodSource
    void uri(JsonNode recorded) {
        HashFunction function =
                HashFunction.of(recorded.get("function").asString()).orElseThrow();
        UriKey part = UriKey.parse(recorded.get("algorithm").asString().substring("uri".length()))
                .orElseThrow();
        Balancer balancer = balancer(Algorithm.HAPROXY_URI, placement(recorded, function), part);
        Pool pool = RecordedPicks.pool(recorded);
        JsonNode uris = Golden.read("haproxy/hash_uri.json").get("uris");
        String mapping = recorded.get("mapping").asString();
        for (int i = 0; i < mapping.length(); i++) {
            picks.request.path(uris.get(i).asString());
            assertThat(balancer.pick(picks.request, pool))
                    .as("%s", uris.get(i))
                    .isEqualTo(Character.digit(mapping.charAt(i), 36));
            Golden.equal(1);
        }
    }
}
