package roundhouse.analysis.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static roundhouse.simulation.testing.Systems.exponential;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.queue;
import static roundhouse.simulation.testing.Systems.server;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Discipline;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.nodes.traffic.Arrivals;

/** Which closed form applies, with values worked out by hand, and why none does. */
class ClosedFormTest {
    private static ClosedForm of(Topology topology, String id, Quantity quantity) {
        return Objects.requireNonNull(QueueTheory.of(topology, id).get(quantity));
    }

    private static double value(Topology topology, Quantity quantity) {
        ClosedForm form = of(topology, "s", quantity);
        assertThat(form.whyNot()).isEmpty();
        return form.value();
    }

    private static Topology alone(double rate, int cores, Distribution service) {
        return queue(1, poisson(rate), server("s", cores, service));
    }

    /** ρ = 0.8, s = 1 ms: W = s / (1 − ρ) = 5 ms, exponential, L = 4, Lq = 3.2. */
    @Test
    void oneCoreWithExponentialTimesIsMM1() {
        Topology topology = alone(800, 1, exponential(1_000));
        assertThat(value(topology, Quantity.RATE)).isEqualTo(800);
        assertThat(value(topology, Quantity.UTILISATION)).isCloseTo(0.8, within(1e-12));
        assertThat(value(topology, Quantity.MEAN_LATENCY)).isCloseTo(5e-3, within(1e-12));
        assertThat(value(topology, Quantity.IN_FLIGHT)).isCloseTo(4, within(1e-9));
        assertThat(value(topology, Quantity.QUEUE)).isCloseTo(3.2, within(1e-9));
        assertThat(value(topology, Quantity.P50_LATENCY)).isCloseTo(5e-3 * Math.log(2), within(1e-9));
        assertThat(value(topology, Quantity.P99_LATENCY)).isCloseTo(5e-3 * Math.log(100), within(1e-9));
        assertThat(of(topology, "s", Quantity.MEAN_LATENCY).formula())
                .startsWith("M/M/1. W = Wq + s, with Wq = ρ s / (1 − ρ); λ = 800.00/s, s = 1.000 ms, c = 1, ρ = 0.800");
    }

    /** However service times vary: W = s / (1 − ρ) = 5 ms, and on two cores as by Erlang C. */
    @Test
    void sharedCoresDoNotMindTheLawOfServiceTimes() {
        Topology topology = queue(
                1,
                poisson(800),
                server("s", 1, new Distribution.Fixed(Duration.ofMillis(1)))
                        .with(Server.DISCIPLINE, Discipline.PROCESSOR_SHARING));
        assertThat(value(topology, Quantity.UTILISATION)).isCloseTo(0.8, within(1e-12));
        assertThat(value(topology, Quantity.MEAN_LATENCY)).isCloseTo(5e-3, within(1e-12));
        assertThat(value(topology, Quantity.IN_FLIGHT)).isCloseTo(4, within(1e-9));
        assertThat(of(topology, "s", Quantity.MEAN_LATENCY).formula())
                .startsWith("M/D/1-PS. W = s / (1 − ρ) whatever the law of service times; λ = 800.00/s");
        assertThat(of(topology, "s", Quantity.QUEUE).whyNot())
                .isEqualTo("under processor sharing nobody waits for a core");
        assertThat(of(topology, "s", Quantity.P99_LATENCY).whyNot())
                .isEqualTo("percentiles have no closed form under processor sharing");
        Topology two = queue(
                1,
                poisson(1_500),
                server("s", 2, new Distribution.Fixed(Duration.ofMillis(1)))
                        .with(Server.DISCIPLINE, Discipline.PROCESSOR_SHARING));
        assertThat(value(two, Quantity.MEAN_LATENCY)).isCloseTo((1 + 9.0 / 7) * 1e-3, within(1e-12));
    }

    /** Two cores, 1.5 erlangs: C = 9/14, Wq = C s / (c − a) = 9/7 ms, and for c = 2 the share still there is closed. */
    @Test
    void severalCoresAreErlangC() {
        Topology topology = alone(1_500, 2, exponential(1_000));
        assertThat(value(topology, Quantity.MEAN_LATENCY)).isCloseTo((1 + 9.0 / 7) * 1e-3, within(1e-12));
        assertThat(value(topology, Quantity.QUEUE)).isCloseTo(1.5 * 9 / 7, within(1e-9));
        double median = value(topology, Quantity.P50_LATENCY) * 1e3;
        double longer = Math.exp(-median) * (1 + 9.0 / 14 * (1 - Math.exp(0.5 * median)) / -0.5);
        assertThat(longer).isCloseTo(0.5, within(1e-9));
        assertThat(of(topology, "s", Quantity.QUEUE).formula())
                .startsWith("M/M/2")
                .contains("Erlang C");
    }

    /** ρ = 0.7, s = 1 ms: Wq = ρ s (1 + v) / (2 (1 − ρ)), v of always the same 0, of 0 to 2 ms 1/3, of deviation 2 ms 4. */
    @Test
    void otherServiceTimesArePollaczekKhinchine() {
        double half = 0.7e-3 / 0.6;
        assertThat(value(alone(700, 1, fixed(1_000)), Quantity.MEAN_LATENCY)).isCloseTo(1e-3 + half, within(1e-12));
        Distribution uniform = new Distribution.Uniform(Duration.ZERO, Duration.ofMillis(2));
        assertThat(value(alone(700, 1, uniform), Quantity.MEAN_LATENCY)).isCloseTo(1e-3 + half * 4 / 3, within(1e-12));
        Distribution heavy = new Distribution.LogNormal(Duration.ofMillis(1), Duration.ofMillis(2));
        assertThat(value(alone(700, 1, heavy), Quantity.MEAN_LATENCY)).isCloseTo(1e-3 + half * 5, within(1e-12));
        assertThat(of(alone(700, 1, fixed(1_000)), "s", Quantity.P99_LATENCY).whyNot())
                .isEqualTo("percentiles have a closed form for exponential service times only");
        assertThat(of(alone(700, 2, fixed(1_000)), "s", Quantity.QUEUE).whyNot())
                .contains("several cores");
        Distribution near = new Distribution.Normal(Duration.ofMillis(1), Duration.ofMillis(1));
        assertThat(of(alone(700, 1, near), "s", Quantity.QUEUE).whyNot()).contains("near to zero");
    }

    @Test
    void aFasterServerNeedsLessTime() {
        Topology topology =
                queue(1, poisson(800), server("s", 1, exponential(2_000)).with(Server.SPEED, 2.0));
        assertThat(value(topology, Quantity.MEAN_LATENCY)).isCloseTo(5e-3, within(1e-12));
    }

    /** Picks by chance split a Poisson stream into Poisson streams, by weight. */
    @Test
    void aRandomBalancerSplitsByWeight() {
        Topology topology = Systems.system(
                1,
                List.of(
                        poisson(1_000).build(),
                        Systems.balancer("lb", Algorithm.RANDOM),
                        server("s", 1, exponential(1_000)),
                        server("t", 1, exponential(1_000))),
                List.of(Systems.link("users", "lb"), Systems.link("lb", "s").weighted(3), Systems.link("lb", "t")));
        assertThat(value(topology, Quantity.RATE)).isEqualTo(750);
        assertThat(value(topology, Quantity.MEAN_LATENCY)).isCloseTo(4e-3, within(1e-12));
    }

    /** One core and room for two: p = 1, 0.5, 0.25 over 1.75; L = 4/7, and 6/7 of 500/s come in. */
    @Test
    void aBoundThatMattersIsMM1K() {
        Topology topology = queue(1, poisson(500), Systems.bounded("s", 1, exponential(1_000), 1, Integer.MAX_VALUE));
        assertThat(value(topology, Quantity.IN_FLIGHT)).isCloseTo(4.0 / 7, within(1e-12));
        assertThat(value(topology, Quantity.UTILISATION)).isCloseTo(3.0 / 7, within(1e-12));
        assertThat(value(topology, Quantity.QUEUE)).isCloseTo(1.0 / 7, within(1e-12));
        assertThat(value(topology, Quantity.MEAN_LATENCY)).isCloseTo(4.0 / 3 * 1e-3, within(1e-12));
        assertThat(of(topology, "s", Quantity.QUEUE).formula()).startsWith("M/M/1/2. ");
        assertThat(of(topology, "s", Quantity.P99_LATENCY).whyNot()).startsWith("there is room for 2 only");
    }

    /** Overload has a steady state where the rest is turned away: 1.2 erlangs, room for one: 1.2 / 2.2 busy. */
    @Test
    void aBoundedQueueCanBeOverloaded() {
        Topology topology = queue(1, poisson(1_200), Systems.bounded("s", 1, exponential(1_000), 0, Integer.MAX_VALUE));
        assertThat(value(topology, Quantity.UTILISATION)).isCloseTo(1.2 / 2.2, within(1e-12));
    }

    @Test
    void aBoundThatIsNeverReachedDoesNotMatter() {
        Topology topology = queue(1, poisson(500), Systems.bounded("s", 1, exponential(1_000), 100, Integer.MAX_VALUE));
        assertThat(of(topology, "s", Quantity.P99_LATENCY).formula()).startsWith("M/M/1. ");
    }

    @Test
    void whereNoneAppliesTheReasonIsSaid() {
        assertThat(reason(alone(1_200, 1, exponential(1_000)))).contains("no steady state");
        assertThat(reason(queue(
                        1, Systems.clients("users", new Arrivals.Constant(800)), server("s", 1, exponential(1_000)))))
                .isEqualTo("the arrivals of users are not Poisson");
        Server bounded = Systems.bounded("s", 1, fixed(1_000), 2, Integer.MAX_VALUE);
        assertThat(reason(queue(1, poisson(800), bounded))).startsWith("there is room for 3 only");
        Topology balanced = Systems.system(
                1,
                List.of(
                        poisson(800).build(),
                        Systems.balancer("lb", Algorithm.LEAST_CONNECTIONS),
                        server("s", 1, exponential(1_000)),
                        server("t", 1, exponential(1_000))),
                List.of(Systems.link("users", "lb"), Systems.link("lb", "s"), Systems.link("lb", "t")));
        assertThat(reason(balanced))
                .isEqualTo("requests come by least connections from lb, which makes arrivals other than Poisson");
        Link limited = Systems.link("users", "s").with(Link.LIMIT, 5);
        assertThat(reason(Systems.system(
                        1, List.of(poisson(800).build(), server("s", 1, exponential(1_000))), List.of(limited))))
                .contains("has a limit");
        assertThat(of(balanced, "lb", Quantity.QUEUE).whyNot()).startsWith("only servers");
    }

    private static String reason(Topology topology) {
        return of(topology, "s", Quantity.MEAN_LATENCY).whyNot();
    }

    @Test
    void whatWasDoneToTheSystemEndsTheSteadyState() {
        Topology topology =
                alone(800, 1, exponential(1_000)).withScenario(List.of(Systems.at(5, new Command.Crash("s"))));
        Map<Quantity, ClosedForm> before = QueueTheory.of(topology, List.of(), 4_999_999_999L, "s");
        assertThat(Objects.requireNonNull(before.get(Quantity.QUEUE)).applies()).isTrue();
        Map<Quantity, ClosedForm> after = QueueTheory.of(topology, List.of(), 5_000_000_000L, "s");
        assertThat(Objects.requireNonNull(after.get(Quantity.QUEUE)).whyNot())
                .startsWith("something was done to the system at 5.000 s");
    }
}
