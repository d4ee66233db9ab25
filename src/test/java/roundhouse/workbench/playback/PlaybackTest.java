package roundhouse.workbench.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.workbench.playback.Stage.SECOND;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Run;
import roundhouse.topology.Command;
import roundhouse.topology.Deletion;
import roundhouse.topology.Position;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Node;

class PlaybackTest {
    private static final long STEP = Playback.STEP_NANOS;

    private final Stage stage = new Stage(Samples.servers());
    private final Playback playback = stage.playback;

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void playingKeepsPaceWithTheClock() {
        play(0);
        stage.clock.addAndGet(SECOND);
        stage.awaitTime(SECOND / 50);
        playback.speedProperty().set(10);
        settle();
        stage.clock.addAndGet(SECOND / 20);
        stage.awaitTime(SECOND / 50 + SECOND / 2);
        assertThat(playback.playingProperty().get()).isTrue();
        assertThat(playback.behindProperty().get()).isFalse();
    }

    @Test
    void pausedTimeStandsStillWhateverTheClockDoes() {
        play(0);
        stage.clock.addAndGet(SECOND);
        stage.awaitTime(SECOND / 50);
        playback.pause();
        assertThat(playback.playingProperty().get()).isFalse();
        settle();
        stage.clock.addAndGet(10 * SECOND);
        playback.step();
        stage.awaitTime(SECOND / 50 + STEP);
        assertThat(playback.playingProperty().get()).isFalse();
    }

    @Test
    void aStepIsTheSameAtEverySpeedAndPauses() {
        long time = 0;
        for (double speed : new double[] {1e-4, 0.02, 1, 1000}) {
            playback.speedProperty().set(speed);
            playback.play();
            playback.step();
            assertThat(playback.playingProperty().get()).isFalse();
            time += STEP;
            stage.awaitTime(time);
        }
    }

    @Test
    void steppingBackUndoesAStepAndStopsAtTheStart() {
        playback.step();
        playback.step();
        playback.step();
        stage.awaitTime(3 * STEP);
        playback.stepBack();
        stage.awaitTime(2 * STEP);
        for (int i = 0; i < 5; i++) {
            playback.stepBack();
        }
        stage.awaitTime(0);
    }

    @Test
    void atItsDurationARunPausesAndPlayedAgainItGoesOn() {
        playback.seek(59 * SECOND);
        playback.speedProperty().set(10);
        stage.awaitTime(59 * SECOND);
        play(59 * SECOND);
        stage.clock.addAndGet(SECOND / 2);
        stage.awaitTime(60 * SECOND);
        stage.await("the pause", () -> !playback.playingProperty().get());
        play(60 * SECOND);
        stage.clock.addAndGet(SECOND);
        stage.awaitTime(70 * SECOND);
        assertThat(playback.playingProperty().get()).isTrue();
    }

    @Test
    void restartGoesOnPlayingAndOpeningDoesNot() {
        play(0);
        stage.clock.addAndGet(SECOND);
        stage.awaitTime(SECOND / 50);
        playback.restart();
        stage.awaitTime(0);
        assertThat(playback.playingProperty().get()).isTrue();
        stage.clock.addAndGet(SECOND);
        stage.awaitTime(SECOND / 50);

        Topology other = Deletion.of(Samples.servers(), java.util.Set.of("s2"));
        stage.document.open(other, null);
        assertThat(playback.playingProperty().get()).isFalse();
        stage.await("the other document", () -> stage.shown.equals(other));
        assertThat(stage.time()).isZero();
    }

    @Test
    void anEditWhileItRunsRevisesTheRunAndTimeGoesOn() {
        playback.seek(SECOND);
        stage.awaitTime(SECOND);
        Topology more = stage.document.topology().with(Samples.server("s3"));
        stage.document.edit("Add s3", more);
        stage.await("the revision", () -> stage.shown.equals(more) && commands().size() == 1);
        assertThat(stage.time()).isEqualTo(SECOND);
        assertThat(commands()).containsExactly(new Command.Revise(more));
        stage.document.undo();
        stage.await(
                "its undoing",
                () -> stage.shown.equals(Samples.servers()) && commands().size() == 2);
    }

    @Test
    void labelsPlacesAndWordsDoNotTouchTheRun() {
        playback.seek(SECOND);
        stage.awaitTime(SECOND);
        Topology topology = stage.document.topology();
        Node relabelled = topology.node("s1").orElseThrow().labelled("Big one");
        stage.document.edit(
                "Rename", topology.with(relabelled).at("s1", new Position(3, 4)).named("New", "Words"));
        playback.step();
        stage.awaitTime(SECOND + STEP);
        assertThat(commands()).isEmpty();
    }

    @Test
    void beforeAnythingHasHappenedAnEditIsSimplyAnotherStart() {
        stage.awaitFrame();
        Topology more = stage.document.topology().with(Samples.server("s3"));
        stage.document.edit("Add s3", more);
        stage.await("the new start", () -> playback.startProperty().get().equals(more));
        assertThat(commands()).isEmpty();
    }

    @Test
    void anotherSeedStartsOver() {
        playback.seek(SECOND);
        stage.awaitTime(SECOND);
        stage.document.edit("Seed 7", stage.document.topology().withSeed(7));
        stage.awaitTime(0);
        assertThat(playback.startProperty().get().seed()).isEqualTo(7);
    }

    @Test
    void anotherScenarioPlaysTheRunAgainToWhereItStands() {
        playback.seek(SECOND);
        stage.awaitTime(SECOND);
        playback.command(new Command.Slow("s2", 2));
        stage.await("the command", () -> commands().size() == 1);
        Topology next = stage.document
                .topology()
                .withScenario(List.of(new TimedCommand(Duration.ofMillis(500), new Command.Crash("s1"))));
        stage.document.edit("Crash s1", next);
        stage.await("the other start", () -> playback.startProperty().get().equals(next));
        assertThat(stage.time()).isEqualTo(SECOND);
        assertThat(commands()).containsExactly(new Command.Slow("s2", 2));
    }

    @Test
    void actsAreCommandsAndTheirUndoIsTheInverse() {
        playback.seek(SECOND);
        stage.document.act("Crash s1", new Command.Crash("s1"), new Command.Recover("s1"));
        stage.document.undo();
        stage.await("both", () -> commands().size() == 2);
        assertThat(commands()).containsExactly(new Command.Crash("s1"), new Command.Recover("s1"));
        assertThat(playback.commandsProperty().get()).allMatch(entry -> entry.timeNanos() == SECOND);
    }

    @Test
    void rewindingKeepsWhatWasDoneUntilSomethingElseIsDoneInThePast() {
        playback.seek(SECOND);
        playback.command(new Command.Crash("s1"));
        playback.seek(2 * SECOND);
        playback.command(new Command.Crash("s2"));
        playback.seek(SECOND / 2);
        stage.awaitTime(SECOND / 2);
        stage.await("both", () -> commands().size() == 2);
        playback.seek(3 * SECOND);
        stage.awaitTime(3 * SECOND);
        assertThat(commands()).containsExactly(new Command.Crash("s1"), new Command.Crash("s2"));

        playback.seek(3 * SECOND / 2);
        playback.command(new Command.Recover("s1"));
        stage.await("another future", () -> commands().size() == 2 && commands().contains(new Command.Recover("s1")));
        assertThat(commands()).containsExactly(new Command.Crash("s1"), new Command.Recover("s1"));
    }

    @Test
    void flagsAreGoneToJustBeforeTheyHappen() {
        Topology told = stage.document
                .topology()
                .withScenario(List.of(
                        new TimedCommand(Duration.ofSeconds(5), new Command.Crash("s1")),
                        new TimedCommand(Duration.ofSeconds(9), new Command.Recover("s1"))));
        stage.document.edit("Scenario", told);
        stage.settle();
        playback.nextFlag();
        stage.awaitTime(5 * SECOND - 1);
        playback.nextFlag();
        stage.awaitTime(9 * SECOND - 1);
        playback.nextFlag();
        stage.settle();
        assertThat(stage.time()).as("no further flag").isEqualTo(9 * SECOND - 1);
        playback.previousFlag();
        stage.awaitTime(5 * SECOND - 1);
        playback.previousFlag();
        stage.settle();
        assertThat(stage.time()).isEqualTo(5 * SECOND - 1);
    }

    @Test
    void theSpeedFollowsTheStoryUntilAnotherIsAskedFor() {
        stage.document.edit(
                "Scenario",
                stage.document
                        .topology()
                        .withScenario(List.of(new TimedCommand(Duration.ofSeconds(5), new Command.Crash("s1")))));
        playback.followsProperty().set(true);
        playback.seek(3 * SECOND);
        stage.awaitTime(3 * SECOND);
        stage.await("the speed", () -> playback.speedProperty().get() == 2);
        assertThat(playback.nextEventNanos()).hasValue(5 * SECOND);
        playback.seek(5 * SECOND);
        stage.awaitTime(5 * SECOND);
        stage.await("the event", () -> playback.speedProperty().get() == Story.SLOWEST);
        assertThat(playback.nextEventNanos()).isEmpty();
        playback.speedProperty().set(10);
        assertThat(playback.followsProperty().get()).isFalse();
        playback.play();
        stage.settle();
        stage.clock.addAndGet(SECOND / 20);
        stage.awaitTime(5 * SECOND + SECOND / 2);
    }

    @Test
    void aBrokenRunSaysSoOnceAndARestartMendsIt() {
        play(0);
        playback.command(new Command.Revise(null));
        stage.await("the failure", () -> playback.failureProperty().get() != null);
        assertThat(playback.failureProperty().get())
                .startsWith("The run failed at 00:00.000")
                .contains("Restart");
        stage.await("the pause", () -> !playback.playingProperty().get());
        playback.restart();
        stage.await("mending", () -> playback.failureProperty().get() == null);
        playback.step();
        stage.awaitTime(STEP);
    }

    @Test
    void listenersHearOfEachFrameOnceAndLatecomersOfTheNewest() {
        stage.awaitFrame();
        settle();
        int heard = stage.frames;
        for (int i = 0; i < 100; i++) {
            stage.pulse();
        }
        assertThat(stage.frames).isEqualTo(heard);
        int[] late = new int[1];
        playback.onFrame(_ -> late[0]++);
        stage.pulse();
        stage.pulse();
        assertThat(late[0]).isEqualTo(1);
    }

    @Test
    void closingLeavesNoThreadEvenWhileItPlaysFlatOut() {
        playback.speedProperty().set(1000);
        playback.play();
        stage.awaitFrame();
        assertThat(engines()).isEqualTo(1);
        playback.close();
        assertThat(engines()).isZero();
    }

    private static long engines() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("roundhouse-engine"))
                .count();
    }

    private List<Command> commands() {
        return playback.commandsProperty().get().stream()
                .map(Run.Entry::command)
                .toList();
    }

    private void play(long from) {
        playback.play();
        settle();
        assertThat(stage.time()).isEqualTo(from);
    }

    /** Until every order was carried out. */
    private void settle() {
        stage.settle();
    }
}
