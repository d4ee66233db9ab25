package roundhouse.hashing.mirrors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.golden.Golden;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Recordings;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.registry.PlacementOptions;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;
import tools.jackson.databind.JsonNode;

/** Every key that twemproxy and libmemcached were given. */
class MemcachedGoldenTest {
    private static final String FILE = "other/ketama_memcached.json";

    static List<JsonNode> twemproxy() {
        return Golden.list(FILE, "twemproxy");
    }

    @ParameterizedTest
    @MethodSource
    void twemproxy(JsonNode recorded) {
        HashFunction hash = hash(recorded.get("hash").asString());
        List<Target> servers = Recordings.servers(recorded.get("servers"));
        if (recorded.get("distribution").asString().equals("ketama")) {
            assertMapping(Placements.KETAMA.create(servers, PlacementOptions.of(hash)), servers, recorded);
        } else {
            assertModula(servers, hash, recorded);
        }
    }

    static List<JsonNode> libmemcached() {
        return Golden.list(FILE, "libmemcached");
    }

    @ParameterizedTest
    @MethodSource
    void libmemcached(JsonNode recorded) {
        List<Target> servers = Recordings.servers(recorded.get("servers"));
        switch (recorded.get("mode").asString()) {
            case "ketama" ->
                assertMapping(
                        PlacementSettings.of(Placements.KETAMA_LIBMEMCACHED).create(servers), servers, recorded);
            case "ketama_weighted" ->
                assertMapping(PlacementSettings.of(Placements.KETAMA).create(servers), servers, recorded);
            // libmemcached's modula does not look at weights.
            default ->
                assertModula(
                        servers.stream().map(server -> server.withWeight(1)).toList(),
                        HashFunction.ONE_AT_A_TIME,
                        recorded);
        }
    }

    private static void assertMapping(Placement placement, List<Target> servers, JsonNode recorded) {
        Recordings.assertMapping("all", placement, servers, Recordings.nginxKeys(), recorded.get("mapping"));
    }

    /** Hash mod N; both programs have no more than 32 bits of a hash. */
    private static void assertModula(List<Target> servers, HashFunction hash, JsonNode recorded) {
        Placement placement = Placements.MODULO.create(servers, PlacementOptions.of(hash));
        String mapping = recorded.get("mapping").asString();
        StringBuilder digits = new StringBuilder();
        for (String key : Recordings.nginxKeys().subList(0, mapping.length())) {
            digits.append(placement.owner(hash.hash(key) & 0xffff_ffffL));
        }
        assertThat(digits.toString()).isEqualTo(mapping);
        Golden.equal(mapping.length());
    }

    private static HashFunction hash(String name) {
        return switch (name) {
            case "crc32a" -> HashFunction.CRC32;
            case "murmur" -> HashFunction.MURMUR2;
            default -> HashFunction.of(name.replace('_', '-')).orElseThrow();
        };
    }
}
