package roundhouse.analysis.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.analysis.structure.CheckedSystems.SERVER;
import static roundhouse.analysis.structure.CheckedSystems.USERS;
import static roundhouse.analysis.structure.CheckedSystems.findings;

import org.junit.jupiter.api.Test;

/** What the structure check says of checks, ejection, panic and slow starts. */
final class HealthAdviceTest {
    private static String careful(String health) {
        return "{ \"id\": \"lb\", \"kind\": \"load-balancer\", \"algorithm\": \"round-robin\", " + health + " }";
    }

    @Test
    void healthThatComesToNothing() {
        assertThat(findings(
                        USERS + "," + careful("\"checks\": { \"interval\": \"200ms\", \"timeout\": \"1s\" }") + ","
                                + SERVER,
                        "users lb",
                        "lb s1"))
                .containsExactly(
                        "warning: lb: waits for a check longer than the interval between two, so a silent target is"
                                + " out only after 3600ms");
        assertThat(findings(
                        USERS + "," + careful("\"panic\": 50, \"slow-start\": \"10s\"") + "," + SERVER,
                        "users lb",
                        "lb s1"))
                .containsExactly(
                        "warning: lb: has a panic threshold but nothing that finds out who is healthy, so it never panics",
                        "warning: lb: has a slow start but no checks and no ejection, so no target is ever known to have"
                                + " come back; only one that is added starts slowly");
        assertThat(findings(
                        USERS + "," + careful("\"checks\": {}, \"slow-start\": \"10s\"") + "," + SERVER,
                        "users lb",
                        "lb s1"))
                .containsExactly("note: lb: round-robin does not start targets slowly, for it ignores weights");
        assertThat(findings(USERS + "," + careful("\"checks\": {}, \"panic\": 50") + "," + SERVER, "users lb", "lb s1"))
                .isEmpty();
    }

    @Test
    void checksThatTakeOutWhoIsWell() {
        String asks = careful("\"checks\": { \"port\": 8081, \"path\": \"/health\", \"expect-body\": \"OK\" }");
        String server = SERVER.replace("\"id\": \"s1\"", "\"id\": \"s1\", \"health-endpoint\": { \"port\": 8081, @ }");
        String taken = "warning: lb: takes s1 out though it is well: checks ask for /health at port 8081, and it ";
        assertThat(findings(USERS + "," + asks + "," + SERVER, "users lb", "lb s1"))
                .containsExactly(taken + "does not listen there");
        assertThat(findings(
                        USERS + "," + asks + "," + server.replace("@", "\"path\": \"/ready\""), "users lb", "lb s1"))
                .containsExactly(taken + "answers 404");
        assertThat(findings(USERS + "," + asks + "," + server.replace("@", "\"body\": \"well\""), "users lb", "lb s1"))
                .containsExactly(taken + "answers 200, but without \"OK\" in its body");
        assertThat(findings(USERS + "," + asks + "," + server.replace("@", "\"body\": \"OK\""), "users lb", "lb s1"))
                .isEmpty();
    }

    @Test
    void ejectionAmongTooFew() {
        String ejecting = careful("\"ejection\": { \"min-hosts\": 2, \"always-one\": true }");
        assertThat(findings(USERS + "," + careful("\"ejection\": {}") + "," + SERVER, "users lb", "lb s1"))
                .containsExactly(
                        "warning: lb: ejects no more than 10 % of its targets, and one of 1 is more, so none is"
                                + " ever ejected");
        assertThat(findings(USERS + "," + ejecting + "," + SERVER, "users lb", "lb s1"))
                .containsExactly(
                        "note: lb: compares success rates among 2 targets or more and has 1, so only 5 failures"
                                + " in a row eject one");
        assertThat(findings(
                        USERS + "," + ejecting + "," + SERVER + "," + SERVER.replace("s1", "s2"),
                        "users lb",
                        "lb s1",
                        "lb s2"))
                .isEmpty();
    }
}
