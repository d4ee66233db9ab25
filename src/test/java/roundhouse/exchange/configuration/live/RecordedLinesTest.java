package roundhouse.exchange.configuration.live;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.Sticky;
import roundhouse.topology.nodes.targets.BackupUse;
import roundhouse.topology.types.Types;

/**
 * What HAProxy 2.6.12 did on 30 November 2026 with new requests while others waited for a server that had room, because what it was given
 * when it came back does not count: they go to another, or wait for any, and what waits for the server goes first.
 */
class RecordedLinesTest {
    private static Recording recorded(Algorithm algorithm, String servers, String steps) {
        return new Recording(algorithm, servers, Types.UNLIMITED, BackupUse.ALL, steps);
    }

    /** The second has room for one after the fourth has ended, but nobody is let go there: it has as many as its limit, one uncounted. */
    private static Recording two(Algorithm algorithm) {
        return recorded(algorithm, "1 of 2, 1 of 2", """
                s2=maint; + 1@0; + 2@0; +; s2=ready 3@1; +s2 4@1; +s2 5@1; +s2; -4; -1; + 7@0; +; -3 6@1; -5 8@1; -2; -6; -7; -8""");
    }

    static List<Recording> recordings() {
        return List.of(
                two(Algorithm.HAPROXY_ROUNDROBIN),
                two(Algorithm.HAPROXY_STATIC_RR),
                two(Algorithm.HAPROXY_FIRST),
                two(Algorithm.HAPROXY_LEASTCONN),
                recorded(Algorithm.HAPROXY_ROUNDROBIN, "1 of 3, 2 of 3, 1 of 2", """
                    s2=maint; + 1@0; + 2@2; + 3@0; + 4@2; + 5@0; +; +; s2=ready 6@1 7@1; +s2 8@1; +s2 9@1; +s2 10@1; +s2; +s2; -8;
                    -9; -1; -2; + 13@0; + 14@2; +; +; +; -6 11@1 12@1; -7; +; -10 15@1; -3 16@0; -4 17@2; -5 18@0; +; +"""),
                recorded(Algorithm.HAPROXY_STATIC_RR, "1 of 3, 2 of 3, 1 of 2", """
                    s2=maint; + 1@0; + 2@2; + 3@0; + 4@2; + 5@0; +; +; s2=ready 6@1 7@1; +s2 8@1; +s2 9@1; +s2 10@1; +s2; +s2; -8;
                    -9; -1; -2; + 13@2; + 14@0; +; +; +; -6 11@1 12@1; -7; +; -10 15@1; -3 16@0; -4 17@2; -5 18@0; +; +"""),
                recorded(Algorithm.HAPROXY_FIRST, "1 of 3, 2 of 3, 1 of 2", """
                    s2=maint; + 1@0; + 2@0; + 3@0; + 4@2; + 5@2; +; +; s2=ready 6@1 7@1; +s2 8@1; +s2 9@1; +s2 10@1; +s2; +s2; -8;
                    -9; -1; -2; + 13@0; + 14@0; +; +; +; -6 11@1 12@1; -7; +; -10 15@1; -3 16@0; -4 17@2; -5 18@2; +; +"""),
                // The same where they are backups.
                recorded(Algorithm.HAPROXY_STATIC_RR, "2 of 3, 1 of 3 backup, 1 of 2 backup", """
                    s1=maint; s2=maint; + 1@2; + 2@2; +; +; s2=ready 3@1 4@1; +s2 5@1; +s2 6@1; +s2 7@1; +s2; -5; +; +; +;
                    -1 9@2; -3; +; +; -2 10@2; -6 8@1 11@1; +; +"""));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void nobodyIsGivenToAServerThatOthersWaitFor(Recording recorded) {
        Topology topology = recorded.topology();
        LoadBalancer balancer = (LoadBalancer) topology.node("lb").orElseThrow();
        recorded.play(new LiveRun(topology.with(balancer.with(LoadBalancer.STICKY, Sticky.of(Sticky.By.COOKIE)))));
    }

    private static Recording backup(Algorithm algorithm, String steps) {
        return new Recording(algorithm, "1 of 1, 1 of 1 backup", Types.UNLIMITED, BackupUse.FIRST, steps);
    }

    static List<Recording> backups() {
        String forIt = "s1=maint; + 1@1; +; s1=ready; + 3@0; -1 2@1; -2; -3";
        return List.of(
                backup(Algorithm.HAPROXY_ROUNDROBIN, forIt),
                backup(Algorithm.HAPROXY_FIRST, forIt),
                backup(Algorithm.HAPROXY_LEASTCONN, forIt),
                backup(Algorithm.HAPROXY_STATIC_RR, "s1=maint; + 1@1; +; s1=ready 2@0; + 3@0; -1; -2; -3"));
    }

    @ParameterizedTest
    @MethodSource("backups")
    void requestsWaitForTheOneBackupButByAMapForAny(Recording recorded) {
        recorded.play(new LiveRun(recorded.topology()));
    }
}
