package roundhouse.hashing.mirrors;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.golden.Golden;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Recordings;
import roundhouse.hashing.Target;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;
import tools.jackson.databind.JsonNode;

/** Every key nginx was sent, with all servers, with one less, and with one marked down. */
class NginxGoldenTest {
    static List<JsonNode> consistent() {
        return Golden.cases("nginx/hash_consistent.json");
    }

    @ParameterizedTest
    @MethodSource
    void consistent(JsonNode recorded) {
        check(Placements.NGINX_CONSISTENT, recorded);
    }

    static List<JsonNode> modulo() {
        return Golden.cases("nginx/hash_modulo.json");
    }

    @ParameterizedTest
    @MethodSource
    void modulo(JsonNode recorded) {
        check(Placements.NGINX_HASH, recorded);
    }

    private static void check(Placements kind, JsonNode recorded) {
        List<String> keys = Recordings.nginxKeys();
        List<Target> servers = Recordings.servers(recorded.get("servers"));
        Placement placement = PlacementSettings.of(kind).create(servers);
        Recordings.assertMapping("all", placement, servers, keys, recorded.get("mapping"));
        if (recorded.has("removed_index")) {
            int index = recorded.get("removed_index").asInt();
            Recordings.assertMapping(
                    "removed", placement.without(index), servers, keys, recorded.get("mapping_removed"));
            Recordings.assertMapping(
                    "down", placement.down(index, true), servers, keys, recorded.get("mapping_marked_down"));
        }
    }
}
