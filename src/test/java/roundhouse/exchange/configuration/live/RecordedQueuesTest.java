package roundhouse.exchange.configuration.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.routing.Address;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.nodes.targets.BackupUse;
import roundhouse.topology.nodes.waiting.BalancerQueue;
import roundhouse.topology.types.Types;

/**
 * What HAProxy 2.6.12 did with requests before servers with limits, as {@link LiveQueuesTest} saw it on 29 November 2026: which server
 * began which request when one came, or when another had ended.
 */
class RecordedQueuesTest {
    /**
     * A recording.
     *
     * @param servers their weights, limits and whether they are backups, in the words of {@link LiveDraw#told}
     * @param line how many may wait for one server
     * @param steps {@code +} a request comes, {@code -3} the third ends, and after that {@code 5@2}: server 2 begins the fifth
     */
    private record Recorded(Algorithm algorithm, String servers, int line, BackupUse backups, String steps) {}

    private static final Pattern SERVER = Pattern.compile("(\\d+)(?: of (\\d+))?( down)?( backup)?");
    private static final LiveModel.Asked ASKED = new LiveModel.Asked(Address.parse("127.0.0.1"), 1);

    static List<Recorded> recordings() {
        return List.of(
                new Recorded(
                        Algorithm.HAPROXY_STATIC_RR,
                        "3 of 1, 1 of 2 backup, 3 of 3 backup",
                        Types.UNLIMITED,
                        BackupUse.ALL,
                        """
                    + 1@0; -1; + 2@0; +; +; -2 3@0; -3 4@0; -4; + 5@0; +; +; +; +; -5 6@0; -6 7@0; -7 8@0; +; +; +; +;
                    +; +; -8 9@0; -9 10@0; +; +; +; -10 11@0; +; +; +; +; -11 12@0; +; -12 13@0; +; +; +; -13 14@0;
                    -14 15@0; +; +; -15 16@0; +; -16 17@0; +; -17 18@0; +; -18 19@0; +; -19 20@0; +; -20 21@0; +;
                    -21 22@0; +; -22 23@0; +; -23 24@0; -24 25@0; -25 26@0; +; +; -26 27@0; -27 28@0; -28 29@0; +; +;
                    +; -29 30@0; -30 31@0; -31 32@0; +; +; +; +; -32 33@0; -33 34@0; -34 35@0; +; -35 36@0; -36 37@0;
                    -37 38@0; -38 39@0; -39 40@0; -40 41@0; -41 42@0; -42 43@0; -43 44@0; -44 45@0; -45 46@0; -46"""),
                new Recorded(
                        Algorithm.HAPROXY_STATIC_RR,
                        "3 of 1, 2 of 3, 1 of 3, 2 of 1 backup, 3 of 2, 1 of 1, 2 of 1, 3 of 3",
                        3,
                        BackupUse.ALL,
                        """
                    + 1@0; + 2@1; + 3@2; + 4@4; -1; + 5@7; + 6@0; + 7@4; + 8@6; + 9@1; -5; + 10@7; + 11@5; + 12@7; -12;
                    -8; + 13@1; + 14@2; -4; + 15@4; -6; + 16@7; -14; + 17@0; + 18@6; + 19@7; + 20@2; + 21@2; -21;
                    + 22@2; -10; + 23@7; -9; -13; + 24@1; -23; + 25@7; -3; -22; -24; + 26@1; -16; -2; + 27@2; + 28@7;
                    + 29@1; + 30@1; -20; -25; + 31@2; + 32@7; + 33@2; -27; + 34@2; -30; -28; -29; + 35@7; + 36@1;
                    + 37@1; -15; + 38@4; -34; -35; + 39@7; + 40@2; -18; + 41@6; -31; + 42@2; -38; + 43@4; -11; + 44@5;
                    -39; + 45@7; -44; -36; + 46@1; + 47@5; -7; -17; -19; -26; -32; -33; -37; -40; -41; -42; -43; -45;
                    -46; -47"""),
                new Recorded(Algorithm.HAPROXY_LEASTCONN, "18 of 2, 2 of 2, 16 of 2, 11 of 1", 3, BackupUse.ALL, """
                    + 1@0; + 2@1; + 3@2; -2; + 4@3; -4; + 5@1; + 6@3; -6; -3; -1; -5; + 7@3; + 8@2; + 9@0; -7; + 10@1;
                    -9; + 11@3; -8; + 12@0; + 13@2; + 14@0; + 15@2; +; -14 16@0; +; -15; -12 17@0; + 18@2; +; -13;
                    + 20@2; +; -10; -17 19@0; + 22@1; +; +; +; +; -22; + 27@1; +; +; +; -16 21@0; +; -20 26@2;
                    -11 23@3; -18 28@2; -27; -26 29@2; + 32@1; -28; -19 30@0; + 33@2; +; -33 34@2; +; +; +; -32;
                    + 38@1; +; -34 35@2; +; +; -30 31@0; -23 24@3; +; +; -24 25@3; +; -25 42@3; +; -42 43@3; +;
                    -43 45@3; +; -21 39@0; -29 36@2; -38; -35 37@2; -31 40@0; -45 46@3; -39 44@0; -36 41@2; -37; -40;
                    -46 47@3; -44; -41; -47"""),
                new Recorded(
                        Algorithm.HAPROXY_ROUNDROBIN,
                        "9 of 3, 10 of 3 down, 1 of 2, 2 of 3, 3 of 3, 8 of 3, 16 of 2 down, 16 of 3, 14 of 1",
                        Types.UNLIMITED,
                        BackupUse.ALL,
                        """
                    + 1@7; + 2@8; + 3@0; -3; + 4@7; + 5@5; + 6@7; + 7@0; + 8@4; + 9@5; + 10@0; + 11@3; + 12@5; -4; -11;
                    -1; + 13@0; + 14@7; + 15@2; + 16@7; + 17@4; + 18@3; -15; + 19@4; -18; + 20@3; -7; + 21@0; -8;
                    + 22@2; -17; + 23@4; -2; -19; -12; -21; + 24@8; -5; -24; + 25@8; -13; + 26@5; + 27@0; -25; -26;
                    -20; + 28@8; -16; + 29@7; -23; -29; -22; + 30@7; + 31@5; + 32@0; + 33@5; + 34@3; + 35@4; -30; -27;
                    + 36@7; + 37@0; + 38@4; -34; + 39@3; + 40@2; -14; + 41@7; -37; -35; + 42@0; + 43@4; -42; -9;
                    + 44@5; + 45@0; -45; -32; + 46@0; + 47@0; -6; -10; -28; -31; -33; -36; -38; -39; -40; -41; -43;
                    -44; -46; -47"""),
                new Recorded(
                        Algorithm.HAPROXY_FIRST,
                        "9 of 2, 3 of 2, 17 of 2 down, 10 backup, 2 of 2 backup, 19 of 3 backup",
                        Types.UNLIMITED,
                        BackupUse.FIRST,
                        """
                    + 1@0; + 2@0; + 3@1; + 4@1; -3; + 5@1; +; +; +; -5 6@1; -6 7@1; +; +; +; +; +; -2 8@0; -4 9@1; +;
                    +; +; +; +; -7 10@1; -8 11@0; -1 12@0; +; +; +; +; -9 13@1; -11 14@0; -12 15@0; +; +; +; -10 16@1;
                    -16 17@1; -17 18@1; +; +; +; -13 19@1; +; -14 20@0; +; -15 21@0; +; -18 22@1; +; -21 23@0;
                    -23 24@0; -20 25@0; +; -25 26@0; -22 27@1; +; +; -24 28@0; -19 29@1; +; +; +; +; -28 30@0;
                    -26 31@0; +; +; -27 32@1; +; -29 33@1; +; -30 34@0; -34 35@0; +; +; -31 36@0; -32 37@1; +; +;
                    -33 38@1; -35 39@0; -36 40@0; -37 41@1; -38 42@1; -39 43@0; -40 44@0; -41 45@1; -42 46@1; -43 47@0;
                    -44; -45; -46; -47"""));
    }

    private static Topology topology(Recorded recorded) {
        Topology topology = LiveDraw.system(Balancing.of(recorded.algorithm()));
        LoadBalancer balancer = (LoadBalancer) topology.node("lb").orElseThrow();
        topology = topology.with(balancer.with(LoadBalancer.BACKUPS, recorded.backups())
                .with(
                        LoadBalancer.QUEUE,
                        BalancerQueue.of(BalancerQueue.By.SHARED).with(BalancerQueue.TARGET_LENGTH, recorded.line())));
        Matcher server = SERVER.matcher(recorded.servers());
        for (int i = 0; server.find(); i++) {
            topology = LiveDraw.target(topology, i, Integer.parseInt(server.group(1)), server.group(3) != null);
            int limit = server.group(2) == null ? Types.UNLIMITED : Integer.parseInt(server.group(2));
            Link link = topology.linksFrom("lb").getLast();
            topology = topology.with(link.with(Link.LIMIT, limit).with(Link.BACKUP, server.group(4) != null));
        }
        return LiveDraw.timeless(topology);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void serversBeginTheSameRequests(Recorded recorded) {
        LiveRun run = new LiveRun(topology(recorded));
        for (String step : recorded.steps().split(";\\s+", -1)) {
            String[] words = step.strip().split(" ", -1);
            if (words[0].equals("+")) {
                run.begin(ASKED, null);
            } else {
                run.end(-Long.parseLong(words[0]));
            }
            assertThat(run.begun().stream().map(one -> one.request() + "@" + one.target()))
                    .as("%s of %s", step, recorded)
                    .containsExactlyElementsOf(List.of(words).subList(1, words.length));
        }
    }
}
