package roundhouse.topology.nodes.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.mirrors.UriKey;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.types.TypeTrial;

/** An algorithm is a name or an object with its settings, in files and forms. */
final class BalancingTypeTest {
    private final TypeTrial<Balancing> algorithms = new TypeTrial<>(Balancing.TYPE);

    @ParameterizedTest
    @EnumSource
    void itsNameAloneIsAllElseAsUsual(Algorithm algorithm) {
        Balancing usual = algorithms.read('"' + algorithm.key() + '"');
        assertThat(usual)
                .isEqualTo(new Balancing(algorithm, Duration.ofSeconds(10), algorithm.usualPlacement(), UriKey.PATH))
                .isEqualTo(Balancing.of(algorithm))
                .isEqualTo(algorithms.read("{ \"type\": \"" + algorithm.key() + "\" }"));
        assertThat(algorithms.written(usual)).isEqualTo('"' + algorithm.key() + '"');
        assertThat(algorithms.checked(usual)).isEmpty();
        assertThat(Balancing.TYPE.shown(usual)).isEqualTo(algorithm.key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"type\": \"least-response-time\", \"decay\": \"2s\" }",
                "{ \"type\": \"hash\", \"placement\": \"jump\" }",
                "{ \"type\": \"hash\", \"placement\": \"ring\", \"virtual-nodes\": 7 }",
                "{ \"type\": \"haproxy-source\", \"placement\": \"haproxy-consistent\", \"balance-factor\": 150 }",
                "{ \"type\": \"haproxy-source\", \"hash\": \"wt6+avalanche\" }",
                "{ \"type\": \"haproxy-uri\", \"whole\": true, \"depth\": 2, \"len\": 9 }"
            })
    void whatIsNotAsUsualIsWritten(String object) {
        Balancing read = algorithms.read(object);
        assertThat(algorithms.read(algorithms.written(read))).isEqualTo(read);
        assertThat(algorithms.written(read).replace("\"placement\": \"ring\", ", ""))
                .isEqualTo(object.replace("\"placement\": \"ring\", ", ""));
        assertThat(algorithms.checked(read)).isEmpty();
    }

    @Test
    void itsSettingsAreRead() {
        assertThat(algorithms.read("{ \"type\": \"haproxy-uri\", \"hash\": \"crc32\", \"depth\": 2 }"))
                .isEqualTo(Balancing.of(Algorithm.HAPROXY_URI)
                        .placed(PlacementSettings.of(Placements.HAPROXY_MAP).withHash(HashFunction.CRC32))
                        .byPart(new UriKey(false, 2, 0)));
        assertThat(algorithms.read("{ \"type\": \"least-response-time\", \"decay\": \"2s\" }"))
                .isEqualTo(new Balancing(Algorithm.LEAST_RESPONSE_TIME, Duration.ofSeconds(2)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            {}                                               | an algorithm needs "type", like { "type": "round-robin" }
            { "type": "hash", "decay": "2s" }                | unknown key "decay"; the algorithm hash has type, placement, hash, virtual-nodes, replicas, balance-factor, tokens
            { "type": "random", "virtual-nodes": 7 }         | unknown key "virtual-nodes"; an algorithm has type, decay
            { "type": "haproxy-source", "depth": 7 }         | unknown key "depth"; the algorithm haproxy-source has type, placement, hash, balance-factor
            { "type": "haproxy-uri", "len": 1000000 }        | "len" is 1000000; a whole number from 1 to 999,999 is allowed
            { "type": "haproxy-uri", "placement": "ring" }   | unknown placement "ring"; allowed are haproxy-map, haproxy-consistent
            { "type": "haproxy-uri", "hash": "xxh3" }        | unknown hash function "xxh3"; allowed are sdbm, djb2, wt6, crc32; each also with +avalanche
            { "type": "haproxy-uri", "balance-factor": 99 }  | "balance-factor" is 99; a whole number from 100 to 100,000 is allowed
            """)
    void whatItDoesNotHaveIsRefused(String value, String message) {
        assertThat(algorithms.refusal(value)).containsExactly(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            7                   | 7
            "round"             | "round"
            { "type": "round" } | "round"
            """)
    void onlyNamesOfAlgorithmsAreAllowed(String value, String shown) {
        assertThat(algorithms.refusal(value))
                .containsExactly("unknown algorithm " + shown + "; allowed are " + Balancing.TYPE.allowed());
    }

    @ParameterizedTest
    @EnumSource
    void onlyThoseThatHashHaveSettingsOfTheirOwn(Algorithm algorithm) {
        assertThat(Balancing.hashes(algorithm)).isEqualTo(Balancing.settings(algorithm) != Balancing.SETTINGS);
    }

    @Test
    void noBoundOnLoadGoesWithAMapBasedTable() {
        assertThat(algorithms.checked(algorithms.read("{ \"type\": \"haproxy-source\", \"balance-factor\": 150 }")))
                .containsExactly("it: balance-factor is 150; haproxy-map knows no bound on load");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "round-robin"         | k
            "least-response-time" | k, k.decay
            "hash"                | k, k.placement, k.hash, k.hash.avalanche, k.virtual-nodes, k.replicas, k.balance-factor
            "haproxy-source"      | k, k.placement, k.hash, k.hash.avalanche
            "haproxy-uri"         | k, k.placement, k.hash, k.hash.avalanche, k.whole, k.depth, k.len
            { "type": "haproxy-source", "placement": "haproxy-consistent" } | k, k.placement, k.hash, k.hash.avalanche, k.balance-factor
            """)
    void aFormShowsTheSettingsOfTheAlgorithm(String value, String keys) {
        Balancing balancing = algorithms.read(value);
        assertThat(algorithms.fields(balancing)).extracting(FormField::key).containsExactly(keys.split(", "));
        for (FormField<Balancing> field : algorithms.fields(balancing)) {
            assertThat(TypeTrial.outcome(field, balancing, field.read().apply(balancing)))
                    .as(field.key())
                    .isEqualTo(balancing);
        }
    }

    @Test
    void anotherAlgorithmBeginsAsUsualButWithTheSameDecay() {
        Balancing slow = new Balancing(Algorithm.LEAST_RESPONSE_TIME, Duration.ofSeconds(2));
        assertThat(algorithms.typed(slow, "least-response-time")).isSameAs(slow);
        assertThat(algorithms.typed(slow, "haproxy-uri"))
                .isEqualTo(new Balancing(Algorithm.HAPROXY_URI, Duration.ofSeconds(2)));
        Balancing jump = Balancing.of(Algorithm.HASH).placed(PlacementSettings.of(Placements.JUMP));
        assertThat(algorithms.typed(jump, "hash")).isEqualTo(jump);
        assertThat(algorithms.typed(jump, "random")).isEqualTo(Balancing.of(Algorithm.RANDOM));
        assertThat(algorithms.typed(jump, "round")).asString().startsWith("no: unknown algorithm \"round\"");
    }

    @Test
    void aSettingIsTypedIntoItsPart() {
        Balancing uri = Balancing.of(Algorithm.HAPROXY_URI);
        assertThat(TypeTrial.outcome(algorithms.field(uri, "k.depth"), uri, "3"))
                .isEqualTo(uri.byPart(new UriKey(false, 3, 0)));
        assertThat(TypeTrial.outcome(algorithms.field(uri, "k.placement"), uri, "haproxy-consistent"))
                .isEqualTo(uri.placed(PlacementSettings.of(Placements.HAPROXY_CONSISTENT)));
        assertThat(algorithms.field(uri, "k.hash").editor())
                .isInstanceOfSatisfying(
                        Editor.Choice.class,
                        choice -> assertThat(choice.options())
                                .extracting(Editor.Option::key)
                                .containsExactly("sdbm", "djb2", "wt6", "crc32"));
    }

    @Test
    void itsSchemaIsANameOrOneOfFourObjects() {
        assertThat(algorithms.schema())
                .startsWith("{ \"$ref\": \"#/$defs/algorithm\" }")
                .contains("\"anyOf\"", "\"round-robin\"", "\"decay\"", "\"virtual-nodes\"", "\"depth\"");
        assertThat(Balancing.TYPE.parts())
                .isEqualTo(List.of(
                        Balancing.SETTINGS,
                        Balancing.HASH_SETTINGS,
                        Balancing.SOURCE_SETTINGS,
                        Balancing.URI_SETTINGS));
        assertThat(Balancing.TYPE.allowed()).startsWith("round-robin, ").contains(", hash", ", haproxy-uri");
    }
}
