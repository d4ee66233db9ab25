package roundhouse.golden;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The recorded behaviour of real software. The directory is the system property {@code golden.dir}, so that another one of the same
 * shape can be pointed at; without it, the test resources.
 */
public final class Golden {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Golden() {}

    public static Path directory() {
        return Path.of(System.getProperty("golden.dir", "src/test/resources/golden"));
    }

    /** The file, as {@code nginx/wrr.json}; the test is skipped when the directory has none of that name. */
    public static JsonNode read(String name) {
        Path file = directory().resolve(name);
        assumeTrue(Files.exists(file), () -> "no " + name + " in " + directory());
        return JSON.readTree(file);
    }

    /** The objects of the file's {@code cases}. */
    public static List<JsonNode> cases(String name) {
        List<JsonNode> cases = new ArrayList<>();
        read(name).get("cases").forEach(cases::add);
        return cases;
    }

    /** An array of numbers; none when it is missing. */
    public static int[] ints(JsonNode array) {
        int[] values = new int[array == null ? 0 : array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).asInt();
        }
        return values;
    }
}
