package roundhouse.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.simulation.network.ComponentKinds;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.NodeKinds;
import roundhouse.workbench.canvas.kinds.PaletteKind;

/** Every registry of kinds of node knows every kind. */
class RegistriesTest {
    static List<String> kinds() {
        return List.copyOf(NodeKinds.all().keySet());
    }

    private static Node usual(String kind) {
        return NodeKinds.all().get(kind).usual();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aKindOfNodeSaysItsOwnName(String kind) {
        assertThat(usual(kind).kind()).isEqualTo(kind);
        assertThat(usual(kind).settings()).isSameAs(NodeKinds.all().get(kind));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aKindOfNodeHasAComponent(String kind) {
        assertThat(ComponentKinds.knows(usual(kind))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aKindOfNodeHasALineInThePaletteThatMakesASoundOne(String kind) {
        PaletteKind offered = PaletteKind.of(kind).orElseThrow();
        Node made = offered.create().apply(Topology.EMPTY);
        assertThat(made.kind()).isEqualTo(kind);
        assertThat(Validation.problems(Topology.EMPTY.with(made))).isEmpty();
        assertThat(offered.title()).isEqualTo(made.settings().title()).isNotEmpty();
        assertThat(PaletteKind.card(made)).isSameAs(offered.card());
    }

    @Test
    void thePaletteOffersNothingElse() {
        assertThat(PaletteKind.all()).extracting(PaletteKind::key).containsExactlyInAnyOrderElementsOf(kinds());
    }
}
