package roundhouse.cli.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Limits in the reports: 10 s of 10 requests a second of an attack, of which one network is denied, and 5 a second are let through. */
class GuardReportsTest {
    private static final Report REPORT = Systems.run(topology(), 10.001);

    private static Topology topology() {
        return ((ReadResult.Read) TopologyFile.parse("""
                { "format": 1, "name": "T",
                  "nodes": [
                    { "id": "bots", "kind": "clients", "attack": true, "arrivals": { "type": "constant", "rate": "10/s" }, "users": 1 },
                    { "id": "web", "kind": "server", "service": "1ms",
                      "limits": [ { "type": "deny", "from": "192.0.2.0/24" },
                                  { "type": "fixed-window", "rate": "5/s", "name": "five", "status": 429 } ] } ],
                  "links": [ { "from": "bots", "to": "web", "latency": "0ms" } ] }""")).topology();
    }

    @Test
    void json() {
        JsonNode nodes =
                JsonMapper.builder().build().readTree(ReportJson.of(REPORT)).get("nodes");
        assertThat(nodes.get("bots").has("security")).isFalse();
        assertThat(nodes.get("web").get("security").toString())
                .isEqualTo(
                        "{\"came-to-limits\":100,\"turned-away\":49,\"delayed\":0,\"turned-away-rightly\":49,\"turned-away-wrongly\":0,\"attacks-let-through\":51,"
                                + "\"limits\":{\"deny from 192.0.2.0/24\":{\"came-to-limits\":0,\"turned-away\":0,\"delayed\":0,\"turned-away-rightly\":0,\"turned-away-wrongly\":0,\"attacks-let-through\":0},"
                                + "\"five\":{\"came-to-limits\":100,\"turned-away\":49,\"delayed\":0,\"turned-away-rightly\":49,\"turned-away-wrongly\":0,\"attacks-let-through\":51}}}");
    }

    @Test
    void text() {
        assertThat(ReportText.of(REPORT).lines())
                .contains(
                        "Security    web: came to limits 100, turned away 49, turned away rightly 49, turned away wrongly 0, attacks let through 51",
                        "              five: came to limits 100, turned away 49, turned away rightly 49, turned away wrongly 0, attacks let through 51");
    }

    @Test
    void csv() {
        List<List<String>> rows = ReportCsv.of(REPORT)
                .lines()
                .map(line -> Arrays.asList(line.split(",", -1)))
                .toList();
        List<String> header = rows.getFirst();
        assertThat(rows).allMatch(row -> row.size() == header.size());
        int column = header.indexOf("turned_away_rightly");
        assertThat(rows).anySatisfy(row -> {
            assertThat(row.getFirst()).isEqualTo("web");
            assertThat(row.get(column)).isEqualTo("49");
        });
        assertThat(rows).anySatisfy(row -> {
            assertThat(row.getFirst()).isEqualTo("bots");
            assertThat(row.get(column)).isEmpty();
        });
    }
}
