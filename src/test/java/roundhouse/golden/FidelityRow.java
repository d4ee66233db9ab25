package roundhouse.golden;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the recordings under {@code src/test/resources/golden} are of, and which tests compare with them: a row of
 * {@code src/test/resources/fidelity.json}.
 *
 * @param system what was recorded, with its version
 * @param kind how: a program that was run, a document, or a model derived from its source
 * @param files the recordings, without their endings, that this row is the first to read
 * @param tests the methods of the class that compare
 * @param missing what is not modelled
 */
record FidelityRow(
        String system,
        String what,
        String kind,
        List<String> files,
        String testClass,
        List<String> tests,
        String missing) {
    private static final Path TABLE = Path.of("src/test/resources/fidelity.json");

    /** The whole table, in the order of the document that is made of it. */
    static List<FidelityRow> all() {
        return JsonMapper.shared()
                .readTree(TABLE)
                .valueStream()
                .map(FidelityRow::of)
                .toList();
    }

    private static FidelityRow of(JsonNode row) {
        return new FidelityRow(
                row.required("system").asString(),
                row.required("what").asString(),
                row.required("kind").asString(),
                texts(row.path("files")),
                row.required("class").asString(),
                texts(row.required("tests")),
                row.path("missing").asString(""));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
