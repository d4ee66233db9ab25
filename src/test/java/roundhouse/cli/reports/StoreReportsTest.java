package roundhouse.cli.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import roundhouse.analysis.DataRow;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.observing.stores.AvailabilityFigure;
import roundhouse.simulation.observing.stores.MemberFigure;
import roundhouse.simulation.observing.stores.StoreFigure;
import roundhouse.simulation.observing.stores.StoreReport;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every figure of a store is in every report; of the sample whose first site is cut off from 20 s to 40 s. */
class StoreReportsTest {
    private static Run run;
    private static Report report;
    private static StoreReport store;

    @BeforeAll
    static void play() {
        run = played("partition-consistent.json");
        report = run.report();
        store = Objects.requireNonNull(report.data()).stores().getFirst();
    }

    private static Run played(String sample) {
        Topology topology = ((ReadResult.Read) TopologyFile.read(Path.of("samples", sample))).topology();
        Run played = Run.of(topology);
        played.runUntil(45_000_000_000L);
        return played;
    }

    @Test
    void json() {
        JsonNode root = JsonMapper.builder().build().readTree(ReportJson.of(report));
        JsonNode its = root.get("stores").get("orders");
        for (StoreFigure figure : StoreFigure.values()) {
            assertThat(its.has(figure.key())).as(figure.key()).isTrue();
        }
        assertThat(its.get("writes").longValue()).isEqualTo(store.writes()).isPositive();
        assertThat(its.get("hints-stored").isNull())
                .as("nobody keeps hints where somebody leads")
                .isTrue();
        for (MemberFigure figure : MemberFigure.values()) {
            assertThat(its.get("members").get(0).has(figure.key()))
                    .as(figure.key())
                    .isTrue();
        }
        JsonNode alone = root.get("availability").get("users-a");
        assertThat(alone.get("side").intValue()).isZero();
        assertThat(alone.get("in-partition").get("share").doubleValue()).isLessThan(0.01);
        assertThat(alone.get("availability").get("asked").longValue())
                .isEqualTo(alone.get("reads").get("asked").longValue()
                        + alone.get("writes").get("asked").longValue());
    }

    @Test
    void text() {
        List<String> lines = ReportText.of(report)
                .lines()
                .map(line -> line.replaceAll(" +", " "))
                .toList();
        assertThat(lines).contains("store Orders", "mode consensus", "acknowledged and lost 0");
        assertThat(lines).anyMatch(line -> line.startsWith("replication lag p99 "));
        assertThat(lines)
                .contains("answered to availability reads writes in partition reads in partition writes in partition");
        assertThat(lines).noneMatch(line -> line.startsWith("hints kept "));
    }

    @Test
    void aRowForEachNode() {
        List<String> rows = ReportCsv.of(report).lines().toList();
        List<String> header = Arrays.asList(rows.getFirst().split(","));
        for (MemberFigure figure : MemberFigure.values()) {
            assertThat(header).contains(figure.column());
        }
        int available = header.indexOf(AvailabilityFigure.PARTED.column());
        String[] alone = row(rows, "users-a");
        assertThat(Double.parseDouble(alone[available])).isLessThan(0.01);
        String[] member = row(rows, "db-a");
        assertThat(member[header.indexOf("store")]).isEqualTo("orders");
        assertThat(Double.parseDouble(member[header.indexOf("most_lag")])).isGreaterThan(10);
    }

    private static String[] row(List<String> rows, String id) {
        return rows.stream()
                .filter(line -> line.startsWith(id + ",") || line.contains("," + id + ","))
                .findFirst()
                .orElseThrow()
                .split(",", -1);
    }

    @Test
    void aRowForEachSpanOfTime() {
        Frame frame = new Frame();
        run.observe(frame);
        List<String> rows = ReportCsv.series(frame.history).lines().toList();
        List<String> header = Arrays.asList(rows.getFirst().split(","));
        int writes = header.indexOf("writes_per_second_orders");
        double sum = rows.stream()
                .skip(1)
                .mapToDouble(row -> Double.parseDouble(row.split(",", -1)[writes]))
                .sum();
        assertThat(sum * frame.history.spanNanos() / 1e9).isEqualTo(store.writes(), within(0.5));
        assertThat(header).contains("leader_orders", "lag_db-a", "behind_db-c", "availability_users-a");
    }

    @Test
    void whatTwoRunsDifferIn() {
        Report other = played("partition-available.json").report();
        List<DataRow> rows = DataRow.of(Objects.requireNonNull(report.data()), Objects.requireNonNull(other.data()));
        assertThat(rows)
                .extracting(DataRow::name)
                .contains(
                        "orders: stale reads",
                        "orders: writes refused",
                        "orders: replication lag p99",
                        "users-a: availability in partitions");
        DataRow stale = rows.stream()
                .filter(row -> row.name().equals("orders: stale reads"))
                .findFirst()
                .orElseThrow();
        assertThat(stale.a()).isZero();
        assertThat(stale.b()).isPositive();
    }
}
