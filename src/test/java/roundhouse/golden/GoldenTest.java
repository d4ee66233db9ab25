package roundhouse.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class GoldenTest {
    @TempDir
    private Path directory;

    @Test
    void aMissingRecordingFailsTheTest() {
        assertThatThrownBy(() -> Golden.read(directory, false, "nginx/none.json"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no nginx/none.json");
    }

    @Test
    void aMissingRecordingOfADirectoryThatWasNamedSkipsTheTest() {
        assertThatThrownBy(() -> Golden.read(directory, true, "nginx/none.json"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("no nginx/none.json");
    }

    @Test
    void aRecordingIsReadFromEither() throws Exception {
        Files.writeString(directory.resolve("one.json"), "{\"n\": 1}");
        assertThat(Golden.read(directory, false, "one.json").get("n").asInt()).isEqualTo(1);
        assertThat(Golden.read(directory, true, "one.json").get("n").asInt()).isEqualTo(1);
    }
}
