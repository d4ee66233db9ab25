package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a run says of zones, in each of its forms. */
class ZoneReportTest {
    private static final String SAMPLE = "samples/uneven-zones.json";

    private static String run(String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of("run", SAMPLE, "--for", "15s", "--lenient"));
        arguments.addAll(Arrays.asList(more));
        CliRunner result = CliRunner.run(arguments.toArray(String[]::new));
        assertThat(result.code()).isZero();
        return result.out();
    }

    /** Two thirds of the requests stay in zone a, and all servers get the same. */
    @Test
    void asJson() {
        JsonNode report = JsonMapper.builder().build().readTree(run("--format", "json"));
        JsonNode zones = report.get("nodes").get("lb-a").get("zones");
        assertThat(zones.get("zone").asString()).isEqualTo("a");
        assertThat(zones.get("kept-share").asDouble()).isCloseTo(2.0 / 3, within(0.02));
        assertThat(zones.get("kept").asLong())
                .isEqualTo(zones.get("picked").get("a").asLong());
        assertThat(zones.get("crossed").asLong())
                .isEqualTo(zones.get("picked").get("b").asLong());
        assertThat(report.get("nodes").get("a1").has("zones")).isFalse();
        for (String zone : List.of("a", "b", "c")) {
            assertThat(report.get("zones").get(zone).get("skew").asDouble()).isCloseTo(1, within(0.03));
        }
        assertThat(report.get("zones").get("b").get("targets").asInt()).isEqualTo(4);
    }

    @Test
    void asATable() {
        List<String> rows = run("--format", "csv").lines().toList();
        assertThat(rows.getFirst())
                .endsWith(",removed,zone,kept_in_zone,crossed_zones,picked_in_a,picked_in_b,picked_in_c");
        String[] balancer = row(rows, "lb-a");
        int end = balancer.length;
        assertThat(balancer[end - 6]).isEqualTo("a");
        assertThat(balancer[end - 5]).isEqualTo(balancer[end - 3]);
        assertThat(balancer[end - 4]).isEqualTo(balancer[end - 2]);
        assertThat(balancer[end - 1]).isEqualTo("0");
        assertThat(row(rows, "a1")).hasSize(end).endsWith("", "", "", "", "", "");
    }

    private static String[] row(List<String> rows, String node) {
        return rows.stream()
                .filter(row -> row.startsWith(node + ","))
                .findFirst()
                .orElseThrow()
                .split(",", -1);
    }

    @Test
    void asText() {
        assertThat(run())
                .containsPattern(
                        "Zones {7}lb-a in zone a: 6\\d\\.\\d\\d % kept, 3\\d\\.\\d\\d % crossed \\(a [\\d,]+, b [\\d,]+\\)")
                .containsPattern("lb-b in zone b: 100\\.00 % kept, 0\\.00 % crossed \\(b [\\d,]+\\)")
                .containsPattern("in all: a [\\d,]+ \\(2 targets, each (0\\.9|1\\.0)\\d times the mean\\)");
        CliRunner none = CliRunner.run("run", "samples/zone-outage.json", "--for", "6s", "--lenient");
        assertThat(none.out()).as("no balancer stands in a zone").doesNotContain("Zones");
    }
}
