package roundhouse.workbench.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.topology.Command;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.Failures;
import roundhouse.workbench.HeldWork;
import roundhouse.workbench.playback.Stage;

/** An answer about a request agrees with the time and the future that are shown. */
class RequestModelTest {
    private static final long REQUEST = 1_000;

    private final Stage stage =
            new Stage(((ReadResult.Read) TopologyFile.read(Path.of("samples", "three-servers.json"))).topology());
    private final HeldWork replays = new HeldWork();
    private final RequestModel model;

    RequestModelTest(@TempDir Path directory) {
        model = new RequestModel(
                stage.playback,
                new BackgroundWork(Runnable::run, new Failures(directory, Runnable::run, _ -> {}), _ -> replays));
        seek(30 * Stage.SECOND);
        model.ask(REQUEST);
        replays.runAll();
    }

    @AfterEach
    void end() {
        stage.close();
    }

    private void seek(long nanos) {
        stage.playback.seek(nanos);
        stage.awaitTime(nanos);
        stage.settle();
    }

    private String told() {
        return TraceText.how(
                Objects.requireNonNull(model.traceProperty().get()),
                model.nowProperty().get());
    }

    private long ended() {
        return Objects.requireNonNull(model.traceProperty().get()).endedNanos();
    }

    @Test
    void afterARewindItIsToldAsItStoodThen() {
        assertThat(told()).startsWith("Answered after ");
        long endedNanos = ended();
        seek(endedNanos - 1_000);
        assertThat(told()).startsWith("Under way; ");
        seek(0);
        assertThat(told()).startsWith("Still to come: it begins at 00:");
        assertThat(replays.size()).as("the life is the same").isZero();
    }

    @Test
    void inAnotherFutureItIsAskedAnewUnlessTheRequestHadEndedBefore() {
        long endedNanos = ended();
        seek(endedNanos + 1_000_000);
        stage.playback.command(new Command.Slow("s1", 50));
        stage.await(
                "the command", () -> !stage.playback.commandsProperty().get().isEmpty());
        assertThat(model.traceProperty().get()).as("it had ended").isNotNull();
        assertThat(replays.size()).isZero();

        seek(Stage.SECOND);
        stage.playback.command(new Command.Slow("s1", 50));
        stage.await("a replay", () -> replays.size() == 1);
        assertThat(model.traceProperty().get())
                .as("what was told was of the other future")
                .isNull();
        assertThat(model.numberProperty().get()).isEqualTo(REQUEST);
    }
}
