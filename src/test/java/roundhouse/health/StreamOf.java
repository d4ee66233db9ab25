package roundhouse.health;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The rows of a recorded table. */
final class StreamOf {
    private StreamOf() {}

    static Stream<JsonNode> rows(JsonNode file) {
        return StreamSupport.stream(file.get("rows").spliterator(), false);
    }
}
