package roundhouse.hashing.mirrors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.golden.Golden;
import roundhouse.hashing.InFlight;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Recordings;
import roundhouse.hashing.Selector;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.registry.PlacementOptions;
import roundhouse.hashing.registry.Placements;
import tools.jackson.databind.JsonNode;

/** Every key HAProxy was sent: by header, by URI, by source address, and under a bound on load. */
class HaproxyGoldenTest {
    static List<JsonNode> header() {
        return Golden.cases("haproxy/hash_hdr.json");
    }

    @ParameterizedTest
    @MethodSource
    void header(JsonNode recorded) {
        List<String> keys = Recordings.strings(Golden.read("haproxy/keys.json"));
        List<Target> servers = Recordings.numbered(Golden.ints(recorded.get("weights")));
        Placement placement =
                placement(recorded, servers, recorded.get("function").asString());
        Recordings.assertMapping("all", placement, servers, keys, recorded.get("mapping"));
        if (recorded.has("removed_index")) {
            int index = recorded.get("removed_index").asInt();
            Placement maintained = placement.down(index, true);
            Placement deleted = placement.without(index);
            Recordings.assertMapping("maintenance", maintained, servers, keys, recorded.get("mapping_maintenance"));
            Recordings.assertMapping("deleted", deleted, servers, keys, recorded.get("mapping_deleted_from_config"));
            Recordings.assertMapping("back", maintained.down(index, false), servers, keys, recorded.get("mapping"));
        }
    }

    static List<JsonNode> uri() {
        return Golden.cases("haproxy/hash_uri.json");
    }

    @ParameterizedTest
    @MethodSource
    void uri(JsonNode recorded) {
        String algorithm = recorded.get("algorithm").asString();
        UriKey key = UriKey.parse(algorithm.substring("uri".length())).orElseThrow();
        List<Target> servers = Recordings.numbered(Golden.ints(recorded.get("weights")));
        Placement placement =
                placement(recorded, servers, recorded.get("function").asString());
        List<String> keys = Recordings.strings(
                        Golden.read("haproxy/hash_uri.json").get("uris"))
                .stream()
                .map(key::of)
                .toList();
        Recordings.assertMapping(algorithm, placement, servers, keys, recorded.get("mapping"));
    }

    static List<JsonNode> source() {
        return Golden.cases("haproxy/source.json");
    }

    @ParameterizedTest
    @MethodSource
    void source(JsonNode recorded) {
        JsonNode file = Golden.read("haproxy/source.json");
        List<Target> servers = Recordings.numbered(Golden.ints(recorded.get("weights")));
        Placement placement = placement(recorded, servers, "address");
        Recordings.assertMapping(
                "IPv4", placement, servers, Recordings.strings(file.get("ips")), recorded.get("mapping"));
        Recordings.assertMapping(
                "IPv6", placement, servers, Recordings.strings(file.get("ips_v6")), recorded.get("mapping_v6"));
    }

    static List<JsonNode> boundedLoad() {
        return Golden.cases("haproxy/bounded_load.json");
    }

    @ParameterizedTest
    @MethodSource
    void boundedLoad(JsonNode recorded) {
        List<Target> servers = Recordings.numbered(Golden.ints(recorded.get("weights")));
        String[] hash = recorded.get("hash").asString().split(" ");
        HashFunction function = HashFunction.of(hash[1]).orElseThrow();
        PlacementOptions options = PlacementOptions.of(hash.length > 2 ? function.avalanched() : function);
        Placement unbounded = Placements.HAPROXY_CONSISTENT.create(servers, options);
        Placement bounded = Placements.HAPROXY_CONSISTENT.create(
                servers,
                options.withBalanceFactor(recorded.get("balance_factor").asInt()));
        InFlight load = new InFlight(servers.size());
        Selector selector = bounded.selector(load);
        Map<Integer, Integer> open = new HashMap<>();
        StringBuilder withoutBound = new StringBuilder();
        int step = 0;
        for (JsonNode op : recorded.get("ops")) {
            int id = op.get(1).asInt();
            if (op.get(0).asString().equals("open")) {
                String key = op.get(2).asString();
                int picked = selector.select(bounded.hash(key));
                assertThat(picked)
                        .as("step %d, %s", step, key)
                        .isEqualTo(op.get(3).asInt());
                Golden.equal(1);
                load.started(picked);
                open.put(id, picked);
                withoutBound.append(unbounded.owner(key));
            } else {
                load.finished(open.remove(id));
            }
            step++;
        }
        assertThat(withoutBound.toString())
                .isEqualTo(recorded.get("unbounded_mapping").asString());
    }

    private static Placement placement(JsonNode recorded, List<Target> servers, String hash) {
        HashFunction function = HashFunction.of(hash).orElseThrow();
        Placements kind = recorded.get("hash_type").asString().equals("consistent")
                ? Placements.HAPROXY_CONSISTENT
                : Placements.HAPROXY_MAP;
        return kind.create(
                servers, PlacementOptions.of(recorded.get("avalanche").asBoolean() ? function.avalanched() : function));
    }
}
