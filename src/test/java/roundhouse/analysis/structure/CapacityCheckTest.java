package roundhouse.analysis.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.analysis.structure.CheckedSystems.BALANCER;
import static roundhouse.analysis.structure.CheckedSystems.SERVER;
import static roundhouse.analysis.structure.CheckedSystems.USERS;
import static roundhouse.analysis.structure.CheckedSystems.clients;
import static roundhouse.analysis.structure.CheckedSystems.findings;
import static roundhouse.analysis.structure.CheckedSystems.rate;

import org.junit.jupiter.api.Test;

/** What the structure check says of nodes to which more is offered than they can serve. */
final class CapacityCheckTest {
    @Test
    void noCapacity() {
        assertThat(findings(clients(rate("1000/s")) + "," + BALANCER + "," + SERVER, "users lb", "lb s1"))
                .containsExactly(
                        "error: s1: no capacity: offered 1,000 requests/s, can serve 500, so its queue never ends");
        assertThat(findings(clients(rate("480/s")) + "," + BALANCER + "," + SERVER, "users lb", "lb s1"))
                .containsExactly("note: s1: offered 480 requests/s, can serve 500: 96 % busy, expect long queues");
        assertThat(findings(
                        clients(
                                        "\"arrivals\": { \"type\": \"bursty\", \"rate\": \"900/s\", \"on\": \"1s\", \"off\": \"9s\" }")
                                + "," + SERVER,
                        "users s1"))
                .containsExactly(
                        "warning: s1: no capacity at the peak: offered 900 requests/s, can serve 500, so a queue grows meanwhile");
        assertThat(findings(
                        clients("\"arrivals\": { \"type\": \"closed\", \"think\": \"0s\" }") + "," + SERVER,
                        "users s1"))
                .isEmpty();
    }

    /** 300 requests/s for each of three, which can serve 250. */
    @Test
    void capacityIsThatOfAllThatOneStandsFor() {
        String web = "{ \"id\": \"s1\", \"kind\": \"server\", \"count\": @, \"service\": \"4ms\" }";
        String users =
                "{ \"id\": \"users\", \"kind\": \"clients\", \"arrivals\": { \"type\": \"poisson\", \"rate\": \"900/s\" } }";
        assertThat(findings(users + "," + BALANCER + "," + web.replace("@", "3"), "users lb", "lb s1"))
                .containsExactly(
                        "error: s1: no capacity: offered 300 requests/s, can serve 250, so its queue never ends");
        assertThat(findings(users + "," + BALANCER + "," + web.replace("@", "4"), "users lb", "lb s1"))
                .containsExactly("note: s1: offered 225 requests/s, can serve 250: 90 % busy, expect long queues");
        assertThat(findings(users + "," + BALANCER + "," + web.replace("@", "5"), "users lb", "lb s1"))
                .isEmpty();
    }

    @Test
    void aBalancerCanBeTheOneWithoutCapacity() {
        String slow = "{ \"id\": \"lb\", \"kind\": \"load-balancer\", \"cores\": 1, \"cost\": \"5ms\" }";
        assertThat(findings(USERS + "," + slow + "," + SERVER, "users lb", "lb s1"))
                .containsExactly(
                        "error: lb: no capacity: offered 400 requests/s, can serve 200, so its queue never ends");
    }

    @Test
    void weightsCanOverloadOneServerWhileAnotherIdles() {
        String by = "{ \"id\": \"lb\", \"kind\": \"load-balancer\", \"algorithm\": \"weighted-round-robin\" }";
        String two = SERVER + "," + SERVER.replace("s1", "s2");
        assertThat(findings(clients(rate("700/s")) + "," + by + "," + two, "users lb", "lb s1 \"weight\": 6", "lb s2"))
                .containsExactly(
                        "error: s1: no capacity: offered 600 requests/s, can serve 500, so its queue never ends");
        assertThat(findings(
                        clients(rate("700/s")) + "," + by.replace("weighted-round-robin", "least-connections") + ","
                                + two,
                        "users lb",
                        "lb s1 \"weight\": 6",
                        "lb s2"))
                .isEmpty();
        assertThat(findings(
                        USERS + "," + by.replace("weighted-round-robin", "round-robin") + "," + two,
                        "users lb",
                        "lb s1 \"weight\": 6",
                        "lb s2"))
                .containsExactly("note: lb: round-robin ignores weights; weighted-round-robin uses them");
    }
}
