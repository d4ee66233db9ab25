package roundhouse.simulation.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static roundhouse.simulation.naming.NamedSystems.CHECKS;
import static roundhouse.simulation.naming.NamedSystems.ONE;
import static roundhouse.simulation.naming.NamedSystems.count;
import static roundhouse.simulation.naming.NamedSystems.dns;
import static roundhouse.simulation.naming.NamedSystems.named;
import static roundhouse.simulation.naming.NamedSystems.naming;
import static roundhouse.simulation.naming.NamedSystems.oneUser;
import static roundhouse.simulation.naming.NamedSystems.users;
import static roundhouse.simulation.naming.NamedSystems.with;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.node;
import static roundhouse.simulation.testing.Systems.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import roundhouse.naming.AnswerType;
import roundhouse.naming.FailoverTime;
import roundhouse.naming.NamedFigure;
import roundhouse.naming.NamingFigure;
import roundhouse.naming.OrderType;
import roundhouse.routing.Outcome;
import roundhouse.simulation.Run;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.AttemptPurpose;
import roundhouse.simulation.engine.Component;
import roundhouse.simulation.engine.RunObserver;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.observing.expecting.Verdict;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.Place;
import roundhouse.topology.Topology;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.expectations.ExpectationParser;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Dns;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.naming.Resolvers;

/** Whom a DNS node names, by each of its rules. */
class AnswersTest {
    /** A resolver that keeps nothing. */
    private static final Resolvers NO_CACHE = ONE.with(Resolvers.DROPS_AT_ZERO, true);

    /** To whom the requests of so many seconds went, one after the other. */
    private static List<String> sent(Topology topology, double seconds) {
        List<String> sent = new ArrayList<>();
        Run run = Run.of(topology, new RunObserver() {
            @Override
            public void departed(Attempt attempt, Component from, Component to) {
                if (attempt.purpose == AttemptPurpose.REQUEST && !attempt.replying) {
                    sent.add(to.id);
                }
            }
        });
        run.runUntil((long) (seconds * SECOND));
        return sent;
    }

    private static Topology asking(Dns dns, int servers) {
        return named(1, oneUser(NO_CACHE), dns, servers);
    }

    @Test
    void roundRobinTurnsAsTheServerDoesThatItIsNamedAfter() {
        Dns dns = dns(AnswerType.ROUND_ROBIN, 0);
        assertThat(sent(asking(dns, 3), 7.5)).containsExactly("s1", "s2", "s3", "s1", "s2", "s3", "s1");
        assertThat(sent(asking(dns.with(Dns.ORDER, OrderType.DNSMASQ), 3), 7.5))
                .containsExactly("s1", "s1", "s3", "s2", "s1", "s3", "s2");
        assertThat(sent(asking(dns.with(Dns.ORDER, OrderType.ZONE), 3), 4.5)).containsOnly("s1");
    }

    /** What a resolver keeps it turns itself. */
    @Test
    void resolversTurnWhatTheyKeep() {
        Resolvers turning = ONE.with(Resolvers.ORDER, OrderType.BIND_CYCLIC);
        assertThat(sent(named(1, oneUser(turning), dns(AnswerType.ROUND_ROBIN, 3_600), 3), 7.5))
                .containsExactly("s1", "s2", "s3", "s1", "s2", "s3", "s1");
        assertThat(sent(named(1, oneUser(ONE), dns(AnswerType.ROUND_ROBIN, 3_600), 3), 7.5))
                .containsOnly("s1");
    }

    @Test
    void byChanceEachIsEquallyOftenTheFirst() {
        Report report = run(named(1, users(1, 100, NO_CACHE), dns(AnswerType.RANDOM, 0), 4), 100);
        for (int i = 1; i <= 4; i++) {
            // A quarter of some 3,300 answers, each 20 ms after the one before; four standard deviations of 25.
            long all = count(report, NamingFigure.QUERIES);
            assertThat(count(report, "s" + i, NamedFigure.ANSWERS)).isBetween(all / 4 - 110, all / 4 + 110);
        }
    }

    @Test
    void weightsDecide() {
        Topology topology = named(1, users(1, 100, NO_CACHE), dns(AnswerType.WEIGHTED, 0), 3);
        topology = with(topology, link("dns", "s1", fixed(5_000)).weighted(3));
        topology = with(topology, link("dns", "s3", fixed(5_000)).weighted(0));
        Report report = run(topology, 100);
        long all = count(report, NamingFigure.QUERIES);
        // Four standard deviations of 25.
        assertThat(count(report, "s1", NamedFigure.ANSWERS)).isBetween(all * 3 / 4 - 100, all * 3 / 4 + 100);
        assertThat(count(report, "s3", NamedFigure.ANSWERS)).isZero();
        assertThat(naming(report).named()).containsExactly("s1", "s2");
    }

    private static Topology regions(AnswerType answers) {
        Clients users =
                users(5_000, 1_000, Resolvers.USUAL).with(Clients.REGIONS, Map.of("eu", 1.0, "us", 1.0, "asia", 1.0));
        Topology topology = named(1, users, dns(answers, 60), 2);
        topology = topology.with(((Server) topology.node("s1").orElseThrow()).with(Server.REGION, "eu"))
                .with(((Server) topology.node("s2").orElseThrow()).with(Server.REGION, "us"));
        return new Topology(
                topology.name(),
                topology.description(),
                topology.seed(),
                topology.duration(),
                topology.warmUp(),
                Map.of("eu", new Place(50, 8), "us", new Place(39, -77), "asia", new Place(35, 139)),
                topology.nodes(),
                topology.stores(),
                topology.links(),
                topology.scenario(),
                topology.expect(),
                topology.layout(),
                List.of(),
                List.of());
    }

    /** Tokyo is 9,300 km from Frankfurt and 10,900 km from Virginia. */
    @Test
    void regionsDecide() {
        Report report = run(regions(AnswerType.GEOGRAPHIC), 10);
        double eu = (double) node(report, "s1").picked() / report.requests();
        // Two thirds of 5,000 users: four standard deviations of 0.7 %. Of 100 resolvers 34 are in Asia.
        assertThat(eu).isBetween(0.667 - 0.028, 0.667 + 0.028);
        assertThat(count(report, "s1", NamedFigure.ANSWERS)).isEqualTo(67);
        assertThat(count(report, "s2", NamedFigure.ANSWERS)).isEqualTo(33);
    }

    /** The way of the clients themselves counts. */
    @Test
    void latencyDecides() {
        Topology topology = named(1, oneUser(ONE), dns(AnswerType.LATENCY, 60), 3);
        topology = with(topology, link("dns", "s2", fixed(4_000)));
        assertThat(sent(topology, 5.5)).containsOnly("s2");
        assertThat(sent(topology.with(link("users", "s3", fixed(1_000))), 5.5)).containsOnly("s3");
    }

    @Test
    void theFirstOneThatIsWellIsNamed() {
        Topology topology = named(
                        1, oneUser(NO_CACHE), dns(AnswerType.FAILOVER, 0).with(Dns.CHECKS, CHECKS), 3)
                .withScenario(List.of(
                        at(4.6, new Command.Crash("s1", CrashMode.REFUSE)), at(20.6, new Command.Recover("s1"))));
        List<String> sent = sent(topology, 30.5);
        assertThat(sent.subList(0, 4)).containsOnly("s1");
        assertThat(sent.subList(10, 20)).containsOnly("s2");
        assertThat(sent.subList(25, 30)).containsOnly("s1");
    }

    @Test
    void backupsStandInWhenNoOtherIsWell() {
        Topology topology = with(
                named(1, oneUser(NO_CACHE), dns(AnswerType.ROUND_ROBIN, 0).with(Dns.CHECKS, CHECKS), 2),
                link("dns", "s1", fixed(5_000)).with(Link.BACKUP, true));
        assertThat(sent(topology, 5.5)).containsOnly("s2");
        List<String> sent =
                sent(topology.withScenario(List.of(at(4.6, new Command.Crash("s2", CrashMode.REFUSE)))), 20.5);
        assertThat(sent.subList(10, 20)).containsOnly("s1");
    }

    private static Report allDead(boolean allWhenNoneIsHealthy) {
        Dns dns = dns(AnswerType.ROUND_ROBIN, 0).with(Dns.CHECKS, CHECKS).with(Dns.NONE_HEALTHY, allWhenNoneIsHealthy);
        return run(
                named(1, oneUser(NO_CACHE), dns, 2)
                        .withScenario(List.of(
                                at(4.6, new Command.Crash("s1", CrashMode.REFUSE)),
                                at(4.6, new Command.Crash("s2", CrashMode.REFUSE)))),
                20.5);
    }

    /** Route 53 takes all for well then, and requests are refused; else there is no address. */
    @Test
    void whenNoneIsWellAllAreNamedOrNobody() {
        Report all = allDead(true);
        assertThat(all.outcomes()).containsEntry(Outcome.OK, 4L).containsEntry(Outcome.REFUSED, 16L);
        assertThat(naming(all).named()).containsExactly("s1", "s2");
        Report nobody = allDead(false);
        assertThat(nobody.outcomes()).containsEntry(Outcome.OK, 4L);
        assertThat(count(nobody, NamingFigure.NO_ADDRESS))
                .isEqualTo(nobody.outcomes().get(Outcome.FAILED))
                .isBetween(12L, 14L);
        assertThat(naming(nobody).named()).isEmpty();
    }

    /** Each check may take half a second, and begins a second after the one before. */
    @Test
    void theTranscriptSaysWhoIsNamedNoLonger() {
        Topology topology = named(1, oneUser(ONE), dns(AnswerType.FAILOVER, 5).with(Dns.CHECKS, CHECKS), 2)
                .withScenario(List.of(
                        at(10, new Command.Crash("s1", CrashMode.BLACK_HOLE)), at(20, new Command.Recover("s1"))));
        List<String> said =
                run(topology, 30).transcript().stream().map(line -> line.text()).toList();
        assertThat(said)
                .anyMatch(text -> text.startsWith("dns no longer names s1: 3 checks failed within 3.5 s"))
                .contains("dns names s1 again: 2 checks went well");
    }

    /** What goes to the dead, by whom it was counted and for how long, is no longer than what checks, TTL and clients add up to. */
    @Test
    void theDeadGetRequestsUntilChecksAndCachesHaveNoticed() {
        for (long ttl : new long[] {0, 5, 20}) {
            Topology topology = named(
                            3,
                            users(500, 200, Resolvers.USUAL),
                            dns(AnswerType.FAILOVER, ttl).with(Dns.CHECKS, CHECKS),
                            2)
                    .withScenario(List.of(at(31.3, new Command.Crash("s1", CrashMode.REFUSE))));
            Report report = run(topology, 80);
            long refused = report.outcomes().get(Outcome.REFUSED);
            // Those that were on their way there when it died are not among them: one every 5 ms, for 5 ms.
            assertThat(count(report, NamingFigure.TO_DEAD)).isBetween(refused - 2, refused);
            assertThat(count(report, "s1", NamedFigure.TO_DEAD)).isEqualTo(count(report, NamingFigure.TO_DEAD));
            long dead = count(report, "s1", NamedFigure.DEAD_TIME);
            FailoverTime time = new FailoverTime(1_011_000_000, 3, (ttl + 1) * SECOND, 0);
            assertThat(dead).isBetween(2 * SECOND, time.worstNanos());
            // All 200 a second go there at first, and fewer as caches run out.
            double share = naming(report).of("s1", NamedFigure.DEAD_SHARE);
            assertThat(share).isCloseTo(refused / (200.0 * dead / SECOND), within(0.01));
        }
    }

    /** Ten requests, the last six of them to the dead; nine found an address in the cache. */
    @Test
    void whatIsExpectedOfANameIsWatched() {
        Topology topology = named(1, oneUser(ONE), dns(AnswerType.FAILOVER, 60), 2)
                .withScenario(List.of(at(4.5, new Command.Crash("s1", CrashMode.REFUSE))))
                .withDuration(Duration.ofMillis(10_500))
                .withExpect(Stream.of(
                                "to-dead of dns = 6",
                                "to-dead of dns = 60%",
                                "to-dead of dns = 100% during 5s..9s",
                                "cached of dns = 90%",
                                "lookups of dns = 10",
                                "queries of dns = 1",
                                "stale of dns = 0%")
                        .map(text -> ((Parsed.Value<Expectation>) new ExpectationParser(text).parse()).value())
                        .toList());
        assertThat(run(topology, 10.5).verdicts()).hasSize(7).allMatch(verdict -> verdict instanceof Verdict.Met);
    }

    @Test
    void lookupsAreRepeatedTheSameWay() {
        Topology topology = regions(AnswerType.GEOGRAPHIC)
                .withScenario(List.of(at(3, new Command.Crash("s1", CrashMode.BLACK_HOLE))));
        Run one = Run.of(topology);
        Run other = Run.of(topology);
        one.runUntil(10 * SECOND);
        other.runUntil(5 * SECOND);
        other.report();
        other.runUntil(10 * SECOND);
        assertThat(other.digest()).isEqualTo(one.digest());
        assertThat(other.report()).isEqualTo(one.report());
    }
}
