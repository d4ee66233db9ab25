package roundhouse.simulation.storing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.observing.expecting.Verdict;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

/** Files whose keys, figures and expectations are agreed on run as they stand. */
class StoreContractsTest {
    @ParameterizedTest
    @ValueSource(strings = {"cap-cp", "cap-ap"})
    void everyExpectationIsMet(String name) throws IOException {
        try (InputStream in = StoreContractsTest.class.getResourceAsStream("/contracts/" + name + ".json")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            Topology topology = ((ReadResult.Read) TopologyFile.parse(text)).topology();
            Run run = Run.of(topology);
            run.runUntil(topology.duration().toNanos());
            Report report = run.report();
            assertThat(report.verdicts()).hasSize(3).allMatch(verdict -> verdict instanceof Verdict.Met);
        }
    }
}
