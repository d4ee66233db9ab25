package roundhouse.topology.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every topology in {@code samples/} opens, and is the text that saving it would write. */
final class SamplesTest {
    @ParameterizedTest
    @MethodSource("roundhouse.SampleFiles#all")
    void isCanonical(Path sample) throws IOException {
        assertThat(TopologyFile.read(sample))
                .isInstanceOfSatisfying(
                        ReadResult.Read.class,
                        read -> assertThat(TopologyFile.format(read.topology())).isEqualTo(text(sample)));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
