package roundhouse.topology.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.SampleFiles;
import roundhouse.swarm.Mutations;
import roundhouse.topology.Topology;
import roundhouse.topology.json.FileText;
import roundhouse.topology.json.Names;
import roundhouse.topology.json.Problem;

/**
 * Whatever happens to a file, it is read or refused with clear messages: 26,000 mutations of the samples, each the work of one
 * seed. The timeout is there to end a hang, not to measure.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class FuzzTest {
    private static final int EACH = 2_000;
    private static Mutations mutations = new Mutations(List.of());

    static List<Path> samples() throws IOException {
        mutations = Mutations.ofSamples();
        return SampleFiles.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isReadOrRefused(Path sample) throws IOException {
        byte[] text = Files.readAllBytes(sample);
        int read = 0;
        for (int seed = Integer.getInteger("fuzz.seed", 0); seed < EACH; seed++) {
            byte[] mutated = mutations.mutated(text, new SplittableRandom(seed));
            try {
                read += check(mutated) ? 1 : 0;
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        sample + ", seed " + seed + "; from there on again: mvn test -Dtest=FuzzTest -Dfuzz.seed="
                                + seed + "\n" + new String(mutated, StandardCharsets.UTF_8),
                        e);
            }
        }
        assertThat(read)
                .as("mutations that are still topologies, so that the other branch is tried too")
                .isPositive();
    }

    private static ReadResult decoded(byte[] bytes) {
        return switch (FileText.decode(bytes)) {
            case FileText.Result.Text(String text) -> TopologyFile.parse(text);
            case FileText.Result.Wrong(Problem problem) -> new ReadResult.Refused(List.of(problem));
        };
    }

    /** Whether it was read. */
    private static boolean check(byte[] bytes) {
        switch (decoded(bytes)) {
            case ReadResult.Read(Topology topology) -> {
                String canonical = TopologyFile.format(topology);
                assertThat(TopologyFile.parse(canonical)).isEqualTo(new ReadResult.Read(topology));
                return true;
            }
            case ReadResult.Refused(List<Problem> problems) -> {
                assertThat(problems).hasSizeBetween(1, 100);
                for (Problem problem : problems) {
                    assertThat(problem.message()).isNotBlank().hasSizeLessThan(1_000);
                    assertThat(problem.toString().chars().allMatch(c -> Names.printable((char) c)))
                            .as(problem.toString())
                            .isTrue();
                    assertThat(problem.line()).isNotNegative();
                }
                return false;
            }
        }
    }
}
