package roundhouse.topology.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.json.Problem;
import roundhouse.topology.nodes.Link;

/** Weights that a placement cannot hold, in a document and by what its scenario makes of it. */
final class PlacementScenarioTest {
    private static final String DOCUMENT = """
            { "format": 1,
              "nodes": [ { "id": "users", "kind": "clients", "arrivals": { "type": "poisson", "rate": "1/s" } },
                         { "id": "lb", "kind": "load-balancer", "algorithm": "ALGORITHM" },
                         { "id": "a", "kind": "server", "service": "1ms" },
                         { "id": "b", "kind": "server", "service": "1ms" } ],
              "links": [ { "from": "users", "to": "lb" }, { "from": "lb", "to": "a", "weight": 60000 }, { "from": "lb", "to": "b", "weight": B } ],
              "scenario": [ SCENARIO ] }
            """;
    private static final String HEAVY = "lb cannot place keys on its targets: ";

    private static List<String> problems(String algorithm, int weight, String scenario) {
        String text = DOCUMENT.replace("ALGORITHM", algorithm)
                .replace("B }", weight + " }")
                .replace("SCENARIO", scenario);
        return TopologyFile.parse(text) instanceof ReadResult.Refused(List<Problem> problems)
                ? problems.stream()
                        .map(problem -> problem.pointer() + " " + problem.message())
                        .toList()
                : List.of();
    }

    @Test
    void theHeaviestLinkIsNamed() {
        assertThat(problems("hash", 1, "")).isEmpty();
        assertThat(problems("round-robin", 65_535, "")).isEmpty();
        assertThat(problems("hash", 65_535, "")).singleElement().asString().startsWith("/links/2/weight " + HEAVY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { "at": "1s", "weight": 65535, "from": "lb", "to": "b" } | /scenario/0
            { "at": "2s", "weight": 65535, "from": "lb", "to": "b" }, { "at": "1s", "weight": 65535, "from": "lb", "to": "b" } | /scenario/1
            { "at": "1s", "weight": 40000, "from": "lb", "to": "b" } | ``
            { "at": "1s", "remove": "a" }, { "at": "2s", "weight": 65535, "from": "lb", "to": "b" } | ``
            { "at": "1s", "remove": "lb" }, { "at": "2s", "weight": 65535, "from": "lb", "to": "b" } | ``
            { "at": "1s", "algorithm": "round-robin", "of": "lb" }, { "at": "2s", "weight": 65535, "from": "lb", "to": "b" } | ``
            { "at": "1s", "algorithm": "round-robin", "of": "lb" }, { "at": "2s", "weight": 65535, "from": "lb", "to": "b" }, { "at": "3s", "algorithm": "hash", "of": "lb" } | /scenario/2
            { "at": "1s", "add": { "id": "c", "kind": "server", "service": "1ms" }, "links": [ { "from": "lb", "to": "c", "weight": 65535 } ] } | /scenario/0
            { "at": "1s", "add": { "id": "l2", "kind": "load-balancer", "algorithm": "hash" }, "links": [ { "from": "l2", "to": "a", "weight": 60000 }, { "from": "l2", "to": "b" } ] }, { "at": "2s", "weight": 65535, "from": "l2", "to": "b" } | /scenario/1
            { "at": "1s", "crash": "a" } | ``
            """)
    void theScenarioIsFollowedInTheOrderOfTime(String scenario, String pointer) {
        List<String> found = problems("hash", 1, scenario);
        if (pointer.isEmpty()) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found)
                    .singleElement()
                    .asString()
                    .startsWith(pointer + " ")
                    .contains(" cannot place keys on its targets: ");
        }
    }

    @Test
    void aLinkThatIsDrawnIsRefusedForItsWeight() {
        String text =
                DOCUMENT.replace("ALGORITHM", "hash").replace("B }", "1 }").replace("SCENARIO", "");
        Topology topology = ((ReadResult.Read) TopologyFile.parse(text)).topology();
        Link heavy = GraphTrial.link("lb > c").weighted(65_535);
        Topology more = topology.with(GraphTrial.node("c server"));
        assertThat(PlacementChecks.refusal(more)).isEmpty();
        assertThat(PlacementChecks.refusal(more.with(heavy)))
                .hasValueSatisfying(reason -> assertThat(reason).startsWith(HEAVY));
        assertThat(Validation.linkProblem(more, heavy)).isPresent();
        assertThat(Validation.linkProblem(more, heavy.weighted(1))).isEmpty();
    }
}
