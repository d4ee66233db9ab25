package roundhouse.simulation.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.observing.expecting.Verdict;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

/** A file whose keys, figures and expectations are agreed on runs as it stands. */
class DnsContractTest {
    @Test
    void dnsFailover() throws IOException {
        Report report = report("dns-failover");
        assertThat(report.verdicts()).hasSize(2).allMatch(verdict -> verdict instanceof Verdict.Met);
        assertThat(report.transcript())
                .anyMatch(line -> line.text().startsWith("dns no longer names lb-1: 3 checks failed"));
    }

    private static Report report(String name) throws IOException {
        try (InputStream in = DnsContractTest.class.getResourceAsStream("/contracts/" + name + ".json")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            Topology topology = ((ReadResult.Read) TopologyFile.parse(text)).topology();
            Run run = Run.of(topology);
            run.runUntil(topology.duration().toNanos());
            return run.report();
        }
    }
}
