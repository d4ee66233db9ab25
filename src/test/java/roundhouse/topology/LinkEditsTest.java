package roundhouse.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.topology.ShopDocument.SHOP;
import static roundhouse.topology.ShopDocument.web;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.calls.ServiceCall;
import roundhouse.topology.nodes.data.DataSettings;
import roundhouse.topology.nodes.parts.Heartbeat;

/** What goes with a link that is removed, and what comes with one that is drawn. */
class LinkEditsTest {
    private static Link link(String from, String to) {
        return Link.of(from, to, Link.DEFAULT_LATENCY);
    }

    private static DataSettings data(Topology topology) {
        return Objects.requireNonNull(web(topology).data());
    }

    @Test
    void theCallOverItGoesAndOtherCallsStay() {
        Topology calling =
                SHOP.with(web(SHOP).with(Server.CALLS, List.of(ServiceCall.to("stock"), ServiceCall.to("late"))));
        Topology left = Deletion.ofLink(calling, "web", "stock");
        assertThat(left.link("web", "stock")).isEmpty();
        assertThat(left.links()).hasSize(SHOP.links().size() - 1);
        assertThat(web(left).called()).containsExactly("late");
        assertThat(web(left).keepers()).isEqualTo(web(SHOP).keepers());
    }

    @Test
    void theCallsOfOthersToThatNodeStay() {
        Topology two = SHOP.with(web(SHOP).renamed("web2")).with(link("web2", "stock"));
        Topology left = Deletion.ofLink(two, "web2", "stock");
        assertThat(web(left).called()).containsExactly("stock");
        assertThat(((Server) left.node("web2").orElseThrow()).called()).isEmpty();
    }

    @Test
    void theCacheAtItsEndIsAskedNoMore() {
        assertThat(data(Deletion.ofLink(SHOP, "web", "memo")).cache()).isEmpty();
        assertThat(data(Deletion.ofLink(SHOP, "web", "memo")).store()).isEqualTo("orders");
    }

    @Test
    void aStoreIsAskedUntilTheLinkToItsLastMemberGoes() {
        Topology one = Deletion.ofLink(Deletion.ofLink(SHOP, "web", "db-a"), "web", "db-c");
        assertThat(data(one).store()).isEqualTo("orders");
        assertThat(data(Deletion.ofLink(one, "web", "db-b")).store()).isNull();
        assertThat(data(Deletion.ofLink(one, "db-a", "db-b")).store()).isEqualTo("orders");
    }

    @Test
    void whatTheScenarioDoesToItGoes() {
        Command crash = new Command.Crash("stock");
        Command other = new Command.Cut("lb", "stock", LinkDirection.BOTH);
        Command another = new Command.Cut("web", "redis", LinkDirection.BOTH);
        Command back = new Command.Mend("stock", "web");
        Topology all = SHOP.withScenario(List.of(crash, new Command.Mend("web", "stock"), other, another, back).stream()
                .map(command -> new TimedCommand(Duration.ZERO, command))
                .toList());
        assertThat(Deletion.ofLink(all, "web", "stock").scenario())
                .extracting(TimedCommand::command)
                .containsExactly(crash, other, another, back);
    }

    @Test
    void theTakeoverByAHeartbeatIsExpectedNoMore() {
        Expectation takeover = new Expectation.Takeover("b", Duration.ofSeconds(4), "a");
        Expectation other = new Expectation.Takeover("c", Duration.ofSeconds(4), "a");
        Topology pair = Topology.EMPTY
                .withNodes(List.of(LoadBalancer.of("a"), LoadBalancer.of("b"), LoadBalancer.of("c")))
                .with(link("a", "b").with(Link.HEARTBEAT, Heartbeat.SETTINGS.usual()))
                .with(link("a", "c").with(Link.HEARTBEAT, Heartbeat.SETTINGS.usual()))
                .withExpect(List.of(takeover, other, new Expectation.Promise("b", "linearizable")));
        assertThat(Deletion.ofLink(pair, "a", "b").expect())
                .containsExactly(other, new Expectation.Promise("b", "linearizable"));
        assertThat(pair.linksFrom("a"))
                .as("heartbeats are no links for requests")
                .isEmpty();
    }

    @Test
    void aLinkFromAServerIsACall() {
        Topology drawn = SHOP.linked(link("stock", "redis"));
        assertThat(drawn.link("stock", "redis")).isPresent();
        assertThat(((Server) drawn.node("stock").orElseThrow()).called()).containsExactly("redis");
    }

    @Test
    void aLinkToWhoIsCalledAlreadyOrKeepsTheSessionsIsNoFurtherCall() {
        assertThat(web(SHOP.linked(link("web", "stock"))).calls()).hasSize(1);
        assertThat(web(SHOP.linked(link("web", "redis")))).isEqualTo(web(SHOP));
    }

    @Test
    void aLinkFromABalancerIsALinkOnly() {
        Topology drawn = SHOP.linked(link("lb", "stock"));
        assertThat(drawn).isEqualTo(SHOP.with(link("lb", "stock")));
        assertThat(drawn.linksFrom("lb")).extracting(Link::to).containsExactly("web", "stock");
        assertThat(SHOP.linked(link("lb", "memo"))).isEqualTo(SHOP.with(link("lb", "memo")));
    }

    @Test
    void aLinkFromANodeThatIsNotThereIsALinkOnly() {
        assertThat(SHOP.linked(link("late", "stock"))).isEqualTo(SHOP.with(link("late", "stock")));
    }

    @Test
    void aLinkToACacheOrAStoreIsWhereDataIs() {
        Topology bare = SHOP.with(web(SHOP).with(Server.DATA, null));
        assertThat(data(bare.linked(link("web", "memo"))).cache()).containsExactly("memo");
        assertThat(data(bare.linked(link("web", "db-b"))).store()).isEqualTo("orders");
        assertThat(data(bare.withStores(List.of()).linked(link("web", "db-b"))).store())
                .isEqualTo("db-b");
        assertThat(web(SHOP.linked(link("web", "db-b"))))
                .as("it has it there already")
                .isEqualTo(web(SHOP));
    }
}
