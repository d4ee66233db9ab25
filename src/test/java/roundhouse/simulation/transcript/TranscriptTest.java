package roundhouse.simulation.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.queue;
import static roundhouse.simulation.testing.Systems.server;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.traffic.Arrivals;

/** What the transcript says a failure cost, against what can be counted by hand. */
class TranscriptTest {
    /** A request each 10 ms that takes 4 ms on the only core. */
    private static final Topology STEADY =
            queue(1, poisson(0).arrivals(new Arrivals.Constant(100)), server("s", 1, fixed(4_000)));

    private static List<TranscriptLine> transcript(double seconds, List<roundhouse.topology.TimedCommand> scenario) {
        return Systems.run(STEADY.withScenario(scenario), seconds).transcript();
    }

    @Test
    void saysWhatAnOutageCost() {
        assertThat(transcript(
                        3, List.of(at(1.5078125, new Command.Crash("s")), at(2.5078125, new Command.Recover("s")))))
                .containsExactly(
                        new TranscriptLine(1_507_812_500, "s crashed; 0 requests lost"),
                        new TranscriptLine(
                                2_507_812_500L,
                                "s recovered after 1 s; it refused 100 requests; clients saw 100 refused of 100 requests"));
    }

    @Test
    void saysWhatIsStillWrongWhenTheRunEnds() {
        assertThat(transcript(2.5078125, List.of(at(1.5078125, new Command.Crash("s")))))
                .last()
                .isEqualTo(new TranscriptLine(
                        2_507_812_500L,
                        "s is still down after 1 s; it refused 100 requests; clients saw 100 refused of 100 requests"));
        assertThat(transcript(2.5078125, List.of(at(1.5078125, new Command.Slow("s", 2)))))
                .last()
                .isEqualTo(new TranscriptLine(
                        2_507_812_500L,
                        "s is still slow after 1 s; requests took 8 ms there on average, and 4 ms before"));
    }

    @Test
    void theScreenIsToldTheSameAtTheEndOfTheDuration() {
        Run run =
                Run.of(STEADY.withDuration(Duration.ofSeconds(2)).withScenario(List.of(at(1, new Command.Crash("s")))));
        Frame frame = new Frame();
        run.runUntil(SECOND + SECOND / 2);
        run.observe(frame);
        assertThat(frame.transcript).hasSize(1);
        run.runUntil(2 * SECOND);
        run.observe(frame);
        assertThat(frame.transcript).isEqualTo(run.report().transcript()).hasSize(2);
    }

    @Test
    void forgetsWithTheWarmUpWhatWasMeasuredInIt() {
        Topology topology = STEADY.withWarmUp(Duration.ofMillis(1_500))
                .withScenario(
                        List.of(at(1.5078125, new Command.Slow("s", 2)), at(2.5078125, new Command.Slow("s", 1))));
        assertThat(Systems.run(topology, 3).transcript().getLast().text())
                .startsWith("s is back to its own speed; requests took 8 ms there on average");
    }

    @Test
    void saysWhatAnEditChanged() {
        Server before = (Server) STEADY.node("s").orElseThrow();
        Link link = STEADY.links().getFirst();
        Run run = Run.of(STEADY);
        run.runUntil(SECOND);
        run.apply(new Command.Revise(
                STEADY.with(before.with(Server.CORES, 4)).with(link.with(Link.LATENCY, fixed(2_000)))));
        assertThat(run.report().transcript().getLast().text())
                .isEqualTo("s changed: cores 1 → 4; link users → s changed: latency value 0s → 2ms");
    }
}
