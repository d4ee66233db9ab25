package roundhouse.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailuresTest {
    private static final long SECOND = 1_000_000_000;

    @TempDir
    private Path state;

    private final List<Notice> notices = new ArrayList<>();
    private final AtomicLong clock = new AtomicLong();

    private Failures failures(Path directory) {
        return new Failures(directory, Runnable::run, notices::add, clock::get);
    }

    private static RuntimeException broken() {
        return new IllegalStateException("index 3 of 2");
    }

    @Test
    void whatNobodyCaughtIsToldWithItsReport() throws InterruptedException {
        Path directory = state.resolve("not").resolve("there");
        Thread thread = new Thread(
                () -> {
                    throw broken();
                },
                "any-thread");
        thread.setUncaughtExceptionHandler(failures(directory));
        thread.start();
        thread.join();
        Path report = directory.resolve("failures.txt");
        assertThat(notices)
                .containsExactly(Notice.problem(
                        "Something failed in the window (index 3 of 2); a report is in " + report + "."));
        assertThat(report)
                .content()
                .contains("Something failed in the window", "roundhouse ", "Java 25", "any-thread")
                .contains("IllegalStateException: index 3 of 2", "at roundhouse.workbench.FailuresTest");
    }

    @Test
    void whatBreaksWithEveryPictureIsToldNowAndThen() {
        Failures failures = failures(state);
        for (int i = 0; i < 1_200; i++) {
            failures.uncaughtException(Thread.currentThread(), broken());
            clock.addAndGet(SECOND / 60);
        }
        assertThat(notices).as("in twenty seconds").hasSize(2);
        failures.uncaughtException(Thread.currentThread(), new IllegalStateException("another one"));
        assertThat(notices).as("from another place").hasSize(3);
    }

    @Test
    void anActionThatBreaksAgainIsToldAgain() {
        Failures failures = failures(state);
        failures.tell("The run was not written to a.json", broken());
        failures.tell("The run was not written to a.json", broken());
        assertThat(notices).hasSize(2);
    }

    @Test
    void whatTheDiskRefusesIsToldWithoutAReportUnlessTheProgramIsBehindIt() {
        Failures failures = failures(state);
        failures.tell("A was not written", new IOException("no space left"));
        failures.tell("B was not written", new UncheckedIOException(new IOException("read-only")));
        assertThat(state).isEmptyDirectory();
        failures.tell("C was not written", new IOException("the canvas could not be drawn", broken()));
        assertThat(notices)
                .extracting(Notice::message)
                .containsExactly(
                        "A was not written: no space left.",
                        "B was not written: read-only.",
                        "C was not written (the canvas could not be drawn); a report is in "
                                + state.resolve("failures.txt") + ".");
    }

    @Test
    void itIsToldAlsoWhenThereIsNoPlaceForTheReport() throws IOException {
        Path file = Files.writeString(state.resolve("taken"), "");
        failures(file).tell("The comparison failed", new NullPointerException());
        assertThat(notices)
                .containsExactly(
                        Notice.problem("The comparison failed (NullPointerException); no report could be written to "
                                + file.resolve("failures.txt") + "."));
    }

    @Test
    void aReportThatHasGrownIsKeptBesideTheNewOne() throws IOException {
        Path report = state.resolve("failures.txt");
        Files.writeString(report, "x".repeat((1 << 20) + 1));
        failures(state).tell("The comparison failed", broken());
        assertThat(report).content().doesNotContain("xxx").contains("The comparison failed");
        assertThat(state.resolve("older-failures.txt")).hasSize((1 << 20) + 1);
    }
}
