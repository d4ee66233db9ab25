package roundhouse.analysis.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.analysis.checklist.Advice.Severity;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Report;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Server;

/** Storage, connections and bandwidth: how full they are, and that the fix empties them. */
class CapacityAdviceTest {
    private static Topology read(String users, String web, String db, String links, String more) {
        return ((ReadResult.Read) TopologyFile.parse("""
                { "format": 1, "duration": "20s", "warm-up": "1s", "nodes": [
                  { "id": "users", "kind": "clients", "arrivals": { "type": "poisson", "rate": "100/s" }, "timeout": "1s" %s },
                  { "id": "web", "kind": "server", "service": "1ms", "cores": 4, "data": { "store": "db" } %s },
                  { "id": "db", "kind": "database", "read": "2ms", "cores": 2 %s } ],
                  "links": [ { "from": "users", "to": "web" }, { "from": "web", "to": "db" %s } ] %s }
                """.formatted(users, web, db, links, more))).topology();
    }

    private static Report ran(Topology topology) {
        Run run = Run.of(topology);
        run.runUntil(20_000_000_000L);
        return run.report();
    }

    private static List<Advice> answers(Topology topology, String begins) {
        return Checklist.of(topology, null).stream()
                .filter(advice -> advice.text().startsWith(begins))
                .toList();
    }

    private static Advice only(Topology topology, String begins) {
        List<Advice> answers = answers(topology, begins);
        assertThat(answers).hasSize(1);
        return answers.getFirst();
    }

    /** A million keys of 1 KiB are 977 MiB; of 100 requests a second a tenth writes, which is 844 MiB a day. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.9 | 512MiB | ERROR   | 977 MiB of 512 MiB, 191 % full | its keys are more than it holds
            0.9 | 1GiB   | WARNING | 977 MiB of 1.0 GiB, 95 % full    | grows by 844 MiB a day and is full in 0.1 days
            0.9 | 10GiB  | WARNING | 977 MiB of 10.0 GiB, 9.5 % full  | grows by 844 MiB a day and is full in 11 days
            0.9 | 100GiB | GOOD    | 977 MiB of 100 GiB, 1.0 % full   | is full in 120 days
            1   | 100GiB | GOOD    | 977 MiB of 100 GiB, 1.0 % full   | nothing is written
            """)
    void saysHowFullADiskIsAndWhenItIsFull(
            String reads, String storage, Severity severity, String figure, String text) {
        Topology topology = read(
                ", \"reads\": " + reads + ", \"keys\": { \"type\": \"uniform\", \"count\": 1000000 }",
                "",
                ", \"storage\": \"" + storage + "\"",
                "",
                "");
        Advice advice = only(topology, "storage");
        assertThat(advice.severity()).isEqualTo(severity);
        assertThat(advice.where()).isEqualTo("db");
        assertThat(advice.figure()).isEqualTo(figure);
        assertThat(advice.text()).contains(text);
        if (severity != Severity.GOOD) {
            Topology after = Objects.requireNonNull(advice.fix()).after();
            assertThat(only(after, "storage").severity()).isEqualTo(Severity.GOOD);
            // 977 MiB and ninety days of 844 MiB.
            assertThat(((Database) after.node("db").orElseThrow()).storage()).isEqualTo(76L << 30);
        }
    }

    @Test
    void saysNothingOfDisksOfWhichNobodySpeaks() {
        assertThat(answers(read("", "", "", "", ""), "storage")).isEmpty();
        assertThat(answers(read("", "", "", "", ""), "connections")).isEmpty();
    }

    /** Three copies on five members are three fifths of the data on each. */
    @Test
    void membersOfAStoreShareItsKeys() {
        Topology topology = ((ReadResult.Read) TopologyFile.parse("""
                { "format": 1, "nodes": [
                  { "id": "users", "kind": "clients", "arrivals": { "type": "poisson", "rate": "1/s" },
                    "keys": { "type": "uniform", "count": 1048576 } },
                  { "id": "web", "kind": "server", "service": "1ms", "data": { "store": "kv" } },
                  { "id": "m1", "kind": "database", "read": "1ms", "storage": "1GiB" },
                  { "id": "m2", "kind": "database", "read": "1ms" }, { "id": "m3", "kind": "database", "read": "1ms" },
                  { "id": "m4", "kind": "database", "read": "1ms" }, { "id": "m5", "kind": "database", "read": "1ms" } ],
                  "links": [ { "from": "users", "to": "web" }, { "from": "web", "to": "m1" }, { "from": "web", "to": "m2" },
                    { "from": "web", "to": "m3" }, { "from": "web", "to": "m4" }, { "from": "web", "to": "m5" } ],
                  "stores": [ { "id": "kv", "members": ["m1", "m2", "m3", "m4", "m5"],
                    "replication": { "mode": "leaderless", "n": 3 } } ] }
                """)).topology();
        assertThat(only(topology, "storage").figure()).isEqualTo("614 MiB of 1.0 GiB, 60 % full");
    }

    @Test
    void connectionsAreDemandedByLittlesLaw() {
        Topology topology = read("", "", ", \"connections\": 100", "", "");
        // 100 reads a second of 2 ms on two cores: 0.2 at once, and a wait of a hundredth of that.
        Advice before = only(topology, "connections");
        assertThat(before.figure()).isEqualTo("at least 0.2 of 100 at the peak");
        assertThat(before.severity()).isEqualTo(Severity.GOOD);
        assertThat(before.text()).isEqualTo("connections: enough for 495.00 times as much");
    }

    @Test
    void aRunThatTookAllOfThemIsSaidAndMended() {
        Topology topology = read("", ", \"connections\": 1", "", "", "");
        Advice advice = Checklist.of(topology, ran(topology)).stream()
                .filter(each -> each.text().startsWith("connections"))
                .findFirst()
                .orElseThrow();
        assertThat(advice.where()).isEqualTo("web");
        assertThat(advice.severity()).isEqualTo(Severity.WARNING);
        assertThat(advice.figure()).endsWith(" of 1 on average, 1 at most in the run");
        Topology after = Objects.requireNonNull(advice.fix()).after();
        assertThat(((Server) after.node("web").orElseThrow()).connections()).isEqualTo(2);
    }

    /** Clients in a loop offer what they get: before a run nobody knows how much, after it what the link carried is counted. */
    @Test
    void bandwidthIsCountedFromARunToo() {
        Topology topology = ((ReadResult.Read) TopologyFile.parse("""
                { "format": 1, "duration": "20s", "warm-up": "1s", "nodes": [
                  { "id": "users", "kind": "clients", "arrivals": { "type": "closed", "think": "8ms" }, "users": 2,
                    "values": { "min": 10000 } },
                  { "id": "web", "kind": "server", "service": "1ms", "cores": 4 } ],
                  "links": [ { "from": "users", "to": "web", "latency": "0ms", "bandwidth": 100 } ] }
                """)).topology();
        assertThat(answers(topology, "bandwidth")).isEmpty();
        Advice advice = Checklist.of(topology, ran(topology)).stream()
                .filter(each -> each.text().startsWith("bandwidth"))
                .findFirst()
                .orElseThrow();
        assertThat(advice.figure()).matches("1\\d\\.\\d of 100 Mbit/s back in the run");
    }
}
