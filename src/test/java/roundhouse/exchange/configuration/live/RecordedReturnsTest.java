package roundhouse.exchange.configuration.live;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.targets.BackupUse;
import roundhouse.topology.types.Types;

/**
 * What HAProxy 2.6.12 did on 29 November 2026 with requests that waited while servers came back, warmed up or went: equal servers, one
 * step after the other.
 */
class RecordedReturnsTest {
    private static Recording recorded(Algorithm algorithm, String servers, String steps) {
        return new Recording(algorithm, servers, Types.UNLIMITED, BackupUse.ALL, steps);
    }

    static List<Recording> recordings() {
        return List.of(
                // From maintenance: as many as it lacks, which do not count, so that it has three with a limit of two.
                recorded(Algorithm.HAPROXY_ROUNDROBIN, "1 of 2, 1 of 2", """
                    + 1@0; + 2@1; + 3@0; s2=maint; +; +; +; +; +; +; +; +; s2=ready 4@1; +; +; -1 5@0; -2 6@1 7@1;
                    -3 8@0; -4; -5 9@0; -6 10@1; -7 11@1; -8 12@0; +; +; -9 13@0; -10 14@1; -11 15@1; -12; -13; -14; -15"""),
                // From draining: none, not even where nothing is in flight any more, and new ones wait behind.
                recorded(Algorithm.HAPROXY_ROUNDROBIN, "1 of 1, 1 of 1", """
                    s1=drain; + 1@1; +; +; +; s1=ready; +; +; -1 2@1; s2=drain; -2; +; s2=ready; +; s1=maint; s1=ready 3@0;
                    +; -3 4@0; -4 5@0; s2=maint; s2=ready 6@1; -5 7@0; -6 8@1; -7 9@0; -8; -9"""),
                // A backup takes none when the last primary goes, and new ones wait, until it comes back itself.
                recorded(Algorithm.HAPROXY_ROUNDROBIN, "1 of 1, 1 of 2 backup", """
                    + 1@0; +; +; +; s1=maint; +; +; -1; +; s2=maint; s2=ready 2@1 3@1; +; -2 4@1 5@1; -3; -4 6@1; -5 7@1;
                    -6 8@1; -7; -8"""),
                // By leastconn new ones go to it, or wait for it; those that waited before follow when they end.
                recorded(Algorithm.HAPROXY_LEASTCONN, "1 of 1, 1 of 2 backup", """
                    + 1@0; +; +; +; s1=maint; + 5@1; + 6@1; +; -1; -5 2@1; -6 3@1; -2 4@1; -3 7@1; -4; -7"""),
                // One without a limit takes all, but only when it comes back.
                recorded(Algorithm.HAPROXY_ROUNDROBIN, "1, 1 of 1", """
                    s1=drain; + 1@1; +; +; +; s1=ready; s2=maint; +; -1; s1=maint; s1=ready 2@0 3@0 4@0 5@0; + 6@0"""));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void whoeverWaitsGoesOnTheSameOccasions(Recording recorded) {
        recorded.play(new LiveRun(recorded.topology()));
    }

    /** Slow start of 5 s: limits of 1, 2, 4, 6 and 8, and then twice 10, of whom none counts, so that the next can begin when 10 are left. */
    @Test
    void theLimitGrowsSecondBySecond() {
        Recording recorded =
                recorded(Algorithm.HAPROXY_ROUNDROBIN, "1 of 1, 1 of 10", "+ 1@0; s2=maint;" + " +;".repeat(44) + """
                     s2=ready 2@1; 1.2s 3@1 4@1; 2.2s 5@1 6@1 7@1 8@1; 3.2s 9@1 10@1 11@1 12@1 13@1 14@1;
                    4.2s 15@1 16@1 17@1 18@1 19@1 20@1 21@1 22@1;
                    5.2s 23@1 24@1 25@1 26@1 27@1 28@1 29@1 30@1 31@1 32@1 33@1 34@1 35@1 36@1 37@1 38@1 39@1 40@1 41@1 42@1;
                    -2; -3; -4; -5; -6; -7; -8; -9; -10; -11; -12; -13; -14; -15; -16; -17; -18; -19; -20; -21; -22; -23; -24; -25""");
        Topology topology = recorded.topology();
        LoadBalancer balancer = (LoadBalancer) topology.node("lb").orElseThrow();
        Health slow = Health.SLOW_START.with(Health.NONE, Duration.ofSeconds(5));
        recorded.play(new LiveRun(topology.with(balancer.with(LoadBalancer.HEALTH, slow))));
    }
}
