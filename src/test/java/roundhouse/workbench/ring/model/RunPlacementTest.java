package roundhouse.workbench.ring.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Target;
import roundhouse.hashing.registry.Placements;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.simulation.components.KeyedPool;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.topology.Command;
import roundhouse.topology.Deletion;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.ring.Samples;
import roundhouse.workbench.ring.run.BalancerSource;
import roundhouse.workbench.ring.run.RunPlacements;
import roundhouse.workbench.ring.run.RunPreviews;

/** The ring of a balancer that a run plays is the run's own. */
class RunPlacementTest {
    private final Document document = new Document();
    private final RunPlacements runs = new RunPlacements();
    private final Frame frame = new Frame();
    private final Run run;
    private final RingModel model;

    RunPlacementTest() {
        document.open(Samples.consistentHashing(), null);
        run = Run.of(document.topology());
        run.runUntil(1_000_000_000);
        model = new RingModel(new BalancerSource(document, "lb-1", Link.DEFAULT_POOL, runs));
        look();
    }

    private void look() {
        run.observe(frame);
        runs.take(frame);
        model.follow(frame.timeNanos);
    }

    private ListedServer listed(String name) {
        return model.servers().stream()
                .filter(server -> server.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Placement ofRun() {
        return frame.keyedPools.getFirst().placement();
    }

    @Test
    void theVeryObjectThatTheRunPicksByIsShown() {
        assertThat(model.placement()).isSameAs(ofRun());
        assertThat(model.change()).isEqualTo(RingChange.NOTHING);
    }

    @Test
    void itStaysTheSameObjectAsLongAsNothingChanges() {
        List<KeyedPool> pools = frame.keyedPools;
        Placement first = ofRun();
        run.runUntil(2_000_000_000);
        look();
        assertThat(frame.keyedPools).isSameAs(pools);
        assertThat(model.placement()).isSameAs(first);
    }

    @Test
    void afterAnEditItIsTheRunsAgainOnceTheRunHasIt() {
        model.edit("Weight of s1 3", "s1", model.state().weighted("s1", 3));
        int moved = model.change().moved();
        assertThat(model.placement()).isNotSameAs(ofRun());
        run.apply(new Command.Revise(document.topology()));
        look();
        assertThat(model.placement()).isSameAs(ofRun());
        assertThat(model.change().moved()).isEqualTo(moved).isPositive();
    }

    /** Where it matters in which order servers came, as for hash mod N, the run's order is shown. */
    @Test
    void serversStandInTheOrderInWhichTheRunMetThem() {
        Topology whole = document.topology();
        Link s1 = whole.link("lb-1", "s1").orElseThrow();
        run.apply(new Command.Revise(Deletion.ofLink(whole, "lb-1", "s1")));
        run.apply(new Command.Revise(Deletion.ofLink(whole, "lb-1", "s1").with(s1)));
        look();
        model.edit("Placement", "", model.state().with(model.state().settings().withKind(Placements.MODULO)));
        run.apply(new Command.Revise(document.topology()));
        look();
        assertThat(model.state().targets()).extracting(Target::name).containsExactly("s2", "s3", "s4", "s5", "s1");
        assertThat(model.placement()).isSameAs(ofRun());
        assertThat(document.topology().links()).isEqualTo(whole.links());
    }

    @Test
    void aServerThatHealthChecksTookOutIsShownSoAndTheDocumentKeepsIt() {
        int ofS2 = model.balance().keys()[1];
        run.apply(new Command.Crash("s2"));
        run.runUntil(10_000_000_000L);
        look();
        assertThat(model.placement()).isSameAs(ofRun());
        assertThat(model.state().target("s2").orElseThrow().down()).isTrue();
        assertThat(listed("s2").out()).isTrue();
        assertThat(listed("s2").note()).isEqualTo("checks failed");
        assertThat(model.change().label()).isEqualTo("s2 out of use in the run: checks failed");
        assertThat(model.change().moved()).isEqualTo(ofS2).isPositive();

        model.edit("Weight of s1 3", "s1", model.state().weighted("s1", 3));
        assertThat(document.topology().link("lb-1", "s2").orElseThrow().down()).isFalse();
        assertThat(document.topology().link("lb-1", "s1").orElseThrow().weight())
                .isEqualTo(3);
        assertThat(document.changes()).hasSize(1);

        run.apply(new Command.Revise(document.topology()));
        run.apply(new Command.Recover("s2"));
        run.runUntil(20_000_000_000L);
        look();
        assertThat(model.placement()).isSameAs(ofRun());
        assertThat(listed("s2").out()).isFalse();
        assertThat(model.change().label()).isEqualTo("s2 back in use in the run");
    }

    @Test
    void whileATokenIsDraggedTheRunIsGivenWhatIsSeenAndTheHistoryOneEntry() {
        List<Command> given = new ArrayList<>();
        RunPreviews previews = new RunPreviews(document, model, command -> {
            given.add(command);
            run.apply(command);
        });
        TokenMove move = TokenMove.begin(model, model.ring().tokensOf(0).getFirst(), false);
        for (int step = 1; step <= 30; step++) {
            move.by(step * (1L << 57));
            run.runUntil(run.nowNanos() + 16_000_000);
            look();
            previews.picture();
        }
        assertThat(given).hasSize(10);
        look();
        assertThat(model.placement()).isSameAs(ofRun());
        assertThat(document.changes()).isEmpty();
        model.commit();
        assertThat(document.changes()).hasSize(1);
        assertThat(given).hasSize(10);
        assertThat(run.topology()).isEqualTo(document.topology());
        assertThat(run.notices())
                .extracting(TranscriptLine::text)
                .containsOnlyOnce("lb-1 places keys otherwise from now on");
        Replay again = new Replay(Samples.consistentHashing(), run.log());
        again.runUntil(3_000_000_000L);
        run.runUntil(3_000_000_000L);
        assertThat(again.run().digest()).isEqualTo(run.digest());
    }

    @Test
    void aDragTakenBackIsTakenBackInTheRun() {
        RunPreviews previews = new RunPreviews(document, model, run::apply);
        TokenMove move = TokenMove.begin(model, model.ring().tokensOf(0).getFirst(), true);
        move.by(1L << 62);
        for (int picture = 0; picture < 3; picture++) {
            previews.picture();
        }
        assertThat(run.topology()).isNotEqualTo(document.topology());
        model.cancel();
        assertThat(run.topology()).isEqualTo(document.topology());
        assertThat(run.log()).hasSize(2);
    }
}
