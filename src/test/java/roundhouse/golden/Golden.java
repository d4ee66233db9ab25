package roundhouse.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The recorded behaviour of real software. The directory is the system property {@code golden.dir}, so that another one of the same
 * shape can be pointed at; without it, the test resources.
 */
public final class Golden {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Recorded observations that came out equal, since the last {@link #count}. */
    private static final ThreadLocal<int[]> EQUAL = ThreadLocal.withInitial(() -> new int[1]);

    private Golden() {}

    /** So many recorded observations were compared, and all of them were equal. */
    public static void equal(int observations) {
        EQUAL.get()[0] += observations;
    }

    /** A case came out equal: so many observations as that array of it has, or one where it has none of that name. */
    public static void equalCase(JsonNode recorded, String... arrays) {
        int observations = 0;
        for (String array : arrays) {
            observations += recorded.path(array).size();
        }
        equal(Math.max(1, observations));
    }

    /** How many observations this thread found equal since it was last asked. */
    static int count() {
        int count = EQUAL.get()[0];
        EQUAL.get()[0] = 0;
        return count;
    }

    public static Path directory() {
        return Path.of(System.getProperty("golden.dir", "src/test/resources/golden"));
    }

    /**
     * The file, as {@code nginx/wrr.json}. When it is missing the test fails; when it is missing in a directory that was named, which
     * need not have them all, the test is skipped.
     */
    public static JsonNode read(String name) {
        return read(directory(), System.getProperty("golden.dir") != null, name);
    }

    /** A recording that is not ours to copy: the test is skipped where it is missing. */
    public static JsonNode readWhereItIs(String name) {
        return read(directory(), true, name);
    }

    static JsonNode read(Path directory, boolean named, String name) {
        Path file = directory.resolve(name);
        if (!Files.exists(file)) {
            String missing = "no " + name + " in " + directory;
            if (named) {
                throw new TestAbortedException(missing);
            }
            throw new AssertionError(missing);
        }
        return JSON.readTree(file);
    }

    /** The objects of the file's {@code cases}. */
    public static List<JsonNode> cases(String name) {
        return list(name, "cases");
    }

    /**
     * A test of each case of the file, by its id: when the check is over it came out equal.
     *
     * @param arrays the arrays of a case that have the observations
     */
    public static Stream<DynamicTest> each(String name, Consumer<JsonNode> check, String... arrays) {
        return cases(name).stream()
                .map(recorded -> DynamicTest.dynamicTest(recorded.get("id").asString(), () -> {
                    check.accept(recorded);
                    equalCase(recorded, arrays);
                }));
    }

    /** The elements of an array of the file, of which there is at least one. */
    public static List<JsonNode> list(String name, String field) {
        List<JsonNode> elements = new ArrayList<>();
        read(name).get(field).forEach(elements::add);
        assertThat(elements).as("%s of %s", field, name).isNotEmpty();
        return elements;
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
