package roundhouse.workbench.playback.history;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.workbench.playback.Stage.SECOND;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Replay;
import roundhouse.topology.Command;
import roundhouse.topology.Position;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.playback.HistoryCost;
import roundhouse.workbench.playback.Playback;
import roundhouse.workbench.playback.Samples;
import roundhouse.workbench.playback.Stage;

class FuturesTest {
    private final Stage stage = new Stage(Samples.busy());
    private final Playback playback = stage.playback;

    @AfterEach
    void close() {
        stage.close();
    }

    private void seek(long time) {
        playback.seek(time);
        stage.awaitTime(time);
    }

    private Future active() {
        return playback.activeProperty().get();
    }

    private List<Future> kept() {
        return playback.keptProperty().get();
    }

    private void fork(Command command) {
        int before = kept().size();
        playback.command(command);
        stage.await("a second future", () -> kept().size() == before + 1);
    }

    private static long digest(Future future, long time) {
        Replay replay = new Replay(future.start(), future.commands());
        replay.runUntil(time);
        return replay.run().digest();
    }

    @Test
    void somethingDoneInThePastBeginsASecondFutureAndKeepsTheFirst() {
        seek(2 * SECOND);
        long first = stage.digest;
        seek(SECOND);
        fork(new Command.Slow("s1", 5));
        assertThat(kept()).singleElement().satisfies(future -> {
            assertThat(future.name()).isEqualTo("Original run");
            assertThat(future.furthestNanos()).isEqualTo(2 * SECOND);
            assertThat(future.commands()).isEmpty();
            assertThat(future.partingNanos(active())).isEqualTo(SECOND);
        });
        assertThat(active().name()).isEqualTo("s1 slow ×5");
        assertThat(active().furthestNanos()).isEqualTo(SECOND);
        seek(2 * SECOND);
        assertThat(stage.digest).isNotEqualTo(first).isEqualTo(digest(active(), 2 * SECOND));

        playback.goTo(kept().getFirst());
        stage.await("the first future", () -> active().number() == 0);
        stage.await("its end", () -> stage.digest == first);
        assertThat(stage.time()).isEqualTo(2 * SECOND);
        assertThat(kept()).singleElement().extracting(Future::name).isEqualTo("s1 slow ×5");
    }

    @Test
    void replayingAnyFutureGivesTheSameDigest() {
        seek(3 * SECOND);
        for (int i = 0; i < 4; i++) {
            seek((4 - i) * SECOND / 2);
            fork(new Command.Slow("s1", i + 2));
            seek(3 * SECOND);
            assertThat(stage.digest).isEqualTo(digest(active(), 3 * SECOND));
        }
        for (Future future : List.copyOf(kept())) {
            playback.goTo(future);
            stage.await(future.name(), () -> active().number() == future.number());
            long expected = digest(future, 3 * SECOND);
            stage.await("its digest", () -> stage.digest == expected);
        }
    }

    @Test
    void onlyTheNewestFuturesAreKept() {
        seek(2 * SECOND);
        for (int i = 0; i < Futures.MOST + 2; i++) {
            seek(SECOND);
            int factor = i + 2;
            playback.command(new Command.Slow("s1", factor));
            stage.await("another", () -> active().name().equals("s1 slow ×" + factor));
            seek(2 * SECOND);
        }
        assertThat(kept()).hasSize(Futures.MOST);
        assertThat(kept()).extracting(Future::name).doesNotContain("Original run");
        playback.remove(kept().getFirst());
        stage.await("one less", () -> kept().size() == Futures.MOST - 1);
    }

    @Test
    void whatIsDoneTogetherIsOneFutureWithBothNames() {
        seek(2 * SECOND);
        seek(SECOND);
        fork(new Command.Slow("s1", 2));
        playback.command(new Command.Slow("s2", 2));
        stage.await("both", () -> active().commands().size() == 2);
        assertThat(kept()).hasSize(1);
        assertThat(active().name()).isEqualTo("s1 slow ×2, s2 slow ×2");
    }

    @Test
    void anEditInThePastIsNamedAsInTheHistoryAndTheDocumentFollowsTheFutureThatIsPlayed() {
        seek(2 * SECOND);
        seek(SECOND);
        Topology before = stage.document.topology();
        stage.document.edit("Add s3", before.with(Samples.server("s3")));
        stage.await("the second future", () -> kept().size() == 1);
        assertThat(active().name()).isEqualTo("Add s3");
        Node labelled = before.node("s1").orElseThrow().labelled("Big one");
        stage.document.edit("Rename", stage.document.topology().with(labelled).at("s1", new Position(3, 4)));

        playback.goTo(kept().getFirst());
        stage.await("the first future", () -> active().number() == 0);
        Topology there = stage.document.topology();
        assertThat(there.node("s3")).isEmpty();
        assertThat(there.node("s1")).contains(labelled);
        assertThat(there.layout()).containsEntry("s1", new Position(3, 4));
        stage.settle();
        assertThat(active().commands()).as("following is no edit of the run").isEmpty();
        playback.nextFuture();
        stage.await("the second again", () -> active().name().equals("Add s3"));
        assertThat(stage.document.topology().node("s3")).isPresent();
    }

    @Test
    void anotherScenarioInThePastIsAnotherFutureAndUndoingItTheFirstAgain() {
        seek(2 * SECOND);
        Topology document = stage.document.topology();
        TimedCommand later = new TimedCommand(
                Duration.ofMillis(800), document.scenario().getFirst().command());
        stage.document.edit(
                "Move the crash",
                document.withScenario(List.of(later, document.scenario().getLast())));
        stage.await("the second future", () -> kept().size() == 1);
        stage.awaitTime(2 * SECOND);
        assertThat(kept().getFirst().partingNanos(active())).isEqualTo(SECOND * 7 / 10);
        stage.document.undo();
        stage.await("the first again", () -> active().number() == 0);
        assertThat(kept()).singleElement().extracting(Future::name).isEqualTo("Move the crash");
    }

    @Test
    void aScenarioStillToComeIsNoOtherFuture() {
        seek(SECOND);
        Topology document = stage.document.topology();
        stage.document.edit(
                "Crash later",
                document.withScenario(List.of(
                        document.scenario().getFirst(),
                        document.scenario().getLast(),
                        new TimedCommand(Duration.ofSeconds(5), new Command.Crash("s1")))));
        stage.await(
                "the other start",
                () -> playback.startProperty().get().scenario().size() == 3);
        stage.settle();
        assertThat(kept()).isEmpty();
    }

    @Test
    void theLastEventIsTakenBack() {
        seek(SECOND);
        long events = stage.events;
        playback.command(new Command.Slow("s1", 2));
        stage.await("the command", () -> active().commands().size() == 1);
        playback.nextEvent();
        stage.await("the event", () -> stage.events == events + 1);
        long digest = stage.digest;
        playback.previousEvent();
        stage.await("before it", () -> stage.events == events);
        playback.previousEvent();
        playback.previousEvent();
        stage.await("before the command and the event before", () -> stage.events == events - 1);
        assertThat(stage.time()).isLessThan(SECOND);
        playback.nextEvent();
        playback.nextEvent();
        playback.nextEvent();
        stage.await("the event again", () -> stage.events == events + 1);
        assertThat(stage.digest).isEqualTo(digest);
        assertThat(kept()).as("looking back changes nothing").isEmpty();
    }

    @Test
    void whatHappenedStaysKnownAfterRewinding() {
        seek(2 * SECOND);
        stage.settle();
        var notices = playback.noticesProperty().get();
        assertThat(notices).isNotEmpty();
        seek(SECOND / 10);
        assertThat(playback.noticesProperty().get()).isEqualTo(notices);
        fork(new Command.Slow("s1", 2));
        assertThat(playback.noticesProperty().get()).hasSize(1);
    }

    @Test
    void restartingKeepsWhatWasPlayedWhenSomethingElseIsGoingToBe() {
        seek(SECOND);
        playback.command(new Command.Slow("s1", 2));
        stage.await("the command", () -> active().commands().size() == 1);
        seek(2 * SECOND);
        playback.restart();
        stage.awaitTime(0);
        stage.await("the played one", () -> kept().size() == 1);
        playback.restart();
        stage.settle();
        assertThat(kept()).hasSize(1);
    }

    @Test
    void theHistoryCostsWhatItsTopologiesAndCommandsDo() {
        seek(2 * SECOND);
        seek(SECOND);
        fork(new Command.Slow("s1", 2));
        String cost = HistoryCost.text(playback);
        assertThat(cost).startsWith("The history: 1 command in 2 futures, ").contains(" kB.");
        assertThat(HistoryCost.bytes(List.of(active(), kept().getFirst()))).isBetween(500L, 5_000L);
    }
}
