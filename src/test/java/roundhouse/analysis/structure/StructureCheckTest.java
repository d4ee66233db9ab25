package roundhouse.analysis.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.analysis.structure.CheckedSystems.BALANCER;
import static roundhouse.analysis.structure.CheckedSystems.SERVER;
import static roundhouse.analysis.structure.CheckedSystems.USERS;
import static roundhouse.analysis.structure.CheckedSystems.clients;
import static roundhouse.analysis.structure.CheckedSystems.findings;
import static roundhouse.analysis.structure.CheckedSystems.rate;
import static roundhouse.analysis.structure.CheckedSystems.read;
import static roundhouse.analysis.structure.CheckedSystems.text;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.SampleFiles;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.parts.Distribution;

/** What the structure check says of a topology as a whole; what it says of its parts stands in the tests of these. */
final class StructureCheckTest {
    @Test
    void saysNothingOfASoundTopology() {
        assertThat(findings(USERS + "," + BALANCER + "," + SERVER, "users lb", "lb s1"))
                .isEmpty();
    }

    @Test
    void nobodyAndNothing() {
        assertThat(findings("", ""))
                .containsExactly(
                        "error: the topology: has no clients, so nothing ever happens",
                        "error: the topology: has no server, so no request is ever answered");
    }

    @Test
    void looseEnds() {
        assertThat(findings(USERS + "," + BALANCER + "," + SERVER, ""))
                .containsExactly(
                        "error: users: is linked to nothing, so its requests reach no target",
                        "error: lb: has no targets, so it refuses every request",
                        "warning: lb: no request can get here; link it to clients, to a load balancer they use or to a server that calls it",
                        "warning: s1: no request can get here; link it to clients, to a load balancer they use or to a server that calls it");
    }

    @Test
    void timeoutsAndTiming() {
        assertThat(findings(clients(rate("400/s") + ", \"timeout\": \"2ms\"") + "," + SERVER, "users s1"))
                .containsExactly(
                        "warning: users: its timeout of 2ms is not longer than the mean service time of s1, so most requests there time out");
        Topology topology = read(
                text(USERS + "," + SERVER, "users s1")
                        .replace(
                                "\"links\"",
                                "\"duration\": \"10s\", \"warm-up\": \"10s\", \"scenario\": [ { \"at\": \"11s\", \"crash\": \"s1\" } ], \"links\""));
        assertThat(findings(topology))
                .containsExactly(
                        "warning: the topology: the warm-up of 10s leaves nothing of the 10s to measure",
                        "note: the scenario: the command at 11s comes after the end at 10s");
    }

    @Test
    void aStoreThatIsNotLinkedAndOneThatIsTooSmall() {
        String app = "{ \"id\": \"s1\", \"kind\": \"server\", \"cores\": 2, \"service\": \"4ms\","
                + " \"state\": { \"store\": \"redis\" } }";
        String store = "{ \"id\": \"redis\", \"kind\": \"server\", \"cores\": 1, \"service\": \"5ms\" }";
        assertThat(findings(USERS + "," + BALANCER + "," + app + "," + store, "users lb", "lb s1"))
                .containsExactly(
                        "error: s1: keeps its sessions in redis but is not linked to it, so every request fails",
                        "warning: redis: no request can get here; link it to clients, to a load balancer they use or to a server that calls it");
        assertThat(findings(USERS + "," + BALANCER + "," + app + "," + store, "users lb", "lb s1", "s1 redis"))
                .singleElement()
                .asString()
                .startsWith("error: redis: no capacity: offered 400 requests/s, can serve 200");
    }

    @Test
    void whatIsSentToANodeThatTakesNothing() {
        Topology sound = read(text(USERS + "," + BALANCER + "," + SERVER, "users lb", "lb s1"));
        Topology backwards = sound.with(Link.of("lb", "users", new Distribution.Fixed(Duration.ofMillis(1))));
        assertThat(findings(backwards))
                .contains("error: lb: sends requests to users, a node of the kind clients, which takes none");
    }

    @Test
    void whatTheScenarioAddsCountsAsThere() {
        Topology topology = read(text(USERS + "," + BALANCER, "users lb")
                .replace(
                        "\"links\"",
                        "\"scenario\": [ { \"at\": \"1s\", \"add\": " + SERVER
                                + ", \"links\": [ { \"from\": \"lb\", \"to\": \"s1\" } ] } ], \"links\""));
        assertThat(findings(topology)).isEmpty();
    }

    @Test
    void aLongChainOfBalancersIsNoTrouble() {
        StringBuilder nodes = new StringBuilder(USERS + "," + SERVER);
        List<String> links = new ArrayList<>(List.of("users b0"));
        for (int i = 0; i < 5_000; i++) {
            nodes.append(",").append(BALANCER.replace("lb", "b" + i));
            links.add("b" + i + " " + (i == 4_999 ? "s1" : "b" + (i + 1)));
        }
        assertThat(findings(nodes.toString(), links.toArray(String[]::new))).isEmpty();
    }

    @Test
    void noSampleHasAnError() throws IOException {
        assertThat(SampleFiles.all())
                .allSatisfy(
                        file -> assertThat(StructureCheck.of(((ReadResult.Read) TopologyFile.read(file)).topology()))
                                .noneMatch(finding -> finding.severity() == Finding.Severity.ERROR));
    }
}
