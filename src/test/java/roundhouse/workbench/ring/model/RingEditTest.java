package roundhouse.workbench.ring.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.hashing.Target;
import roundhouse.hashing.registry.Placements;
import roundhouse.hashing.rings.Ring;

/** What was changed of one state is done to another, and nothing else. */
class RingEditTest {
    /** Has s1, s2 of weight 2, s3, s4. */
    private final RingState run = RingState.sketch();
    /** Also s9, and s1 weighs 5. */
    private final RingState document = run.with(Target.of("s9")).weighted("s1", 5);

    private RingState after(RingState to) {
        return new RingEdit(run, to).on(document);
    }

    @Test
    void onlyTheServersThatWereChangedAreChanged() {
        assertThat(after(run.weighted("s2", 7))).isEqualTo(document.weighted("s2", 7));
        assertThat(after(run.down("s3", true))).isEqualTo(document.down("s3", true));
        assertThat(after(run.without("s4"))).isEqualTo(document.without("s4"));
        assertThat(after(run.with(Target.of("s5")))).isEqualTo(document.with(Target.of("s5")));
        assertThat(after(run)).isEqualTo(document);
    }

    @Test
    void whatTheOtherHasNotStaysAway() {
        RingState without = document.without("s3");
        RingEdit edit = new RingEdit(run, run.weighted("s3", 9));
        assertThat(edit.on(without)).isEqualTo(without);
    }

    @Test
    void doneTwiceItIsDoneOnce() {
        RingEdit edit =
                new RingEdit(run, run.with(Target.of("s5")).weighted("s2", 7).without("s4"));
        assertThat(edit.on(edit.on(document))).isEqualTo(edit.on(document));
    }

    @Test
    void settingsThatWereNotTouchedStay() {
        RingState other = document.with(document.settings().withReplicas(3));
        RingState done = new RingEdit(run, run.with(run.settings().withVirtualNodes(9))).on(other);
        assertThat(done.settings()).isEqualTo(other.settings().withVirtualNodes(9));
    }

    @Test
    void tokensAreMovedAndPutBackOneByOne() {
        RingState moved = run.withToken("s1", 0, 100);
        RingState other = document.withToken("s9", 1, 7);
        RingState done = new RingEdit(run, moved).on(other);
        assertThat(done.settings().tokens())
                .containsExactly(new Ring.MovedToken("s9", 1, 7), new Ring.MovedToken("s1", 0, 100));
        assertThat(new RingEdit(moved, moved.withToken("s1", 0, 200))
                        .on(done)
                        .settings()
                        .tokens())
                .contains(new Ring.MovedToken("s1", 0, 200))
                .hasSize(2);
        assertThat(new RingEdit(moved, moved.asHashed()).on(done).settings().tokens())
                .isEqualTo(other.settings().tokens());
    }

    @Test
    void noTokensStayWhereThereIsNoRing() {
        RingState other = document.withToken("s9", 1, 7);
        RingState flat = run.with(run.settings().withKind(Placements.MAGLEV));
        assertThat(new RingEdit(run, flat).on(other).settings().tokens()).isEqualTo(List.of());
    }
}
