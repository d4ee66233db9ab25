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
        for (int i = 0; i < 10; i++) {
            tape = tape.rewound();
            tape.advanceTo((long) (random.nextDouble() * position), 1);
            tape.step();
            playOn(tape, digest, position);
        }
        // The digest is of all events so far, so that one replay can stop at several moments on its way.
        for (int i = 0; i < 18; i++) {
            tape = tape.rewound();
            for (double moment : random.doubles(5, 0, END).sorted().toArray()) {
                tape.advance((long) moment, 1);
            }
            playOn(tape, digest, position);
        }
    }

    private static void playOn(Tape tape, long digest, long position) {
        tape.advance(END, 1);
        assertThat(tape.run().digest()).isEqualTo(digest);
        assertThat(tape.position()).isEqualTo(position);
    }
}
