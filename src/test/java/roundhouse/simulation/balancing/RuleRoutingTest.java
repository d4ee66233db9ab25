package roundhouse.simulation.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.node;
import static roundhouse.simulation.testing.Systems.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import roundhouse.routing.RequestKind;
import roundhouse.routing.RequestRules;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.observing.tracing.TraceRecorder;
import roundhouse.simulation.observing.tracing.TraceSelection;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.parts.Rule;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.nodes.traffic.KindShare;

/** Requests of one kind, 1,000 a second, to a balancer whose pools have a server each of their name. */
class RuleRoutingTest {
    private static Topology topology(RequestKind kind, double reads, RequestRules.Order order, Rule... rules) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(Systems.clients("users", new Arrivals.Constant(1_000))
                .kinds(List.of(new KindShare(1, kind)))
                .build()
                .with(Clients.READS, reads));
        nodes.add(Systems.balancer("lb", Algorithm.ROUND_ROBIN)
                .with(LoadBalancer.RULES, List.of(rules))
                .with(LoadBalancer.RULE_ORDER, order));
        List<Link> links = new ArrayList<>(List.of(link("users", "lb")));
        for (String pool : List.of("default", "a", "b", "c")) {
            nodes.add(server(pool, 4, fixed(100)));
            links.add(link("lb", pool).with(Link.POOL, pool));
        }
        return Systems.system(5, nodes, links);
    }

    /** The only pool that gets requests. */
    private static String pool(RequestKind kind, RequestRules.Order order, Rule... rules) {
        Report report = Systems.run(topology(kind, 1, order, rules), 0.1);
        List<String> served = List.of("default", "a", "b", "c").stream()
                .filter(pool -> node(report, pool).picked() > 0)
                .toList();
        assertThat(served).hasSize(1);
        return served.getFirst();
    }

    private static RequestKind asks(String host, String path) {
        return new RequestKind(host, null, path, Map.of(), Map.of());
    }

    @Test
    void hostsPathsAndQueriesTogether() {
        Rule[] rules = {
            Rule.path("/api/*", "a").with(Rule.HOST, "shop.example"),
            Rule.to("b").with(Rule.HOST, "*.shop.example"),
            Rule.path("/search", "c").with(Rule.QUERY, "lang").with(Rule.VALUE, "de")
        };
        RequestRules.Order first = RequestRules.Order.FIRST;
        assertThat(pool(asks("shop.example", "/api/x"), first, rules)).isEqualTo("a");
        assertThat(pool(asks("www.shop.example", "/api/x"), first, rules)).isEqualTo("b");
        assertThat(pool(asks("shop.example", "/search?q=1&lang=de"), first, rules))
                .isEqualTo("c");
        assertThat(pool(asks("shop.example", "/search?lang=en"), first, rules)).isEqualTo("default");
    }

    @Test
    void theOrderIsASetting() {
        Rule[] rules = {Rule.path("/*", "a"), Rule.path("/img/*", "b"), Rule.path("/img/logo.png", "c")};
        assertThat(pool(asks("h", "/img/logo.png"), RequestRules.Order.FIRST, rules))
                .isEqualTo("a");
        assertThat(pool(asks("h", "/img/logo.png"), RequestRules.Order.LONGEST_PREFIX, rules))
                .isEqualTo("c");
        assertThat(pool(asks("h", "/img/other.png"), RequestRules.Order.LONGEST_PREFIX, rules))
                .isEqualTo("b");
        assertThat(pool(asks("h", "/imgs"), RequestRules.Order.LONGEST_PREFIX, rules))
                .isEqualTo("a");
    }

    /** Three quarters read: within 4.5 standard deviations of 10,000 requests. */
    @Test
    void writesArePosts() {
        Rule posts = Rule.to("a").with(Rule.METHOD, "POST");
        Report report = Systems.run(topology(RequestKind.PLAIN, 0.75, RequestRules.Order.FIRST, posts), 10);
        assertThat(node(report, "a").picked()).isBetween(2_305L, 2_695L);
        assertThat(node(report, "default").picked() + node(report, "a").picked())
                .isCloseTo(10_000L, org.assertj.core.api.Assertions.within(1L));
    }

    /** Of a stated method all requests are, and write or read accordingly, whatever part of the others reads. */
    @Test
    void aStatedMethodSaysWhetherARequestReads() {
        Rule puts = Rule.to("a").with(Rule.METHOD, "PUT");
        Topology topology = topology(RequestKind.PLAIN.by("PUT"), 1, RequestRules.Order.FIRST, puts);
        TraceRecorder recorder = new TraceRecorder(TraceSelection.begunBetween(0, SECOND, 10), true);
        Run run = Run.of(topology, recorder);
        run.runUntil(SECOND);
        assertThat(node(run.report(), "default").picked()).isZero();
        assertThat(recorder.traces()).isNotEmpty().noneMatch(trace -> trace.read());
        assertThat(recorder.traces().getFirst().picks().getFirst().because())
                .contains("The rule method PUT → pool a chose the pool.");
    }
}
