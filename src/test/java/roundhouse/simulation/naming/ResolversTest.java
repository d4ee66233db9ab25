package roundhouse.simulation.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static roundhouse.simulation.naming.NamedSystems.ONE;
import static roundhouse.simulation.naming.NamedSystems.count;
import static roundhouse.simulation.naming.NamedSystems.dns;
import static roundhouse.simulation.naming.NamedSystems.named;
import static roundhouse.simulation.naming.NamedSystems.oneUser;
import static roundhouse.simulation.naming.NamedSystems.users;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.node;
import static roundhouse.simulation.testing.Systems.run;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.naming.AnswerType;
import roundhouse.naming.NamedFigure;
import roundhouse.naming.NamingFigure;
import roundhouse.naming.OrderType;
import roundhouse.routing.Outcome;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Report;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.Deletion;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.naming.Resolvers;
import roundhouse.topology.nodes.parts.Hedge;

/** What sharing a resolver does to the spread of requests, and what resolvers do when an answer is old. */
class ResolversTest {
    private static final int SERVERS = 4;

    /**
     * The coefficient of variation of a server's share, over so many systems, where all users of a resolver go where that was first told
     * to go.
     */
    private static double unevenness(Resolvers resolvers, int systems) {
        double sum = 0;
        for (int seed = 0; seed < systems; seed++) {
            Report report = run(named(seed, users(20_000, 5_000, resolvers), dns(AnswerType.RANDOM, 60), SERVERS), 0.5);
            for (int i = 1; i <= SERVERS; i++) {
                double share = node(report, "s" + i).picked() / (double) count(report, NamingFigure.REQUESTS);
                sum += Math.pow(share * SERVERS - 1, 2);
            }
        }
        return Math.sqrt(sum / systems / SERVERS);
    }

    /**
     * √((S - 1) Σ w²) by the resolvers' sizes w, and for 2,500 requests a variance of (S - 1) / 2,500 more. With 200 systems of four
     * shares the estimate is within a tenth of it.
     */
    @Test
    void fewLargeResolversSpreadUnevenly() {
        double chance = (SERVERS - 1) / 2_500.0;
        double equal = Math.sqrt((SERVERS - 1) / 10.0 + chance);
        assertThat(unevenness(Resolvers.USUAL.with(Resolvers.COUNT, 10), 200)).isCloseTo(equal, within(0.1 * equal));
        double sum = 0;
        double squares = 0;
        for (int i = 1; i <= 100; i++) {
            sum += 1.0 / i;
            squares += 1.0 / i / i;
        }
        double zipf = Math.sqrt((SERVERS - 1) * squares / sum / sum + chance);
        assertThat(unevenness(Resolvers.USUAL.with(Resolvers.EXPONENT, 1.0), 200))
                .isCloseTo(zipf, within(0.1 * zipf));
    }

    /** Resolvers that turn what they keep spread as if each request had an answer of its own. */
    @Test
    void turningEvensItOut() {
        Resolvers turning = Resolvers.USUAL.with(Resolvers.COUNT, 10).with(Resolvers.ORDER, OrderType.UNBOUND);
        assertThat(unevenness(turning, 20)).isLessThan(0.06);
    }

    /** An answer of 20 s, cut to 4 or raised to 30: asked again every 5 or 31 s, for each lives to the end of its last second. */
    @Test
    void boundsOfTtlsDecideHowOftenIsAsked() {
        assertThat(queries(ONE, 20, 100)).isEqualTo(5);
        assertThat(queries(ONE.with(Resolvers.MOST_TTL, Duration.ofSeconds(4)), 20, 100))
                .isEqualTo(20);
        assertThat(queries(ONE.with(Resolvers.LEAST_TTL, Duration.ofSeconds(30)), 20, 100))
                .isEqualTo(4);
        assertThat(queries(ONE.with(Resolvers.DROPS_AT_ZERO, true), 4, 100)).isEqualTo(25);
    }

    private static long queries(Resolvers resolvers, long ttl, int seconds) {
        Report report = run(named(1, oneUser(resolvers), dns(AnswerType.FAILOVER, ttl), 1), seconds + 0.5);
        return count(report, NamingFigure.QUERIES);
    }

    /** With prefetch nobody waits after the first; without, each that finds nothing waits 20 ms. */
    @Test
    void prefetchSparesTheWait() {
        Topology topology = named(1, oneUser(ONE.with(Resolvers.PREFETCH, true)), dns(AnswerType.FAILOVER, 20), 1);
        Report report = run(topology, 100.5);
        assertThat(count(report, NamingFigure.LOOKUPS)
                        - Math.round(NamedSystems.naming(report).of(NamingFigure.CACHED) * 100))
                .isEqualTo(1);
        // Asked again as 2 s of 20 s are left, or less.
        assertThat(count(report, NamingFigure.QUERIES)).isEqualTo(6);
    }

    /** The DNS node dies at 5 s; what ran out at 12 s is given for ever, and asked for in vain every five seconds. */
    @Test
    void whatIsStaleIsServedWhileTheDnsNodeIsAway() {
        Topology topology = named(1, oneUser(ONE.with(Resolvers.SERVE_STALE, true)), dns(AnswerType.FAILOVER, 10), 1)
                .withScenario(List.of(at(5, new Command.Crash("dns", CrashMode.REFUSE))));
        Report report = run(topology, 100.5);
        assertThat(report.outcomes()).containsEntry(Outcome.OK, 100L);
        assertThat(count(report, NamingFigure.STALE)).isEqualTo(89);
        assertThat(node(report, "dns").outcomes().get(Outcome.REFUSED)).isBetween(15L, 18L);
    }

    /** Served stale, the old address is given once more after its time. */
    @Test
    void whatIsStaleIsRefreshedBehindTheAnswer() {
        Topology both = named(1, oneUser(ONE.with(Resolvers.SERVE_STALE, true)), dns(AnswerType.FAILOVER, 10), 2);
        Run run = Run.of(both);
        run.runUntil(5_500_000_000L);
        run.apply(new Command.Revise(Deletion.ofLink(both, "dns", "s1")));
        run.runUntil(20_500_000_000L);
        // Up to 11 s as fresh, at 12 s as stale.
        assertThat(count(run.report(), "s1", NamedFigure.REQUESTS)).isEqualTo(12);
        assertThat(count(run.report(), NamingFigure.STALE)).isEqualTo(1);
    }

    private static Topology twoServers(Resolvers resolvers, CrashMode how) {
        return named(1, oneUser(resolvers), dns(AnswerType.ROUND_ROBIN, 3_600), 2)
                .withScenario(List.of(at(0, new Command.Crash("s1", how))));
    }

    /** 250 ms for a connection to nobody, then 11 ms; the first asks for 20 ms before. Refused it needs 10 ms to know. */
    @Test
    void theNextAddressIsTriedWhenThereIsNoConnection() {
        Resolvers trying = ONE.with(Resolvers.NEXT_ADDRESS, Duration.ofMillis(250));
        Report dead = run(twoServers(trying, CrashMode.BLACK_HOLE), 20.5);
        assertThat(dead.outcomes()).containsEntry(Outcome.OK, 20L);
        assertThat(dead.attempts()).isEqualTo(40);
        assertThat(dead.latency().p50Nanos()).isBetween(261_000_000L, 262_000_000L);
        Report refusing = run(twoServers(trying, CrashMode.REFUSE), 20.5);
        assertThat(refusing.outcomes()).containsEntry(Outcome.OK, 20L);
        assertThat(refusing.latency().p50Nanos()).isBetween(21_000_000L, 21_300_000L);
        assertThat(run(twoServers(ONE, CrashMode.REFUSE), 20.5).outcomes()).containsEntry(Outcome.REFUSED, 20L);
    }

    /** The hedge of 5 ms is under way when, after 10 ms, the first attempt is refused and goes on to the next address. */
    @Test
    void whoHedgesAndGoesOnEndsOnce() {
        Clients hedging = oneUser(ONE.with(Resolvers.NEXT_ADDRESS, Duration.ofMillis(250)))
                .with(Clients.HEDGE, new Hedge(Duration.ofMillis(5), 1));
        Report report = run(
                named(1, hedging, dns(AnswerType.ROUND_ROBIN, 3_600), 2)
                        .withScenario(List.of(at(0, new Command.Crash("s1", CrashMode.REFUSE)))),
                20.5);
        assertThat(report.attempts()).isGreaterThan(40);
        assertThat(report.outcomes()).containsEntry(Outcome.OK, 20L);
        assertThat(report.unfinished()).isZero();
    }

    /** A server that is slow has accepted, and is waited for. */
    @Test
    void whoHasAConnectionWaits() {
        Topology slow = named(
                        1,
                        oneUser(ONE.with(Resolvers.NEXT_ADDRESS, Duration.ofMillis(250))),
                        dns(AnswerType.ROUND_ROBIN, 3_600),
                        2)
                .withScenario(List.of(at(0, new Command.Slow("s1", 600))));
        Report report = run(slow, 20.7);
        assertThat(report.attempts()).isEqualTo(20);
        assertThat(node(report, "s1").served()).isEqualTo(20);
    }

    /** Each address once: where all refuse, so is the request. */
    @Test
    void whenNoAddressIsLeftTheRequestIsRefused() {
        Topology topology = named(
                        1,
                        oneUser(ONE.with(Resolvers.NEXT_ADDRESS, Duration.ofMillis(250))),
                        dns(AnswerType.ROUND_ROBIN, 3_600),
                        3)
                .withScenario(List.of(
                        at(0, new Command.Crash("s1", CrashMode.REFUSE)),
                        at(0, new Command.Crash("s2", CrashMode.BLACK_HOLE)),
                        at(0, new Command.Crash("s3", CrashMode.REFUSE))));
        Report report = run(topology, 10.9);
        assertThat(report.outcomes()).containsEntry(Outcome.REFUSED, 10L);
        assertThat(report.attempts()).isEqualTo(30);
    }
}
