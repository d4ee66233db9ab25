package roundhouse.topology.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.hashing.Target;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.topology.types.RecordTrial;

/** Which members have keys, and what a sharded store is with others. */
final class ShardsTest {
    private static final Shards SHARDS = Shards.SETTINGS.usual().with(Shards.SPARES, List.of("c", "d"));
    private static final LeaderlessReplication SHARDED =
            LeaderlessReplication.SETTINGS.usual().with(LeaderlessReplication.SHARDS, SHARDS);

    private final RecordTrial<Shards> trial = new RecordTrial<>(Shards.SETTINGS);

    @Test
    void whoIsNoSpareHasKeys() {
        assertThat(SHARDS.holders(List.of("d", "b", "c", "a"))).containsExactly("b", "a");
    }

    @Test
    void keysLieOnTheHoldersOnly() {
        assertThat(SHARDS.place(List.of("a", "b")).targets())
                .extracting(Target::name)
                .containsExactly("a", "b");
    }

    @Test
    void aSpareThatIsGoneIsForgotten() {
        assertThat(SHARDS.without("c"::equals)).isEqualTo(SHARDS.with(Shards.SPARES, List.of("d")));
        assertThat(SHARDS.without("a"::equals)).isEqualTo(SHARDS);
    }

    @Test
    void howManyCopiesThereAreIsSaidByTheStoreAndKeysStay() {
        assertThat(trial.refusal("{ \"replicas\": 2 }"))
                .containsExactly("/replicas it: n of the store says at how many members a key is kept, not replicas");
        assertThat(trial.refusal("{ \"placement\": \"ring\", \"balance-factor\": 125 }"))
                .containsExactly(
                        "/balance-factor it: keys of a store stay where they are whatever its members have to do");
        assertThat(trial.refusal("{ \"spares\": [\"c\", \"d\"] }")).isEmpty();
    }

    @Test
    void isWrittenAsItIsRead() {
        String text = "{ \"spares\": [\"c\", \"d\"], \"value-size\": 2048, \"stream-rate\": 1000 }";
        assertThat(trial.read(trial.written(trial.read(text)))).isEqualTo(trial.read(text));
        assertThat(trial.read(text).valueBytes()).isEqualTo(2048);
        assertThat(trial.read(text).streamRate()).isEqualTo(1000);
        assertThat(trial.written(Shards.SETTINGS.usual())).isEqualTo("{}");
    }

    @Test
    void copiesAreAtMostTheHoldersThatAreLeft() {
        LeaderlessReplication left = SHARDED.among(List.of("a", "b", "c"));
        assertThat(left.n()).isEqualTo(2);
        assertThat(left.shards()).isEqualTo(SHARDS.with(Shards.SPARES, List.of("c")));
    }

    @Test
    void whereverKeysLieItIsTheSameStore() {
        LeaderlessReplication other = SHARDED.with(
                LeaderlessReplication.SHARDS, trial.read("{ \"placement\": \"rendezvous\", \"value-size\": 1024 }"));
        assertThat(SHARDED.wherever()).isEqualTo(other.wherever());
        assertThat(SHARDED.wherever().shards())
                .isEqualTo(SHARDS.with(Shards.SPARES, List.of()).with(Shards.PLACEMENT, PlacementSettings.DEFAULT));
        LeaderlessReplication plain = LeaderlessReplication.SETTINGS.usual();
        assertThat(plain.wherever()).isSameAs(plain);
    }
}
