package roundhouse.workbench.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.parts.Heartbeat;
import roundhouse.topology.nodes.parts.VrrpSettings;
import roundhouse.workbench.document.NewNode;
import roundhouse.workbench.document.Selection.Item;

/** Two load balancers that become a pair. */
class PairFieldsTest extends Inspected {
    PairFieldsTest() {
        super(twoBalancers());
    }

    @Test
    void aLinkBetweenBalancersBecomesAHeartbeatInOneStep() {
        document.edit("Link", document.topology().with(link("lb-1", "lb-2").weighted(5)));
        document.selection().select(new Item.LinkItem("lb-1", "lb-2"));
        assertThat(keys()).contains("heartbeat", "weight", "backup", "limit", "pool");
        set("heartbeat", "on");
        assertThat(keys())
                .containsExactly(
                        "latency",
                        "latency.value",
                        "heartbeat",
                        "heartbeat.interval",
                        "heartbeat.misses",
                        "heartbeat.version");
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
        Link heartbeat = link("lb-1", "lb-2").with(Link.HEARTBEAT, Heartbeat.DEFAULT);
        document.edit("Link", document.topology().with(heartbeat));
        select("lb-2");
        assertThat(keys()).as("no weight for a heartbeat").doesNotContain("from lb-1");
        assertThat(lines().filter(line -> line.key().equals("weight"))).hasSize(2);
        assertThat(line("failover.after").valueProperty().get())
                .as("3 s and 156/256 s")
                .isEqualTo("3.61 s");
        set("failover.priority", "192");
        set("failover.preempt", "off");
        assertThat(balancer("lb-2").failover()).isEqualTo(new VrrpSettings(192, false));
        assertThat(line("failover.after").valueProperty().get()).isEqualTo("3.25 s");
        document.edit(
                "Faster",
                document.topology().with(heartbeat.with(Link.HEARTBEAT, new Heartbeat(Duration.ofMillis(100), 3))));
        assertThat(line("failover.after").valueProperty().get()).isEqualTo("325 ms");
        assertThat(line("failover.after").editor())
                .isEqualTo(new Editor.Shown("3 × 100ms + (256 − priority) / 256 × 100ms"));
    }
}
