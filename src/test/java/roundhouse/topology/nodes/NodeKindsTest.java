package roundhouse.topology.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.topology.json.JsonPrinter;
import roundhouse.topology.json.Problems;
import roundhouse.topology.nodes.parts.Heartbeat;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.types.TypeTrial;

/** Nodes of any kind and links, each by itself: read, written, checked and described. */
final class NodeKindsTest {
    private final Problems problems = new Problems();

    static List<Node> all() {
        return OneOfEach.all();
    }

    private List<String> messages() {
        return problems.inOrder().stream()
                .map(problem -> problem.pointer() + " " + problem.message())
                .toList();
    }

    @Nullable
    private Node node(String json) {
        return NodeKinds.read(TypeTrial.json(json), "/nodes/3", problems);
    }

    @Nullable
    private Link link(String json) {
        return Links.read(TypeTrial.json(json), "/links/3", problems);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aNodeIsReadAsItIsWritten(Node node) {
        String written = JsonPrinter.printLine(NodeKinds.json(node));
        assertThat(written).contains("\"id\": \"" + node.id() + "\"", "\"kind\": \"" + node.kind() + "\"");
        assertThat(node(written)).isEqualTo(node);
        NodeKinds.check(node, "/nodes/3", problems);
        assertThat(messages()).isEmpty();
    }

    @Test
    void theRegistryHasThemInTheOrderOfReferences() {
        assertThat(NodeKinds.all().keySet())
                .containsExactlyElementsOf(
                        OneOfEach.all().stream().map(Node::kind).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            7                                | /nodes/3 found 7; a node is an object, { … }
            { "id": "s1" }                   | /nodes/3 a node needs "kind", like "server"
            { "id": "s1", "kind": "sever" }  | /nodes/3/kind unknown kind of node "sever"; did you mean "server"?
            { "id": "s1", "kind": "engine" } | /nodes/3/kind unknown kind of node "engine"; allowed are clients, dns, load-balancer, server, cdn, cache, database, server-group
            """)
    void whatIsNoNodeIsNull(String json, String problem) {
        assertThat(node(json)).isNull();
        assertThat(messages()).singleElement().asString().startsWith(problem);
    }

    @Test
    void aKnownKindWithMistakesIsANodeAllTheSame() {
        assertThat(node("{ \"id\": \"s1\", \"kind\": \"server\", \"cores\": 0 }"))
                .isInstanceOfSatisfying(
                        Server.class, server -> assertThat(server.id()).isEqualTo("s1"));
        assertThat(messages())
                .containsExactlyInAnyOrder(
                        "/nodes/3 a server needs \"service\", like \"3ms\" or { \"type\": \"exponential\", \"mean\": \"3ms\" }",
                        "/nodes/3/cores \"cores\" is 0; a whole number from 1 to 1,024 is allowed");
    }

    @Test
    void aNodeWithoutAnIdIsCheckedNoFurther() {
        NodeKinds.check(OneOfEach.SERVER.renamed("a b").with(Server.CORES, 0), "/nodes/3", problems);
        assertThat(messages())
                .containsExactly(
                        "/nodes/3/id a node: id is \"a b\"; 1 to 64 letters, digits, '.', '_' and '-' are allowed");
    }

    @Test
    void whatIsWrongWithANodeIsSaidOfItsId() {
        NodeKinds.check(OneOfEach.SERVER.with(Server.CORES, 0), "/nodes/3", problems);
        assertThat(messages())
                .containsExactly("/nodes/3/cores \"server\": cores is 0; a whole number from 1 to 1,024 is allowed");
    }

    @Test
    void theSchemaOfANodeIsThatOfOneOfTheKinds() {
        Definitions definitions = new Definitions();
        assertThat(JsonPrinter.printLine(NodeKinds.schema(definitions))).isEqualTo("{ \"$ref\": \"#/$defs/node\" }");
        assertThat(JsonPrinter.printLine(definitions.all().fields().get("node")))
                .startsWith("{ \"anyOf\": [{ \"$ref\": \"#/$defs/clients\" }, ")
                .endsWith(", { \"$ref\": \"#/$defs/server-group\" }] }");
        assertThat(definitions.all().fields())
                .hasEntrySatisfying(
                        "database",
                        schema -> assertThat(JsonPrinter.printLine(schema)).contains(Database.SETTINGS.description()));
    }

    @Test
    void aLinkIsReadAsItIsWritten() {
        Link link = Link.of("a", "b", OneOfEach.SERVICE).weighted(5);
        String written = JsonPrinter.printLine(Links.json(link));
        assertThat(written).isEqualTo("{ \"from\": \"a\", \"to\": \"b\", \"latency\": \"4ms\", \"weight\": 5 }");
        assertThat(link(written)).isEqualTo(link);
        Links.check(link, "/links/3", problems);
        assertThat(messages()).isEmpty();
    }

    @Test
    void whatIsWrongWithALinkIsSaidOfItsEnds() {
        assertThat(link("[]")).isNull();
        assertThat(link("{ \"from\": \"a\" }")).isNotNull();
        Link heavyHeartbeat =
                Link.of("a", "b", OneOfEach.SERVICE).weighted(5).with(Link.HEARTBEAT, Heartbeat.SETTINGS.usual());
        Links.check(heavyHeartbeat, "/links/4", problems);
        assertThat(messages())
                .containsExactlyInAnyOrder(
                        "/links/3 found a list; a link is an object, { … }",
                        "/links/3 a link needs \"to\", like \"s1\"",
                        "/links/4/heartbeat the link from \"a\" to \"b\": a heartbeat carries no requests, so it has no"
                                + " bandwidth, weight, backup, down, limit, pool, max-fails, fail-timeout or address");
    }

    @Test
    void theSchemaOfALinkIsThere() {
        Definitions definitions = new Definitions();
        assertThat(JsonPrinter.printLine(Links.schema(definitions))).isEqualTo("{ \"$ref\": \"#/$defs/link\" }");
        assertThat(JsonPrinter.printLine(definitions.all().fields().get("link")))
                .contains(Link.SETTINGS.description(), "\"required\": [\"from\", \"to\"]");
    }
}
