package roundhouse.workbench.ring.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.hashing.Target;
import roundhouse.hashing.registry.Placements;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.NewNode;
import roundhouse.workbench.ring.run.BalancerSource;
import roundhouse.workbench.ring.run.RunPlacements;

class RingModelTest {
    private final RingModel model = new RingModel(new Sketch(RingState.sketch()));

    @Test
    void countsTheKeysThatMoveWhenAServerLeavesAndThoseOnlyLeaveIt() {
        int ofS3 = model.balance().keys()[2];
        model.edit("Remove s3", "s3", model.state().without("s3"));
        RingChange change = model.change();
        assertThat(change.keys()).isEqualTo(1_000);
        assertThat(change.moved()).isEqualTo(ofS3).isPositive();
        // s3 has weight 1 of 5.
        assertThat(change.fairShare()).isEqualTo(0.2, offset(1e-9));
        assertThat(model.movedByModulo()).isGreaterThan(600);
    }

    @Test
    void undoBringsEveryKeyBack() {
        int[] before = model.owners().clone();
        model.edit("Remove s3", "s3", model.state().without("s3"));
        model.undo();
        assertThat(model.owners()).isEqualTo(before);
        assertThat(model.state()).isEqualTo(RingState.sketch());
        model.redo();
        assertThat(model.state().targets()).hasSize(3);
    }

    @Test
    void aDragIsOneEntryOfTheHistoryAndEscapeLeavesNothing() {
        Document document = document();
        RingModel wired = new RingModel(new BalancerSource(document, "lb", Link.DEFAULT_POOL, new RunPlacements()));
        RingState from = wired.state();
        for (int step = 1; step <= 20; step++) {
            wired.preview("Move a token of s1", "s1", from.withToken("s1", 0, step * (1L << 58)));
        }
        assertThat(document.changes()).isEmpty();
        wired.cancel();
        assertThat(wired.state()).isEqualTo(from);
        wired.preview("Move a token of s1", "s1", from.withToken("s1", 0, 1L << 60));
        wired.commit();
        assertThat(document.changes()).hasSize(1);
        assertThat(BalancerSource.candidates(document.topology())
                        .getFirst()
                        .balancing()
                        .placement()
                        .tokens())
                .hasSize(1);
        document.undo();
        assertThat(new BalancerSource(document, "lb", Link.DEFAULT_POOL, new RunPlacements()).state())
                .isEqualTo(from);
    }

    @Test
    void weightsAndServersOfTheRingAreLinksAndNodesOfTheDocument() {
        Document document = document();
        BalancerSource source = new BalancerSource(document, "lb", Link.DEFAULT_POOL, new RunPlacements());
        RingModel wired = new RingModel(source);
        wired.edit("Weight of s2 5", "s2", wired.state().weighted("s2", 5));
        wired.edit("Add s3", "s3", wired.state().with(Target.of(source.freeName())));
        wired.edit("Kill s1", "s1", wired.state().down("s1", true));
        Topology topology = document.topology();
        assertThat(topology.links())
                .extracting(Link::to, Link::weight, Link::down)
                .containsExactly(tuple("s1", 1, true), tuple("s2", 5, false), tuple("s3", 1, false));
        assertThat(topology.node("s3")).isPresent();
        wired.edit("Remove s2", "s2", wired.state().without("s2"));
        assertThat(document.topology().node("s2")).isEmpty();
    }

    @Test
    void theExampleMovesAllThreeKeysByMod() {
        List<ModExample.Row> rows = ModExample.rows();
        assertThat(rows)
                .extracting(ModExample.Row::mod3)
                .containsExactly("11 mod 3 = 2 → s3", "42 mod 3 = 0 → s1", "34 mod 3 = 1 → s2");
        assertThat(rows)
                .extracting(ModExample.Row::mod4)
                .containsExactly("11 mod 4 = 3 → s4", "42 mod 4 = 2 → s3", "34 mod 4 = 2 → s3");
        assertThat(rows).allMatch(ModExample.Row::movedByMod);
        assertThat(rows).allMatch(row -> !row.movedOnRing() || row.ring4().equals("s4"));
    }

    @Test
    void aKeysStorySaysWhoServesItWhenItsServerDies() {
        RingState state = RingState.sketch();
        KeyStory story = KeyStory.of(state, state.placement(), "cart:8812");
        assertThat(story.deaths()).hasSize(2);
        assertThat(story.deaths().getFirst()).contains("already holds the data");
        RingState one = state.with(state.settings().withReplicas(1));
        assertThat(KeyStory.of(one, one.placement(), "cart:8812").deaths().getFirst())
                .contains("has to fetch the data first");
    }

    @Test
    void theComparisonHasEveryPlacementAndModMovesTheMost() {
        PlacementComparison comparison = PlacementComparison.of(
                "s3 is removed", RingState.sketch(), RingState.sketch().without("s3"), KeySet.counted(1_000), () -> {});
        assertThat(comparison.rows()).hasSize(Placements.all().size() + 1);
        assertThat(comparison.rows().getFirst().current()).isTrue();
        double modulo = comparison.rows().stream()
                .filter(row -> row.kind() == Placements.MODULO)
                .findFirst()
                .orElseThrow()
                .moved();
        assertThat(modulo).isGreaterThan(comparison.rows().getFirst().moved() * 2);
        assertThat(comparison.csv().lines()).hasSize(comparison.rows().size() + 1);
        assertThat(comparison.markdown().lines()).hasSize(comparison.rows().size() + 2);
    }

    private static Document document() {
        Topology topology = Topology.EMPTY;
        topology = topology.with(NewNode.loadBalancer(topology)
                .renamed("lb")
                .balancing(
                        Balancing.of(Algorithm.HASH).placed(RingState.sketch().settings())));
        for (String id : List.of("s1", "s2")) {
            topology = topology.with(NewNode.server(topology)).with(Link.of("lb", id, NewNode.LATENCY));
        }
        Document document = new Document();
        document.open(topology, null);
        return document;
    }
}
