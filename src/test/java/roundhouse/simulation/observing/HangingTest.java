package roundhouse.simulation.observing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Run;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

/** Requests that a dead server never answers: a hundred a second, each waited for a second, so by Little's law a hundred at once. */
class HangingTest {
    private static final long SECOND = 1_000_000_000;

    private final Topology topology =
            ((ReadResult.Read) TopologyFile.read(Path.of("samples/dead-server-without-checks.json"))).topology();
    private final int dead = topology.nodes().indexOf(topology.node("s3").orElseThrow());
    private final Frame frame = new Frame();

    @Test
    void theyAreCountedAtTheServerUntilTheirClientsGiveThemUp() {
        Run run = Run.shown(topology);
        run.runUntil(14 * SECOND);
        run.observe(frame);
        assertThat(frame.hanging[dead]).isZero();
        run.runUntil(30 * SECOND);
        run.observe(frame);
        assertThat(frame.hanging[dead]).isBetween(70, 130);
        assertThat(frame.inFlight[dead]).isZero();
        assertThat(frame.hangs).isEqualTo(frame.hanging[dead]);
        Set<Long> numbers = new TreeSet<>();
        for (int i = 0; i < frame.hangs; i++) {
            assertThat(topology.links().get(frame.hangLink[i]).to()).isEqualTo("s3");
            assertThat(frame.hangAgeNanos[i]).isBetween(0L, SECOND);
            numbers.add(frame.hangNumber[i]);
        }
        assertThat(numbers).hasSize(frame.hangs);
        int charted = frame.history.servers().indexOf("s3");
        int[] inFlight = frame.history.inFlight()[charted];
        assertThat(inFlight[inFlight.length - 1]).isEqualTo(frame.hanging[dead]);
        run.runUntil(42 * SECOND);
        run.observe(frame);
        for (int node = 0; node < topology.nodes().size(); node++) {
            assertThat(frame.hanging[node]).isZero();
        }
        assertThat(frame.hangs).isZero();
    }

    @Test
    void aSampleOfJourneysLeavesTheRunAsItWas() {
        Run watched = Run.shown(topology);
        watched.sample(10, 2);
        Run plain = Run.of(topology);
        watched.runUntil(20 * SECOND);
        plain.runUntil(20 * SECOND);
        assertThat(watched.digest()).isEqualTo(plain.digest());
        watched.observe(frame);
        JourneySteps steps = frame.journeys;
        assertThat(steps.requests).isEqualTo(watched.requests());
        assertThat(steps.count).as("four steps of each of some 600").isBetween(2_000, 3_000);
        int lost = 0;
        for (int i = 0; i < steps.count; i++) {
            assertThat(JourneySteps.has(10, steps.number[i])).isTrue();
            lost += steps.what[i] == JourneySteps.LOST ? 1 : 0;
        }
        assertThat(lost).isPositive();
    }

    @Test
    void aSampleHasItsPartOfAllNumbersAndALargerOneHasItWhole() {
        int hundredth = 0;
        for (long number = 1; number <= 100_000; number++) {
            if (JourneySteps.has(100, number)) {
                hundredth++;
                assertThat(JourneySteps.has(50, number)).isTrue();
            }
            assertThat(JourneySteps.has(1, number)).isTrue();
        }
        assertThat(hundredth).isBetween(900, 1_100);
    }
}
