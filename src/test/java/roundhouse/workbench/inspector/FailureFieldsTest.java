package roundhouse.workbench.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.routing.Outcome;
import roundhouse.topology.ColdStart;
import roundhouse.topology.Failover;
import roundhouse.topology.Health;
import roundhouse.topology.Heartbeat;
import roundhouse.topology.Hedge;
import roundhouse.topology.Link;
import roundhouse.topology.Node;
import roundhouse.topology.PassOn;
import roundhouse.topology.Retries;
import roundhouse.topology.SessionState;
import roundhouse.topology.Sticky;
import roundhouse.topology.Topology;
import roundhouse.topology.Validation;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.NewNode;
import roundhouse.workbench.document.Selection.Item;

/** Everything about failures that can be set in the inspector. */
class FailureFieldsTest {
    private final Document document = new Document();
    private InspectorModel model;

    @BeforeEach
    void twoBalancersAndThreeServers() {
        Topology topology = Topology.EMPTY;
        topology = topology.with(NewNode.clients(topology));
        for (int i = 0; i < 2; i++) {
            topology = topology.with(NewNode.loadBalancer(topology));
        }
        for (int i = 0; i < 3; i++) {
            topology = topology.with(NewNode.server(topology));
        }
        topology = topology.with(link("clients", "lb-1"));
        for (String server : List.of("s1", "s2")) {
            topology = topology.with(link("lb-1", server)).with(link("lb-2", server));
        }
        document.open(topology, null);
        model = new InspectorModel(document);
    }

    private static Link link(String from, String to) {
        return Link.of(from, to, NewNode.LATENCY);
    }

    private void select(String... ids) {
        document.selection().set(Stream.of(ids).map(Item.NodeItem::new).collect(Collectors.toSet()));
    }

    private Stream<Line> lines() {
        return model.subjectProperty().get().groups().stream().flatMap(group -> group.lines().stream());
    }

    private Line line(String key) {
        return lines().filter(line -> line.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no field " + key));
    }

    private List<String> keys() {
        return lines().map(Line::key).toList();
    }

    private List<String> keys(String prefix) {
        return keys().stream().filter(key -> key.startsWith(prefix)).toList();
    }

    private void set(String key, String text) {
        Line line = line(key);
        assertThat(line.commit(text))
                .as(() -> key + ": " + line.errorProperty().get())
                .isTrue();
        assertThat(Validation.problems(document.topology())).isEmpty();
    }

    private Node.LoadBalancer balancer(String id) {
        return (Node.LoadBalancer) document.topology().node(id).orElseThrow();
    }

    private Node.Server server(String id) {
        return (Node.Server) document.topology().node(id).orElseThrow();
    }

    private Node.Clients clients() {
        return (Node.Clients) document.topology().node("clients").orElseThrow();
    }

    private String lastEdit() {
        return document.changes().getLast().label();
    }

    @Test
    void whatIsOffTakesOneLine() {
        select("lb-1");
        assertThat(keys())
                .contains("checks", "passive", "ejection", "pass-on.tries", "sticky")
                .noneMatch(
                        key -> key.startsWith("checks.") || key.startsWith("passive.") || key.startsWith("ejection."))
                .noneMatch(key -> key.startsWith("sticky.") || key.startsWith("failover."))
                .doesNotContain("panic", "slow-start");
        select("s1");
        assertThat(keys()).contains("state", "cold-start").doesNotContain("state.life", "cold-start.factor");
        select("clients");
        assertThat(keys()).contains("hedge").doesNotContain("hedge.after", "retries.budget", "retries.on.failed");
    }

    @Test
    void checksBeginAsHaproxysAndTakeEveryNumber() {
        select("lb-1");
        set("checks", "request");
        assertThat(balancer("lb-1").health())
                .isEqualTo(new Health(Health.Active.DEFAULT, null, null, 0, Duration.ZERO));
        assertThat(lastEdit()).isEqualTo("Set lb-1 health checks to by request");
        set("checks.interval", "200ms");
        assertThat(lastEdit()).isEqualTo("Set lb-1 check interval to 200ms");
        set("checks.timeout", "100ms");
        set("checks.fall", "4");
        set("checks.rise", "5");
        set("checks.fast-interval", "50ms");
        set("checks.down-interval", "1s");
        set("checks", "connect");
        set("panic", "50");
        set("slow-start", "10s");
        assertThat(balancer("lb-1").health())
                .isEqualTo(new Health(
                        new Health.Active(
                                Health.Probe.CONNECT,
                                Duration.ofMillis(200),
                                Duration.ofMillis(100),
                                4,
                                5,
                                Duration.ofMillis(50),
                                Duration.ofSeconds(1)),
                        null,
                        null,
                        50,
                        Duration.ofSeconds(10)));
        assertThat(line("panic").valueProperty().get()).isEqualTo("50 %");
        set("checks.fast-interval", "as interval");
        assertThat(line("checks.fast-interval").valueProperty().get()).isEmpty();
        set("checks", "off");
        assertThat(balancer("lb-1").health().active()).isNull();
    }

    @Test
    void wrongNumbersAreToldWhileTyped() {
        select("lb-1");
        set("checks", "request");
        set("passive", "on");
        String[][] wrong = {
            {"checks.fall", "0", "1 to 1,000"},
            {"checks.interval", "2", "ms"},
            {"checks.interval", "0s", "interval"},
            {"passive.fail-timeout", "1500ms", "whole seconds"},
            {"panic", "101 %", "0 to 100"},
            {"pass-on.tries", "101", "1 to 100"}
        };
        for (String[] each : wrong) {
            Line line = line(each[0]);
            line.type(each[1]);
            assertThat(line.errorProperty().get()).as(each[0]).contains(each[2]);
            assertThat(line.commit(each[1])).isFalse();
        }
        assertThat(document.changes()).hasSize(2);
    }

    @Test
    void passiveChecksEjectionAndPassingOn() {
        select("lb-1");
        set("passive", "on");
        assertThat(lastEdit()).isEqualTo("Turn lb-1 passive checks on");
        set("passive.max-fails", "2");
        set("passive.fail-timeout", "5s");
        set("ejection", "on");
        assertThat(balancer("lb-1").health().ejection()).isEqualTo(Health.Ejection.DEFAULT);
        String[] values = {"3", "5s", "10s", "60s", "50 %", "2", "20", "1.5"};
        List<String> keys = keys("ejection.");
        assertThat(keys).hasSize(values.length);
        for (int i = 0; i < values.length; i++) {
            set(keys.get(i), values[i]);
        }
        set("pass-on.tries", "3");
        set("pass-on.timeout", "250ms");
        Node.LoadBalancer balancer = balancer("lb-1");
        assertThat(balancer.health().passive()).isEqualTo(new Health.Passive(2, Duration.ofSeconds(5)));
        assertThat(balancer.health().ejection())
                .isEqualTo(new Health.Ejection(
                        3, Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(60), 50, 2, 20, 1.5));
        assertThat(balancer.passOn()).isEqualTo(new PassOn(3, Duration.ofMillis(250)));
        set("pass-on.timeout", "none");
        set("passive", "off");
        set("ejection", "off");
        assertThat(balancer("lb-1").health()).isEqualTo(Health.NONE);
    }

    @Test
    void severalBalancersGetTheSameChecks() {
        select("lb-1", "lb-2");
        set("checks", "request");
        set("checks.interval", "1s");
        assertThat(balancer("lb-2").health()).isEqualTo(balancer("lb-1").health());
        assertThat(document.changes()).hasSize(2);
    }

    @Test
    void aStickTableKeepsItsSettingsWhenTheKeyChanges() {
        select("lb-1");
        set("sticky", "address");
        set("sticky.life", "30min");
        set("sticky.size", "1000");
        set("sticky.when-full", "keep");
        set("sticky", "header");
        set("sticky.header", "x-cart");
        assertThat(balancer("lb-1").sticky())
                .isEqualTo(new Sticky(Sticky.By.HEADER, "x-cart", Duration.ofMinutes(30), 1000, Sticky.WhenFull.KEEP));
        assertThat(line("sticky.header").commit("")).isFalse();
        set("sticky", "cookie");
        assertThat(keys("sticky.")).isEmpty();
        assertThat(balancer("lb-1").sticky()).isEqualTo(Sticky.COOKIE);
    }

    @Test
    void aLinkBetweenBalancersBecomesAHeartbeatInOneStep() {
        document.edit("Link", document.topology().with(link("lb-1", "lb-2").weighted(5)));
        document.selection().select(new Item.LinkItem("lb-1", "lb-2"));
        assertThat(keys()).contains("heartbeat", "weight", "backup", "limit", "pool");
        set("heartbeat", "on");
        assertThat(keys())
                .containsExactly("latency", "latency.value", "heartbeat", "heartbeat.interval", "heartbeat.misses");
        assertThat(model.subjectProperty().get().kind()).isEqualTo("Heartbeat");
        set("heartbeat.interval", "200ms");
        set("heartbeat.misses", "2");
        assertThat(document.topology().link("lb-1", "lb-2").orElseThrow().heartbeat())
                .isEqualTo(new Heartbeat(Duration.ofMillis(200), 2));

        assertThat(Validation.linkProblem(document.topology(), "clients", "lb-2"))
                .as("clients of a pair know both")
                .isEmpty();
        document.edit("Link", document.topology().with(link("clients", "lb-2")));
        assertThat(line("heartbeat").commit("off")).isFalse();
        assertThat(line("heartbeat").errorProperty().get()).contains("clients send everything over one link");
    }

    @Test
    void onlyALinkBetweenBalancersCanBeAHeartbeatAndOnlyOneOfEach() {
        document.selection().select(new Item.LinkItem("lb-1", "s1"));
        assertThat(keys()).doesNotContain("heartbeat").contains("weight");
        Topology topology = document.topology();
        topology = topology.with(NewNode.loadBalancer(topology));
        document.edit("Links", topology.with(link("lb-1", "lb-2")).with(link("lb-1", "lb-3")));
        document.selection().select(new Item.LinkItem("lb-1", "lb-2"));
        set("heartbeat", "on");
        document.selection().select(new Item.LinkItem("lb-1", "lb-3"));
        assertThat(line("heartbeat").commit("on")).isFalse();
        assertThat(line("heartbeat").errorProperty().get()).contains("a pair is two balancers");
    }

    @Test
    void aBalancerOfAPairShowsItsPartAndHowLongATakeoverTakes() {
        Link heartbeat = new Link(
                "lb-1",
                "lb-2",
                NewNode.LATENCY,
                1,
                false,
                false,
                Integer.MAX_VALUE,
                Link.DEFAULT_POOL,
                Heartbeat.DEFAULT);
        document.edit("Link", document.topology().with(heartbeat));
        select("lb-2");
        assertThat(keys()).as("no weight for a heartbeat").doesNotContain("from lb-1");
        assertThat(lines().filter(line -> line.key().equals("weight"))).hasSize(2);
        assertThat(line("failover.after").valueProperty().get())
                .as("3 s and 156/256 s")
                .isEqualTo("3.61 s");
        set("failover.priority", "192");
        set("failover.preempt", "off");
        assertThat(balancer("lb-2").failover()).isEqualTo(new Failover(192, false));
        assertThat(line("failover.after").valueProperty().get()).isEqualTo("3.25 s");
        document.edit(
                "Faster",
                document.topology()
                        .with(new Link(
                                "lb-1",
                                "lb-2",
                                NewNode.LATENCY,
                                1,
                                false,
                                false,
                                Integer.MAX_VALUE,
                                Link.DEFAULT_POOL,
                                new Heartbeat(Duration.ofMillis(100), 3))));
        assertThat(line("failover.after").valueProperty().get()).isEqualTo("325 ms");
        assertThat(line("failover.after").editor())
                .isEqualTo(new Editor.Shown("3 × 100ms + (256 − priority) / 256 × 100ms"));
    }

    @Test
    void sessionStateInMemoryAndInAStoreWhoseLinkFollows() {
        select("s1");
        set("state", "memory");
        assertThat(server("s1").state()).isEqualTo(SessionState.MEMORY);
        assertThat(line("state.bytes").valueProperty().get()).isEqualTo("64 KiB");
        set("state.life", "5min");
        set("state.bytes", "2 MiB");
        set("state", "store");
        assertThat(server("s1").state())
                .as("s3 serves nobody yet")
                .isEqualTo(new SessionState("s3", Duration.ofMinutes(5), 2 << 20));
        assertThat(document.topology().link("s1", "s3")).isPresent();
        set("state.store", "s2");
        assertThat(document.topology().link("s1", "s3")).isEmpty();
        assertThat(document.topology().link("s1", "s2")).isPresent();
        document.undo();
        assertThat(line("state.store").valueProperty().get()).isEqualTo("s3");
        set("state", "none");
        assertThat(server("s1").state()).isNull();
        assertThat(document.topology().linksFrom("s1")).isEmpty();
        select("s1", "s2");
        set("state", "store");
        assertThat(document.topology().link("s1", "s3")).isPresent();
        assertThat(document.topology().link("s2", "s3")).isPresent();
        for (String text : List.of("2 GiB", "0 B", "much")) {
            assertThat(line("state.bytes").commit(text)).isFalse();
        }
        set("state.bytes", "1500 B");
        assertThat(server("s2").state()).isEqualTo(new SessionState("s3", Duration.ofMinutes(30), 1500));
        assertThat(line("state.bytes").valueProperty().get()).isEqualTo("1500 B");
    }

    @Test
    void aStoreNeedsAnotherServer() {
        document.edit("Remove", document.topology().without(Set.of("s2", "s3")));
        select("s1");
        assertThat(line("state").commit("store")).isFalse();
        assertThat(line("state").errorProperty().get()).startsWith("There is no other server");
    }

    @Test
    void aColdStart() {
        select("s1");
        set("cold-start", "on");
        set("cold-start.factor", "4");
        set("cold-start.over", "20s");
        assertThat(server("s1").coldStart()).isEqualTo(new ColdStart(4, Duration.ofSeconds(20)));
        assertThat(line("cold-start.factor").commit("0.5")).isFalse();
        set("cold-start", "off");
        assertThat(server("s1").coldStart()).isNull();
    }

    @Test
    void retriesOnWhatForHowLongAndWithWhatBudget() {
        select("clients");
        set("retries.attempts", "3");
        assertThat(keys("retries.on.")).hasSize(Retries.ANY.size());
        set("retries.on.rejected", "off");
        set("retries.on.timed-out", "off");
        assertThat(clients().retries().on()).containsExactly(Outcome.REFUSED, Outcome.FAILED);
        set("retries.on.rejected", "on");
        set("retries.total", "2s");
        set("retries.budget", "on");
        set("retries.budget.share", "0.1");
        set("retries.budget.floor", "5/s");
        assertThat(clients().retries())
                .isEqualTo(Retries.NONE
                        .attempts(3)
                        .on(Set.of(Outcome.REFUSED, Outcome.REJECTED, Outcome.FAILED))
                        .total(Duration.ofSeconds(2))
                        .budget(new Retries.Budget(0.1, 5)));
        set("retries.total", "");
        set("retries.budget", "off");
        assertThat(clients().retries().total()).isNull();
        assertThat(clients().retries().budget()).isNull();
    }

    @Test
    void hedging() {
        select("clients");
        set("hedge", "on");
        set("hedge.after", "20ms");
        set("hedge.most", "2");
        assertThat(clients().hedge()).isEqualTo(new Hedge(Duration.ofMillis(20), 2));
        assertThat(line("hedge.most").commit("11")).isFalse();
        set("hedge", "off");
        assertThat(clients().hedge()).isNull();
    }

    @Test
    void whatTheTopologyExpectsHasOneHeading() {
        document.selection().clear();
        assertThat(model.subjectProperty().get().groups())
                .filteredOn(group ->
                        group.lines().stream().anyMatch(line -> line.key().equals("expect")))
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.title()).isEqualTo("Expectations");
                    assertThat(group.lines()).extracting(Line::caption).containsExactly("");
                });
    }
}
