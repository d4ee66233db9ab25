package roundhouse.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.topology.ShopDocument.SHOP;
import static roundhouse.topology.ShopDocument.web;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.calls.ServiceCall;
import roundhouse.topology.stores.Store;

/** What goes with a node that is removed from the document. */
class WithoutNodesTest {
    private static List<String> expected(Topology topology) {
        return topology.expect().stream().map(Expectation::text).toList();
    }

    private static List<String> scenario(Topology topology) {
        return topology.scenario().stream()
                .map(timed -> timed.at().toSeconds() + " "
                        + timed.command().getClass().getSimpleName())
                .toList();
    }

    private static Server late(Topology topology) {
        return (Server) AddedNodes.of(topology).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "lb", "web", "stock", "redis", "memo", "db-a", "db-b", "db-c", "late"})
    void nothingThatIsLeftNamesIt(String id) {
        assertThat(Validation.problems(SHOP)).isEmpty();
        assertThat(Validation.problems(Deletion.of(SHOP, Set.of(id)))).isEmpty();
    }

    @Test
    void whoIsCalledTakesLinksCallsCommandsExpectationsAndItsPlaceWithIt() {
        Topology left = Deletion.of(SHOP, Set.of("stock"));
        assertThat(left.node("stock")).isEmpty();
        assertThat(left.links()).extracting(Link::to).doesNotContain("stock").contains("redis", "web");
        assertThat(web(left).called()).isEmpty();
        assertThat(web(left).keepers()).isEqualTo(web(SHOP).keepers());
        assertThat(late(left).called()).isEmpty();
        assertThat(scenario(left)).containsExactly("1 Crash", "3 Add", "4 Partition", "5 Heal");
        assertThat(expected(left)).containsExactly("p99 < 1s", "requests of late > 0", "orders is linearizable");
        assertThat(left.layout()).containsOnlyKeys("lb", "late");
        assertThat(left.opened()).containsExactly("web");
    }

    @Test
    void whatTheScenarioAddsHasItsDataElsewhereToo() {
        Topology adding =
                AddedNodes.put(SHOP, late(SHOP).with(Server.DATA, web(SHOP).data()));
        assertThat(late(adding).keepers()).containsExactly("memo", "orders");
        assertThat(late(Deletion.of(adding, Set.of("memo"))).keepers()).containsExactly("orders");
        assertThat(late(Deletion.leavingCalls(adding, Set.of("memo"))).keepers())
                .containsExactly("memo", "orders");
    }

    @Test
    void callsToOthersStay() {
        Topology two =
                SHOP.with(web(SHOP).with(Server.CALLS, List.of(ServiceCall.to("stock"), ServiceCall.to("late"))));
        assertThat(web(Deletion.of(two, Set.of("stock"))).called()).containsExactly("late");
    }

    @Test
    void aGroupTakesWhatIsSaidOfItsServersWithIt() {
        Topology left = Deletion.of(SHOP, Set.of("web"));
        assertThat(scenario(left)).containsExactly("3 Add", "4 Partition", "5 Heal");
        assertThat(left.opened()).isEmpty();
        assertThat(expected(left)).isEqualTo(expected(SHOP));
    }

    @Test
    void whoseSessionStoreGoesKeepsThemItself() {
        assertThat(web(Deletion.of(SHOP, Set.of("redis"))).store()).isNull();
        assertThat(web(Deletion.of(SHOP, Set.of("redis"))).remembersInMemory()).isTrue();
        assertThat(web(Deletion.of(SHOP, Set.of("stock"))).store()).isEqualTo("redis");
    }

    @Test
    void aStoreGoesWithItsLastMember() {
        Topology two = Deletion.of(SHOP, Set.of("db-b"));
        assertThat(two.stores()).extracting(Store::members).containsExactly(List.of("db-a", "db-c"));
        assertThat(expected(two)).contains("orders is linearizable");
        assertThat(web(two).keepers()).containsExactly("memo", "orders");

        Topology none = Deletion.of(SHOP, Set.of("db-a", "db-b", "db-c"));
        assertThat(none.stores()).isEmpty();
        assertThat(expected(none)).containsExactly("p99 < 1s", "requests of stock > 0", "requests of late > 0");
        assertThat(web(none).keepers()).containsExactly("memo");
    }

    @Test
    void ofARunningSystemCallersGoOnTrying() {
        Topology left = Deletion.leavingCalls(SHOP, Set.of("stock"));
        assertThat(web(left).called()).containsExactly("stock");
        assertThat(late(left).called()).containsExactly("stock");
        assertThat(left.links()).extracting(Link::to).doesNotContain("stock");
    }

    @Test
    void anotherScenarioTakesPlacesFramesAndExpectationsOfWhatOnlyTheOldOneAdded() {
        Topology opened = SHOP.withOpened(List.of("web", "late"));
        Topology next = opened.withScenario(opened.scenario().subList(0, 2));
        assertThat(next.layout()).containsOnlyKeys("lb", "stock");
        assertThat(next.opened()).containsExactly("web");
        assertThat(expected(next)).containsExactly("p99 < 1s", "requests of stock > 0", "orders is linearizable");
        assertThat(Validation.problems(next)).isEmpty();
    }

    @Test
    void anotherScenarioThatAddsTheSameLeavesTheRest() {
        List<TimedCommand> scenario =
                List.of(new TimedCommand(Duration.ofSeconds(9), new Command.Add(late(SHOP), List.of())));
        Topology next = SHOP.withScenario(scenario);
        assertThat(next.scenario()).isEqualTo(scenario);
        assertThat(next.layout()).isEqualTo(SHOP.layout());
        assertThat(next.expect()).isEqualTo(SHOP.expect());
    }
}
