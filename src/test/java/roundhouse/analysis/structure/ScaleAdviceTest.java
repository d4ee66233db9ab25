package roundhouse.analysis.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

/** What is said of machines that grow. */
class ScaleAdviceTest {
    private static List<String> findings(String rate, String node, String scenario) {
        String file = String.format(Locale.ROOT, """
                { "format": 1, "name": "Up", "duration": "1min",
                  "nodes": [
                    { "id": "users", "kind": "clients", "arrivals": { "type": "poisson", "rate": "%s" } },
                    { "id": "lb", "kind": "load-balancer" },
                    { "id": "web", %s } ],
                  "links": [
                    { "from": "users", "to": "lb", "latency": "1ms" },
                    { "from": "lb", "to": "web", "latency": "1ms" } ],
                  "scenario": [ %s ] }
                """, rate, node, scenario);
        return switch (TopologyFile.parse(file)) {
            case ReadResult.Read read ->
                StructureCheck.of(read.topology()).stream().map(Finding::text).toList();
            case ReadResult.Refused failed -> throw new AssertionError(failed.problems());
        };
    }

    @Test
    void oneMachineHoweverLargeIsASinglePointOfFailure() {
        String one = "\"kind\": \"server\", \"service\": \"1ms\", \"cores\": 4";
        assertThat(findings("10/s", one, "{ \"at\": \"10s\", \"resize\": \"web\", \"cores\": 16 }"))
                .anyMatch(text -> text.contains("single point of failure"));
        assertThat(findings("10/s", one, "")).noneMatch(text -> text.contains("single point of failure"));
        String two =
                "\"kind\": \"server-group\", \"count\": 2, \"server\": { \"service\": \"1ms\", \"scalability\": { \"contention\": 0.1 } }";
        assertThat(findings("10/s", two, "")).noneMatch(text -> text.contains("single point of failure"));
    }

    @Test
    void moreCoresThanThePeakDoLess() {
        // The peak is at sqrt((1 - 0.1) / 0.01), which is 9.5.
        String large =
                "\"kind\": \"server-group\", \"count\": 2, \"server\": { \"service\": \"1ms\", \"cores\": %d, \"scalability\": { \"contention\": 0.1, \"coherency\": 0.01 } }";
        assertThat(findings("10/s", String.format(large, 16), ""))
                .anyMatch(text -> text.contains("has 16 cores, and more than 9 do less together"));
        assertThat(findings("10/s", String.format(large, 9), "")).noneMatch(text -> text.contains("do less together"));
    }

    @Test
    void aGroupThatFollowsItsLoadHasTheCapacityOfTheMost() {
        String group =
                "\"kind\": \"server-group\", \"count\": 2, \"server\": { \"service\": \"10ms\" }, \"scaling\": { \"max\": %d, \"target\": \"utilization 60%%\" }";
        assertThat(findings("500/s", String.format(group, 10), "")).noneMatch(text -> text.contains("no capacity"));
        assertThat(findings("500/s", String.format(group, 4), "")).anyMatch(text -> text.contains("no capacity"));
    }
}
