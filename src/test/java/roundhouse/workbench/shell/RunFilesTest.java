package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.simulation.Run;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.RunFile;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.Failures;
import roundhouse.workbench.Notice;
import roundhouse.workbench.Notices;
import roundhouse.workbench.Preferences;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.files.Autosave;
import roundhouse.workbench.files.DocumentFiles;
import roundhouse.workbench.files.FakePrompts;
import roundhouse.workbench.files.RecentFiles;
import roundhouse.workbench.playback.Playback;
import roundhouse.workbench.playback.Pulse;

/** Saving runs without a window: the screen is a queue that the test runs by hand, and so are its pulses. */
class RunFilesTest {
    private static final long SECOND = 1_000_000_000;

    @TempDir
    private Path directory;

    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final AtomicReference<Runnable> pulse = new AtomicReference<>(() -> {});
    private final List<String> told = new ArrayList<>();
    private final Document document = new Document();
    private final FakePrompts prompts = new FakePrompts();
    private Playback playback;
    private BackgroundWork background;
    private RunFiles runs;

    @BeforeEach
    void open() {
        Notices notices = new Notices();
        notices.currentProperty().subscribe(this::told);
        Failures failures = new Failures(directory, screen::add, notices::tell);
        background = new BackgroundWork(screen::add, failures);
        document.open(sample(), null);
        playback = new Playback(document, byHand(), System::nanoTime, failures::record);
        RecentFiles recent = new RecentFiles(Preferences.in(directory.resolve("settings.properties")));
        Autosave autosave = new Autosave(document, directory, never(), () -> 0, (_, e) -> {
            throw new AssertionError(e);
        });
        DocumentFiles files = new DocumentFiles(document, recent, autosave, prompts, notices);
        runs = new RunFiles(document, files, playback, prompts, notices, background);
    }

    @AfterEach
    void close() {
        background.close();
        playback.close();
    }

    private void told(Notice notice) {
        if (notice != null) {
            told.add(notice.message());
        }
    }

    private static Topology sample() {
        return ((ReadResult.Read) TopologyFile.read(Path.of("samples", "three-servers.json"))).topology();
    }

    private Pulse byHand() {
        return new Pulse() {
            @Override
            public void start(Runnable listener) {
                pulse.set(listener);
            }

            @Override
            public void stop() {
                pulse.set(() -> {});
            }
        };
    }

    private static Autosave.Delay never() {
        return new Autosave.Delay() {
            @Override
            public void restart(Runnable task) {}

            @Override
            public void cancel() {}
        };
    }

    /** Plays a run of which these commands are known already. */
    private void play(Run.Entry... log) {
        playback.open(sample(), List.of(log), 2 * SECOND);
        while (playback.activeProperty().get().furthestNanos() != 2 * SECOND) {
            LockSupport.parkNanos(200_000);
            pulse.get().run();
        }
    }

    @Test
    void aReplayThatBreaksWhileARunIsSavedTells() throws InterruptedException {
        play(new Run.Entry(SECOND, 0, new Command.Revise(null)));
        prompts.save = directory.resolve("broken.run.json");
        runs.save();
        screen.take().run();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst())
                .startsWith("The run was not written to " + prompts.save + " (")
                .endsWith("; a report is in " + directory.resolve("failures.txt") + ".");
        assertThat(prompts.save).doesNotExist();
    }

    @Test
    void aFileThatCannotBeWrittenIsToldWithoutAReport() throws InterruptedException {
        play();
        prompts.save = directory.resolve("nowhere").resolve("a.run.json");
        runs.save();
        screen.take().run();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst()).startsWith("The run was not written to " + prompts.save + ": ");
        assertThat(directory.resolve("failures.txt")).doesNotExist();
    }

    @Test
    void twoRunsThatAreSavedAtOnceAreBothWrittenAndTold() throws InterruptedException {
        play();
        Path first = directory.resolve("first.run.json");
        Path second = directory.resolve("second.run.json");
        prompts.save = first;
        runs.save();
        prompts.save = second;
        runs.save();
        screen.take().run();
        screen.take().run();
        assertThat(told).containsExactly("The run is in " + first + ".", "The run is in " + second + ".");
        assertThat(RunFile.read(first)).isInstanceOf(RunFile.Result.Read.class);
        assertThat(second).hasSameTextualContentAs(first);
    }
}
