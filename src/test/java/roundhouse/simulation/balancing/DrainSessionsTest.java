package roundhouse.simulation.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.node;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import roundhouse.routing.Outcome;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.Balancers;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.SessionState;
import roundhouse.topology.nodes.parts.Sticky;
import roundhouse.topology.nodes.traffic.Arrivals;

/**
 * Draining a server that holds sessions: those who stick to it stay, new ones go elsewhere, and nothing is lost. 50 users send 100
 * requests a second, one after the other, so that each second each of two servers has about half of them.
 */
class DrainSessionsTest {
    private static final int USERS = 50;
    private static final SessionState MEMORY = new SessionState(null, Duration.ofMinutes(10), 1_000);
    private static final Command DRAIN = new Command.Drain("lb", "s1");

    private static Systems.ClientsBuilder users(String id, int users, String addresses) {
        return Systems.clients(id, new Arrivals.Constant(100)).users(users).addresses(addresses);
    }

    private static Topology two(Systems.ClientsBuilder clients, Algorithm algorithm, Sticky.By by, SessionState state) {
        return Systems.remembering(
                clients, Balancers.of("lb", 7, algorithm, Sticky.of(by), Health.NONE, FailoverPolicy.NEVER), state);
    }

    private static Report.Sessions sessions(Run run, String id) {
        return Objects.requireNonNull(node(run.report(), id).sessions());
    }

    private static long picked(Run run, String id) {
        return node(run.report(), id).picked();
    }

    private static void nothingIsLost(Run run) {
        Report report = run.report();
        assertThat(report.sessionsLost()).isZero();
        assertThat(report.sessionsMissed()).isZero();
        assertThat(report.outcomes().get(Outcome.OK) + report.unfinished()).isEqualTo(report.requests());
    }

    @ParameterizedTest
    @EnumSource(names = {"COOKIE", "ADDRESS"})
    void whoSticksStaysAndWhoIsNewGoesElsewhere(Sticky.By by) {
        Run run = Run.of(two(users("users", USERS, "10.0.0.0/8"), Algorithm.ROUND_ROBIN, by, MEMORY));
        run.runUntil(20 * SECOND);
        assertThat(sessions(run, "s1").held()).isEqualTo(25);
        assertThat(sessions(run, "s2").held()).isEqualTo(25);
        run.apply(DRAIN);
        run.apply(new Command.Add(users("late", 30, "192.168.0.0/16").build(), List.of(link("late", "lb"))));
        long before = picked(run, "s1");
        run.runUntil(40 * SECOND);
        // Half of 2,000 requests, give or take 4.5 standard deviations; none of the late 2,000.
        assertThat(picked(run, "s1") - before).isBetween(900L, 1_100L);
        assertThat(sessions(run, "s1").held()).isEqualTo(25);
        assertThat(sessions(run, "s2").held()).isEqualTo(25 + 30);
        nothingIsLost(run);
        run.apply(new Command.Undrain("lb", "s1"));
        run.apply(new Command.Add(users("later", 30, "172.16.0.0/16").build(), List.of(link("later", "lb"))));
        run.runUntil(60 * SECOND);
        assertThat(sessions(run, "s1").held()).as("its turn again").isEqualTo(25 + 15);
        nothingIsLost(run);
    }

    /**
     * Sessions of ten requests on average: after two minutes none is left of those that were there, and when it was idle for 20
     * seconds the server has forgotten it. By cookie a new session is a new client; by address the client is who it was.
     */
    @ParameterizedTest
    @EnumSource(names = {"COOKIE", "ADDRESS"})
    void aDrainedServerRunsEmptyWhereStickingEndsWithTheSession(Sticky.By by) {
        SessionState brief = new SessionState(null, Duration.ofSeconds(20), 1_000);
        Systems.ClientsBuilder clients = users("users", USERS, "10.0.0.0/8").sessionRequests(10);
        Run run = Run.of(two(clients, Algorithm.ROUND_ROBIN, by, brief));
        run.runUntil(20 * SECOND);
        assertThat(sessions(run, "s1").held()).isPositive();
        run.apply(DRAIN);
        run.runUntil(140 * SECOND);
        long before = picked(run, "s1");
        run.runUntil(161 * SECOND);
        nothingIsLost(run);
        boolean empty = by == Sticky.By.COOKIE;
        assertThat(picked(run, "s1") == before).isEqualTo(empty);
        assertThat(sessions(run, "s1").held() == 0).isEqualTo(empty);
        run.apply(new Command.Remove("s1"));
        assertThat(run.report().sessionsLost() == 0)
                .as("it can go, and nobody misses it")
                .isEqualTo(empty);
    }

    /** Without stickiness the hash of the address leads users to their server, until it drains: then all go, and are strangers. */
    @Test
    void whoDoesNotStickLeavesAndIsAStrangerElsewhere() {
        Run run = Run.of(two(users("users", USERS, "10.0.0.0/8"), Algorithm.IP_HASH, Sticky.By.OFF, MEMORY));
        run.runUntil(20 * SECOND);
        long there = sessions(run, "s1").held();
        assertThat(there).isBetween(10L, 40L);
        assertThat(sessions(run, "s2").held()).isEqualTo(USERS - there);
        nothingIsLost(run);
        run.apply(DRAIN);
        long before = picked(run, "s1");
        run.runUntil(40 * SECOND);
        assertThat(picked(run, "s1")).isEqualTo(before);
        assertThat(run.report().sessionsMissed()).as("once each").isEqualTo(there);
        assertThat(sessions(run, "s2").held()).isEqualTo(USERS);
        assertThat(sessions(run, "s1").held())
                .as("it still has what nobody asks for")
                .isEqualTo(there);
        assertThat(run.report().sessionsLost()).isZero();
    }

    @Test
    void withAStoreNobodyIsAStranger() {
        SessionState store = new SessionState("store", Duration.ofMinutes(10), 1_000);
        Run run = Run.of(two(users("users", USERS, "10.0.0.0/8"), Algorithm.IP_HASH, Sticky.By.OFF, store));
        run.runUntil(20 * SECOND);
        run.apply(DRAIN);
        long before = picked(run, "s1");
        run.runUntil(40 * SECOND);
        assertThat(before).isPositive();
        assertThat(picked(run, "s1")).isEqualTo(before);
        assertThat(sessions(run, "store").held()).isEqualTo(USERS);
        nothingIsLost(run);
    }
}
