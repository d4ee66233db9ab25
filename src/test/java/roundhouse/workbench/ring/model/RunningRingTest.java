package roundhouse.workbench.ring.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.hashing.Target;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.ring.Samples;
import roundhouse.workbench.ring.run.BalancerSource;
import roundhouse.workbench.ring.run.RunPlacements;
import roundhouse.workbench.ring.run.RunPreviews;

/** While a run is shown the ring is what the run has made of it, at every moment; edits are still edits of the document. */
class RunningRingTest {
    private static final long SECOND = 1_000_000_000;

    private final Document document = new Document();
    private final RunPlacements runs = new RunPlacements();
    private final Frame frame = new Frame();
    private Run run = Run.of(Topology.EMPTY);
    private RingModel model = new RingModel(new Sketch(RingState.sketch()));

    /** Opens the sample, with this happening at 20 s, and looks at its beginning. */
    private void open(Command... commands) {
        document.open(
                Samples.consistentHashing()
                        .withScenario(List.of(commands).stream()
                                .map(command -> new TimedCommand(Duration.ofSeconds(20), command))
                                .toList()),
                null);
        run = Run.of(document.topology());
        runs.forget();
        model = new RingModel(new BalancerSource(document, "lb-1", Link.DEFAULT_POOL, runs));
        look();
    }

    private void look() {
        run.observe(frame);
        runs.take(frame);
        model.follow(frame.timeNanos);
    }

    /** Plays on to that time. */
    private void play(double seconds) {
        run.runUntil((long) (seconds * SECOND));
        look();
    }

    /** Goes back to that time, which is done by another run up to there. */
    private void rewind(double seconds) {
        run = Run.of(document.topology());
        play(seconds);
    }

    private List<String> names() {
        return model.state().targets().stream().map(Target::name).toList();
    }

    private int keysOf(String server) {
        return model.balance().keys()[model.state().indexOf(server)];
    }

    private ListedServer listed(String name) {
        return model.servers().stream()
                .filter(server -> server.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aServerThatTheScenarioRemovesLeavesTheRingAndTheHeadlineCountsItsKeys() {
        open(new Command.Remove("s3"));
        int[] before = model.owners().clone();
        int ofS3 = keysOf("s3");
        play(19.99);
        assertThat(names()).contains("s3");
        assertThat(model.change()).isEqualTo(RingChange.NOTHING);

        play(20.01);
        assertThat(names()).containsExactly("s1", "s2", "s4", "s5");
        RingChange change = model.change();
        assertThat(change.label()).isEqualTo("s3 removed in the run");
        assertThat(change.server()).isEqualTo("s3");
        assertThat(change.moved()).isEqualTo(ofS3).isPositive();
        assertThat(change.fromNanos()).isEqualTo((long) (19.99 * SECOND));
        assertThat(change.timeNanos()).isEqualTo((long) (20.01 * SECOND));
        // Those that moved are those that s3 had.
        for (int key = 0; key < before.length; key++) {
            assertThat(model.movement().moved(key)).isEqualTo(before[key] == 2);
        }
        assertThat(Streaming.of(model).sentences().getFirst()).startsWith("Keys: s3 → ");
        assertThat(Streaming.of(model).transfers())
                .isNotEmpty()
                .noneMatch(transfer -> transfer.receiver().equals("s3"));
        assertThat(model.keys().texts())
                .noneMatch(key -> KeyStory.of(model.state(), model.placement(), key)
                        .walk()
                        .contains("s3"));
        assertThat(listed("s3"))
                .extracting(ListedServer::shown, ListedServer::inDocument, ListedServer::note)
                .containsExactly(false, true, "not in the run");
        assertThat(document.topology().node("s3")).isPresent();
        assertThat(document.changes()).isEmpty();
    }

    @Test
    void goesBackWithTheClockAndForthAgain() {
        open(new Command.Remove("s3"));
        int ofS3 = keysOf("s3");
        play(25);
        assertThat(model.change().moved()).isEqualTo(ofS3);
        rewind(10);
        assertThat(names()).containsExactly("s1", "s2", "s3", "s4", "s5");
        assertThat(keysOf("s3")).isEqualTo(ofS3);
        assertThat(model.change()).isEqualTo(RingChange.NOTHING);
        assertThat(Streaming.of(model).sentences().getFirst()).startsWith("Nothing has changed yet");
        play(21);
        assertThat(model.change().moved()).isEqualTo(ofS3);
        rewind(20.5);
        assertThat(names()).doesNotContain("s3");
    }

    @Test
    void backBetweenTwoChangesTheFirstIsTold() {
        open(new Command.Remove("s3"));
        play(20.5);
        RingChange removed = model.change();
        run.apply(new Command.SetWeight("lb-1", "s1", 3));
        play(22);
        assertThat(model.change().label()).isEqualTo("weight of s1 from 1 to 3 in the run");
        assertThat(listed("s1").note()).isEqualTo("weight 1 in the document");
        rewind(20.5);
        assertThat(model.change()).isEqualTo(removed);
        assertThat(listed("s1").note()).isEmpty();
    }

    @Test
    void aServerThatTheRunAddsJoinsAndIsToldApart() {
        open();
        Server like = (Server) document.topology().node("s5").orElseThrow();
        Link link = document.topology().link("lb-1", "s5").orElseThrow();
        run.apply(new Command.Add(like.renamed("s6"), List.of(Link.of("lb-1", "s6", link.latency()))));
        play(1);
        assertThat(names()).containsExactly("s1", "s2", "s3", "s4", "s5", "s6");
        assertThat(model.change().label()).isEqualTo("s6 added in the run");
        assertThat(model.change().moved()).isEqualTo(keysOf("s6")).isPositive();
        assertThat(listed("s6"))
                .extracting(ListedServer::shown, ListedServer::inDocument, ListedServer::note)
                .containsExactly(true, false, "only in the run");
    }

    @Test
    void aServerThatDrainsServesNoKeysAndKeepsItsPlace() {
        open(new Command.Drain("lb-1", "s4"));
        int ofS4 = keysOf("s4");
        play(20.1);
        assertThat(keysOf("s4")).isZero();
        assertThat(model.change().label()).isEqualTo("s4 out of use in the run: draining");
        assertThat(model.change().moved()).isEqualTo(ofS4);
        assertThat(listed("s4").note()).isEqualTo("draining");
    }

    @Test
    void withAnotherPlacementInTheRunThatIsShownAndSaidAndTheDocumentIsAsItWas() {
        PlacementsChanged changed = new PlacementsChanged();
        open(changed.command());
        play(21);
        assertThat(model.state().settings().virtualNodes()).isEqualTo(6);
        assertThat(model.change().label()).isEqualTo("6 virtual nodes in the run");
        assertThat(model.runNote()).isEqualTo("In the run: 6 virtual nodes.");
        rewind(5);
        assertThat(model.runNote()).isEmpty();
    }

    /** What changes virtual nodes of the sample from 160 to 6. */
    private static final class PlacementsChanged {
        Command command() {
            return new Command.SetAlgorithm(
                    "lb-1",
                    Balancing.of(Algorithm.HASH)
                            .placed(RingState.sketch().settings().withReplicas(2)));
        }
    }

    @Test
    void aBalancerThatRoutesOtherwiseInTheRunIsSaidToPlaceNoKeys() {
        open(new Command.SetAlgorithm("lb-1", Balancing.of(Algorithm.ROUND_ROBIN)));
        play(21);
        assertThat(model.runNote()).startsWith("The run does not place keys here now");
        assertThat(names()).hasSize(5);
    }

    @Test
    void anEditAfterTheRunHasChangedIsOneEditOfTheDocumentAndOfNothingElse() {
        open(new Command.Remove("s3"));
        play(25);
        Topology was = document.topology();
        model.edit("Weight of s1 3", "s1", model.state().weighted("s1", 3));
        assertThat(document.changes()).hasSize(1);
        assertThat(document.topology())
                .isEqualTo(was.with(was.link("lb-1", "s1").orElseThrow().weighted(3)));
        // Until the run has it, and when it has it, s3 stays away.
        look();
        assertThat(names()).doesNotContain("s3");
        assertThat(model.state().target("s1").orElseThrow().weight()).isEqualTo(3);
        assertThat(model.change().label()).isEqualTo("Weight of s1 3");
        run.apply(new Command.SetWeight("lb-1", "s1", 3));
        play(25.1);
        assertThat(model.placement()).isSameAs(frame.keyedPools.getFirst().placement());
        assertThat(model.change().label()).isEqualTo("Weight of s1 3");
        model.undo();
        assertThat(model.state().target("s1").orElseThrow().weight()).isEqualTo(1);
        assertThat(document.topology()).isEqualTo(was);
    }

    @Test
    void whatTheRunMakesOfAnEditIsShownEvenWhenItIsSomethingElse() {
        open();
        play(1);
        model.edit("Weight of s1 3", "s1", model.state().weighted("s1", 3));
        run.apply(new Command.SetWeight("lb-1", "s1", 7));
        play(1.1);
        assertThat(model.state().target("s1").orElseThrow().weight()).isEqualTo(7);
        assertThat(model.placement()).isSameAs(frame.keyedPools.getFirst().placement());
    }

    @Test
    void aServerThatOnlyTheDocumentHasCanStillBeEditedThere() {
        open(new Command.Remove("s3"));
        play(25);
        RingState shown = model.state();
        model.editDocument("Remove s3", state -> state.without("s3"));
        assertThat(document.topology().node("s3")).isEmpty();
        assertThat(document.changes()).hasSize(1);
        assertThat(model.state()).isEqualTo(shown);
        assertThat(model.change().label()).isEqualTo("s3 removed in the run");
        assertThat(model.servers()).extracting(ListedServer::name).containsExactly("s1", "s2", "s4", "s5");
    }

    @Test
    void aDragKeepsWhatTheRunHasMadeOfTheServersAndTakenBackGivesTheRunItsOwnPlacement() {
        open(new PlacementsChanged().command(), new Command.Remove("s3"));
        RunPreviews previews = new RunPreviews(document, model, run::apply);
        play(25);
        RingState began = model.state();
        TokenMove move = TokenMove.begin(model, model.ring().tokensOf(0).getFirst(), false);
        for (int step = 1; step <= 6; step++) {
            move.by(step * (1L << 57));
            run.runUntil(run.nowNanos() + 16_000_000);
            look();
            previews.picture();
        }
        look();
        assertThat(model.previewing()).isTrue();
        assertThat(names()).doesNotContain("s3");
        assertThat(model.placement()).isSameAs(frame.keyedPools.getFirst().placement());
        model.cancel();
        look();
        assertThat(model.state()).isEqualTo(began);
        assertThat(model.change().label()).contains("s3 removed").endsWith("in the run");
        assertThat(document.changes()).isEmpty();
    }

    @Test
    void anOldPictureThatStillComesAfterADragBringsNothingBack() {
        open();
        RunPreviews previews = new RunPreviews(document, model, run::apply);
        play(1);
        RingState began = model.state();
        TokenMove move = TokenMove.begin(model, model.ring().tokensOf(0).getFirst(), false);
        move.by(1L << 57);
        for (int picture = 0; picture < 3; picture++) {
            look();
            previews.picture();
        }
        Frame late = new Frame();
        run.observe(late);
        model.cancel();
        runs.take(late);
        model.follow(late.timeNanos);
        assertThat(model.state()).isEqualTo(began);
        look();
        assertThat(model.state()).isEqualTo(began);
        assertThat(model.change()).isEqualTo(RingChange.NOTHING);
    }

    @Test
    void otherKeysAreToldOfTheSameChange() {
        open(new Command.Remove("s3"));
        play(25);
        model.keys(KeySet.counted(500));
        assertThat(model.change().label()).isEqualTo("s3 removed in the run");
        assertThat(model.change().keys()).isEqualTo(500);
        assertThat(model.change().moved()).isPositive();
    }
}
