package roundhouse.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static roundhouse.simulation.testing.Systems.SECOND;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import roundhouse.cli.Cli;
import roundhouse.cli.ExitCode;
import roundhouse.simulation.testing.RandomSystems;
import roundhouse.simulation.testing.Reproduction;
import roundhouse.topology.Topology;

/** A random test that fails leaves what it takes to have that run again. */
class ReproductionTest {
    private static final Pattern COMMAND = Pattern.compile(
            "roundhouse (run target\\S+self-test\\.json --for \\S+) runs into this: .*broken on purpose.*");

    @Test
    void theCommandInTheMessageRunsTheSameUpToTheSameMoment() {
        Topology topology = new RandomSystems(100_000).failing();
        AtomicReference<String> digest = new AtomicReference<>("");
        AtomicReference<String> message = new AtomicReference<>("");
        assertThatThrownBy(() -> Reproduction.check(topology, "self-test", watched -> {
                    watched.until(SECOND / 3);
                    digest.set("%016x after %,d events"
                            .formatted(watched.run().digest(), watched.run().events()));
                    throw new AssertionError("broken on purpose");
                }))
                .isInstanceOf(AssertionError.class)
                .satisfies(error -> message.set(String.valueOf(error.getMessage())));
        Matcher command = COMMAND.matcher(message.get());
        assertThat(command.matches()).as(message.get()).isTrue();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Cli.run(command.group(1).split(" "), new PrintWriter(out), new PrintWriter(err), (_, _) -> {});
        assertThat(err.toString().lines())
                .as("the run may end within its warm-up, which is said")
                .allMatch(line -> line.startsWith("roundhouse: nothing was measured"));
        assertThat(code).isEqualTo(ExitCode.WELL);
        assertThat(out.toString()).contains("Digest      " + digest.get());
    }

    @Test
    void aCheckThatHoldsSaysNothing() {
        AtomicReference<Long> reached = new AtomicReference<>(0L);
        Reproduction.check(new RandomSystems(100_001).failing(), "sound", watched -> {
            watched.until(SECOND / 10);
            reached.set(watched.run().nowNanos());
        });
        assertThat(reached.get()).isEqualTo(SECOND / 10);
    }
}
