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

/**
 * Lookups in the reports: a request a second for ten seconds by a user whose resolver knows from 1.02 s on that s1 is the first, which
 * refuses from 4.5 s on and is checked by nobody.
 */
class NamingReportsTest {
    private static final Report REPORT = Systems.run(topology(), 10.5);

    private static Topology topology() {
        return ((ReadResult.Read) TopologyFile.parse("""
                { "format": 1, "name": "T",
                  "nodes": [
                    { "id": "users", "kind": "clients", "arrivals": { "type": "constant", "rate": "1/s" }, "users": 1, "resolvers": 1 },
                    { "id": "dns", "kind": "dns", "answers": "failover", "ttl": "60s" },
                    { "id": "s1", "kind": "server", "service": "1ms" },
                    { "id": "s2", "kind": "server", "service": "1ms" } ],
                  "links": [
                    { "from": "users", "to": "dns", "latency": "10ms" },
                    { "from": "dns", "to": "s1", "latency": "5ms" },
                    { "from": "dns", "to": "s2", "latency": "5ms" } ],
                  "scenario": [ { "at": "4.5s", "crash": "s1" } ] }""")).topology();
    }

    @Test
    void json() {
        JsonNode nodes =
                JsonMapper.builder().build().readTree(ReportJson.of(REPORT)).get("nodes");
        assertThat(nodes.get("users").has("naming")).isFalse();
        JsonNode naming = nodes.get("dns").get("naming");
        assertThat(naming.get("targets").get("s1").toString())
                .isEqualTo("{\"answers\":1,\"requests\":10,\"to-dead\":6,\"dead-share\":1.0,\"dead-time\":5.5}");
        assertThat(naming.get("targets").get("s2").toString())
                .isEqualTo("{\"answers\":0,\"requests\":0,\"to-dead\":0,\"dead-share\":null,\"dead-time\":0.0}");
        assertThat(naming.get("named").toString()).isEqualTo("[\"s1\"]");
        assertThat(naming.get("cached").asDouble()).isEqualTo(0.9);
        for (String figure : List.of("stale", "no-address", "lookups-failed", "kept-by-clients")) {
            assertThat(naming.get(figure).asInt()).as(figure).isZero();
        }
        assertThat(naming.get("lookups").asInt()).isEqualTo(10);
        assertThat(naming.get("queries").asInt()).isEqualTo(1);
        assertThat(naming.get("requests").asInt()).isEqualTo(10);
        assertThat(naming.get("to-dead").asInt()).isEqualTo(6);
    }

    @Test
    void text() {
        assertThat(ReportText.of(REPORT).lines())
                .contains(
                        "Names       dns: lookups 10, from caches 90.0 %, queries 1, requests by name 10, sent to the dead 6, names s1 now",
                        "              dns → s1: 1 answers, 10 requests, 6 while it was dead, 100.0 % of all requests then, 5.50 s after it had died",
                        "              dns → s2: 0 answers, 0 requests");
    }

    @Test
    void csv() {
        List<List<String>> rows = ReportCsv.of(REPORT)
                .lines()
                .map(line -> Arrays.asList(line.split(",", -1)))
                .toList();
        List<String> header = rows.getFirst();
        List<String> dns = rows.stream()
                .filter(row -> row.getFirst().equals("dns"))
                .findFirst()
                .orElseThrow();
        List<String> users = rows.stream()
                .filter(row -> row.getFirst().equals("users"))
                .findFirst()
                .orElseThrow();
        assertThat(rows).allMatch(row -> row.size() == header.size());
        assertThat(dns.get(header.indexOf("name_cached"))).isEqualTo("0.9");
        assertThat(dns.get(header.indexOf("name_s1_to_dead"))).isEqualTo("6");
        assertThat(dns.get(header.indexOf("name_s1_dead_time"))).isEqualTo("5.5");
        assertThat(dns.get(header.indexOf("name_s2_dead_share"))).isEmpty();
        assertThat(users.get(header.indexOf("name_cached"))).isEmpty();
    }
}
