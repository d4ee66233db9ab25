package roundhouse.simulation.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.server;
import static roundhouse.simulation.testing.Systems.system;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.routing.Failure;
import roundhouse.routing.Outcome;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.simulation.components.PoolWatch;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.PickExplainer;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.engine.RunObserver;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.targets.TargetGroup;
import roundhouse.simulation.testing.Balancers;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.LinkDirection;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.Hedge;
import roundhouse.topology.nodes.parts.Retries;
import roundhouse.topology.nodes.parts.Sticky;
import roundhouse.topology.nodes.traffic.Arrivals;

/**
 * Of the two attempts of a hedged request a link loses one, or both: the request ends once, by the reply that comes, and no attempt is
 * left over. The first attempt goes to a server of 100 ms, 20 ms later the hedge to one of 5 ms; links take 1 ms.
 */
class HedgeLossTest {
    private static final long MS = 1_000_000;
    private static final Hedge HEDGE = new Hedge(Duration.ofMillis(20), 1);

    private final PoolWatch watch = new PoolWatch();

    private static Systems.ClientsBuilder once() {
        return poisson(0).arrivals(new Arrivals.Constant(1)).hedge(HEDGE);
    }

    private static Topology two(Systems.ClientsBuilder clients) {
        return system(
                1,
                List.of(clients.build(), server("slow", 9, fixed(100_000)), server("fast", 9, fixed(5_000))),
                List.of(link("users", "slow", fixed(1_000)), link("users", "fast", fixed(1_000))));
    }

    /** The one request that begins at 1 s has ended so after so many milliseconds, and nothing is left of it. */
    private void endsOnce(Run run, Outcome outcome, long millis) {
        run.runUntil(SECOND + millis * MS - 1);
        assertThat(watch.ended()).isZero();
        run.runUntil(SECOND + millis * MS);
        assertThat(watch.ended()).isEqualTo(1);
        run.runUntil(1_900 * MS);
        Report report = run.report();
        assertThat(report.attempts()).isEqualTo(2);
        assertThat(report.outcomes().get(outcome)).isEqualTo(1);
        assertThat(report.outcomes().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(1);
        watch.checkSettled(0);
    }

    @ParameterizedTest
    @EnumSource(LinkDirection.class)
    void theHedgeWinsWhenTheFirstCallIsLost(LinkDirection direction) {
        Run run = Run.of(two(once()), watch);
        run.apply(new Command.Cut("users", "slow", direction));
        endsOnce(run, Outcome.OK, 20 + 7);
    }

    @ParameterizedTest
    @EnumSource(LinkDirection.class)
    void theFirstCallWinsWhenTheHedgeIsLost(LinkDirection direction) {
        Run run = Run.of(two(once()), watch);
        run.apply(new Command.Cut("users", "fast", direction));
        endsOnce(run, Outcome.OK, 102);
    }

    @Test
    void theOtherIsWaitedForWhenACutTakesTheFirstOnItsWay() {
        Run run = Run.of(two(once()), watch);
        run.runUntil(SECOND + MS / 2);
        run.apply(new Command.Cut("users", "slow", LinkDirection.BOTH));
        endsOnce(run, Outcome.OK, 27);
    }

    @Test
    void bothLostItTimesOutOnceWithTheLaterOne() {
        Run run = Run.of(two(once().timeout(Duration.ofMillis(300))), watch);
        run.apply(new Command.Cut("users", "slow", LinkDirection.REQUESTS));
        run.apply(new Command.Cut("users", "fast", LinkDirection.REPLIES));
        endsOnce(run, Outcome.TIMED_OUT, 320);
    }

    @Test
    void bothLostItEndsWithTheTimeForTheRequest() {
        Run run = Run.of(two(once().retries(Retries.TOTAL.with(Retries.NONE, Duration.ofMillis(250)))), watch);
        run.apply(new Command.Cut("users", "slow", LinkDirection.BOTH));
        run.apply(new Command.Cut("users", "fast", LinkDirection.BOTH));
        endsOnce(run, Outcome.TIMED_OUT, 250);
    }

    /**
     * Through a balancer over links that lose 3 of 10 either way, each attempt is lost by chance of 1 − 0.7² = 0.51, and a request with
     * both: 0.26 of 4,000, of which 4.5 standard deviations are 125. With the balancer's own timeout its attempts are in parts.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void byChanceEveryRequestEndsOnceAndNothingIsLeftOver(boolean parts) {
        TargetGroup[] picked = new TargetGroup[1];
        RunObserver observer = new RunObserver() {
            @Override
            public void begins(RunContext run) {
                watch.begins(run);
            }

            @Override
            public void entered(Attempt attempt) {
                watch.entered(attempt);
            }

            @Override
            public void picking(Attempt attempt, PickExplainer explainer) {
                if (explainer instanceof TargetGroup group) {
                    picked[0] = group;
                }
            }

            @Override
            public void ended(Attempt attempt, Outcome outcome) {
                watch.ended(attempt, outcome);
            }
        };
        Systems.ClientsBuilder clients =
                poisson(0).arrivals(new Arrivals.Constant(200)).hedge(HEDGE).timeout(Duration.ofMillis(200));
        FailoverPolicy passOn =
                parts ? new FailoverPolicy(1, Failure.NGINX, true, Duration.ofMillis(150)) : FailoverPolicy.NEVER;
        Topology topology = system(
                7,
                List.of(
                        clients.build(),
                        Balancers.of("lb", 7, Algorithm.ROUND_ROBIN, Sticky.OFF, Health.NONE, passOn),
                        server("s1", 9, fixed(1_000)),
                        server("s2", 9, fixed(30_000))),
                List.of(link("users", "lb"), link("lb", "s1", fixed(1_000)), link("lb", "s2", fixed(1_000))));
        Run run = Run.of(topology, observer);
        run.apply(new Command.Loss("lb", "s1", 0.3));
        run.apply(new Command.Loss("lb", "s2", 0.3));
        run.runUntil(20 * SECOND + MS);
        run.apply(new Command.Revise(
                run.topology().with(clients.arrivals(new Arrivals.Constant(0)).build())));
        run.runUntil(21 * SECOND);
        Report report = run.report();
        assertThat(report.requests()).isEqualTo(4_000);
        assertThat(watch.ended()).isEqualTo(4_000);
        assertThat(report.attempts()).isGreaterThan(5_000);
        assertThat(report.outcomes().get(parts ? Outcome.FAILED : Outcome.TIMED_OUT))
                .isBetween(1_040L - 125, 1_040L + 125);
        watch.checkSettled(0);
        @Nullable TargetGroup there = picked[0];
        TargetGroup group = Objects.requireNonNull(there);
        assertThat(group.pool().inFlight(0)).isZero();
        assertThat(group.pool().inFlight(1)).isZero();
    }
}
