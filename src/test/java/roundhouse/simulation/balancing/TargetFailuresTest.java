package roundhouse.simulation.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import roundhouse.routing.Failure;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.testing.Balancers;
import roundhouse.simulation.testing.OnRequest;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.Sticky;

/** Limits for the failed requests of one target, as nginx's {@code max_fails} and {@code fail_timeout} of one server. */
class TargetFailuresTest {
    private static final Health ONE_IN_TEN_SECONDS =
            new Health(null, new Health.Passive(1, Duration.ofSeconds(10), Failure.NGINX), null, 0, Duration.ZERO);

    private static OnRequest system(Health health, Link... links) {
        OnRequest system = new OnRequest(
                Balancers.of("lb", 7, Algorithm.ROUND_ROBIN, Sticky.OFF, health, FailoverPolicy.NEVER), List.of(links));
        system.at(1_000);
        IntStream.range(0, links.length).forEach(server -> system.apply(new Command.Crash("s" + server)));
        return system;
    }

    /** The targets of so many requests, which all fail; -1 for nobody. */
    private static List<Integer> given(OnRequest system, int requests) {
        List<Integer> given = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            List<Integer> attempts = system.send("users", Map.of()).attempts();
            given.add(attempts.isEmpty() ? -1 : attempts.getFirst());
        }
        return given;
    }

    private static Link link(int server) {
        return OnRequest.link(server, 1, false);
    }

    /** s0 by the balancer's rule, s1 never, s2 after two failures for a second. */
    @Test
    void aLinksLimitsGoBeforeTheBalancers() {
        OnRequest system = system(
                ONE_IN_TEN_SECONDS,
                link(0),
                link(1).with(Link.MAX_FAILS, 0),
                link(2).with(Link.MAX_FAILS, 2).with(Link.FAIL_TIMEOUT, Duration.ofSeconds(1)));
        assertThat(given(system, 8)).containsExactly(0, 1, 2, 1, 2, 1, 1, 1);
        system.at(3_000);
        // More than a second later one request tries s2, and it is out again.
        assertThat(given(system, 4)).containsExactlyInAnyOrder(1, 2, 1, 1);
        system.at(11_500);
        assertThat(given(system, 4)).doesNotContain(0).contains(2);
        system.at(13_000);
        assertThat(given(system, 4)).contains(0);
    }

    @Test
    void aLinkHasARuleWhereTheBalancerHasNone() {
        OnRequest system = system(Health.NONE, link(0), link(1).with(Link.MAX_FAILS, 1));
        assertThat(given(system, 5)).containsExactly(0, 1, 0, 0, 0);
        system.at(10_900);
        assertThat(given(system, 3)).as("nginx's ten seconds").containsExactly(0, 0, 0);
        system.at(13_000);
        assertThat(given(system, 3)).contains(1);
        assertThat(Systems.node(system.run().report(), "lb").targets())
                .extractingByKey("s1")
                .satisfies(absence -> assertThat(absence.failures()).isEqualTo(1));
    }

    @Test
    void aLimitCanComeAndGoWhileItRuns() {
        OnRequest system = system(Health.NONE, link(0), link(1));
        assertThat(given(system, 4)).containsExactly(0, 1, 0, 1);
        system.revise(system.run().topology().with(link(1).with(Link.MAX_FAILS, 2)));
        assertThat(given(system, 6)).containsExactly(0, 1, 0, 1, 0, 0);
        system.revise(system.run().topology().with(link(1).with(Link.MAX_FAILS, 0)));
        assertThat(given(system, 4)).contains(1);
        assertThat(Systems.transcript(system.run())).contains("lb left s1 out after 2 failed requests");
    }

    @Test
    void zeroIsOffForAllOfABalancersTargets() {
        Health never =
                new Health(null, new Health.Passive(0, Duration.ofSeconds(10), Failure.NGINX), null, 0, Duration.ZERO);
        assertThat(given(system(never, link(0), link(1)), 6)).containsExactly(0, 1, 0, 1, 0, 1);
    }
}
