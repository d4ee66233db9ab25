package roundhouse.hashing.mirrors;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import roundhouse.golden.Golden;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Recordings;
import roundhouse.hashing.Target;
import roundhouse.hashing.registry.Placements;
import tools.jackson.databind.JsonNode;

/** Every key nginx was sent, with all servers, with one less, and with one marked down. */
class NginxGoldenTest {
    @TestFactory
    Stream<DynamicTest> consistent() {
        return cases("nginx/hash_consistent.json", Placements.NGINX_CONSISTENT);
    }

    @TestFactory
    Stream<DynamicTest> modulo() {
        return cases("nginx/hash_modulo.json", Placements.NGINX_HASH);
    }

    private static Stream<DynamicTest> cases(String file, Placements kind) {
        List<String> keys = Recordings.nginxKeys();
        return Golden.cases(file).stream()
                .map(each -> DynamicTest.dynamicTest(each.get("id").asString(), () -> check(kind, each, keys)));
    }

    private static void check(Placements kind, JsonNode recorded, List<String> keys) {
        List<Target> servers = Recordings.servers(recorded.get("servers"));
        Placement placement = kind.create(servers);
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
