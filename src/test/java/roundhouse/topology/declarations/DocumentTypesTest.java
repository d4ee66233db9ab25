package roundhouse.topology.declarations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.topology.Place;
import roundhouse.topology.Topology;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.RecordTrial;
import roundhouse.topology.types.TypeTrial;

/** The types that only the document has: a seed, notes, groups of nodes, pairs of numbers, a whole node. */
final class DocumentTypesTest {
    private static final Type<Map<String, Place>> PLACES = TopologySettings.REGIONS.type();

    private final TypeTrial<Long> seed = new TypeTrial<>(new SeedType());
    private final TypeTrial<String> notes = new TypeTrial<>(new NotesType());
    private final TypeTrial<List<List<String>>> groups = new TypeTrial<>(new GroupsType());
    private final TypeTrial<Map<String, Place>> places = new TypeTrial<>(PLACES);
    private final TypeTrial<Node> node = new TypeTrial<>(new NodeType());

    @ParameterizedTest
    @ValueSource(longs = {0, 42, -1, Long.MAX_VALUE, Long.MIN_VALUE})
    void aSeedIsAnyWholeNumberOf64Bits(long value) {
        assertThat(seed.read(Long.toString(value))).isEqualTo(value);
        assertThat(seed.written(value)).isEqualTo(Long.toString(value));
        assertThat(seed.typed(1L, Long.toString(value))).isEqualTo(value);
        assertThat(seed.field(1L).read().apply(value)).isEqualTo(Long.toString(value));
        assertThat(seed.checked(value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "9223372036854775808", "10000000000000000000000", "\"7\"", "true"})
    void noOtherIsASeed(String value) {
        assertThat(seed.refusal(value))
                .singleElement()
                .asString()
                .startsWith("\"k\" is ")
                .endsWith("; a whole number of at most 63 bits is allowed");
        assertThat(seed.readOrNull(value)).isNull();
    }

    @Test
    void aSeedThatIsTypedWrongIsRefused() {
        assertThat(seed.typed(1L, "x")).isEqualTo("no: found \"x\"; a whole number is allowed");
        assertThat(seed.field(1L).editor()).isEqualTo(new Editor.Text("42"));
        assertThat(new SeedType().allowed()).isEqualTo("a whole number");
        assertThat(seed.schema()).contains("-9223372036854775808", "9223372036854775807", "integer");
    }

    @Test
    void notesHaveLinesAndAnEnd() {
        String message = "it: the k has control characters or more than 10,000 characters";
        assertThat(notes.read("\"two\\n\\tlines\"")).isEqualTo("two\n\tlines");
        assertThat(notes.written("a\nb")).isEqualTo("\"a\\nb\"");
        assertThat(notes.checked("a\n\tb" + "x".repeat(9_996))).isEmpty();
        assertThat(notes.checked("x".repeat(10_001))).containsExactly(message);
    }

    @Test
    void notesHaveNoControlCharacters() {
        assertThat(notes.checked("a\u0007b"))
                .containsExactly("it: the k has control characters or more than 10,000 characters");
        assertThat(notes.schema()).isEqualTo("{ \"type\": \"string\", \"maxLength\": 10000 }");
    }

    @Test
    void notesAreShownAndTypedAsTheyAre() {
        NotesType type = new NotesType();
        assertThat(type.shown("")).isEqualTo("none");
        assertThat(type.shown("x")).isEqualTo("x");
        assertThat(type.allowed()).isEqualTo("a text of at most 10,000 characters");
        assertThat(notes.typed("", "a\nb")).isEqualTo("a\nb");
        assertThat(notes.field("").read().apply("a\nb")).isEqualTo("a\nb");
    }

    @Test
    void groupsAreListsOrALine() {
        List<List<String>> two = List.of(List.of("a", "b"), List.of("c"));
        assertThat(groups.read("[[\"a\", \"b\"], [\"c\"]]")).isEqualTo(two);
        assertThat(groups.read("\"a, b / c\"")).isEqualTo(two);
        assertThat(groups.typed(two, "a,,b/c,")).isEqualTo(two);
        assertThat(groups.written(two)).isEqualTo("[[\"a\", \"b\"], [\"c\"]]");
        assertThat(groups.field(two).read().apply(two)).isEqualTo("a,b/c");
        assertThat(groups.checked(two)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            [["a"], "b"]   | "b"
            [["a"], [7]]   | a list
            [["a", 7, "b"], ["c"]] | a list
            [7]            | 7
            """)
    void whatIsNoListOfIdsIsNoGroup(String value, String found) {
        assertThat(groups.refusal(value))
                .containsExactly("k has " + found
                        + "; lists of ids are allowed, like [[\"db-1\", \"web-1\"], [\"db-2\", \"db-3\"]]");
        assertThat(groups.readOrNull(value)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a/", "/a"})
    void thereAreTwoGroupsOrMoreWithANodeInEach(String line) {
        assertThat(groups.checked(groups.read("\"" + line + "\"")))
                .containsExactly("it: there must be two groups or more, with a node or more in each, like"
                        + " [[\"db-1\", \"web-1\"], [\"db-2\", \"db-3\"]]");
    }

    @Test
    void aNodeIsInOneGroup() {
        assertThat(groups.checked(List.of(List.of("a", "b"), List.of("b"))))
                .containsExactly("it: b is named twice; a node is in one group");
    }

    @Test
    void theSchemaOfGroupsHasTwoOfOneOrMore() {
        assertThat(groups.schema()).contains("\"minItems\": 2", "\"minItems\": 1", "\"array\"");
        assertThat(groups.field(List.of()).editor()).isEqualTo(new Editor.Text("db-1,web-1/db-2,db-3"));
        assertThat(new GroupsType().allowed()).isEqualTo("two or more lists of ids");
    }

    @Test
    void aPlaceIsTwoNumbers() {
        Map<String, Place> read = places.read("{ \"eu\": [50.5, 8], \"us\": [-0, -0] }");
        assertThat(read).isEqualTo(Map.of("eu", new Place(50.5, 8), "us", new Place(0, 0)));
        assertThat(places.written(read)).isEqualTo("{ \"eu\": [50.5, 8], \"us\": [0, 0] }");
        assertThat(places.checked(read)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "[1, 2, 3]", "[\"1\", 2]", "[1, \"2\"]", "7"})
    void whatIsNoPairIsNoPlace(String value) {
        assertThat(places.refusal("{ \"eu\": " + value + " }"))
                .singleElement()
                .asString()
                .endsWith(" for \"eu\"; two numbers are allowed, like [52.5, 13.4]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            90    | 180    | ''
            -90   | -180   | ''
            90.5  | 0      | the region "eu": latitude is 90.5; a number from -90 to 90 is allowed
            0     | -180.5 | the region "eu": longitude is -180.5; a number from -180 to 180 is allowed
            """)
    void placesAreOnTheGlobe(double latitude, double longitude, String message) {
        assertThat(String.join("", places.checked(Map.of("eu", new Place(latitude, longitude)))))
                .isEqualTo(message);
    }

    @Test
    void aRegionHasAName() {
        assertThat(places.checked(Map.of("", new Place(0, 0)))).isNotEmpty();
    }

    @Test
    void placesAreALineEach() {
        Map<String, Place> one = Map.of("eu west", new Place(50.5, 8));
        assertThat(places.field(one).read().apply(one)).isEqualTo("\"eu west\" 50.5 8");
        assertThat(places.typed(one, "\"eu west\" 50.5 8")).isEqualTo(one);
        assertThat(places.typed(one, "eu 1 2\nus 3 4")).isEqualTo(Map.of("eu", new Place(1, 2), "us", new Place(3, 4)));
        assertThat(places.typed(one, "eu 1"))
                .isEqualTo("no: line 1: found \"eu 1\"; a region is written like \"frankfurt 50.1 8.7\"");
        assertThat(places.typed(one, "eu x 1")).asString().startsWith("no: line 1: ");
        assertThat(places.typed(one, "eu 1 x")).asString().startsWith("no: line 1: ");
    }

    @Test
    void placesAreShownByTheirNames() {
        assertThat(PLACES.shown(Map.of())).isEqualTo("none");
        assertThat(PLACES.shown(Map.of("eu", new Place(1, 2)))).isEqualTo("eu");
        assertThat(PLACES.allowed()).isEqualTo("an object of pairs like { \"frankfurt\": [52.5, 13.4] }");
        assertThat(places.schema()).contains("\"minItems\": 2", "\"maxItems\": 2", "-90", "180", "\"propertyNames\"");
    }

    @Test
    void aNodeIsReadWholeAndNotTyped() {
        Node server = node.read("{ \"id\": \"s1\", \"kind\": \"server\", \"service\": \"1ms\" }");
        assertThat(server.id()).isEqualTo("s1");
        assertThat(node.read(node.written(server))).isEqualTo(server);
        assertThat(node.fields(server)).isEmpty();
        assertThat(node.checked(server)).isEmpty();
        assertThat(new NodeType().shown(server)).isEqualTo("s1");
        assertThat(new NodeType().allowed()).isEqualTo("a node");
        assertThat(node.schema()).contains("#/$defs/node");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\" \"", "\"\""})
    void aNameOfADocumentIsOneLineThatIsNotBlank(String name) {
        RecordTrial<Topology> topology = new RecordTrial<>(TopologySettings.SETTINGS);
        assertThat(topology.refusal("{ \"name\": " + name + ", \"nodes\": [], \"links\": [], \"seed\": 1 }"))
                .containsExactly("/name it: name is " + name + "; one line of 1 to 200 characters is allowed");
    }

    @Test
    void aNameOfADocumentHasAnEnd() {
        RecordTrial<Topology> topology = new RecordTrial<>(TopologySettings.SETTINGS);
        assertThat(topology.checked(TopologySettings.NAME.with(Topology.EMPTY, "x".repeat(200))))
                .isEmpty();
        assertThat(topology.checked(TopologySettings.NAME.with(Topology.EMPTY, "x".repeat(201))))
                .hasSize(1);
    }

    @Test
    void positionsAreWrittenInTheOrderOfTheNodes() {
        Topology read = new RecordTrial<>(TopologySettings.SETTINGS).read("""
                { "nodes": [ { "id": "b", "kind": "server", "service": "1ms" },
                             { "id": "a", "kind": "server", "service": "1ms" } ],
                  "layout": { "a": [1, 2], "b": [3, 4], "c": [5, 6] } }
                """);
        assertThat(Objects.requireNonNull(TopologySettings.LAYOUT.get(read)).keySet())
                .containsExactly("b", "a");
    }
}
