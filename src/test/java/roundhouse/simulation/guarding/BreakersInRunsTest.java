package roundhouse.simulation.guarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static roundhouse.simulation.testing.Systems.SECOND;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import roundhouse.cli.reports.ReportJson;
import roundhouse.cli.reports.ReportText;
import roundhouse.routing.Outcome;
import roundhouse.simulation.Run;
import roundhouse.simulation.components.TargetState;
import roundhouse.simulation.observing.CallReport;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

/** Breakers of a balancer's targets and before a server's store, in runs. */
class BreakersInRunsTest {
    private static final long MILLI = 1_000_000;

    private static Topology parse(String text) {
        return switch (TopologyFile.parse(text)) {
            case ReadResult.Read read -> read.topology();
            case ReadResult.Refused refused ->
                throw new AssertionError(refused.problems().toString());
        };
    }

    private static List<String> texts(Report report) {
        return report.transcript().stream().map(line -> line.text()).toList();
    }

    /** A request every 10 ms to a server that reads a store of 1 ms, which is a hundred times as slow from 1 s to 3 s. */
    private static Topology stored(String breaker) {
        return parse("""
                { "format": 1, "name": "T",
                  "nodes": [
                    { "id": "users", "kind": "clients", "arrivals": { "type": "constant", "rate": "100/s" }, "keys": { "type": "uniform", "count": 100 } },
                    { "id": "web", "kind": "server", "service": "1ms", "cores": 64,
                      "data": { "strategy": "cache-aside", "store": "db", "timeout": "2s"%s } },
                    { "id": "db", "kind": "database", "read": "1ms", "write": "1ms", "cores": 4 } ],
                  "links": [ { "from": "users", "to": "web", "latency": "0ms" }, { "from": "web", "to": "db", "latency": "0ms" } ],
                  "scenario": [ { "at": "1005ms", "slow": "db", "factor": 100 }, { "at": "3005ms", "recover": "db" } ] }""".formatted(breaker));
    }

    private static final String OPENS_WHEN_SLOW =
            ", \"breaker\": { \"window\": 10, \"minimum\": 10, \"slow-rate\": 0.5, \"slow-after\": \"50ms\", \"open\": \"300ms\", \"trials\": 2 }";

    @Test
    void openBeforeASlowStoreItSparesBoth() {
        Run run = Run.of(stored(OPENS_WHEN_SLOW));
        Frame frame = new Frame();
        run.runUntil(13 * SECOND / 10);
        run.observe(frame);
        assertThat(frame.target[1]).as("web → db").isEqualTo(TargetState.BREAKER_OPEN);
        run.runUntil(5 * SECOND);
        run.observe(frame);
        assertThat(frame.target[1]).isEqualTo(TargetState.IN_USE);
        Report report = run.report();
        List<String> told = texts(report);
        assertThat(told).contains("web → db: breaker opened after 5 of 10 calls took longer than 50 ms");
        assertThat(told).contains("web → db: breaker closed: the trial calls were well");
        CallReport.Figures asked = Objects.requireNonNull(
                        Systems.node(report, "web").calls())
                .targets()
                .get("db");
        assertThat(asked.started()).isEqualTo(asked.sent() + asked.turnedAway());
        assertThat(asked.opened()).isGreaterThanOrEqualTo(3);
        assertThat(asked.turnedAway())
                .as("of the 200 of two seconds, but for 5 of the way there and the trials")
                .isCloseTo(165L, within(35L));
        assertThat(report.outcomes().get(Outcome.FAILED)).isEqualTo(asked.turnedAway());
        Report without = Systems.run(stored(""), 5);
        assertThat(Systems.node(without, "db").inFlight().max())
                .as("without one the store has a queue of all that came")
                .isGreaterThan(2 * Systems.node(report, "db").inFlight().max());
        assertThat(without.latency().p99Nanos()).isGreaterThan(10 * 100 * MILLI);
        assertThat(report.latency().p99Nanos()).isLessThan(10 * 100 * MILLI);
    }

    /** Two servers of 1 ms, of which one is a hundred times as slow from 1 s on. */
    private static Topology balanced(String health) {
        return parse("""
                { "format": 1, "name": "T",
                  "nodes": [
                    { "id": "users", "kind": "clients", "arrivals": { "type": "constant", "rate": "200/s" } },
                    { "id": "lb", "kind": "load-balancer", "algorithm": "round-robin", "cost": "0ms"%s },
                    { "id": "s1", "kind": "server", "service": "1ms", "cores": 64 },
                    { "id": "s2", "kind": "server", "service": "1ms", "cores": 64 } ],
                  "links": [ { "from": "users", "to": "lb", "latency": "0ms" },
                             { "from": "lb", "to": "s1", "latency": "0ms" }, { "from": "lb", "to": "s2", "latency": "0ms" } ],
                  "scenario": [ { "at": "1002ms", "slow": "s2", "factor": 100 }, { "at": "4002ms", "recover": "s2" } ] }""".formatted(health));
    }

    private static final String BREAKER =
            ", \"breaker\": { \"window\": 10, \"minimum\": 10, \"slow-rate\": 0.5, \"slow-after\": \"50ms\", \"open\": \"1s\", \"trials\": 2 }";

    @Test
    void aTargetWithAnOpenBreakerGetsNothing() {
        Run run = Run.of(balanced(BREAKER));
        Frame frame = new Frame();
        run.runUntil(2 * SECOND);
        run.observe(frame);
        assertThat(frame.target[2]).as("lb → s2").isEqualTo(TargetState.BREAKER_OPEN);
        assertThat(frame.target[1]).as("lb → s1").isEqualTo(TargetState.IN_USE);
        run.runUntil(8 * SECOND + 2 * MILLI);
        run.observe(frame);
        assertThat(frame.target[2]).isEqualTo(TargetState.IN_USE);
        Report report = run.report();
        assertThat(texts(report))
                .contains("lb → s2: breaker opened after 5 of 10 calls took longer than 50 ms")
                .anyMatch(line -> line.startsWith("lb → s2: breaker half open after 1"))
                .contains("lb → s2: breaker closed: the trial calls were well");
        assertThat(report.outcomes().get(Outcome.OK))
                .as("s1 serves the others meanwhile")
                .isEqualTo(report.requests());
        Report without = Systems.run(balanced(""), 8);
        long slow = slowerThan(without);
        assertThat(slow).as("half of three seconds, and those behind").isGreaterThan(300);
        assertThat(slowerThan(report)).as("those until it opens, and trials").isLessThan(60);
        assertThat(ReportText.of(report)).containsPattern("lb → s2 *.*\\(\\d by its breaker\\)|s2.*by its breaker");
        assertThat(ReportJson.of(report)).contains("\"breaker-opened\"");
        assertThat(ReportJson.of(without)).doesNotContain("breaker-opened");
    }

    private static long slowerThan(Report report) {
        return Systems.node(report, "s2").served() == 0
                ? 0
                : Math.round(report.latency().meanNanos() * report.requests() / (100.0 * MILLI));
    }

    @Test
    void aBreakerNeedsLayerSeven() {
        ReadResult read = TopologyFile.parse("""
                { "format": 1, "name": "T",
                  "nodes": [ { "id": "lb", "kind": "load-balancer", "layer": 4, "algorithm": "round-robin", "breaker": { } } ],
                  "links": [] }""");
        assertThat(read)
                .isInstanceOfSatisfying(
                        ReadResult.Refused.class,
                        refused -> assertThat(refused.problems().getFirst().message())
                                .contains("a breaker needs layer 7"));
    }
}
