package roundhouse.simulation.guarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.routing.Outcome;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.Systems;
import roundhouse.simulation.testing.Traces;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.json.Units;
import roundhouse.topology.nodes.traffic.KindShare;
import roundhouse.topology.nodes.traffic.KindShareItem;

/** What an attack is made of: addresses of several ranges, slow readers, expensive paths; and the classes of a queue. */
class AttackTrafficTest {
    private static final long MILLI = 1_000_000;

    private static Topology system(String clients, String server) {
        return parse("""
                { "format": 1, "name": "T",
                  "nodes": [ { "id": "users", "kind": "clients", %s }, { "id": "web", "kind": "server", %s } ],
                  "links": [ { "from": "users", "to": "web", "latency": "0ms" } ] }""".formatted(clients, server));
    }

    private static Topology parse(String text) {
        return switch (TopologyFile.parse(text)) {
            case ReadResult.Read read -> read.topology();
            case ReadResult.Refused refused ->
                throw new AssertionError(refused.problems().toString());
        };
    }

    private static String rate(int perSecond) {
        return "\"arrivals\": { \"type\": \"constant\", \"rate\": \"" + perSecond + "/s\" }";
    }

    @Test
    void addressesAreOfAllRanges() {
        Topology topology =
                system(rate(1_000) + ", \"addresses\": \"203.0.113.0/24, 198.51.100.7/32\"", "\"service\": \"1ms\"");
        List<String> addresses = Traces.traces(topology, 1).stream()
                .map(trace -> trace.address())
                .toList();
        assertThat(addresses).allMatch(address -> address.startsWith("203.0.113.") || address.equals("198.51.100.7"));
        assertThat(addresses.stream()
                        .filter(address -> address.equals("198.51.100.7"))
                        .count())
                .as("half of a thousand users")
                .isCloseTo(500L, within(80L));
        assertThat(addresses.stream().distinct().count()).isGreaterThan(150);
    }

    /** Ten connections, 20 readers a second who take a second each: by Little's law they want 20. */
    @Test
    void slowReadersHoldConnections() {
        Topology slow =
                system(rate(20) + ", \"reading\": \"1s\"", "\"service\": \"1ms\", \"cores\": 64, \"connections\": 10");
        Report report = Systems.run(slow, 20.001);
        assertThat(Systems.node(report, "web").inFlight().max()).isEqualTo(10);
        assertThat(report.outcomes().get(Outcome.OK))
                .as("ten every 1.05 s, for the next comes up to 50 ms later")
                .isCloseTo(182L, within(9L));
        assertThat(Systems.node(report, "web").utilization())
                .as("no core is held")
                .isLessThan(0.001);
        Report quick =
                Systems.run(system(rate(20), "\"service\": \"1ms\", \"cores\": 64, \"connections\": 10"), 20.001);
        assertThat(quick.outcomes().get(Outcome.OK)).isEqualTo(quick.requests());
        assertThat(report.latency().p50Nanos()).isCloseTo(1_001 * MILLI, within(15 * MILLI));
    }

    /** Whom a balancer stands before, is spared: that reads the answer and holds it. */
    @Test
    void aBalancerHoldsSlowReadersForItsServers() {
        Report report = Systems.run(parse("""
                { "format": 1, "name": "T",
                  "nodes": [
                    { "id": "users", "kind": "clients", "arrivals": { "type": "constant", "rate": "20/s" }, "reading": "1s" },
                    { "id": "lb", "kind": "load-balancer", "algorithm": "round-robin" },
                    { "id": "web", "kind": "server", "service": "1ms", "connections": 10 } ],
                  "links": [ { "from": "users", "to": "lb", "latency": "0ms" }, { "from": "lb", "to": "web", "latency": "0ms" } ] }"""), 20.001);
        assertThat(Systems.node(report, "web").inFlight().max()).isLessThanOrEqualTo(2);
        assertThat(Systems.node(report, "lb").inFlight().max()).isBetween(19L, 22L);
        assertThat(report.outcomes().get(Outcome.REJECTED)).isZero();
    }

    /** A crash in the middle of reading breaks the connection, and a run goes on. */
    @Test
    void readersOfANodeThatCrashesFail() {
        Topology crashed = parse("""
                { "format": 1, "name": "T",
                  "nodes": [
                    { "id": "users", "kind": "clients", "arrivals": { "type": "constant", "rate": "20/s" }, "reading": "1s" },
                    { "id": "web", "kind": "server", "service": "1ms", "cores": 64 } ],
                  "links": [ { "from": "users", "to": "web", "latency": "0ms" } ],
                  "scenario": [ { "at": "2010ms", "crash": "web" }, { "at": "3010ms", "recover": "web" } ] }""");
        Report report = Systems.run(crashed, 10.001);
        assertThat(report.outcomes().get(Outcome.FAILED))
                .as("those of the second before")
                .isCloseTo(20L, within(1L));
        assertThat(report.outcomes().get(Outcome.REFUSED))
                .as("those of the second down")
                .isCloseTo(20L, within(1L));
    }

    @Test
    void anExpensivePathNeedsSoManyTimesTheService() {
        Topology mixed = system(
                rate(100)
                        + ", \"requests\": [ { \"share\": 1, \"path\": \"/\" }, { \"share\": 1, \"path\": \"/search\", \"cost\": 9 } ]",
                "\"service\": \"1ms\", \"cores\": 4");
        Report report = Systems.run(mixed, 20.001);
        assertThat(Systems.node(report, "web").utilization())
                .as("100 a second, of 5 ms on average, on 4 cores")
                .isCloseTo(0.125, within(0.01));
        KindShareItem item = new KindShareItem();
        KindShare kind = ((Units.Parsed.Value<KindShare>) item.parse("3 /search cost:9 header:x-plan=gold")).value();
        assertThat(kind.cost()).isEqualTo(9);
        assertThat(item.line(kind)).isEqualTo("3 /search cost:9 header:x-plan=gold");
    }

    /** A server that can serve 100 a second of the 150 that come: those of the lower class are all served at once. */
    @Test
    void lowerClassesGoFirst() {
        Topology system = parse("""
                { "format": 1, "name": "T",
                  "nodes": [
                    { "id": "buyers", "kind": "clients", "arrivals": { "type": "poisson", "rate": "50/s" },
                      "requests": [ { "path": "/checkout" } ] },
                    { "id": "readers", "kind": "clients", "arrivals": { "type": "poisson", "rate": "100/s" } },
                    { "id": "web", "kind": "server", "service": "10ms", "cores": 1, "queue": 1000,
                      "limits": [ { "type": "priority", "class": -10, "path": "/checkout" } ] } ],
                  "links": [ { "from": "buyers", "to": "web", "latency": "0ms" }, { "from": "readers", "to": "web", "latency": "0ms" } ] }""");
        Report report = Systems.run(system, 20);
        assertThat(Systems.node(report, "buyers").latency().meanNanos())
                .as("M/D/1 with non-preemptive priority, always busy: half a service left, W = R / (1 - 0.5) + S")
                .isCloseTo(20 * (double) MILLI, within(3.0 * MILLI));
        assertThat(Systems.node(report, "readers").latency().meanNanos()).isGreaterThan(500.0 * MILLI);
    }

    @Test
    void aBalancersQueueKnowsClasses() {
        String system = """
                { "format": 1, "name": "T",
                  "nodes": [
                    { "id": "buyers", "kind": "clients", "arrivals": { "type": "poisson", "rate": "50/s" }, "requests": [ { "path": "/checkout" } ] },
                    { "id": "readers", "kind": "clients", "arrivals": { "type": "poisson", "rate": "100/s" } },
                    { "id": "lb", "kind": "load-balancer", "algorithm": "round-robin", "cost": "0ms", "queue": { "by": "shared", "order": "%s" },
                      "limits": [ { "type": "priority", "class": 7, "path": "/" } ] },
                    { "id": "web", "kind": "server", "service": "10ms", "cores": 1 } ],
                  "links": [ { "from": "buyers", "to": "lb", "latency": "0ms" }, { "from": "readers", "to": "lb", "latency": "0ms" },
                             { "from": "lb", "to": "web", "latency": "0ms", "limit": 1 } ] }""";
        for (String order : List.of("fifo", "lifo")) {
            Report report = Systems.run(parse(system.formatted(order)), 20);
            assertThat(Systems.node(report, "buyers").latency().meanNanos())
                    .as(order)
                    .isCloseTo(20 * (double) MILLI, within(3.0 * MILLI));
            assertThat(Systems.node(report, "buyers").outcomes().get(Outcome.OK))
                    .isGreaterThan(900);
        }
    }

    /** Three answers of a class, and then the usual, in the order in which they came. */
    @Test
    void withinAClassWhoCameFirst() {
        assertThat(Traces.traces(
                                system(
                                        rate(1_000) + ", \"requests\": [ { \"path\": \"/a\" }, { \"path\": \"/b\" } ]",
                                        "\"service\": \"10ms\", \"cores\": 1, \"limits\": [ { \"type\": \"priority\", \"class\": 5, \"path\": \"/b\" } ]"),
                                0.2)
                        .stream()
                        .filter(trace -> trace.outcome() == Outcome.OK && trace.endedNanos() < 200 * MILLI)
                        .skip(1)
                        .map(trace -> trace.path()))
                .as("before any of the class 5 is served, all of the class 0")
                .containsOnly("/a");
    }
}
