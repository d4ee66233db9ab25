package roundhouse.simulation.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import roundhouse.cli.reports.ReportJson;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.observing.expecting.Verdict;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

/** Files whose keys, figures and expectations are agreed on run as they stand. */
class CachingContractsTest {
    private static Report report(String name) throws IOException {
        try (InputStream in = CachingContractsTest.class.getResourceAsStream("/contracts/" + name + ".json")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            Topology topology = ((ReadResult.Read) TopologyFile.parse(text)).topology();
            Run run = Run.of(topology);
            run.runUntil(topology.duration().toNanos());
            return run.report();
        }
    }

    @Test
    void cacheAside() throws IOException {
        Report report = report("cache-aside");
        assertThat(report.verdicts()).hasSize(3).allMatch(verdict -> verdict instanceof Verdict.Met);
        DataReport data = DataSystems.data(report);
        assertThat(data.reads() + data.writes()).isEqualTo(report.requests() - report.unfinished());
        assertThat(data.databaseWrites()).isBetween(data.writes(), data.writes() + report.unfinished());
        assertThat(ReportJson.of(report))
                .contains(
                        "\"caches\"",
                        "\"hit-ratio\"",
                        "\"stale-reads\"",
                        "\"stale-age\"",
                        "\"lost-acknowledged-writes\"",
                        "\"database-reads\"",
                        "\"database-writes\"");
    }

    @Test
    void writeBack() throws IOException {
        Report report = report("write-back");
        assertThat(report.verdicts()).hasSize(1).allMatch(verdict -> verdict instanceof Verdict.Met);
        assertThat(report.transcript())
                .anyMatch(line -> line.text().matches("redis crashed; .* acknowledged writes lost that no store has"));
    }

    @Test
    void sixTiers() throws IOException {
        Report report = report("six-tiers");
        DataReport data = DataSystems.data(report);
        assertThat(data.caches()).containsOnlyKeys("users", "cdn", "lb", "web-1", "web-2", "db");
        // What one misses the next is asked for.
        assertThat(DataSystems.caches(report, "users").hits()).isPositive();
        assertThat(DataSystems.caches(report, "cdn").hits()).isPositive();
        assertThat(DataSystems.caches(report, "db").hits()).isPositive();
        assertThat(data.tiers().values().stream()
                        .mapToLong(DataReport.Tier::reads)
                        .sum())
                .isEqualTo(data.reads());
        assertThat(data.staleReads()).isZero();
    }
}
