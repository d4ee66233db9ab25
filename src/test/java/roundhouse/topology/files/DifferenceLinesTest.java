package roundhouse.topology.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.topology.Topology;

/** How a line of a difference says a value, and what it says of order and places. */
final class DifferenceLinesTest {
    private static Topology document(String settings) {
        ReadResult result = TopologyFile.parse("""
                { "format": 1, "nodes": [ { "id": "s1", "kind": "server", "service": "1ms" },
                                          { "id": "s2", "kind": "server", "service": "1ms" } ], "links": []%s }
                """.formatted(settings));
        assertThat(result).as(settings).isInstanceOf(ReadResult.Read.class);
        return ((ReadResult.Read) result).topology();
    }

    private static List<String> lines(String here, String there) {
        return TopologyDifference.between(document(here), document(there));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            , "description": "one\\ntwo" | description is one two here, not set in the file
            , "duration": "5s"           | duration is 5s here, not set in the file
            , "layout": { "s1": [1, 2] } | the order of nodes or links, or a place
            , "expect": ["p99 < 1s"]     | expect: p99 < 1s is only here
            , "regions": { "eu": [1, 2] } | regions is eu [1, 2] here, not set in the file
            """)
    void aValueIsSaidInOneLine(String here, String line) {
        assertThat(lines(here, "")).containsExactly(line);
    }

    @Test
    void aLongTextIsShortened() {
        String text = "x".repeat(81);
        assertThat(lines(", \"description\": \"" + text + "\"", ""))
                .containsExactly("description is " + "x".repeat(79) + "… here, not set in the file");
        assertThat(lines(", \"description\": \"" + "x".repeat(80) + "\"", ""))
                .containsExactly("description is " + "x".repeat(80) + " here, not set in the file");
    }

    @Test
    void flagsAreYesOrNo() {
        Topology here = document(", \"scenario\": [ { \"at\": \"1s\", \"heal\": true } ]");
        assertThat(TopologyDifference.between(here, document("")))
                .containsExactly("scenario: at 1s heal yes is only here");
    }

    @Test
    void anotherOrderIsSaidOnce() {
        assertThat(lines(", \"expect\": [\"p99 < 1s\", \"ok > 1\"]", ", \"expect\": [\"ok > 1\", \"p99 < 1s\"]"))
                .containsExactly("expect: in another order");
    }

    @Test
    void anEntryThatIsThereTwiceIsCounted() {
        assertThat(lines(", \"expect\": [\"p99 < 1s\", \"p99 < 1s\"]", ", \"expect\": [\"p99 < 1s\"]"))
                .containsExactly("expect: p99 < 1s is only here");
    }

    @Test
    void nodesInAnotherOrderAreSaidOnlyWhereNothingElseIs() {
        Topology here = document("");
        Topology turned = here.withNodes(here.nodes().reversed());
        assertThat(TopologyDifference.between(here, turned)).containsExactly("the order of nodes or links, or a place");
        assertThat(TopologyDifference.between(here, document(", \"seed\": 7"))).hasSize(1);
    }

    @Test
    void placesAreCounted() {
        assertThat(lines(
                        ", \"layout\": { \"s1\": [1, 2], \"s2\": [3, 4] }",
                        ", \"layout\": { \"s1\": [1, 3], \"s2\": [3, 4] }"))
                .containsExactly("1 node stands elsewhere");
        assertThat(lines(
                        ", \"layout\": { \"s1\": [1, 2], \"s2\": [3, 4] }",
                        ", \"layout\": { \"s1\": [1, 3], \"s2\": [4, 4] }"))
                .containsExactly("2 nodes stand elsewhere");
    }

    @Test
    void aSettingThatOneHasInPartsIsSaidByItsParts() {
        Topology here = document(", \"regions\": { \"eu\": [1, 2], \"us\": [3, 4] }");
        assertThat(TopologyDifference.between(here, document(", \"regions\": { \"eu\": [1, 5], \"us\": [3, 4] }")))
                .containsExactly("regions eu: 5 is only in the file", "regions eu: 2 is only here");
    }
}
