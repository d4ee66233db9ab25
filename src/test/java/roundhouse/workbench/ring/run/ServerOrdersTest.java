package roundhouse.workbench.ring.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.topology.nodes.Link;
import roundhouse.workbench.ServerColours;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.ring.Samples;
import roundhouse.workbench.ring.model.RingModel;
import roundhouse.workbench.ring.model.RingState;
import roundhouse.workbench.ring.model.Sketch;

class ServerOrdersTest {
    private final Document document = new Document();

    @Test
    void serversOfTheDocumentHaveItsColoursAndThoseOfTheRunTheNextOnes() {
        document.open(Samples.consistentHashing(), null);
        RingModel model = new RingModel(new BalancerSource(document, "lb-1", Link.DEFAULT_POOL, new RunPlacements()));
        ServerOrders orders = new ServerOrders(document, model);
        ServerColours.orders(document.topology())
                .forEach(
                        (server, order) -> assertThat(orders.applyAsInt(server)).isEqualTo(order));
        assertThat(orders.applyAsInt("new-1")).isEqualTo(5);
        assertThat(orders.applyAsInt("new-2")).isEqualTo(6);
        assertThat(orders.applyAsInt("new-1")).isEqualTo(5);
    }

    @Test
    void inASketchTheyKeepTheirColoursWhenOthersLeave() {
        RingModel model = new RingModel(new Sketch(RingState.sketch()));
        ServerOrders orders = new ServerOrders(document, model);
        for (String server : List.of("s1", "s2", "s3", "s4")) {
            orders.applyAsInt(server);
        }
        model.edit("Remove s2", "s2", model.state().without("s2"));
        assertThat(orders.applyAsInt("s3")).isEqualTo(2);
        assertThat(orders.applyAsInt("s4")).isEqualTo(3);
    }
}
