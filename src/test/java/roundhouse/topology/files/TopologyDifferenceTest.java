package roundhouse.topology.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import roundhouse.topology.Topology;

class TopologyDifferenceTest {
    private static final String HERE = """
            { "format": 1, "name": "Shop", "seed": 42,
              "nodes": [
                { "id": "c", "kind": "clients", "arrivals": { "type": "poisson", "rate": "100/s" } },
                { "id": "s1", "kind": "server", "cores": 4, "service": { "type": "exponential", "mean": "7ms" } },
                { "id": "s2", "kind": "server", "cores": 4, "service": { "type": "exponential", "mean": "7ms" } } ],
              "links": [ { "from": "c", "to": "s1", "latency": "5ms" } ],
              "scenario": [ { "at": "20s", "slow": "s1", "factor": 3 }, { "at": "35s", "recover": "s1" } ],
              "expect": [ "ok = 100%" ],
              "layout": { "c": [60, 240], "s1": [300, 240] } }
            """;

    private static Topology read(String text) {
        return ((ReadResult.Read) TopologyFile.parse(text)).topology();
    }

    private static String replaced(String... pairs) {
        String text = HERE;
        for (int i = 0; i < pairs.length; i += 2) {
            assertThat(text).contains(pairs[i]);
            text = text.replace(pairs[i], pairs[i + 1]);
        }
        return text;
    }

    @Test
    void equalDocumentsDifferInNothing() {
        assertThat(TopologyDifference.between(read(HERE), read(HERE.replace("\n", "\r\n"))))
                .isEmpty();
    }

    @Test
    void namesTheSettingAndBothValues() {
        assertThat(TopologyDifference.between(
                        read(HERE),
                        read(replaced(
                                "\"id\": \"s1\", \"kind\": \"server\", \"cores\": 4, \"service\": { \"type\": \"exponential\", \"mean\": \"7ms\" }",
                                "\"id\": \"s1\", \"kind\": \"server\", \"cores\": 8, \"queue\": 20, \"service\": { \"type\": \"exponential\", \"mean\": \"9ms\" }",
                                "\"5ms\"",
                                "\"6ms\"",
                                "\"seed\": 42",
                                "\"seed\": 7"))))
                .containsExactlyInAnyOrder(
                        "s1: cores is 4 here, 8 in the file",
                        "s1: queue is not set here, 20 in the file",
                        "s1: service mean is 7ms here, 9ms in the file",
                        "link c → s1: latency is 5ms here, 6ms in the file",
                        "seed is 42 here, 7 in the file");
    }

    @Test
    void namesNodesAndLinksThatOneOfThemHasOnly() {
        Topology other = read(
                replaced("\"s2\"", "\"s3\"", "\"from\": \"c\", \"to\": \"s1\"", "\"from\": \"c\", \"to\": \"s3\""));
        assertThat(TopologyDifference.between(read(HERE), other))
                .containsExactly(
                        "s3 is only in the file",
                        "s2 is only here",
                        "link c → s3 is only in the file",
                        "link c → s1 is only here");
    }

    @Test
    void tellsEachEventAndExpectationByItselfAndCountsPlaces() {
        assertThat(TopologyDifference.between(
                        read(HERE),
                        read(replaced(
                                "\"factor\": 3", "\"factor\": 5", "ok = 100%", "ok = 99%", "[60, 240]", "[80, 240]"))))
                .containsExactly(
                        "scenario: at 20s slow s1 factor 5 is only in the file",
                        "scenario: at 20s slow s1 factor 3 is only here",
                        "expect: ok = 99% is only in the file",
                        "expect: ok = 100% is only here",
                        "1 node stands elsewhere");
    }
}
