package roundhouse.topology.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.json.JsonPrinter;
import roundhouse.topology.types.RecordTrial;
import roundhouse.topology.types.TypeTrial;

/** The layer of a load balancer, and what it cannot do at layer 4. */
final class LayerFourTest {
    private static final RecordTrial<LoadBalancer> TRIAL = new RecordTrial<>(LoadBalancer.SETTINGS);

    private final TypeTrial<Integer> layers = new TypeTrial<>(new LayerType());

    private static List<String> refusal(String more) {
        return TRIAL.refusal("{ \"id\": \"lb\", \"kind\": \"load-balancer\", " + more + " }");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "algorithm": "hash"    | /algorithm it: hash needs layer 7; a layer-4 balancer sees addresses and ports only, not keys; ip-hash goes by the address
            "sticky": "cookie"     | /sticky it: sticky by cookie needs layer 7; a layer-4 balancer sees addresses and ports only, not cookies
            "sticky": { "by": "header", "header": "x" } | /sticky it: sticky by header needs layer 7; a layer-4 balancer sees addresses and ports only, not headers
            "cache": { "capacity": 5 } | /cache it: cache needs layer 7; a layer-4 balancer sees addresses and ports only, not what is asked for
            "breaker": {}          | /breaker it: a breaker needs layer 7; a layer-4 balancer sees no replies to judge by
            "limits": [ { "type": "shed", "most": 5 }, { "type": "deny", "path": "/x" } ] | /limits/1 it: limits by session, header, method or path need layer 7; a layer-4 balancer sees addresses and ports only
            "rules": [ { "path": "/a", "pool": "a" } ] | /rules it: rules need layer 7; a layer-4 balancer sees addresses and ports only, not paths, headers or cookies
            """)
    void whatReadsRequestsNeedsLayer7(String setting, String problem) {
        assertThat(refusal("\"layer\": 4, " + setting)).containsExactly(problem);
        assertThat(refusal("\"layer\": 7, " + setting)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"algorithm\": \"ip-hash\"",
                "\"sticky\": \"address\"",
                "\"tls\": \"terminate\"",
                "\"limits\": [ { \"type\": \"shed\", \"most\": 5 } ]",
                "\"queue\": { \"by\": \"shared\" }"
            })
    void whatGoesByAddressesDoesAtLayer4(String setting) {
        assertThat(refusal("\"layer\": 4, " + setting)).isEmpty();
    }

    @Test
    void withDirectReturnItWorksAtLayer4AndTerminatesNoTls() {
        String sentence =
                " it: with direct return only requests pass it, so that it works at layer 4 and cannot terminate TLS";
        String direct = "\"profile\": \"ipvs-direct-return\"";
        assertThat(refusal(direct)).isEmpty();
        assertThat(refusal(direct + ", \"layer\": 7")).containsExactly("/layer" + sentence);
        assertThat(refusal(direct + ", \"tls\": \"terminate\"")).containsExactly("/tls" + sentence);
        assertThat(refusal("\"profile\": \"cloud-layer-4\", \"tls\": \"terminate\""))
                .isEmpty();
    }

    @Test
    void aFormShowsRulesAndTheCacheAtLayer7() {
        LoadBalancer at7 = OneOfEach.BALANCER;
        assertThat(TRIAL.shown(at7)).contains("rules", "cache");
        assertThat(TRIAL.shown(at7.with(LoadBalancer.LAYER, 4))).doesNotContain("rules", "cache");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 7})
    void aLayerIsOneOfTwoNumbers(int layer) {
        String text = Integer.toString(layer);
        assertThat(layers.read(text)).isEqualTo(layer);
        assertThat(layers.written(layer)).isEqualTo(text);
        assertThat(layers.checked(layer)).isEmpty();
        assertThat(layers.field(layer).read().apply(layer)).isEqualTo(text);
        assertThat(layers.typed(11 - layer, text)).isEqualTo(layer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "7.0", "\"7\"", "true"})
    void anotherLayerIsRefused(String value) {
        assertThat(layers.readOrNull(value)).isNull();
        assertThat(new TypeTrial<>(new LayerType()).refusal(value))
                .containsExactly("k is " + value + "; 4 (connections) or 7 (requests) is allowed");
    }

    @Test
    void checksFormsAndTheSchemaKnowTheSameTwoLayers() {
        assertThat(layers.checked(5)).containsExactly("it: k is 5; 4 (connections) or 7 (requests) is allowed");
        assertThat(layers.typed(7, "five")).isEqualTo("no: found \"five\"; 4 (connections) or 7 (requests) is allowed");
        assertThat(layers.schema()).isEqualTo("{ \"enum\": [4, 7] }");
        assertThat(((Editor.Choice) layers.field(7).editor()).options())
                .extracting(Editor.Option::key)
                .containsExactly("7", "4");
    }

    @Test
    void theSchemaSaysWhatCannotBeAtLayer4() {
        assertThat(JsonPrinter.printLine(Layer4.schema()))
                .startsWith("{ \"if\": { \"properties\": { \"layer\": { \"const\": 4 } }, \"required\": [\"layer\"] },"
                        + " \"then\": { \"properties\": { \"sticky\": ")
                .contains("\"rules\": { \"maxItems\": 0 }, \"cache\": false, \"algorithm\": { \"not\": ");
    }
}
