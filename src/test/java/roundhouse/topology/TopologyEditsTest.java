package roundhouse.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.topology.ShopDocument.SHOP;
import static roundhouse.topology.ShopDocument.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import roundhouse.topology.annotations.Annotation;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.stores.Store;

/** One thing of a document put, moved or set. */
class TopologyEditsTest {
    private static Annotation note(String id, String text) {
        return Annotation.SETTINGS.usual().with(Annotation.ID, id).saying(text);
    }

    @Test
    void whatIsPutTakesThePlaceOfTheOneOfItsId() {
        Node other = web(SHOP).labelled("Other");
        assertThat(SHOP.with(other).nodes())
                .hasSameSizeAs(SHOP.nodes())
                .contains(other, SHOP.nodes().getFirst());
        assertThat(SHOP.with(other).nodes().indexOf(other))
                .isEqualTo(SHOP.nodes().indexOf(web(SHOP)));

        Store orders = SHOP.stores().getFirst();
        Store second = orders.with(Store.ID, "second");
        Store named = orders.with(Store.LABEL, "Orders");
        assertThat(SHOP.with(second).with(named).stores()).containsExactly(named, second);

        Topology noted = SHOP.with(note("a", "1")).with(note("b", "2")).with(note("a", "3"));
        assertThat(noted.annotations()).containsExactly(note("a", "3"), note("b", "2"));
        assertThat(noted.withoutAnnotation("a").annotations()).containsExactly(note("b", "2"));
    }

    @Test
    void aNodeIsMovedAndTheOthersStand() {
        Position there = new Position(7, 8);
        assertThat(SHOP.at("lb", there).layout()).containsEntry("lb", there).containsEntry("stock", new Position(3, 4));
        assertThat(SHOP.at("web", there).layout()).containsEntry("web", there).hasSize(4);
    }

    @Test
    void onePartIsSetAndTheOthersStay() {
        Topology other = SHOP.withSeed(9).withDuration(Duration.ofSeconds(8)).withWarmUp(Duration.ofSeconds(7));
        assertThat(List.of(
                        other.seed(),
                        other.duration().toSeconds(),
                        other.warmUp().toSeconds()))
                .containsExactly(9L, 8L, 7L);
        assertThat(other.withSeed(SHOP.seed()).withDuration(SHOP.duration()).withWarmUp(SHOP.warmUp()))
                .isEqualTo(SHOP);
    }

    @Test
    void aNodeIsCalledByItsTitleOrAsItIsAskedFor() {
        assertThat(SHOP.title("web")).isEqualTo("Web");
        assertThat(SHOP.title("lb")).isEqualTo("lb");
        assertThat(SHOP.title("nobody")).isEqualTo("nobody");
    }

    @Test
    void aMemberIsInItsStore() {
        assertThat(SHOP.storeOf("db-b")).contains(SHOP.stores().getFirst());
        assertThat(SHOP.storeOf("web")).isEmpty();
    }

    @Test
    void idsAreThoseOfNodesOfTheirServersAndOfWhatTheScenarioAdds() {
        assertThat(SHOP.ids())
                .isEqualTo(Set.of(
                        "users", "lb", "web", "web-1", "web-2", "stock", "redis", "memo", "db-a", "db-b", "db-c",
                        "late"));
    }

    @Test
    void isArrangedAsAnotherWithTheSameSystem() {
        Server larger = web(SHOP).with(Server.CORES, 9).labelled("Front");
        Topology other = Deletion.of(SHOP.with(larger), Set.of("stock"))
                .named("Other", "words")
                .withDuration(Duration.ofSeconds(8))
                .withSeed(7)
                .at("lb", new Position(10, 20))
                .at("nobody", new Position(30, 40))
                .with(note("a", "here"))
                .withOpened(List.of("nobody", "web"));
        Topology arranged = SHOP.withOpened(List.of()).arrangedAs(other);
        assertThat(arranged)
                .isEqualTo(SHOP.named("Other", "words")
                        .withDuration(Duration.ofSeconds(8))
                        .with(web(SHOP).labelled("Front"))
                        .at("lb", new Position(10, 20))
                        .with(note("a", "here"))
                        .withOpened(List.of("web")));
        assertThat(arranged.layout())
                .isEqualTo(Map.of("lb", new Position(10, 20), "stock", new Position(3, 4), "late", new Position(5, 6)));
    }
}
