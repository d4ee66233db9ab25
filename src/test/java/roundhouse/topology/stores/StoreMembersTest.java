package roundhouse.topology.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import roundhouse.topology.json.Problems;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.types.RecordTrial;
import roundhouse.topology.types.TypeTrial;

/** A store and its members: how many there must be, and what is left without some. */
final class StoreMembersTest {
    private static final Store ORDERS =
            Store.of("orders", List.of("a", "b", "c"), LeaderlessReplication.SETTINGS.usual());

    private final RecordTrial<Store> trial = new RecordTrial<>(Store.SETTINGS);

    private static Store sharded(String... spares) {
        return ORDERS.with(
                Store.REPLICATION,
                LeaderlessReplication.SETTINGS
                        .usual()
                        .with(
                                LeaderlessReplication.SHARDS,
                                Shards.SETTINGS.usual().with(Shards.SPARES, List.of(spares))));
    }

    @Test
    void isCalledByItsLabelOrElseByItsId() {
        assertThat(ORDERS.title()).isEqualTo("orders");
        assertThat(ORDERS.with(Store.LABEL, "Orders").title()).isEqualTo("Orders");
    }

    @Test
    void hasAsManyMembersAsItsReplicationNeeds() {
        assertThat(trial.checked(ORDERS)).isEmpty();
        assertThat(trial.checked(ORDERS.with(Store.MEMBERS, List.of("a", "b"))))
                .containsExactly("it: the store has 2 members; with this replication it needs 3");
    }

    @Test
    void aSpareIsAMemberAndIsNotCountedAmongThoseThatAreNeeded() {
        assertThat(trial.checked(sharded("b")))
                .containsExactly("it: without the spares the store has 2 members; with this replication it needs 3");
        assertThat(trial.checked(sharded("b").with(Store.MEMBERS, List.of("a", "b", "c", "d"))))
                .isEmpty();
        assertThat(trial.checked(sharded("d1").with(Store.MEMBERS, List.of("a", "b", "c", "d2"))))
                .containsExactly("it: \"d1\" is no member of the store; did you mean \"d2\"?");
    }

    @Test
    void tooFewMembersAreSaidOnce() {
        assertThat(trial.checked(sharded("b").with(Store.MEMBERS, List.of("a", "b"))))
                .containsExactly("it: the store has 2 members; with this replication it needs 3");
    }

    @Test
    void withoutAMemberItKeepsFewerCopies() {
        Store left = ORDERS.without("b"::equals);
        assertThat(left.members()).containsExactly("a", "c");
        assertThat(left.replication().fewest()).isEqualTo(2);
        assertThat(trial.checked(left)).isEmpty();
    }

    @Test
    void withoutWhoIsNoMemberItIsTheSame() {
        assertThat(ORDERS.without("x"::equals)).isSameAs(ORDERS);
    }

    @Test
    void isReadAndWrittenWithItsReplication() {
        String text = "{\"id\": \"o\", \"members\": [\"a\", \"b\", \"c\"], \"replication\": {\"mode\": \"consensus\"}}";
        Problems problems = new Problems();
        Store read = Objects.requireNonNull(StoreFormat.read(TypeTrial.json(text), "", problems));
        assertThat(problems.inOrder()).isEmpty();
        assertThat(read).isEqualTo(Store.of("o", List.of("a", "b", "c"), ConsensusReplication.SETTINGS.usual()));
        assertThat(StoreFormat.read(StoreFormat.json(read), "", problems)).isEqualTo(read);
    }

    @Test
    void whatIsNoObjectIsNoStore() {
        Problems problems = new Problems();
        assertThat(StoreFormat.read(TypeTrial.json("7"), "/stores/0", problems)).isNull();
        assertThat(problems.inOrder()).singleElement().asString().contains("/stores/0", "a store");
    }

    @Test
    void isCheckedUnderItsOwnName() {
        Problems problems = new Problems();
        StoreFormat.check(ORDERS.with(Store.MEMBERS, List.of()), "/stores/0", problems);
        assertThat(problems.inOrder())
                .singleElement()
                .asString()
                .isEqualTo("/stores/0/members: the store \"orders\": the store has 0 members;"
                        + " with this replication it needs 3");
    }

    @Test
    void isAPartOfTheSchemaUnderItsOwnName() {
        Definitions definitions = new Definitions();
        StoreFormat.schema(definitions);
        assertThat(definitions.all().fields()).containsKeys("store", "sessions", "staleness", "shards");
        assertThat(StoreFormat.schema(definitions).fields()).containsOnlyKeys("$ref");
    }
}
