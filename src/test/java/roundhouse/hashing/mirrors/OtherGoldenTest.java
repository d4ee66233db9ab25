package roundhouse.hashing.mirrors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.golden.Golden;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Recordings;
import roundhouse.hashing.Target;
import roundhouse.hashing.buckets.Jump;
import roundhouse.hashing.buckets.MaglevTable;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;
import tools.jackson.databind.JsonNode;

/** Caddy, Varnish and Envoy, Guava's jump hash, and the Maglev paper's example. */
class OtherGoldenTest {
    @Test
    void caddy() {
        JsonNode file = Golden.read("other/caddy.json");
        List<String> names = Recordings.strings(file.get("servers"));
        List<Target> servers = names.stream().map(Target::of).toList();
        Placement placement = PlacementSettings.of(Placements.CADDY).create(servers);
        List<String> keys = Recordings.nginxKeys();
        List<String> paths = keys.stream().map(key -> "/" + key).toList();
        Recordings.assertMapping("header", placement, servers, keys, file.get("header_hash"));
        Recordings.assertMapping("URI", placement, servers, paths, file.get("uri_hash"));
        JsonNode byAddress = file.get("ip_hash");
        Recordings.assertMapping(
                "address", placement, servers, Recordings.strings(byAddress.get("ips")), byAddress.get("mapping"));
        for (Placement less : List.of(placement.without(1), placement.down(1, true))) {
            Recordings.assertMapping("header", less, servers, keys, file.get("header_hash_server1_removed"));
            Recordings.assertMapping("URI", less, servers, paths, file.get("uri_hash_server1_removed"));
        }
    }

    @Test
    void varnish() {
        JsonNode file = Golden.read("other/varnish.json");
        List<String> keys = Recordings.nginxKeys();
        int[] ones = IntStream.generate(() -> 1).limit(file.get("n").asInt()).toArray();
        List<Target> servers = Recordings.numbered(ones);
        Placement placement = PlacementSettings.of(Placements.VARNISH_SHARD).create(servers);
        JsonNode shard = file.get("shard");
        Recordings.assertMapping("shard", placement, servers, keys, shard.get("mapping"));
        List<String> values = Recordings.strings(shard.get("key_values_first20"));
        for (int i = 0; i < values.size(); i++) {
            assertThat(placement.hash(keys.get(i))).isEqualTo(Long.parseLong(values.get(i)));
            Golden.equal(1);
        }
        String alternatives = shard.get("mapping_alt1").asString();
        StringBuilder seconds = new StringBuilder();
        int[] replicas = new int[2];
        for (String key : keys.subList(0, alternatives.length())) {
            assertThat(placement.replicas(placement.hash(key), 2, replicas)).isEqualTo(2);
            seconds.append(replicas[1]);
        }
        assertThat(seconds.toString()).as("alt=1").isEqualTo(alternatives);
        Golden.equal(alternatives.length());
        int last = servers.size() - 1;
        JsonNode removed = file.get("shard_last_server_removed").get("mapping");
        Recordings.assertMapping("removed", placement.without(last), servers, keys, removed);
        // The last point is another's; where it is that of the one down, down and gone differ: see VarnishShardTest.
        Recordings.assertMapping("down", placement.down(last, true), servers, keys, removed);
        JsonNode weighted = file.get("shard_weighted");
        List<Target> heavy = Recordings.numbered(Golden.ints(weighted.get("weights")));
        Recordings.assertMapping(
                "weighted",
                PlacementSettings.of(Placements.VARNISH_SHARD).create(heavy),
                heavy,
                keys,
                weighted.get("mapping"));
    }

    static List<JsonNode> envoyDerived() {
        return Golden.list("other/envoy.json", "derived");
    }

    @ParameterizedTest
    @MethodSource
    void envoyDerived(JsonNode recorded) {
        List<String> keys = Recordings.nginxKeys();
        List<Target> hosts =
                Recordings.targets(Recordings.strings(recorded.get("hosts")), Golden.ints(recorded.get("weights")));
        Placements kind =
                recorded.get("algorithm").asString().equals("maglev") ? Placements.ENVOY_MAGLEV : Placements.ENVOY_RING;
        Placement placement = PlacementSettings.of(kind).create(hosts);
        Recordings.assertMapping("all", placement, hosts, keys, recorded.get("mapping"));
        int index = recorded.get("removed_index").asInt();
        JsonNode removed = recorded.get("mapping_removed");
        Recordings.assertMapping("removed", placement.without(index), hosts, keys, removed);
        Recordings.assertMapping("down", placement.down(index, true), hosts, keys, removed);
    }

    static Stream<JsonNode> envoyMaglevTables() {
        return stream(Golden.read("other/envoy.json").get("documented").get("maglev"));
    }

    @ParameterizedTest
    @MethodSource
    void envoyMaglevTables(JsonNode documented) {
        EnvoyMaglev placement =
                new EnvoyMaglev(hosts(documented), documented.get("table_size").asInt());
        assertThat(placement.table()).hasSameSizeAs(Golden.ints(documented.get("table")));
        assertThat(IntStream.range(0, placement.table().length)
                        .map(slot -> placement.table()[slot]))
                .containsExactly(IntStream.of(Golden.ints(documented.get("table")))
                        .boxed()
                        .toArray(Integer[]::new));
        Golden.equal(placement.table().length);
    }

    static Stream<JsonNode> envoyRings() {
        return stream(Golden.read("other/envoy.json").get("documented").get("ring"))
                .filter(documented -> documented.get("hash").asString().equals("xxh64"));
    }

    @ParameterizedTest
    @MethodSource
    void envoyRings(JsonNode documented) {
        JsonNode maximum = documented.get("maximum_ring_size");
        EnvoyRing ring = new EnvoyRing(
                hosts(documented),
                documented.get("minimum_ring_size").asInt(),
                maximum == null ? EnvoyRing.MAXIMUM : maximum.asInt());
        if (documented.has("ring")) {
            assertRing(ring, documented.get("ring"));
        } else {
            assertCounts(ring, Golden.ints(documented.get("counts")));
        }
    }

    /** A key at a documented position belongs to that point, and one just behind it to the next. */
    private static void assertRing(EnvoyRing ring, JsonNode points) {
        assertThat(ring.pointIndex().size()).isEqualTo(points.size());
        for (int i = 0; i < points.size(); i++) {
            long position = Long.parseUnsignedLong(points.get(i).get(0).asString());
            int next = points.get((i + 1) % points.size()).get(1).asInt();
            assertThat(ring.owner(position))
                    .as("at point %d", i)
                    .isEqualTo(points.get(i).get(1).asInt());
            assertThat(ring.owner(position + (1 << 16)))
                    .as("behind point %d", i)
                    .isEqualTo(next);
            Golden.equal(1);
        }
    }

    private static void assertCounts(EnvoyRing ring, int[] counts) {
        int keys = IntStream.of(counts).sum();
        int[] counted = new int[counts.length];
        for (int i = 0; i < keys; i++) {
            counted[ring.owner(Long.divideUnsigned(-1, keys) * i)]++;
        }
        assertThat(counted).isEqualTo(counts);
        Golden.equal(counts.length);
    }

    private static List<Target> hosts(JsonNode recorded) {
        return Recordings.targets(Recordings.strings(recorded.get("host_keys")), Golden.ints(recorded.get("weights")));
    }

    @Test
    void jump() {
        for (JsonNode vector : Golden.read("other/jump_hash.json").get("vectors")) {
            long key = Long.parseUnsignedLong(vector.get("key_u64").asString());
            vector.get("bucket").properties().forEach(entry -> {
                assertThat(Jump.bucket(key, Integer.parseInt(entry.getKey())))
                        .as("key %s, %s buckets", vector.get("key_u64"), entry.getKey())
                        .isEqualTo(entry.getValue().asInt());
                Golden.equal(1);
            });
        }
    }

    @Test
    void maglevPaper() {
        JsonNode file = Golden.read("other/maglev_paper.json");
        int slots = file.get("M").asInt();
        int[] all = IntStream.range(0, file.get("backends").size()).toArray();
        assertThat(paperTable(file, slots, all)).containsExactly(Golden.ints(file.get("table")));
        int[] withoutB1 = IntStream.of(all).filter(backend -> backend != 1).toArray();
        assertThat(paperTable(file, slots, withoutB1)).containsExactly(Golden.ints(file.get("table_after_B1_removed")));
        Golden.equal(2 * slots);
    }

    private static int[] paperTable(JsonNode file, int slots, int[] backends) {
        JsonNode steps = file.get("offset_skip");
        char[] table = MaglevTable.fill(
                slots,
                IntStream.of(backends).map(b -> steps.get(b).get(0).asInt()).toArray(),
                IntStream.of(backends).map(b -> steps.get(b).get(1).asInt()).toArray(),
                IntStream.of(backends).mapToDouble(_ -> 1).toArray(),
                backends);
        return new String(table).chars().toArray();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
