package roundhouse.topology.declarations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.topology.annotations.Annotation;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.NodeKinds;
import roundhouse.topology.stores.Store;

/** What stands in the document's lists: nodes, links, stores, annotations and expectations. */
final class DocumentListsTest {
    static List<Arguments> placed() {
        return List.of(
                Arguments.of(
                        new NodeItem(),
                        "{ \"id\": \"s1\", \"kind\": \"server\", \"service\": \"1ms\" }",
                        "s1",
                        "nodes are placed on the canvas",
                        "node"),
                Arguments.of(
                        new LinkItem(),
                        "{ \"from\": \"a\", \"to\": \"b\" }",
                        "a → b",
                        "links are drawn on the canvas",
                        "link"),
                Arguments.of(
                        new StoreItem(),
                        "{ \"id\": \"o\", \"members\": [\"a\", \"b\"], \"replication\": { \"mode\": \"consensus\" } }",
                        "o",
                        "stores are made of databases on the canvas",
                        "store"),
                Arguments.of(
                        new AnnotationItem(),
                        "{ \"id\": \"n1\", \"x\": 1, \"y\": 2, \"text\": \"Look\" }",
                        "n1",
                        "annotations are put on the canvas",
                        "annotation"));
    }

    @ParameterizedTest
    @MethodSource("placed")
    <E> void whatIsPlacedIsReadAndWrittenAndNotTyped(
            PlacedItem<E> item, String text, String line, String placed, String part) {
        ListedTrial<E> trial = new ListedTrial<>(item);
        assertThat(trial.refusal(text)).isEmpty();
        E read = Objects.requireNonNull(trial.read(text));
        assertThat(trial.read(trial.written(read))).isEqualTo(read);
        assertThat(trial.checked(read)).isEmpty();
        assertThat(item.line(read)).isEqualTo(line);
        assertThat(item.parse("x")).isEqualTo(new Parsed.Wrong<>("found \"x\"; " + placed));
        assertThat(item.plural()).isEqualTo(placed.substring(0, placed.indexOf(' ')));
        assertThat(item.example()).isEmpty();
        assertThat(trial.schema(part)).startsWith("{ \"$ref\": \"#/$defs/" + part + "\" }");
        assertThat(trial.read("7")).isNull();
        assertThat(trial.refusal("7")).singleElement().asString().startsWith("/list/0 ");
    }

    @Test
    void whatTheyAreMadeOfIsFoundByReferences() {
        assertThat(new NodeItem().parts()).isEqualTo(List.copyOf(NodeKinds.all().values()));
        assertThat(new StoreItem().parts()).isEqualTo(List.of(Store.SETTINGS));
        assertThat(new AnnotationItem().parts()).isEqualTo(List.of(Annotation.SETTINGS));
        assertThat(new LinkItem().parts()).isEmpty();
        assertThat(Link.SETTINGS.what()).isEqualTo("a link");
    }

    @Test
    void anAnnotationIsCheckedByItself() {
        Annotation wide = new Annotation("n", Annotation.Kind.NOTE, "x".repeat(10_001), 0, 0, 100, 100, false);
        assertThat(new ListedTrial<>(new AnnotationItem()).checked(wide)).isNotEmpty();
    }

    @Test
    void anExpectationIsALineOfText() {
        ExpectationItem item = new ExpectationItem();
        ListedTrial<Expectation> trial = new ListedTrial<>(item);
        Expectation read = Objects.requireNonNull(trial.read("\"p99 < 200ms during 10s..40s\""));
        assertThat(trial.written(read)).isEqualTo("\"p99 < 200ms during 10s..40s\"");
        assertThat(item.line(read)).isEqualTo("p99 < 200ms during 10s..40s");
        assertThat(item.parse("p99 < 200ms during 10s..40s")).isEqualTo(new Parsed.Value<>(read));
        assertThat(trial.checked(read)).isEmpty();
        assertThat(item.plural()).isEqualTo("expectations");
        assertThat(trial.schema("expectation")).startsWith("{ \"$ref\": \"#/$defs/expectation\" }");
    }

    @Test
    void whatIsNoExpectationSaysWhy() {
        ListedTrial<Expectation> trial = new ListedTrial<>(new ExpectationItem());
        assertThat(trial.refusal("7"))
                .containsExactly("/list/0 found 7; an expectation is a text in quotes, like \"p99 < 200ms\"");
        assertThat(trial.refusal("\"p98 < 200ms\"")).singleElement().asString().startsWith("/list/0 ");
        assertThat(trial.read("\"p98 < 200ms\"")).isNull();
    }

    /** What a form shows while it is empty can itself be typed. */
    @Test
    void theExamplesOfLinesAreRight() {
        assertThat(new ExpectationItem().example().lines())
                .hasSize(2)
                .allSatisfy(
                        line -> assertThat(new ExpectationItem().parse(line)).isInstanceOf(Parsed.Value.class));
        assertThat(TopologySettings.SETTINGS.fields(roundhouse.topology.Topology.EMPTY, "").stream()
                        .filter(field -> field.key().equals("expect"))
                        .findFirst()
                        .orElseThrow()
                        .editor())
                .isEqualTo(new Editor.Lines(new ExpectationItem().example()));
    }
}
