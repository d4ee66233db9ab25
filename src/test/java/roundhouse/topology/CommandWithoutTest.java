package roundhouse.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.nodes.parts.SessionState;

/** What is left of a command when the node "gone" is. */
class CommandWithoutTest {
    private static final Set<String> GONE = Set.of("gone");

    static List<Command> aboutIt() {
        return List.of(
                new Command.Crash("gone"),
                new Command.Scale("gone", 3),
                new Command.SetAlgorithm("gone", Balancing.SETTINGS.usual()),
                new Command.Cut("gone", "s1", LinkDirection.BOTH),
                new Command.SetWeight("lb", "gone", 2),
                new Command.Add(Server.of("gone", Link.DEFAULT_LATENCY), List.of()),
                new Command.Partition(List.of(List.of("gone"), List.of("s1", "s2"))));
    }

    static List<Command> aboutOthers() {
        return List.of(
                new Command.Crash("s1"),
                new Command.SetAlgorithm("lb", Balancing.SETTINGS.usual()),
                new Command.Cut("lb", "s1", LinkDirection.BOTH),
                new Command.Add(Server.of("s1", Link.DEFAULT_LATENCY), List.of(link("lb", "s1"))),
                new Command.Partition(List.of(List.of("s1"), List.of("s2"))),
                new Command.Outage("zone", CrashMode.REFUSE),
                new Command.OutageOver("zone"),
                new Command.Heal(true),
                new Command.Revise(Topology.EMPTY));
    }

    private static Link link(String from, String to) {
        return Link.of(from, to, Link.DEFAULT_LATENCY);
    }

    @ParameterizedTest
    @MethodSource("aboutIt")
    void nothingOfOneThatIsAboutIt(Command command) {
        assertThat(command.without(GONE)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("aboutOthers")
    void allOfOneThatIsAboutOthers(Command command) {
        assertThat(command.without(GONE)).contains(command);
    }

    @Test
    void anAddedNodeLosesItsLinksAndKeepsItsSessionsItself() {
        Server added = Server.of("s1", Link.DEFAULT_LATENCY)
                .with(Server.STATE, new SessionState("gone", Duration.ofMinutes(1), 10));
        Command.Add add = new Command.Add(
                added, List.of(link("lb", "s1"), link("gone", "s1"), link("s1", "gone"), link("s1", "db")));
        assertThat(add.without(GONE))
                .contains(new Command.Add(added.storedIn(null), List.of(link("lb", "s1"), link("s1", "db"))));
    }

    @Test
    void aPartitionKeepsTheSidesThatAreLeft() {
        Command.Partition three =
                new Command.Partition(List.of(List.of("a", "gone"), List.of("gone"), List.of("b", "c")));
        assertThat(three.without(GONE)).contains(new Command.Partition(List.of(List.of("a"), List.of("b", "c"))));
    }

    @Test
    void itComesAtTheSameTime() {
        TimedCommand timed = new TimedCommand(Duration.ofSeconds(7), new Command.Crash("s1"));
        assertThat(timed.without(GONE)).contains(timed);
        assertThat(timed.without(Set.of("s1"))).isEmpty();
    }
}
