package roundhouse.workbench.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.workbench.playback.Stage.SECOND;

import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;

/** However a run is played, at a given time it is the run that the engine makes alone. */
class PlaybackDigestTest {
    private static final long END = 3 * SECOND / 2;

    private final Topology topology = Samples.busy();
    private final Stage stage = new Stage(topology);
    private final Playback playback = stage.playback;

    @AfterEach
    void close() {
        stage.close();
    }

    /** The clock moves unevenly, the screen takes frames or does not, and there are pauses, steps, and changes of speed. */
    @ParameterizedTest
    @ValueSource(doubles = {0.02, 1, 10, 1000})
    void theSpeedLeavesNoTrace(double speed) {
        Random random = new Random(7);
        playback.speedProperty().set(speed);
        playback.play();
        stage.settle();
        for (int i = 0; i < 20; i++) {
            stage.clock.addAndGet((long) (random.nextDouble() * END / speed / 20));
            switch (random.nextInt(6)) {
                case 0 -> playback.pause();
                case 1 -> playback.step();
                case 2 -> playback.nextEvent();
                case 3 -> playback.stepBack();
                case 4 -> playback.speedProperty().set(speed / 2);
                default -> playback.speedProperty().set(speed);
            }
            if (random.nextBoolean()) {
                stage.settle();
            }
            playback.play();
        }
        playback.pause();
        stage.settle();
        playback.seek(END);
        stage.awaitTime(END);
        Run alone = Run.of(topology);
        alone.runUntil(END);
        assertThat(stage.events).isEqualTo(alone.events()).isGreaterThan(1000);
        assertThat(stage.digest).isEqualTo(alone.digest());
    }

    @Test
    void rewindingAndPlayingOnGivesTheSameAgainWithEverythingDoneMeanwhile() {
        playback.seek(SECOND / 2);
        for (int i = 0; i < 5; i++) {
            playback.nextEvent();
        }
        playback.command(new Command.Crash("s1"));
        playback.nextEvent();
        stage.settle();
        stage.document.edit("Add s3", topology.with(Samples.server("s3")));
        playback.seek(END);
        stage.awaitTime(END);
        long digest = stage.digest;
        assertThat(digest).isEqualTo(replayed(END));

        playback.seek(SECOND / 4);
        stage.awaitTime(SECOND / 4);
        assertThat(stage.digest).isNotEqualTo(digest);
        playback.seek(END);
        stage.awaitTime(END);
        assertThat(stage.digest).isEqualTo(digest);
    }

    @Test
    void stepBackIsWhereTheStepBeforeWas() {
        playback.seek(SECOND / 2);
        stage.awaitTime(SECOND / 2);
        long digest = stage.digest;
        playback.step();
        stage.awaitTime(SECOND / 2 + Playback.STEP_NANOS);
        assertThat(stage.digest).isNotEqualTo(digest);
        playback.stepBack();
        stage.awaitTime(SECOND / 2);
        assertThat(stage.digest).isEqualTo(digest);
    }

    @Test
    void steppingThroughACommandGivenEarlierDoesItAtTheSamePoint() {
        playback.seek(SECOND / 2);
        playback.command(new Command.Slow("s2", 3));
        playback.seek(END);
        stage.awaitTime(END);
        long digest = stage.digest;
        playback.seek(SECOND / 2 - 2 * Playback.STEP_NANOS);
        for (int i = 0; i < 50; i++) {
            playback.nextEvent();
        }
        stage.settle();
        playback.seek(END);
        stage.awaitTime(END);
        assertThat(stage.digest).isEqualTo(digest);
    }

    private long replayed(long time) {
        Replay replay = new Replay(
                playback.startProperty().get(), playback.commandsProperty().get());
        replay.runUntil(time);
        return replay.run().digest();
    }
}
