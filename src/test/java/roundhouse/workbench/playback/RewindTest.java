package roundhouse.workbench.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.playback.history.Tape;

/** Rewinding is replay: whoever goes back to any moment and plays on comes to the same end as if they had not. */
class RewindTest {
    private static final long END = 2_000_000_000;

    @ParameterizedTest
    @MethodSource("roundhouse.SampleFiles#all")
    void aHundredRandomMomentsLeadToTheSameEnd(Path sample) {
        Topology topology = ((ReadResult.Read) TopologyFile.read(sample)).topology();
        Tape tape = new Tape(topology, List.of(), 0, List.of(), () -> 0);
        Random random = new Random(9);
        String node = topology.nodes().getLast().id();
        tape.advance(END / 3, 1);
        tape.apply(new Command.Slow(node, 2));
        tape.advance(END / 2, 1);
        tape.step();
        tape.apply(new Command.Recover(node));
        tape.advance(END, 1);
        long digest = tape.run().digest();
        long position = tape.position();
        for (int i = 0; i < 100; i++) {
            tape = tape.rewound();
            if (i % 10 == 0) {
                tape.advanceTo((long) (random.nextDouble() * position), 1);
                tape.step();
            } else {
                tape.advance((long) (random.nextDouble() * END), 1);
            }
            tape.advance(END, 1);
            assertThat(tape.run().digest()).as("rewind %d", i).isEqualTo(digest);
            assertThat(tape.position()).isEqualTo(position);
        }
    }
}
