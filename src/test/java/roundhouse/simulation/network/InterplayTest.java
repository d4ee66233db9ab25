package roundhouse.simulation.network;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.node;
import static roundhouse.simulation.testing.Systems.transcript;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.CallReport;
import roundhouse.simulation.observing.DataFrame;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.JourneySteps;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.Expansion;
import roundhouse.topology.LinkDirection;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Server;

/**
 * Stacks behind a pair of balancers with queues, zones and passive rules, whose servers call a stack behind another balancer with a queue,
 * while they fail and are edited: each of these is as it is alone.
 */
class InterplayTest {
    private static final String SYSTEM = """
            { "format": 1, "name": "All together", "seed": 11,
              "nodes": [
                { "id": "users", "kind": "clients", "arrivals": { "type": "poisson", "rate": "600/s" }, "timeout": "500ms",
                  "retries": { "attempts": 2 } },
                { "id": "lb-1", "kind": "load-balancer", "zone": "a", "zone-aware": { "type": "envoy", "min-cluster-size": 2 },
                  "passive": { "max-fails": 3, "fail-timeout": "1s" }, "failover": { "priority": 150, "preempt": true },
                  "queue": { "by": "shared", "length": 40, "timeout": "100ms" } },
                { "id": "lb-2", "kind": "load-balancer", "zone": "b", "zone-aware": { "type": "envoy", "min-cluster-size": 2 },
                  "failover": { "priority": 100, "preempt": true },
                  "queue": { "by": "target", "length": 40 } },
                { "id": "web", "kind": "server", "count": 3, "zone": "a", "cores": 1, "workers": 8,
                  "service": { "type": "exponential", "mean": "3ms" },
                  "calls": [ { "to": "inner", "timeout": "60ms", "retries": { "attempts": 2 } } ] },
                { "id": "far", "kind": "server", "count": 2, "zone": "b", "cores": 1,
                  "service": { "type": "exponential", "mean": "3ms" } },
                { "id": "inner", "kind": "load-balancer", "algorithm": "least-connections",
                  "queue": { "by": "shared", "length": 10, "timeout": "40ms" } },
                { "id": "stock", "kind": "server", "count": 2, "cores": 1,
                  "service": { "type": "exponential", "mean": "2ms" } }
              ],
              "links": [
                { "from": "users", "to": "lb-1", "latency": "1ms" },
                { "from": "users", "to": "lb-2", "latency": "1ms" },
                { "from": "lb-1", "to": "lb-2", "latency": "1ms", "heartbeat": { "interval": "100ms" } },
                { "from": "lb-1", "to": "web", "latency": "200us", "limit": 6, "max-fails": 2, "fail-timeout": "1s" },
                { "from": "lb-1", "to": "far", "latency": "900us", "limit": 6 },
                { "from": "lb-2", "to": "web", "latency": "900us", "limit": 6 },
                { "from": "lb-2", "to": "far", "latency": "200us", "limit": 6 },
                { "from": "web", "to": "inner", "latency": "200us" },
                { "from": "inner", "to": "stock", "latency": "200us", "limit": 3 }
              ] }
            """;

    private static Topology system() {
        return switch (TopologyFile.parse(SYSTEM)) {
            case ReadResult.Read(Topology topology) -> topology;
            case ReadResult.Refused refused -> throw new AssertionError(refused);
        };
    }

    private static Server server(Topology topology, String id) {
        return (Server) topology.node(id).orElseThrow();
    }

    private static Topology counting(Topology topology, String id, int count) {
        return topology.with(server(topology, id).with(Server.COUNT, count));
    }

    /** What is done to it, every 300 ms. */
    private static List<Command> commands() {
        Topology more = counting(system(), "web", 5);
        Topology cores = more.with(server(more, "far").with(Server.CORES, 2));
        Topology limited = cores.with(cores.link("inner", "stock").orElseThrow().with(Link.LIMIT, 1));
        return List.of(
                new Command.Crash("web-2"),
                new Command.Remove("web-1"),
                new Command.Crash("stock-1"),
                new Command.Revise(more),
                new Command.Crash("lb-1"),
                new Command.Revise(cores),
                new Command.Drain("lb-2", "far-1"),
                new Command.Remove("stock-2"),
                new Command.Recover("lb-1"),
                new Command.Revise(limited),
                new Command.Recover("stock"),
                new Command.Remove("lb-2"));
    }

    private static Run edited(boolean looked) {
        Run run = looked ? Run.shown(system()) : Run.of(system());
        Frame frame = new Frame();
        long time = 0;
        for (Command command : commands()) {
            time += 3 * SECOND / 10;
            while (looked && run.nowNanos() < time - SECOND / 50) {
                run.runUntil(run.nowNanos() + SECOND / 50);
                run.observe(frame);
                run.report();
            }
            run.runUntil(time);
            run.apply(command);
        }
        run.runUntil(time + SECOND);
        return run;
    }

    @Test
    void stacksAreAsManyServersEach() {
        Run stacks = Run.of(system());
        Run each = Run.of(Expansion.of(system()));
        stacks.runUntil(5 * SECOND);
        each.runUntil(5 * SECOND);
        Report report = stacks.report();
        assertThat(report).isEqualTo(each.report());
        assertThat(node(report, "web-3").picked()).isPositive();
        assertThat(node(report, "stock-2").picked()).isPositive();
    }

    /** Gone back to, and looked at, it is the same. */
    @Test
    void whatIsDoneToItReplays() {
        Run run = edited(false);
        assertThat(edited(true).report()).isEqualTo(run.report());
        Replay again = new Replay(system(), run.log());
        again.runUntil(run.nowNanos());
        assertThat(again.run().report()).isEqualTo(run.report());
        assertThat(again.run().digest()).isEqualTo(run.digest());
    }

    /** The document has three, one of them was removed while it ran: an edit of something else leaves it at the other two. */
    @Test
    void anEditOfAnotherSettingLeavesTheCount() {
        Run run = Run.of(system());
        run.runUntil(SECOND);
        run.apply(new Command.Remove("web-2"));
        run.runUntil(2 * SECOND);
        run.apply(new Command.Revise(system().with(server(system(), "web").with(Server.CORES, 2))));
        run.runUntil(3 * SECOND);
        assertThat(transcript(run)).contains("web-1 changed: cores 1 → 2; web-3 changed: cores 1 → 2");
        assertThat(server(run.topology(), "web").count()).isEqualTo(2);
        assertThat(server(run.topology(), "web").cores()).isEqualTo(2);
        assertThat(run.report().nodes()).containsKeys("web-1", "web-3").doesNotContainKeys("web", "web-2");
    }

    /** From three to four while two are left: the edit says four. */
    @Test
    void anEditOfTheCountIsTheCount() {
        Run run = Run.of(system());
        run.runUntil(SECOND);
        run.apply(new Command.Remove("web-2"));
        run.apply(new Command.Revise(counting(system(), "web", 4)));
        run.runUntil(2 * SECOND);
        assertThat(run.report().nodes().keySet())
                .filteredOn(id -> id.startsWith("web"))
                .containsExactly("web-1", "web-2", "web-3", "web-4");
        assertThat(node(run.report(), "web-4").picked()).isPositive();
        assertThat(run.report().removed()).extracting(Report.RemovedNode::id).containsExactly("web-2");
    }

    /** The one that is left of a stack keeps its id, and is called by the name that the document has for it. */
    @Test
    void theLastOneOfAStackIsCalledByItsName() {
        Run run = Run.of(system());
        run.runUntil(SECOND);
        Topology one = counting(system(), "far", 1);
        run.apply(new Command.Revise(one));
        run.runUntil(2 * SECOND);
        run.apply(new Command.Revise(one.with(server(one, "web").calling("far")).with(Systems.link("web", "far"))));
        run.runUntil(4 * SECOND);
        CallReport calls = Objects.requireNonNull(node(run.report(), "web-1").calls());
        assertThat(calls.targets()).containsOnlyKeys("inner", "far-1");
        assertThat(calls.targets().get("far-1").ok()).isGreaterThan(100);
    }

    /** A stack elsewhere in the document does not take away what a frame says of everything else. */
    @Test
    void aFrameWithAStackSaysWhatOneWithoutSays() throws IllegalAccessException {
        Topology plain = Expansion.of(system())
                .with(Server.of("aside", server(system(), "web").service()));
        Topology stacked = counting(plain, "aside", 2);
        Frame without = frame(plain);
        Frame with = frame(stacked);
        assertThat(with.hangs).isPositive();
        assertThat(with.journeys.count).isPositive();
        assertThat(sum(with.hanging)).isPositive();
        assertThat(sum(with.inCalls)).isPositive();
        assertThat(with.zoneMode).contains("keeps all");
        Set<String> different =
                Set.of("topology", "document", "members", "history", "journeys", "requests", "data", "cache");
        for (Field field : Frame.class.getFields()) {
            if (!different.contains(field.getName())) {
                assertThat(field.get(with)).as(field.getName()).isEqualTo(field.get(without));
            }
        }
        for (Field field : DataFrame.class.getFields()) {
            assertThat(field.get(with.data)).as(field.getName()).isEqualTo(field.get(without.data));
        }
        for (Field field : JourneySteps.class.getFields()) {
            assertThat(field.get(with.journeys)).as(field.getName()).isEqualTo(field.get(without.journeys));
        }
    }

    private static Frame frame(Topology topology) {
        Run run = Run.shown(topology);
        run.runUntil(SECOND);
        run.apply(new Command.Cut("lb-1", "web-1", LinkDirection.BOTH));
        run.runUntil(SECOND + SECOND / 10);
        Frame frame = new Frame();
        run.observe(frame);
        return frame;
    }

    private static long sum(int[] values) {
        long sum = 0;
        for (int value : values) {
            sum += value;
        }
        return sum;
    }

    /** What runs on the links of a document with stacks is on its links and at its nodes. */
    @Test
    void journeysAreOnTheLinksOfTheDocument() {
        Run run = Run.shown(system());
        run.runUntil(SECOND);
        Frame frame = new Frame();
        run.observe(frame);
        JourneySteps steps = frame.journeys;
        List<Integer> servers = new ArrayList<>();
        for (int i = 0; i < steps.count; i++) {
            assertThat(steps.link[i]).isBetween(-1, frame.topology.links().size() - 1);
            servers.add(steps.server[i]);
        }
        assertThat(servers)
                .contains(-1, 3, 6)
                .allMatch(place -> place < frame.topology.nodes().size());
    }
}
