package roundhouse.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;

class AddedNodesTest {
    private static final Node BEGINNING = LoadBalancer.of("a").labelled("there");
    private static final Node FIRST = LoadBalancer.of("b").labelled("first");
    private static final Node AGAIN = LoadBalancer.of("b").labelled("again");
    private static final Node SAME = LoadBalancer.of("a").labelled("added");
    private static final Topology TOPOLOGY = Topology.EMPTY
            .with(BEGINNING)
            .withScenario(
                    List.of(at(1, add(FIRST)), at(2, new Command.Crash("b")), at(3, add(AGAIN)), at(4, add(SAME))));

    private static TimedCommand at(int seconds, Command command) {
        return new TimedCommand(Duration.ofSeconds(seconds), command);
    }

    private static Command add(Node node) {
        return new Command.Add(node, List.of());
    }

    @Test
    void areThoseOfTheCommandsInTheirOrder() {
        assertThat(AddedNodes.of(TOPOLOGY)).containsExactly(FIRST, AGAIN, SAME);
    }

    @Test
    void whatIsThereFromTheStartIsFoundBeforeWhatIsAdded() {
        assertThat(AddedNodes.orFirst(TOPOLOGY, "a")).contains(BEGINNING);
        assertThat(AddedNodes.orFirst(TOPOLOGY, "b")).contains(FIRST);
        assertThat(AddedNodes.orFirst(TOPOLOGY, "c")).isEmpty();
    }

    @Test
    void anAddedNodeIsReplacedInItsCommands() {
        Node other = LoadBalancer.of("b").labelled("other");
        Topology next = AddedNodes.put(TOPOLOGY, other);
        assertThat(next.nodes()).containsExactly(BEGINNING);
        assertThat(next.scenario())
                .containsExactly(at(1, add(other)), at(2, new Command.Crash("b")), at(3, add(other)), at(4, add(SAME)));
    }

    @Test
    void aNodeThatIsThereFromTheStartIsReplacedThere() {
        Node other = LoadBalancer.of("a").labelled("other");
        assertThat(AddedNodes.put(TOPOLOGY, other)).isEqualTo(TOPOLOGY.with(other));
    }

    @Test
    void aNodeThatIsNowhereYetIsThereFromTheStart() {
        assertThat(AddedNodes.put(TOPOLOGY, LoadBalancer.of("c")).nodes())
                .containsExactly(BEGINNING, LoadBalancer.of("c"));
    }
}
