package roundhouse.simulation.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.naming.NamedSystems.ONE;
import static roundhouse.simulation.naming.NamedSystems.count;
import static roundhouse.simulation.naming.NamedSystems.dns;
import static roundhouse.simulation.naming.NamedSystems.named;
import static roundhouse.simulation.naming.NamedSystems.oneUser;
import static roundhouse.simulation.naming.NamedSystems.users;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.balancer;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.node;
import static roundhouse.simulation.testing.Systems.run;
import static roundhouse.simulation.testing.Systems.server;
import static roundhouse.simulation.testing.Systems.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.naming.AnswerType;
import roundhouse.naming.NamingFigure;
import roundhouse.routing.Outcome;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Report;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.LinkDirection;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Dns;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.naming.AddressKeeping;
import roundhouse.topology.nodes.naming.Resolvers;
import roundhouse.topology.nodes.parts.Connection;
import roundhouse.topology.nodes.parts.Heartbeat;

/** What lookups cost, and what becomes of requests when nobody answers them. */
class LookupsTest {
    private static final long MILLI = 1_000_000;

    private static Topology single(Clients users, long ttl) {
        return named(1, users, dns(AnswerType.ROUND_ROBIN, ttl), 1);
    }

    /** The first waits 20 ms for its address; then all take 5 ms there, 1 ms at the server and 5 ms back. */
    @Test
    void requestsGoStraightToWhomTheyWereNamed() {
        Report report = run(single(oneUser(ONE), 3_600), 60.5);
        assertThat(report.latency().maxNanos()).isBetween(31 * MILLI, 31 * MILLI + MILLI / 10);
        assertThat(report.latency().p95Nanos()).isBetween(11 * MILLI, 11 * MILLI + MILLI / 10);
        assertThat(count(report, NamingFigure.LOOKUPS)).isEqualTo(60);
        assertThat(count(report, NamingFigure.QUERIES)).isEqualTo(1);
        assertThat(NamedSystems.naming(report).of(NamingFigure.CACHED)).isEqualTo(59 / 60.0);
        assertThat(node(report, "dns").picked()).isEqualTo(1);
        assertThat(node(report, "s1").picked()).isEqualTo(60);
    }

    /** All who ask while a question is on its way wait for that one. */
    @Test
    void aResolverAsksOnceForAllThatWait() {
        Report report = run(single(users(100, 1_000, ONE), 3_600), 1);
        assertThat(count(report, NamingFigure.QUERIES)).isEqualTo(1);
        // 1 ms, 2 ms and so on to 21 ms, when the answer is there but for the last to come.
        assertThat((long) NamedSystems.naming(report).of(NamingFigure.LOOKUPS)
                        - Math.round(NamedSystems.naming(report).of(NamingFigure.CACHED) * 1_000))
                .isBetween(20L, 21L);
    }

    /** Where the link to the DNS node is cut, those that know an address work on until its time is over. */
    @Test
    void aCutOfTheWayToTheDnsNodeIsFeltWhenTheTtlIsOver() {
        Topology topology = single(oneUser(ONE), 10)
                .withScenario(List.of(at(5.5, new Command.Cut("users", "dns", LinkDirection.BOTH))));
        Report report = run(topology, 20.5);
        // Known from 1.02 s, so given up to 11 s. Those of 12 s and 13 s wait until 14 s, those up to 18 s fail at
        // once, and 19 s asks again.
        assertThat(report.outcomes()).containsEntry(Outcome.OK, 11L).containsEntry(Outcome.FAILED, 7L);
        assertThat(report.unfinished()).isEqualTo(2);
        assertThat(count(report, NamingFigure.FAILED)).isEqualTo(7);
    }

    @Test
    void theTimeoutOfAResolverIsASetting() {
        Topology topology = single(oneUser(ONE.with(Resolvers.TIMEOUT, Duration.ofMillis(300))), 10)
                .withScenario(List.of(at(0, new Command.Crash("dns", CrashMode.BLACK_HOLE))));
        List<Long> took = new ArrayList<>();
        Run run = Run.of(topology);
        run.listen((clients, order, startedAtNanos, tookNanos, outcome) -> took.add(tookNanos / MILLI));
        run.runUntil(8_500 * MILLI);
        // Five seconds after a failure, at 6.3 s and so at 7 s, it asks again.
        assertThat(took).containsExactly(300L, 0L, 0L, 0L, 0L, 0L, 300L, 0L);
    }

    @Test
    void aDnsNodeThatRefusesIsNoticedAfterOneRoundTrip() {
        Topology topology =
                single(oneUser(ONE), 10).withScenario(List.of(at(0, new Command.Crash("dns", CrashMode.REFUSE))));
        Report report = run(topology, 1.0201);
        assertThat(report.outcomes()).containsEntry(Outcome.FAILED, 1L);
        assertThat(node(report, "dns").outcomes()).containsEntry(Outcome.REFUSED, 1L);
    }

    /** A client that has given up waiting sends nothing when the answer comes. */
    @Test
    void aRequestCanTimeOutBeforeItHasAnAddress() {
        Clients users = oneUser(ONE).with(Clients.TIMEOUT, Duration.ofMillis(15));
        Report report = run(single(users, 3_600), 2.5);
        assertThat(report.outcomes()).containsEntry(Outcome.TIMED_OUT, 1L).containsEntry(Outcome.OK, 1L);
        assertThat(node(report, "s1").picked()).isEqualTo(1);
    }

    /** The JDK's thirty seconds: asked at 1 s, 32 s, 63 s and 94 s, for each answer comes 20 ms later. */
    @Test
    void clientsKeepAddressesWhateverTheTtl() {
        Report report = run(single(oneUser(ONE.with(Resolvers.KEEP, AddressKeeping.JDK)), 0), 100.5);
        assertThat(count(report, NamingFigure.LOOKUPS)).isEqualTo(4);
        assertThat(count(report, NamingFigure.KEPT)).isEqualTo(96);
        assertThat(count(report, NamingFigure.REQUESTS)).isEqualTo(100);
    }

    @Test
    void forEverIsForEver() {
        Report report = run(single(oneUser(ONE.with(Resolvers.KEEP, AddressKeeping.SETTINGS.usual())), 0), 300.5);
        assertThat(count(report, NamingFigure.LOOKUPS)).isEqualTo(1);
    }

    /** Refused at 1.02 s, which is kept for 10 s: the DNS node is back at 5 s, and asked again at 12 s. */
    @Test
    void clientsKeepThatThereWasNoAnswer() {
        Topology topology = single(oneUser(ONE.with(Resolvers.KEEP, AddressKeeping.JDK)), 60)
                .withScenario(
                        List.of(at(0, new Command.Crash("dns", CrashMode.REFUSE)), at(5, new Command.Recover("dns"))));
        assertThat(run(topology, 20.5).outcomes())
                .containsEntry(Outcome.FAILED, 11L)
                .containsEntry(Outcome.OK, 9L);
    }

    /** Asked at 1 s; from 32 s on asking fails, and the old address goes on until 61 s. */
    @Test
    void anOldAddressGoesOnForAWhile() {
        AddressKeeping stale = AddressKeeping.JDK.with(AddressKeeping.STALE, Duration.ofSeconds(30));
        Topology topology = single(oneUser(ONE.with(Resolvers.KEEP, stale)), 0)
                .withScenario(List.of(at(2.5, new Command.Crash("dns", CrashMode.REFUSE))));
        assertThat(run(topology, 70.5).outcomes())
                .containsEntry(Outcome.OK, 61L)
                .containsEntry(Outcome.FAILED, 9L);
    }

    /** A connection that is kept stays where it is, and asks nobody. */
    @Test
    void aConnectionStaysWhereItIs() {
        Clients users = users(10, 100, ONE)
                .with(Clients.CONNECTION, new Connection.KeepAlive(Integer.MAX_VALUE, Duration.ofHours(1), null));
        Topology topology = named(1, users, dns(AnswerType.ROUND_ROBIN, 0), 2);
        Report report = run(topology, 60);
        assertThat(count(report, NamingFigure.LOOKUPS)).isBetween(10L, 20L);
        assertThat(count(report, NamingFigure.REQUESTS)).isEqualTo(6_000);
    }

    /** The clients' own link says how far that server is for them, and its cut concerns them alone. */
    @Test
    void clientsCanHaveAWayOfTheirOwn() {
        Topology topology = single(oneUser(ONE), 3_600).with(link("users", "s1", fixed(2_000)));
        assertThat(run(topology, 10.5).latency().p50Nanos()).isBetween(5 * MILLI, 5 * MILLI + MILLI / 10);
        Report cut =
                run(topology.withScenario(List.of(at(5.5, new Command.Cut("users", "s1", LinkDirection.BOTH)))), 10.5);
        assertThat(cut.outcomes()).containsEntry(Outcome.OK, 5L);
        assertThat(cut.unfinished()).isEqualTo(5);
        Report other =
                run(topology.withScenario(List.of(at(5.5, new Command.Cut("dns", "s1", LinkDirection.BOTH)))), 10.5);
        assertThat(other.outcomes()).containsEntry(Outcome.OK, 10L);
    }

    /** Who knows an address goes there until its time is over, though it is named no longer. */
    @Test
    void anAddressThatIsNotNamedAnyMoreStillWorks() {
        Topology both = named(1, oneUser(ONE), dns(AnswerType.FAILOVER, 10), 2);
        Topology without = both.withLinks(
                both.links().stream().filter(link -> !link.joins("dns", "s1")).toList());
        Run run = Run.of(both);
        run.runUntil(5_500 * MILLI);
        run.apply(new Command.Revise(without));
        run.runUntil(20_500 * MILLI);
        Report report = run.report();
        assertThat(report.outcomes()).containsEntry(Outcome.OK, 20L);
        assertThat(node(report, "s1").served()).isEqualTo(11);
        assertThat(node(report, "s2").served()).isEqualTo(9);
    }

    /** A machine that is gone refuses. */
    @Test
    void anAddressWithoutAMachineRefuses() {
        Topology both = named(1, oneUser(ONE), dns(AnswerType.FAILOVER, 10), 2)
                .withScenario(List.of(at(5.5, new Command.Remove("s1"))));
        Report report = run(both, 20.5);
        assertThat(report.outcomes()).containsEntry(Outcome.OK, 14L).containsEntry(Outcome.REFUSED, 6L);
        assertThat(count(report, NamingFigure.TO_DEAD)).isEqualTo(6);
    }

    /** Settings of resolvers that change make others of them, which know nothing; who waits is not forgotten. */
    @Test
    void otherResolversBeginAnew() {
        Topology topology = single(oneUser(ONE), 3_600);
        Run run = Run.of(topology);
        run.runUntil(1_010 * MILLI);
        Clients others = oneUser(ONE.with(Resolvers.COUNT, 2));
        run.apply(new Command.Revise(topology.with(others)));
        run.runUntil(5_500 * MILLI);
        assertThat(run.report().outcomes()).containsEntry(Outcome.OK, 5L);
        assertThat(count(run.report(), NamingFigure.LOOKUPS)).isEqualTo(6);
    }

    @Test
    void theNegativeTtlIsASetting() {
        Dns dns = dns(AnswerType.FAILOVER, 10).with(Dns.NEGATIVE_TTL, Duration.ofSeconds(30));
        Link down = link("dns", "s1", fixed(5_000)).with(Link.DOWN, true);
        Topology nobody = NamedSystems.with(named(1, oneUser(ONE), dns, 1), down);
        Run run = Run.of(nobody);
        run.runUntil(2_500 * MILLI);
        run.apply(new Command.Revise(NamedSystems.with(nobody, link("dns", "s1", fixed(5_000)))));
        run.runUntil(40_500 * MILLI);
        // That there is nobody is known from 1.02 s, and given up to 31 s.
        assertThat(run.report().outcomes()).containsEntry(Outcome.FAILED, 31L).containsEntry(Outcome.OK, 9L);
        assertThat(count(run.report(), NamingFigure.NO_ADDRESS)).isEqualTo(31);
    }

    /** Of a pair that shares an address the one that has it is sent to, whichever of the two was named. */
    @Test
    void aSharedAddressIsWhereItIs() {
        Topology pair = system(
                        1,
                        List.of(
                                oneUser(ONE),
                                dns(AnswerType.FAILOVER, 3_600),
                                balancer("lb-1", Algorithm.ROUND_ROBIN),
                                balancer("lb-2", Algorithm.ROUND_ROBIN),
                                server("s", 9, fixed(1_000))),
                        List.of(
                                link("users", "dns", fixed(10_000)),
                                link("dns", "lb-1", fixed(5_000)),
                                link("dns", "lb-2", fixed(5_000)),
                                link("lb-1", "lb-2").with(Link.HEARTBEAT, new Heartbeat(Duration.ofMillis(100), 3)),
                                link("lb-1", "s"),
                                link("lb-2", "s")))
                .withScenario(List.of(at(5.2, new Command.Crash("lb-1", CrashMode.BLACK_HOLE))));
        Report report = run(pair, 12.5);
        // The takeover is over before 6 s.
        assertThat(report.outcomes()).containsEntry(Outcome.OK, 12L);
        assertThat(node(report, "lb-1").served() + node(report, "lb-2").served())
                .isEqualTo(12);
        assertThat(node(report, "lb-2").served()).isGreaterThanOrEqualTo(7);
        assertThat(count(report, NamingFigure.QUERIES)).isEqualTo(1);
    }
}
