package roundhouse.workbench.ring.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import roundhouse.hashing.Target;
import roundhouse.hashing.measures.Transfer;
import roundhouse.hashing.registry.Placements;

class StreamingTest {
    private final RingModel model = new RingModel(new Sketch(RingState.sketch()));

    @Test
    void nothingIsSaidToHaveMovedBeforeAnythingHas() {
        assertThat(Streaming.of(model).transfers()).isEmpty();
        assertThat(Streaming.of(model).sentences())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("Nothing has changed yet");
    }

    @Test
    void oneThatJoinsIsSentTheRangesItTakesOver() {
        model.edit("Add s5", "s5", model.state().with(Target.of("s5")));
        Streaming streaming = Streaming.of(model);
        assertThat(streaming.transfers())
                .allMatch(transfer -> transfer.receiver().equals("s5"));
        double owned = streaming.transfers().stream()
                .filter(Transfer::owned)
                .mapToDouble(Transfer::share)
                .sum();
        // The part of keys that moved is the part of the ring, but for what a thousand keys vary by.
        assertThat((double) model.change().moved() / model.change().keys()).isEqualTo(owned, offset(0.05));
        assertThat(streaming.sentences().get(1)).startsWith("s5 is sent").endsWith("as owner.");
    }

    @Test
    void aServerThatFailsMakesNothingBeCopiedAsOwner() {
        model.edit("Kill s3", "s3", model.state().down("s3", true));
        Streaming streaming = Streaming.of(model);
        assertThat(model.change().moved()).isPositive();
        assertThat(streaming.sentences()).anyMatch(text -> text.startsWith("Nothing has to be copied"));
        assertThat(streaming.transfers()).isNotEmpty().noneMatch(Transfer::owned);
    }

    @Test
    void whereNothingIsReplicatedTheNextServerHasToFetch() {
        model.edit("Replicas 1", "", model.state().with(model.state().settings().withReplicas(1)));
        model.edit("Kill s3", "s3", model.state().down("s3", true));
        assertThat(Streaming.of(model).transfers())
                .isNotEmpty()
                .allMatch(Transfer::owned)
                .allMatch(transfer -> transfer.source() == null);
    }

    @Test
    void otherPlacementsMoveKeysAndNoRanges() {
        model.edit("Placement", "", model.state().with(model.state().settings().withKind(Placements.MAGLEV)));
        model.edit("Remove s3", "s3", model.state().without("s3"));
        Streaming streaming = Streaming.of(model);
        assertThat(streaming.sentences().getFirst()).startsWith("Keys: s3 → ");
        assertThat(streaming.transfers()).isEmpty();
    }
}
