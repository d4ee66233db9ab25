package roundhouse.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.queue;
import static roundhouse.simulation.testing.Systems.server;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import roundhouse.analysis.structure.Finding;
import roundhouse.analysis.structure.StructureCheck;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.traffic.Arrivals;

/** Memory and time grow with what happens and with what a file says, not with the numbers in it. */
class BoundsTest {
    /** Bytes that ten requests and all else of a small run may take; each user had 16 and more. */
    private static final long FEW = 8_000_000;

    @Test
    void usersWhoSendNothingTakeNoMemory() {
        Topology few = queue(1, poisson(10).users(100), server("s", 1, fixed(1_000)));
        Topology many = queue(1, poisson(10).users(10_000_000), server("s", 1, fixed(1_000)));
        allocated(few);
        assertThat(allocated(many) - allocated(few)).isLessThan(FEW);
    }

    private static long allocated(Topology topology) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Run run = Run.of(topology);
        run.runUntil(SECOND);
        assertThat(run.requests()).isPositive();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void aClosedLoopOfVeryManyUsersIsRefused() {
        Arrivals.Closed closed = new Arrivals.Closed(fixed(1_000_000));
        Topology most = queue(1, poisson(0).arrivals(closed).users(1_000_000), server("s", 1, fixed(1)));
        assertThat(Validation.problems(most)).isEmpty();
        Topology more = most.with(((Clients) most.node("users").orElseThrow()).with(Clients.USERS, 1_000_001));
        assertThat(Validation.problems(more)).singleElement().satisfies(problem -> {
            assertThat(problem.pointer()).isEqualTo("/nodes/0/users");
            assertThat(problem.message()).contains("in a closed loop 1 to 1000000 are allowed");
        });
    }

    /** Bursts of a nanosecond at 100 requests a second, one nanosecond of ten: 10 million bursts from one request to the next. */
    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES)
    void veryShortBurstsTakeNoLongerThanTheirRequests() {
        Arrivals.Bursty bursty = new Arrivals.Bursty(100, Duration.ofNanos(1), Duration.ofNanos(9));
        Run run = Run.of(queue(4, poisson(0).arrivals(bursty), server("s", 100, fixed(10))));
        run.runUntil(2_000 * SECOND);
        assertThat(run.requests() / 2_000.0).isCloseTo(10, within(0.3));
    }

    /** Where a gap reaches over some thousand bursts, some are leapt over and some are not; both have the mean rate. */
    @Test
    void burstsThatAreLeaptOverHaveTheSameRate() {
        Arrivals.Bursty bursty = new Arrivals.Bursty(1, Duration.ofMillis(1), Duration.ofMillis(3));
        Run run = Run.of(queue(4, poisson(0).arrivals(bursty), server("s", 100, fixed(10))));
        run.runUntil(40_000 * SECOND);
        // 10,000 ± 100 requests at a quarter of a request a second: four standard deviations.
        assertThat(run.requests()).isBetween(9_600L, 10_400L);
    }

    /** A user who gives up after a nanosecond begins a request each microsecond and no more. */
    @Test
    void aClosedLoopThatTakesNearlyNoTimeDoesNotStopTheClock() {
        Topology hasty = queue(
                1,
                poisson(0).arrivals(new Arrivals.Closed(fixed(0))).users(1).timeout(Duration.ofNanos(1)),
                server("s", 1, fixed(1_000)));
        Run run = Run.of(hasty);
        run.runUntil(SECOND / 100);
        assertThat(run.requests()).isBetween(9_990L, 10_010L);
    }

    /** A chain of 10,000 balancers with clients at each: pairs of them would be a hundred million. */
    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES)
    void checkingTakesTimeInProportionToNodesAndLinks() {
        assertThat(StructureCheck.of(chain(10_000, Duration.ofSeconds(1)))).isEmpty();
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES)
    void aFileFullOfMistakesIsToldOfAsFarAsAnybodyReads() {
        List<Finding> findings = StructureCheck.of(chain(10_100, Duration.ofMillis(1)));
        assertThat(findings).hasSize(10_001);
        assertThat(findings.getLast().toString()).contains("has more of the kind than these 10000");
    }

    private static Topology chain(int length, Duration timeout) {
        List<Node> nodes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            nodes.add(Systems.clients("u" + i, new Arrivals.Constant(0.01))
                    .timeout(timeout)
                    .build());
            nodes.add(LoadBalancer.of("lb" + i));
            links.add(Systems.link("u" + i, "lb" + i));
            links.add(Systems.link("lb" + i, i + 1 == length ? "s" : "lb" + (i + 1)));
        }
        nodes.add(server("s", 1, fixed(1_000)));
        return Systems.system(1, nodes, links);
    }
}
