package roundhouse.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work off the screen's thread. The screen is a queue that the test runs by hand, so what is late is late for sure. */
class BackgroundWorkTest {
    @TempDir
    private Path state;

    private final List<String> shown = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private QueuedScreen screen;
    private WorkLane lane;

    @BeforeEach
    void open() {
        screen = new QueuedScreen(state);
        lane = screen.lane("test");
    }

    @AfterEach
    void close() {
        screen.close();
    }

    private BackgroundTask<String> task(BackgroundTask.Work<String> work) {
        return new BackgroundTask<>("The test broke", work, shown::add, failed::add);
    }

    /** Runs forever, until it is given up. */
    private static BackgroundTask.Work<String> endless(CountDownLatch begun) {
        return job -> {
            begun.countDown();
            while (true) {
                job.check();
                Thread.onSpinWait();
            }
        };
    }

    @Test
    void theWorkIsDoneOnAThreadOfItsOwnAndTheResultIsShownOnTheScreens() throws InterruptedException {
        lane.add(task(_ -> Thread.currentThread().getName()));
        Runnable result = screen.take();
        assertThat(shown).isEmpty();
        result.run();
        assertThat(shown).containsExactly("roundhouse-test");
        assertThat(screen.notices()).isEmpty();
    }

    @Test
    void aResultThatIsThereAlreadyIsNotShownOnceSomethingNewerWasAskedFor() throws InterruptedException {
        lane.replace(task(_ -> "older"));
        Runnable older = screen.take();
        lane.replace(task(_ -> "newer"));
        Runnable newer = screen.take();
        newer.run();
        older.run();
        assertThat(shown).containsExactly("newer");
    }

    @Test
    void whatIsReplacedEndsAndWhatWaitedIsNotBegun() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        List<String> ran = new ArrayList<>();
        lane.replace(task(endless(begun)));
        begun.await();
        for (String name : List.of("second", "third", "last")) {
            lane.replace(task(_ -> {
                ran.add(name);
                return name;
            }));
        }
        screen.take().run();
        assertThat(ran).containsExactly("last");
        assertThat(shown).containsExactly("last");
        assertThat(screen.isEmpty()).isTrue();
    }

    @Test
    void whatIsAddedWaitsForItsTurn() throws InterruptedException {
        lane.add(task(_ -> "first"));
        lane.add(task(_ -> "second"));
        screen.take().run();
        screen.take().run();
        assertThat(shown).containsExactly("first", "second");
    }

    @Test
    void whatBreaksIsToldAndTheNextIsDone() throws InterruptedException {
        lane.add(task(_ -> {
            throw new IllegalStateException("a digest of nothing");
        }));
        lane.add(task(_ -> {
            throw new StackOverflowError();
        }));
        lane.add(task(_ -> "next"));
        for (int i = 0; i < 3; i++) {
            screen.take().run();
        }
        assertThat(screen.notices())
                .extracting(Notice::message)
                .containsExactly(
                        "The test broke (a digest of nothing); a report is in " + state.resolve("failures.txt") + ".",
                        "The test broke (StackOverflowError); a report is in " + state.resolve("failures.txt") + ".");
        assertThat(screen.notices()).extracting(Notice::kind).containsOnly(Notice.Kind.PROBLEM);
        assertThat(failed).containsExactly("a digest of nothing", "StackOverflowError");
        assertThat(shown).containsExactly("next");
        assertThat(state.resolve("failures.txt"))
                .content()
                .contains("The test broke", "IllegalStateException", "StackOverflowError", "thread roundhouse-test");
    }

    @Test
    void aFileThatCannotBeWrittenNeedsNoReport() throws InterruptedException {
        lane.add(task(_ -> {
            throw new IOException("no space left");
        }));
        screen.take().run();
        assertThat(screen.notices()).extracting(Notice::message).containsExactly("The test broke: no space left.");
        assertThat(state).isEmptyDirectory();
    }

    @Test
    void whatWasGivenUpSaysNothingWhenItBreaks() throws InterruptedException {
        lane.add(task(_ -> {
            throw new IllegalStateException("too late");
        }));
        Runnable late = screen.take();
        lane.cancel();
        late.run();
        assertThat(screen.notices()).isEmpty();
        assertThat(failed).isEmpty();
        assertThat(state.resolve("failures.txt")).content().contains("too late");
    }

    @Test
    void aCancellationThatNobodyAskedForIsAFailure() throws InterruptedException {
        lane.add(task(_ -> {
            throw new CancellationException("by mistake");
        }));
        screen.take().run();
        assertThat(failed).containsExactly("by mistake");
    }

    @Test
    void howItStandsIsShownOneAtATime() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch seen = new CountDownLatch(1);
        lane.add(task(job -> {
            job.show(() -> shown.add("half"));
            boolean beforeItWasSeen = job.isDue(-1);
            asked.countDown();
            seen.await();
            return beforeItWasSeen + " then " + job.isDue(-1);
        }));
        asked.await();
        screen.take().run();
        seen.countDown();
        screen.take().run();
        assertThat(shown).containsExactly("half", "false then true");
    }

    @Test
    void closingEndsTheThreadsAndShowsNothingMore() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        lane.add(task(endless(begun)));
        begun.await();
        screen.lane("other").add(task(_ -> "late"));
        Runnable late = screen.take();
        screen.close();
        late.run();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("roundhouse-test", "roundhouse-other");
        assertThat(lane.add(task(_ -> "after")).isCancelled()).isTrue();
        assertThat(shown).isEmpty();
    }
}
