package roundhouse.topology.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.registry.Placements;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.RandomTopologies;
import roundhouse.topology.Topology;
import roundhouse.topology.expectations.Figure;
import roundhouse.topology.files.ReadErrorsTest;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

/** The schema and the program agree about shapes. */
final class SchemaTest {
    @Test
    void isNamedByEveryFileThatIsWritten() {
        assertThat(Schema.SHIPPED.getId()).isEqualTo(TopologyFile.SCHEMA);
        assertThat(TopologyFile.format(Topology.EMPTY)).contains("\"$schema\": \"" + TopologyFile.SCHEMA + "\"");
    }

    @ParameterizedTest
    @MethodSource("roundhouse.SampleFiles#all")
    void takesEverySample(Path sample) throws IOException {
        assertThat(Schema.errors(Files.readString(sample))).isEmpty();
    }

    @Test
    void takesWhateverIsWritten() {
        for (long seed = 0; seed < 500; seed++) {
            String text = TopologyFile.format(RandomTopologies.of(seed));
            assertThat(Schema.errors(text)).as("seed %d:%n%s", seed, text).isEmpty();
        }
    }

    @Test
    void takesTheShortAndTheLongWayOfWriting() {
        String text = """
                { "format": 1,
                  "nodes": [
                    { "id": "c", "kind": "clients", "arrivals": { "type": "curve", "points": [["0s", "1/s"], { "at": "1s", "rate": "2/s" }] },
                      "connection": { "type": "per-request" }, "regions": { "eu": 2, "us": 1 }, "requests": [ {} ] },
                    { "id": "b", "kind": "load-balancer", "tls": "terminate", "algorithm": { "type": "random" } },
                    { "id": "s", "kind": "server", "service": { "type": "fixed", "value": "3 ms" }, "queue": "unbounded" } ],
                  "links": [ { "from": "c", "to": "b" }, { "from": "b", "to": "s", "limit": "unlimited" } ] }
                """;
        assertThat(Schema.errors(text)).isEmpty();
        assertThat(TopologyFile.parse(text)).isInstanceOf(ReadResult.Read.class);
    }

    @Test
    void knowsEveryAlgorithm() {
        for (Algorithm algorithm : Algorithm.values()) {
            String text =
                    "{ \"format\": 1, \"nodes\": [ { \"id\": \"b\", \"kind\": \"load-balancer\", \"algorithm\": \""
                            + algorithm.key() + "\" } ] }";
            assertThat(Schema.errors(text)).isEmpty();
        }
    }

    @Test
    void knowsEveryPlacementAndHashFunction() {
        List<String> settings = new ArrayList<>();
        Placements.all().forEach(placement -> settings.add("\"placement\": \"" + placement.key() + "\""));
        for (HashFunction function : HashFunction.ofTexts()) {
            settings.add("\"hash\": \"" + function.key() + "\"");
            settings.add("\"hash\": \"" + function.avalanched().key() + "\"");
        }
        for (String setting : settings) {
            assertThat(Schema.errors(hash(setting))).as(setting).isEmpty();
        }
        assertThat(Schema.errors(hash("\"hash\": \"rot13\""))).isNotEmpty();
    }

    @Test
    void knowsEveryFigure() {
        for (Figure figure : Figure.ALL) {
            assertThat(Schema.errors(expecting(figure.name() + " of s1 <= 5")))
                    .as(figure.name())
                    .isEmpty();
        }
        assertThat(Schema.errors(expecting("p99 < 200 ms during 1.5s .. 1min"))).isEmpty();
        assertThat(Schema.errors(expecting(" lb-2 takes  over within 1.5 s of crash lb-1 ")))
                .isEmpty();
        assertThat(Schema.errors(expecting("p98 < 200ms"))).isNotEmpty();
    }

    private static String expecting(String expectation) {
        return "{ \"format\": 1, \"expect\": [ \"" + expectation + "\" ] }";
    }

    private static String hash(String setting) {
        return "{ \"format\": 1, \"nodes\": [ { \"id\": \"b\", \"kind\": \"load-balancer\","
                + " \"algorithm\": { \"type\": \"hash\", " + setting + " } } ] }";
    }

    @ParameterizedTest
    @MethodSource({
        "roundhouse.topology.files.MistakesInValues#unknownNames",
        "roundhouse.topology.files.MistakesInValues#missing",
        "roundhouse.topology.files.MistakesInValues#numbers",
        "roundhouse.topology.checks.MistakesInMeaning#shapes",
        "roundhouse.topology.checks.MistakesInMeaning#layer4",
        "roundhouse.topology.checks.MistakesInExpectations#shapes"
    })
    void refusesWhatTheProgramRefuses(String found, String replacement, String problem) {
        assertThat(Schema.errors(ReadErrorsTest.broken(found, replacement))).isNotEmpty();
    }
}
