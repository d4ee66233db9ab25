package roundhouse.workbench.playback.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import roundhouse.topology.Command;
import roundhouse.topology.Deletion;
import roundhouse.topology.Position;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.stores.LeaderlessReplication;
import roundhouse.topology.stores.Store;
import roundhouse.workbench.document.StoreEdits;
import roundhouse.workbench.playback.Samples;

class EditEffectTest {
    private static final Topology BEFORE =
            Samples.servers().withScenario(List.of(new TimedCommand(Duration.ofSeconds(1), new Command.Crash("s1"))));

    @Test
    void whatARequestWouldNotNoticeHasNone() {
        Topology after = BEFORE.with(BEFORE.node("s1").orElseThrow().labelled("One"))
                .at("s2", new Position(1, 2))
                .named("Other", "words")
                .withDuration(Duration.ofSeconds(5));
        assertThat(EditEffect.of(BEFORE, after)).isEqualTo(EditEffect.NONE);
    }

    @Test
    void anotherSystemIsARevisionEvenIfTheScenarioChangesWithIt() {
        assertThat(EditEffect.of(BEFORE, BEFORE.with(Samples.server("s9")))).isEqualTo(EditEffect.REVISE);
        assertThat(EditEffect.of(BEFORE, Deletion.of(BEFORE, Set.of("s1")))).isEqualTo(EditEffect.REVISE);
    }

    @Test
    void anotherStoreIsAnotherSystemAndAnotherNameOfOneIsNone() {
        StoreEdits.Made made = StoreEdits.withNew(BEFORE, 3);
        Topology stored = made.topology();
        Store store = stored.store(made.id()).orElseThrow();
        assertThat(EditEffect.of(
                        stored, stored.with(store.with(Store.REPLICATION, LeaderlessReplication.SETTINGS.usual()))))
                .isEqualTo(EditEffect.REVISE);
        assertThat(EditEffect.of(stored, stored.with(store.with(Store.LABEL, "Orders"))))
                .isEqualTo(EditEffect.NONE);
    }

    @Test
    void anotherScenarioOrWarmUpChangesThePast() {
        assertThat(EditEffect.of(BEFORE, BEFORE.withScenario(List.of()))).isEqualTo(EditEffect.REPLAY);
        assertThat(EditEffect.of(BEFORE, BEFORE.withWarmUp(Duration.ofSeconds(1))))
                .isEqualTo(EditEffect.REPLAY);
    }

    @Test
    void anotherSeedIsAnotherRun() {
        assertThat(EditEffect.of(BEFORE, BEFORE.withSeed(1).with(Samples.server("s9"))))
                .isEqualTo(EditEffect.RESTART);
    }
}
