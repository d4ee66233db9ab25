package roundhouse.simulation.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import roundhouse.scaling.ScalingFinding;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.expecting.Verdict;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

/** The system that scales out by itself, as it stands: its group, its price, its profile and its limit. */
class ScaleOutContractTest {
    private static Topology topology() throws IOException {
        String file = Files.readString(Path.of("src/test/resources/contracts/scale-out.json"));
        return switch (TopologyFile.parse(file)) {
            case ReadResult.Read read -> read.topology();
            case ReadResult.Refused failed -> throw new AssertionError(failed.problems());
        };
    }

    @Test
    void growsToWhatItsLoadNeeds() throws IOException {
        Run run = Run.of(topology());
        run.runUntil(run.topology().duration().toNanos());
        assertThat(run.report().verdicts()).hasSize(2).allMatch(Verdict.Met.class::isInstance);
        // 1,500 requests of 8 ms need 12 cores, and at 60 % of two cores each that is ten servers.
        assertThat(Groups.web(run).wanted()).isEqualTo(10);
        assertThat(Groups.web(run).found()).containsKey(ScalingFinding.SATURATION);
    }
}
