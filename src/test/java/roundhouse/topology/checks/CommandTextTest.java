package roundhouse.topology.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.LinkDirection;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.declarations.CommandKind;
import roundhouse.topology.declarations.CommandKinds;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.json.Units;
import roundhouse.topology.nodes.balancing.Balancing;

class CommandTextTest {
    private static Command read(String text) {
        return switch (CommandText.parse(text)) {
            case Units.Parsed.Value<TimedCommand>(TimedCommand timed) -> {
                assertThat(timed.at()).isEqualTo(Duration.ofSeconds(10));
                yield timed.command();
            }
            case Units.Parsed.Wrong<TimedCommand>(String reason) -> throw new AssertionError(reason);
        };
    }

    @Test
    void readsWhatTheFileHolds() {
        assertThat(read("10s crash s1 how=black-hole")).isEqualTo(new Command.Crash("s1", CrashMode.BLACK_HOLE));
        assertThat(read(" 10s  slow s1 factor=2.5 ")).isEqualTo(new Command.Slow("s1", 2.5));
        assertThat(read("10s flap 7 down=2s up=5s"))
                .isEqualTo(new Command.Flap("7", Duration.ofSeconds(2), Duration.ofSeconds(5)));
        assertThat(read("10s cut lb s1 way=requests")).isEqualTo(new Command.Cut("lb", "s1", LinkDirection.REQUESTS));
        assertThat(read("10s delay lb s1 by=50ms"))
                .isEqualTo(new Command.Delay("lb", "s1", Duration.ofMillis(50), Duration.ZERO));
        assertThat(read("10s outage eu-1")).isEqualTo(new Command.Outage("eu-1", CrashMode.BLACK_HOLE));
        assertThat(read("10s weight 5 from=lb to=s1")).isEqualTo(new Command.SetWeight("lb", "s1", 5));
        assertThat(read("10s algorithm random of=lb"))
                .isEqualTo(new Command.SetAlgorithm("lb", Balancing.of(Algorithm.RANDOM)));
    }

    @Test
    void everyCommandHasAnExampleThatCanBeRead() {
        for (String verb : CommandKinds.verbs()) {
            if (!verb.equals("add")) {
                CommandKind<?> kind = CommandKinds.of(verb);
                assertThat(read(kind.example())).as(kind.example()).isInstanceOf(kind.type());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            crash                      | found "crash"; a command is a time, what happens and to what, like "10s crash s1"
            10s crsh s1                | did you mean "crash"?
            10 crash s1                | a duration is a number and
            10s crash                  | crash is followed by one name, like "10s crash s1"
            10s crash s1 s2            | crash is followed by one name, like "10s crash s1"
            10s crash s1 how=balck-hole| did you mean "black-hole"?
            10s crash s9               | no node has the id "s9"
            10s crash clients           | stands for people
            10s slow s1                | needs "factor", like 3 (an example: "10s slow s1 factor=3")
            10s flap s1 down=2s        | (an example: "10s flap s1 down=2s up=5s")
            10s weight 5               | (an example: "10s weight 5 from=lb-1 to=s1")
            10s algorithm              | like "10s algorithm round-robin of=lb-1"
            10s outage                 | like "10s outage eu-1"
            10s delya lb-1 s1          | (an example: "10s delay lb-1 s1 by=50ms")
            10s slow s1 fcator=3       | did you mean "factor"?
            10s cut s1                 | cut
            10s cut clients s1          | no link goes from clients to s1
            10s errors s1 rate=20      | from 0 to 1
            10s add s1                 | write it in the file's scenario
            """)
    void saysWhatIsWrong(String text, String why) {
        ReadResult sample = TopologyFile.read(Path.of("samples/three-servers.json"));
        assertThat(sample).isInstanceOf(ReadResult.Read.class);
        Topology topology = ((ReadResult.Read) sample).topology();
        assertThat(CommandText.added(topology, text))
                .isInstanceOfSatisfying(
                        Units.Parsed.Wrong.class,
                        wrong -> assertThat(wrong.reason()).contains(why));
    }
}
