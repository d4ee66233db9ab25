package roundhouse.topology.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.lessons.LessonSchema;

/** The files that are made of the declarations are shipped as they would be made now; {@code -Dgenerated.write=true} writes them anew. */
final class GeneratedFilesTest {
    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("src/main/resources/roundhouse/topology/topology.schema.json", (Supplier<String>)
                        TopologySchema::text),
                Arguments.of("src/main/resources/roundhouse/lessons/lesson.schema.json", (Supplier<String>)
                        LessonSchema::text),
                Arguments.of("docs/reference.md", (Supplier<String>) ReferenceMarkdown::text),
                Arguments.of("docs/profiles.md", (Supplier<String>) ProfileReference::markdown));
    }

    @ParameterizedTest
    @MethodSource("files")
    void isShippedAsItIsMade(String name, Supplier<String> text) throws IOException {
        Path file = Path.of(name);
        if (Boolean.getBoolean("generated.write")) {
            Files.writeString(file, text.get());
        }
        assertThat(file)
                .as("after a change of declarations: mvn -Pquick test -Dtest=GeneratedFilesTest -Dgenerated.write=true")
                .hasContent(text.get());
    }
}
