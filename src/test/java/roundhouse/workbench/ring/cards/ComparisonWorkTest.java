package roundhouse.workbench.ring.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.workbench.QueuedScreen;
import roundhouse.workbench.ring.model.KeySet;
import roundhouse.workbench.ring.model.PlacementComparison;
import roundhouse.workbench.ring.model.RingModel;
import roundhouse.workbench.ring.model.RingState;
import roundhouse.workbench.ring.model.Sketch;

/** Comparisons of placements in the background. */
class ComparisonWorkTest {
    @TempDir
    private Path state;

    private final List<String> shown = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private final RingModel model = new RingModel(new Sketch(RingState.sketch()));
    private QueuedScreen screen;

    @BeforeEach
    void open() {
        screen = new QueuedScreen(state);
    }

    @AfterEach
    void close() {
        screen.close();
    }

    private ComparisonWork work(ComparisonWork.Maker maker) {
        return new ComparisonWork(
                screen.lane("placements"), maker, comparison -> shown.add(comparison.change()), failed::add);
    }

    private void remove(String server) {
        model.edit("Remove " + server, server, model.state().without(server));
    }

    private static PlacementComparison named(String change) {
        return new PlacementComparison(change, List.of());
    }

    @Test
    void anOlderComparisonNeverShowsOverANewer() throws InterruptedException {
        ComparisonWork work = work((change, _, _, _, _) -> named(change));
        remove("s3");
        String first = work.begin(model);
        Runnable older = screen.take();
        remove("s2");
        String second = work.begin(model);
        Runnable newer = screen.take();
        newer.run();
        older.run();
        assertThat(first).isNotEqualTo(second);
        assertThat(shown).containsExactly(second);
    }

    @Test
    void aComparisonThatBreaksTellsAndTheNextIsMade() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        ComparisonWork work = work((change, _, _, _, _) -> {
            if (asked.incrementAndGet() == 1) {
                throw new ArithmeticException("no keys to divide by");
            }
            return named(change);
        });
        work.begin(model);
        screen.take().run();
        assertThat(screen.notices()).hasSize(1);
        assertThat(screen.notices().getFirst().message())
                .startsWith("The comparison of placements failed (no keys to divide by); a report is in ");
        assertThat(failed).containsExactly("no keys to divide by");
        String what = work.begin(model);
        screen.take().run();
        assertThat(shown).containsExactly(what);
    }

    /** While the first is under way, as long as the test wants it to be, many more are asked for: of those only the last is made. */
    @Test
    void comparisonsDoNotPileUp() throws InterruptedException {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch firstIsUnderWay = new CountDownLatch(1);
        CountDownLatch allAreAskedFor = new CountDownLatch(1);
        ComparisonWork work = work((change, _, _, _, between) -> {
            begun.incrementAndGet();
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            try {
                firstIsUnderWay.countDown();
                allAreAskedFor.await();
                between.run();
                return named(change);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                atOnce.decrementAndGet();
            }
        });
        work.begin(model);
        firstIsUnderWay.await();
        for (int i = 0; i < 50; i++) {
            work.begin(model);
        }
        remove("s3");
        String last = work.begin(model);
        allAreAskedFor.countDown();
        screen.take().run();
        assertThat(shown).containsExactly(last);
        assertThat(begun).as("the first and the last").hasValue(2);
        assertThat(most).as("at the same time").hasValue(1);
        assertThat(screen.isEmpty()).isTrue();
    }

    @Test
    void theRealComparisonEndsWhenItIsGivenUp() {
        AtomicInteger placements = new AtomicInteger();
        List<Throwable> thrown = new ArrayList<>();
        try {
            PlacementComparison.of(
                    "", RingState.sketch(), RingState.sketch().without("s3"), KeySet.counted(100), () -> {
                        if (placements.incrementAndGet() == 2) {
                            throw new java.util.concurrent.CancellationException();
                        }
                    });
        } catch (java.util.concurrent.CancellationException e) {
            thrown.add(e);
        }
        assertThat(thrown).hasSize(1);
        assertThat(placements).hasValue(2);
    }
}
