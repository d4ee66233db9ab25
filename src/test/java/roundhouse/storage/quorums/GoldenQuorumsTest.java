package roundhouse.storage.quorums;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import roundhouse.golden.Golden;
import tools.jackson.databind.JsonNode;

class GoldenQuorumsTest {
    private static final String FILE = "storage/quorum.json";

    private static JsonNode rows(String name) {
        JsonNode rows = Golden.read(FILE).get(name).get("rows");
        assertThat(rows.size()).isPositive();
        return rows;
    }

    private static Fraction fraction(JsonNode text) {
        String[] parts = text.asString().split("/", -1);
        return Fraction.of(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    @Test
    void quorumsThatMissEachOther() {
        for (JsonNode row : rows("nonintersection")) {
            int n = row.get(0).intValue();
            int r = row.get(1).intValue();
            int w = row.get(2).intValue();
            assertThat(Quorums.nonIntersection(n, r, w))
                    .hasToString(row.get(3).asString())
                    .isEqualTo(fraction(row.get(3)));
            assertThat(Quorums.overlap(n, r, w)).isEqualTo(row.get(5).booleanValue());
            assertThat(Quorums.writesOverlap(n, w)).isEqualTo(row.get(6).booleanValue());
            Golden.equal(1);
        }
    }

    @Test
    void quorumsThatAreUp() {
        for (JsonNode row : rows("availability")) {
            int n = row.get(0).intValue();
            int q = row.get(1).intValue();
            assertThat(Quorums.availability(n, q, fraction(row.get(2))).value())
                    .isEqualTo(row.get(3).doubleValue(), within(1e-12));
            assertThat(Quorums.tolerates(n, q)).isEqualTo(row.get(4).intValue());
            Golden.equal(1);
        }
    }

    @Test
    void readsThatMissTheLatestVersions() {
        for (JsonNode recorded : Golden.list(FILE, "k_staleness")) {
            for (JsonNode row : recorded.get("p_stale_by_more_than_k_versions")) {
                Fraction found = Quorums.stalerThan(
                        row.get(0).intValue(),
                        recorded.get("N").intValue(),
                        recorded.get("R").intValue(),
                        recorded.get("W").intValue());
                assertThat(found).hasToString(row.get(1).asString());
                Golden.equal(1);
            }
        }
    }

    @Test
    void cassandrasLevels() {
        for (JsonNode recorded : Golden.read(FILE).get("cassandra_levels").get("cases")) {
            List<String> names = new ArrayList<>();
            List<Integer> factors = new ArrayList<>();
            recorded.get("replication").properties().forEach(dc -> {
                names.add(dc.getKey());
                factors.add(dc.getValue().intValue());
            });
            int[] replicas = factors.stream().mapToInt(Integer::intValue).toArray();
            int local = names.indexOf(recorded.get("coordinator_dc").asString());
            for (Map.Entry<String, JsonNode> level : recorded.get("blockFor").properties()) {
                String[] parts = level.getKey().split(" in ", -1);
                int at = parts.length == 1 ? local : names.indexOf(parts[1]);
                assertThat(ConsistencyLevel.valueOf(parts[0]).blockFor(replicas, at))
                        .as(level.getKey())
                        .isEqualTo(level.getValue().intValue());
                Golden.equal(1);
            }
            for (JsonNode row : recorded.get("down_per_dc__levels_that_can_succeed")) {
                int[] up = replicas.clone();
                for (int i = 0; i < up.length; i++) {
                    up[i] -= row.get(0).get(i).intValue();
                }
                List<String> possible = new ArrayList<>();
                row.get(1).forEach(name -> possible.add(name.asString()));
                for (ConsistencyLevel level : List.of(
                        ConsistencyLevel.ONE,
                        ConsistencyLevel.TWO,
                        ConsistencyLevel.THREE,
                        ConsistencyLevel.QUORUM,
                        ConsistencyLevel.ALL,
                        ConsistencyLevel.LOCAL_ONE,
                        ConsistencyLevel.LOCAL_QUORUM,
                        ConsistencyLevel.EACH_QUORUM)) {
                    assertThat(level.isPossible(replicas, up, local))
                            .as("%s with %s down of %s", level, row.get(0), recorded.get("replication"))
                            .isEqualTo(possible.contains(level.name()));
                    Golden.equal(1);
                }
            }
            overlaps(recorded, replicas, local);
        }
    }

    private static void overlaps(JsonNode recorded, int[] replicas, int local) {
        int all = ConsistencyLevel.ALL.blockFor(replicas, local);
        List<ConsistencyLevel> levels = List.of(
                ConsistencyLevel.ONE,
                ConsistencyLevel.TWO,
                ConsistencyLevel.THREE,
                ConsistencyLevel.QUORUM,
                ConsistencyLevel.ALL);
        List<String> found = new ArrayList<>();
        for (ConsistencyLevel read : levels) {
            for (ConsistencyLevel write : levels) {
                int r = read.blockFor(replicas, local);
                int w = write.blockFor(replicas, local);
                if (r <= all && w <= all && Quorums.overlap(all, r, w)) {
                    found.add(read + " " + write);
                }
            }
        }
        List<String> expected = new ArrayList<>();
        recorded.get("read_write_pairs_that_overlap")
                .forEach(pair ->
                        expected.add(pair.get(0).asString() + " " + pair.get(1).asString()));
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }
}
