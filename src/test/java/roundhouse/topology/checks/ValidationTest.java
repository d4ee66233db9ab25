package roundhouse.topology.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import roundhouse.topology.Command;
import roundhouse.topology.Deletion;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.files.TopologyFileTest;
import roundhouse.topology.json.Problem;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.nodes.parts.Sticky;

/** What the window may and may not do to a topology. */
final class ValidationTest {
    private static final Topology TOPOLOGY = TopologyFileTest.read("""
            { "format": 1,
              "nodes": [ { "id": "users", "kind": "clients", "arrivals": { "type": "poisson", "rate": "1/s" } },
                         { "id": "lb1", "kind": "load-balancer" }, { "id": "lb2", "kind": "load-balancer" },
                         { "id": "s1", "kind": "server", "service": "3ms" },
                         { "id": "s2", "kind": "server", "service": "3ms" } ],
              "links": [ { "from": "users", "to": "lb1" }, { "from": "lb1", "to": "lb2" }, { "from": "lb2", "to": "s1" } ],
              "scenario": [ { "at": "1s", "weight": 2, "from": "lb2", "to": "s1" }, { "at": "2s", "crash": "s1" },
                            { "at": "3s", "add": { "id": "s3", "kind": "server", "service": "3ms" },
                              "links": [ { "from": "lb1", "to": "s3" }, { "from": "lb2", "to": "s3" } ] } ],
              "expect": [ "failed < 1%", "p99 of lb1 < 5ms", "max queue of s1 < 5", "ok of s3 > 1" ],
              "layout": { "s1": [0, 0], "s3": [0, 120] } }
            """);

    @Test
    void linksThatMayBe() {
        assertThat(Validation.linkProblem(TOPOLOGY, "lb2", "s2")).isEmpty();
        assertThat(Validation.linkProblem(TOPOLOGY, "lb1", "s1")).isEmpty();
        assertThat(Validation.linkProblem(TOPOLOGY, "s1", "s2")).isEmpty();
        assertThat(Validation.linkProblem(Deletion.ofLink(TOPOLOGY, "users", "lb1"), "users", "s1"))
                .isEmpty();
    }

    @Test
    void linksThatMayNot() {
        assertThat(Validation.linkProblem(TOPOLOGY, "lb2", "lb1"))
                .hasValue("load balancers send requests in a circle: lb1 → lb2 → lb1; a request would never arrive");
        assertThat(Validation.linkProblem(TOPOLOGY, "users", "s1"))
                .hasValue(
                        "clients send everything over one link, and users is already linked to lb1; put a load balancer between");
        assertThat(Validation.linkProblem(TOPOLOGY, "lb2", "s1")).hasValue("lb2 is already linked to s1");
        assertThat(Validation.linkProblem(TOPOLOGY, "s1", "lb1"))
                .hasValue("servers call each other in a circle: lb1 → lb2 → s1 → lb1; a request would never arrive");
    }

    @Test
    void editsOfRecordsAreCheckedLikeFiles() {
        LoadBalancer lb = (LoadBalancer) TOPOLOGY.node("lb1").orElseThrow();
        LoadBalancer bad = lb.with(LoadBalancer.LAYER, 4)
                .with(LoadBalancer.CORES, 0)
                .with(LoadBalancer.COST, lb.cost().negated())
                .with(LoadBalancer.STICKY, Sticky.of(Sticky.By.COOKIE));
        assertThat(Validation.problems(TOPOLOGY.with(bad)))
                .extracting(Problem::toString)
                .containsExactly(
                        "/nodes/1/cores: \"lb1\": cores is 0; a whole number from 1 to 1,024 is allowed",
                        "/nodes/1/cost: \"lb1\": cost is negative; a duration from 0s to 8760h is allowed",
                        "/nodes/1/sticky: \"lb1\": sticky by cookie needs layer 7; a layer-4 balancer sees addresses and ports only, not cookies");
        Link negative =
                Link.of("lb2", "s2", new Distribution.Fixed(Duration.ZERO)).weighted(-1);
        assertThat(Validation.problems(TOPOLOGY.with(negative)))
                .extracting(Problem::toString)
                .containsExactly(
                        "/links/3/weight: the link from \"lb2\" to \"s2\": weight is -1; a whole number from 0 to 65,535 is allowed");
        assertThat(Validation.problems(TOPOLOGY.withScenario(
                        List.of(new TimedCommand(Duration.ZERO, new Command.Revise(Topology.EMPTY))))))
                .extracting(Problem::toString)
                .containsExactly("/scenario/0: the command at 0s: a file's scenario cannot replace the whole topology");
    }

    @Test
    void nothingIsExpectedOfWhatIsTakenAway() {
        assertThat(Deletion.of(TOPOLOGY, Set.of("lb1", "s1")).expect())
                .extracting(Expectation::text)
                .containsExactly("failed < 1%", "ok of s3 > 1");
        assertThat(TOPOLOGY.withScenario(List.of()).expect())
                .extracting(Expectation::text)
                .containsExactly("failed < 1%", "p99 of lb1 < 5ms", "max queue of s1 < 5");
    }

    @Test
    void onlyAPairTakesOverFromEachOther() {
        Expectation takeover = new Expectation.Takeover("lb1", java.time.Duration.ofSeconds(4), "lb2");
        Topology expecting = TOPOLOGY.withExpect(List.of(takeover));
        assertThat(Validation.problems(expecting))
                .extracting(Problem::toString)
                .containsExactly(
                        "/expect/0: the expectation \"lb1 takes over within 4s of crash lb2\": lb1 and lb2 share no address; a link with a heartbeat makes a pair of them");
        Topology pair = TopologyFileTest.read(TopologyFile.format(TOPOLOGY)
                .replace("\"to\": \"lb2\"", "\"to\": \"lb2\", \"heartbeat\": true")
                .replace("\"failed < 1%\"", "\"lb1 takes over within 4s of crash lb2\""));
        assertThat(pair.expect()).contains(takeover);
        assertThat(Deletion.ofLink(pair, "lb1", "lb2").expect()).doesNotContain(takeover);
        assertThat(Deletion.of(pair, Set.of("lb1")).expect()).doesNotContain(takeover);
    }

    @Test
    void whatIsTakenAwayLeavesATopologyThatCanBeSaved() {
        for (String id : List.of("users", "lb1", "lb2", "s1", "s2")) {
            Topology rest = Deletion.of(TOPOLOGY, Set.of(id));
            assertThat(TopologyFile.parse(TopologyFile.format(rest))).as(id).isEqualTo(new ReadResult.Read(rest));
        }
        for (Link link : TOPOLOGY.links()) {
            Topology rest = Deletion.ofLink(TOPOLOGY, link.from(), link.to());
            assertThat(TopologyFile.parse(TopologyFile.format(rest)))
                    .as(link.toString())
                    .isEqualTo(new ReadResult.Read(rest));
        }
    }
}
