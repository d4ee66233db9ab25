package roundhouse.analysis.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.analysis.structure.CheckedSystems.BALANCER;
import static roundhouse.analysis.structure.CheckedSystems.SERVER;
import static roundhouse.analysis.structure.CheckedSystems.clients;
import static roundhouse.analysis.structure.CheckedSystems.findings;
import static roundhouse.analysis.structure.CheckedSystems.rate;

import org.junit.jupiter.api.Test;

/** What the structure check says of timeouts, hedges and connections of clients. */
final class ClientsCheckTest {
    @Test
    void aHedgeThatNeverComes() {
        String hedging = ", \"hedge\": { \"after\": \"200ms\" }";
        assertThat(findings(
                        clients(rate("100/s") + ", \"timeout\": \"200ms\"" + hedging) + "," + BALANCER + "," + SERVER,
                        "users lb",
                        "lb s1"))
                .containsExactly(
                        "warning: users: hedges after 200ms, which is not before the end of its timeout of 200ms,"
                                + " so it never does");
        assertThat(findings(
                        clients(rate("100/s")
                                        + ", \"timeout\": \"1s\", \"retries\": { \"attempts\": 1, \"total\": \"150ms\" }"
                                        + hedging)
                                + "," + BALANCER + "," + SERVER,
                        "users lb",
                        "lb s1"))
                .containsExactly("warning: users: hedges after 200ms, which is not before the end of its time for a"
                        + " request as a whole of 150ms, so it never does");
        assertThat(findings(
                        clients(rate("100/s") + ", \"timeout\": \"201ms\"" + hedging) + "," + BALANCER + "," + SERVER,
                        "users lb",
                        "lb s1"))
                .isEmpty();
    }

    @Test
    void whatLayer4AndEncryptionHide() {
        assertThat(findings(
                        clients(rate("400/s") + ", \"users\": 8, \"connection\": \"keep-alive\"") + ","
                                + BALANCER.replace("\"load-balancer\"", "\"load-balancer\", \"layer\": 4") + ","
                                + SERVER
                                + "," + SERVER.replace("s1", "s2"),
                        "users lb",
                        "lb s1",
                        "lb s2"))
                .containsExactly(
                        "note: users: 8 kept connections for 2 targets: lb picks once for each at layer 4, so shares will be uneven");
        String rules =
                "{ \"id\": \"lb\", \"kind\": \"load-balancer\", \"rules\": [ { \"path\": \"/*\", \"pool\": \"default\" } ] }";
        assertThat(findings(
                        clients(rate("400/s") + ", \"tls\": true") + "," + rules + "," + SERVER, "users lb", "lb s1"))
                .containsExactly(
                        "warning: lb: has rules, but the requests of users pass through encrypted; a real balancer could not read them: terminate TLS here");
    }
}
