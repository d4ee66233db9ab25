package roundhouse.workbench.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.registry.PlacementOptions;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.Topology;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.nodes.parts.Sticky;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.workbench.document.Selection.Item;

class InspectorModelTest extends Inspected {
    InspectorModelTest() {
        super(nodes(1, 3).with(link("lb-1", "s1")).with(link("lb-1", "s2")).with(link("lb-1", "s3")));
    }

    @Test
    void aCommitIsOneUndoEntryThatSaysWhatItSet() {
        select("s2");
        assertThat(line("cores").commit("8")).isTrue();
        assertThat(server("s2").cores()).isEqualTo(8);
        assertThat(document.changes()).hasSize(1);
        assertThat(lastEdit()).isEqualTo("Set s2 cores to 8");
        document.undo();
        assertThat(line("cores").valueProperty().get()).isEqualTo("4");
    }

    @Test
    void aWrongValueIsToldWhileTypedAndNeverApplied() {
        select("s2");
        Line cores = line("cores");
        cores.type("0");
        assertThat(cores.errorProperty().get()).contains("1 to 1,024");
        assertThat(cores.commit("0")).isFalse();
        assertThat(cores.commit("many")).isFalse();
        Line mean = line("service.mean");
        mean.type("5");
        assertThat(mean.errorProperty().get()).contains("ms");
        assertThat(document.changes()).isEmpty();
        mean.type("5ms");
        assertThat(mean.errorProperty().get()).isEmpty();
        mean.commit("5ms");
        assertThat(server("s2").service()).isEqualTo(new Distribution.Exponential(Duration.ofMillis(5)));
    }

    @Test
    void theSameValueIsNoEdit() {
        select("s1");
        line("cores").commit("4");
        line("label").commit("");
        assertThat(document.changes()).isEmpty();
    }

    @Test
    void anotherDistributionKeepsTheMeanAndShowsItsOwnFields() {
        select("s1");
        line("service").commit("uniform");
        assertThat(server("s1").service())
                .isEqualTo(new Distribution.Uniform(Duration.ofNanos(1_500_000), Duration.ofNanos(4_500_000)));
        assertThat(keys()).contains("service.min", "service.max").doesNotContain("service.mean");
        line("service").commit("log-normal");
        line("service.stddev").commit("1ms");
        assertThat(server("s1").service())
                .isEqualTo(new Distribution.LogNormal(Duration.ofMillis(3), Duration.ofMillis(1)));
    }

    @Test
    void severalServersAreSetTogether() {
        select("s1", "s3");
        assertThat(keys()).doesNotContain("label").contains("cores", "queue");
        line("cores").commit("2");
        assertThat(lastEdit()).isEqualTo("Set cores of 2 to 2");
        assertThat(document.changes()).hasSize(1);
        assertThat(List.of(
                        server("s1").cores(), server("s2").cores(), server("s3").cores()))
                .containsExactly(2, 4, 2);
        select("s1", "s2");
        assertThat(line("cores").mixedProperty().get()).isTrue();
        assertThat(line("cores").valueProperty().get()).isEmpty();
        line("cores").commit("");
        assertThat(server("s2").cores())
                .as("leaving a mixed field empty changes nothing")
                .isEqualTo(4);
    }

    @Test
    void severalServersWithDifferentDistributionsHaveOnlyTheTypeInCommon() {
        select("s1");
        line("service").commit("fixed");
        select("s1", "s2");
        assertThat(keys()).contains("service").doesNotContain("service.value", "service.mean");
    }

    @Test
    void nodesOfSeveralKindsHaveTheFieldsTheyShare() {
        select("s1", "lb-1");
        assertThat(keys()).containsExactly("limits", "cache", "cores", "region", "zone", "price");
        assertThat(model.subjectProperty().get().title()).isEqualTo("2 selected");
    }

    @Test
    void aServersInspectorEditsTheWeightItsBalancerGivesIt() {
        select("s2");
        line("weight").commit("5");
        assertThat(document.topology().link("lb-1", "s2").orElseThrow().weight())
                .isEqualTo(5);
        assertThat(lastEdit()).isEqualTo("Set link lb-1 → s2 weight to 5");
    }

    @Test
    void aBalancersAlgorithmAndLayer() {
        select("lb-1");
        line("algorithm").commit("least-response-time");
        assertThat(balancer("lb-1").balancing().algorithm()).isEqualTo(Algorithm.LEAST_RESPONSE_TIME);
        assertThat(lastEdit()).isEqualTo("Set lb-1 algorithm to least response time");
        line("algorithm.decay").commit("2s");
        assertThat(balancer("lb-1").balancing().decay()).isEqualTo(Duration.ofSeconds(2));
        line("layer").commit("4");
        assertThat(balancer("lb-1").cost()).as("the usual cost of layer 4").isEqualTo(LoadBalancer.defaultCost(4));
        assertThat(keys()).doesNotContain("rules");
    }

    @Test
    void whatWouldMakeTheDocumentWrongIsRefusedWithTheReason() {
        select("lb-1");
        line("layer").commit("4");
        Line sticky = line("sticky.by");
        assertThat(sticky.commit("cookie")).isFalse();
        assertThat(sticky.errorProperty().get()).isNotEmpty();
        assertThat(balancer("lb-1").sticky()).isEqualTo(Sticky.OFF);
    }

    @Test
    void rulesAreTypedALineEach() {
        document.edit("Pool", document.topology().with(link("lb-1", "s1").with(Link.POOL, "api")));
        select("lb-1");
        String typed = "path /api/* to api\nheader x-plan = gold to api\ncookie beta = 1 to default";
        assertThat(line("rules").commit(typed)).isTrue();
        assertThat(balancer("lb-1").rules()).hasSize(3);
        assertThat(line("rules").valueProperty().get()).isEqualTo(typed);
        assertThat(line("rules").commit("paths")).isFalse();
        assertThat(line("rules").errorProperty().get()).startsWith("Line 1: found \"paths\"");
    }

    @Test
    void clientsInAllTheirKinds() {
        select("clients");
        line("arrivals.rate").commit("1200/s");
        line("arrivals").commit("curve");
        assertThat(line("arrivals.points").valueProperty().get()).isEqualTo("0s 1200/s\n30s 2400/s");
        line("arrivals.points").commit("0s 10/s\n1min 20/s");
        assertThat(clients().arrivals())
                .isEqualTo(new Arrivals.Curve(List.of(
                        new Arrivals.Curve.Point(Duration.ZERO, 10),
                        new Arrivals.Curve.Point(Duration.ofMinutes(1), 20))));
        line("arrivals").commit("bursty");
        line("arrivals.on").commit("1s");
        line("arrivals").commit("closed");
        line("arrivals.think.mean").commit("200ms");
        assertThat(clients().arrivals())
                .isEqualTo(new Arrivals.Closed(new Distribution.Exponential(Duration.ofMillis(200))));
        line("timeout").commit("none");
        assertThat(clients().timeout()).isNull();
        line("reads").commit("75 %");
        assertThat(clients().reads()).isEqualTo(0.75);
        assertThat(line("reads").valueProperty().get()).isEqualTo("75 %");
        line("retries.attempts").commit("3");
        line("retries.jitter").commit("50");
        assertThat(clients().retries().jitter()).isEqualTo(0.5);
        line("keys").commit("hot");
        line("keys.share").commit("80 %");
        line("connection").commit("keep-alive");
        line("connection.requests").commit("100");
        line("requests").commit("3 /api/items header:X-Plan=gold cookie:beta=1\n1 /");
        assertThat(line("requests").valueProperty().get())
                .isEqualTo("3 /api/items header:x-plan=gold cookie:beta=1\n1 /");
        line("addresses").commit("nonsense");
        assertThat(clients().addresses()).isEqualTo("10.0.0.0/8");
    }

    @Test
    void whatIsOffTakesOneLine() {
        select("lb-1");
        assertThat(keys())
                .contains("checks", "passive", "ejection", "pass-on.tries", "sticky.by")
                .noneMatch(
                        key -> key.startsWith("checks.") || key.startsWith("passive.") || key.startsWith("ejection."))
                .noneMatch(key -> key.startsWith("failover."))
                .doesNotContain("panic", "slow-start", "sticky.life", "sticky.header");
        select("s1");
        assertThat(keys()).contains("state", "cold-start").doesNotContain("state.life", "cold-start.factor");
        select("clients");
        assertThat(keys()).contains("hedge").doesNotContain("hedge.after", "retries.budget", "retries.on.failed");
    }

    @Test
    void aLinksFieldsDependOnWhereItComesFrom() {
        document.selection().select(new Item.LinkItem("clients", "lb-1"));
        assertThat(keys()).containsExactly("latency", "latency.value", "bandwidth");
        document.selection().select(new Item.LinkItem("lb-1", "s1"));
        line("backup").commit("on");
        line("limit").commit("10");
        line("latency.value").commit("3ms");
        Link link = document.topology().link("lb-1", "s1").orElseThrow();
        assertThat(link.backup()).isTrue();
        assertThat(link.limit()).isEqualTo(10);
        assertThat(link.latency()).isEqualTo(new Distribution.Fixed(Duration.ofMillis(3)));
    }

    @Test
    void theDocumentItselfWhenNothingIsSelected() {
        line("name").commit("My design");
        line("seed").commit("7");
        line("duration").commit("2min");
        line("regions").commit("frankfurt 50.1 8.7\nvirginia 39 -77.5");
        Topology topology = document.topology();
        assertThat(topology.name()).isEqualTo("My design");
        assertThat(topology.seed()).isEqualTo(7);
        assertThat(topology.duration()).isEqualTo(Duration.ofMinutes(2));
        assertThat(topology.regions()).containsOnlyKeys("frankfurt", "virginia");
        assertThat(line("regions").commit("pole 95 0")).isFalse();
        assertThat(line("name").commit("")).isFalse();
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

    @Test
    void undoShowsTheOldValueInTheSameLine() {
        select("s1");
        Line cores = line("cores");
        cores.commit("16");
        document.undo();
        assertThat(line("cores")).isSameAs(cores);
        assertThat(cores.valueProperty().get()).isEqualTo("4");
    }

    @Test
    void routingByKeyOffersEveryPlacementAndHashByItsNameInTheFile() {
        select("lb-1");
        assertThat(keys()).doesNotContain("algorithm.placement");
        line("algorithm").commit("hash");
        for (Placements kind : Placements.all()) {
            assertThat(line("algorithm.placement").commit(kind.key())).isTrue();
            assertThat(placement().kind()).isEqualTo(kind);
            assertThat(keys().contains("algorithm.hash")).isEqualTo(kind.takesAnyHash());
            assertThat(keys().contains("algorithm.virtual-nodes"))
                    .isEqualTo(placement().isRing());
        }
        line("algorithm.placement").commit("haproxy-consistent");
        line("algorithm.hash.avalanche").commit(Editor.ON);
        for (HashFunction hash : HashFunction.ofTexts()) {
            assertThat(line("algorithm.hash").commit(hash.key())).isTrue();
            assertThat(placement().hash()).isEqualTo(hash.avalanched());
        }
        line("algorithm.hash.avalanche").commit(Editor.OFF);
        assertThat(placement().hash()).isEqualTo(HashFunction.ofTexts().getLast());
        line("algorithm.balance-factor").commit("150");
        line("algorithm.replicas").commit("3");
        assertThat(line("algorithm.replicas").commit("0")).isFalse();
        assertThat(placement().balanceFactor()).isEqualTo(150);
        assertThat(placement().replicas()).isEqualTo(3);
        line("algorithm.balance-factor").commit("off");
        assertThat(placement().balanceFactor()).isEqualTo(PlacementOptions.UNBOUNDED);
    }

    private PlacementSettings placement() {
        return balancer("lb-1").balancing().placement();
    }
}
