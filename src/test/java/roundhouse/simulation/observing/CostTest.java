package roundhouse.simulation.observing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import roundhouse.scaling.Price;
import roundhouse.simulation.Run;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.json.Units;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.prices.PriceCatalogue;

/** What a run costs is what its nodes cost for as long as they are there, and for what they did. */
class CostTest {
    private static final String SYSTEM = """
            { "format": 1, "name": "Priced", "duration": "36s", "warm-up": "6s",
              "nodes": [
                { "id": "c", "kind": "clients", "arrivals": { "type": "constant", "rate": "100/s" } },
                { "id": "lb", "kind": "load-balancer", "price": "%s" },
                { "id": "s", "kind": "server", "count": 3, "service": "1ms", "price": "0.50/h" } ],
              "links": [ { "from": "c", "to": "lb" }, { "from": "lb", "to": "s" } ],
              "scenario": [%s],
              "expect": [ %s ] }
            """;

    private static Report run(String price, String scenario, String expect) {
        Topology topology =
                ((ReadResult.Read) TopologyFile.parse(SYSTEM.formatted(price, scenario, expect))).topology();
        Run run = Run.of(topology);
        run.runUntil(topology.duration().toNanos());
        return run.report();
    }

    private static CostReport cost(Report report) {
        return Objects.requireNonNull(report.cost());
    }

    @Test
    void anHourlyPriceIsPaidForAllTheTime() {
        CostReport cost = cost(run("0.25/h", "", ""));
        assertThat(cost.perHour()).isCloseTo(1.75, within(1e-9));
        assertThat(cost.total()).isCloseTo(0.0175, within(1e-9));
        assertThat(cost.nodes()).containsOnlyKeys("lb", "s-1", "s-2", "s-3");
        assertThat(cost.nodes().get("s-2")).isCloseTo(0.005, within(1e-9));
    }

    @Test
    void requestsAndGigabytesArePaidForEach() {
        Report report = run("0.001/request + 5/GB", "", "");
        long requests = report.nodes().get("lb").picked();
        long answered = report.nodes().get("lb").served();
        assertThat(answered).isGreaterThan(3_500);
        assertThat(cost(report).nodes().get("lb"))
                .isCloseTo(0.001 * requests + 5 * answered * 1_024 / 1e9, within(1e-3));
        assertThat(cost(report).perMillion()).isCloseTo(1e6 * cost(report).total() / report.requests(), within(1e-6));
    }

    /** 100 connections a second are four units. */
    @Test
    void aManagedBalancerIsPaidByWhatItUsesMost() {
        assertThat(cost(run("aws-alb", "", "")).nodes().get("lb") * 100).isCloseTo(0.0225 + 4 * 0.008, within(1e-4));
    }

    @Test
    void aNodeThatGoesIsPaidUntilThen() {
        Report report = run("0.25/h", """
                { "at": "12s", "remove": "s-3" }""", "");
        assertThat(cost(report).nodes().get("s-3")).isCloseTo(0.5 * 12 / 3_600, within(1e-5));
        assertThat(cost(report).nodes().get("s-2")).isCloseTo(0.005, within(1e-9));
    }

    @Test
    void anotherPriceIsPaidFromThenOn() {
        Topology topology = ((ReadResult.Read) TopologyFile.parse(SYSTEM.formatted("0.25/h", "", ""))).topology();
        Run run = Run.of(topology);
        run.runUntil(12_000_000_000L);
        run.apply(new Command.Revise(topology.with(((LoadBalancer)
                        topology.node("lb").orElseThrow())
                .with(
                        LoadBalancer.PRICE,
                        ((Units.Parsed.Value<Price>) PriceCatalogue.inUse().parse("1/h")).value()))));
        run.runUntil(36_000_000_000L);
        assertThat(cost(run.report()).nodes().get("lb")).isCloseTo((0.25 * 12 + 24) / 3_600, within(1e-9));
    }

    @Test
    void expectationsAreOfCosts() {
        Report report = run("0.25/h", "", """
                "cost < 1.76/h", "cost < 1.74/h", "cost of s < 1.51/h", "cost of s > 1.49/h", "cost of lb < 0.26/h during 10s..20s",
                "cost < 4.9/million", "cost < 4.7/million\"""");
        assertThat(report.verdicts())
                .extracting(verdict -> verdict.getClass().getSimpleName())
                .startsWith("Met", "Missed", "Met", "Met", "Met", "Met", "Missed");
        assertThat(report.verdicts().get(1).finding()).contains("1.75/h");
    }

    /** What the canvas and the charts show: as things are, and over time. */
    @Test
    void framesSayWhatItCostsNow() {
        Topology topology = ((ReadResult.Read) TopologyFile.parse(SYSTEM.formatted("0.25/h", """
                { "at": "12s", "remove": "s-3" }""", ""))).topology();
        Run run = Run.of(topology);
        Frame frame = new Frame();
        run.runUntil(10_000_000_000L);
        run.observe(frame);
        assertThat(frame.costPerHour).isCloseTo(1.75, within(1e-9));
        assertThat(frame.cost[2]).as("three of 0.50/h").isCloseTo(1.5, within(1e-9));
        assertThat(frame.cost[0]).isNaN();
        run.runUntil(20_000_000_000L);
        run.observe(frame);
        assertThat(frame.costPerHour).isCloseTo(1.25, within(1e-9));
        double[] overTime = frame.history.cost();
        assertThat(overTime).hasSize(frame.history.throughput().length);
        assertThat(overTime[50]).isCloseTo(1.75, within(1e-9));
        assertThat(overTime[overTime.length - 1]).isCloseTo(1.25, within(1e-9));
    }

    @Test
    void withoutAPriceNothingIsSaid() {
        Topology free = ((ReadResult.Read) TopologyFile.parse(SYSTEM.replace(", \"price\": \"%s\"", "")
                        .replace(", \"price\": \"0.50/h\"", "")
                        .formatted("", "\"cost < 1/h\"")))
                .topology();
        Run run = Run.of(free);
        run.runUntil(1_000_000_000);
        assertThat(run.report().cost()).isNull();
    }
}
