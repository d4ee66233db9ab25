package roundhouse.simulation.guarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.routing.Outcome;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.parts.Cipher;
import roundhouse.topology.nodes.parts.Handshakes;
import roundhouse.topology.nodes.parts.Handshakes.Certificate;
import roundhouse.topology.nodes.parts.Handshakes.Version;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What TLS handshakes cost and how long they take, against recorded ratios of nginx, the RFCs, and in runs. */
class HandshakesTest {
    private static final long MILLI = 1_000_000;
    private static final JsonNode RECORDED =
            JsonMapper.builder().build().readTree(Path.of("src/test/resources/golden/edge/tls_cost.json"));

    @ParameterizedTest
    @CsvSource(textBlock = """
            RSA_2048, TLS_1_2, false, full_rsa_TLSv1.2
            RSA_2048, TLS_1_2, true, resumed_rsa_TLSv1.2
            RSA_2048, TLS_1_3, false, full_rsa_TLSv1.3
            RSA_2048, TLS_1_3, true, resumed_rsa_TLSv1.3
            ECDSA_P256, TLS_1_2, false, full_ec_TLSv1.2
            ECDSA_P256, TLS_1_2, true, resumed_ec_TLSv1.2
            ECDSA_P256, TLS_1_3, false, full_ec_TLSv1.3
            ECDSA_P256, TLS_1_3, true, resumed_ec_TLSv1.3
            RSA_4096, TLS_1_2, false, full_r4_TLSv1.2
            RSA_4096, TLS_1_3, false, full_r4_TLSv1.3
            """)
    void costsAreWithinWhatWasMeasured(Certificate certificate, Version version, boolean resumes, String measured) {
        JsonNode range = RECORDED.get("cases")
                .get(1)
                .get("handshake_alone_vs_full_ecdsa_tls13")
                .get(measured);
        assertThat(new Handshakes(certificate, version, 0, false).cost(resumes))
                .as("%s: median %s", measured, range.get(0))
                .isBetween(range.get(1).asDouble(), range.get(2).asDouble());
    }

    @Test
    void roundTripsAreThoseOfTheProtocols() {
        JsonNode trips = RECORDED.get("round_trips");
        assertThat(trips(Version.TLS_1_2, false, false))
                .isEqualTo(trips.get("tls12_full").asInt());
        assertThat(trips(Version.TLS_1_2, true, false))
                .isEqualTo(trips.get("tls12_resumed").asInt());
        assertThat(trips(Version.TLS_1_3, false, false))
                .isEqualTo(trips.get("tls13_full").asInt());
        assertThat(trips(Version.TLS_1_3, true, false))
                .isEqualTo(trips.get("tls13_resumed").asInt());
        assertThat(trips(Version.TLS_1_3, true, true))
                .isEqualTo(trips.get("tls13_0rtt").asInt());
    }

    private static int trips(Version version, boolean resumes, boolean early) {
        return new Handshakes(Certificate.ECDSA_P256, version, 0, early).roundTrips(resumes);
    }

    /**
     * How many signatures with ECDSA P-256 a handshake is worth is what separates handshakes with RSA from those with ECDSA; how many bytes are
     * encrypted meanwhile was measured.
     */
    @ParameterizedTest
    @CsvSource({"AES_128_GCM, aes-128-gcm", "AES_256_GCM, aes-256-gcm", "CHACHA20_POLY1305, chacha20-poly1305"})
    void bytesOfAHandshakeAreWithinWhatWasMeasured(Cipher cipher, String measured) {
        JsonNode primitives = RECORDED.get("cases").get(0);
        JsonNode shaken = RECORDED.get("cases").get(1).get("handshake_alone_vs_full_ecdsa_tls13");
        JsonNode speeds = primitives.get("operations_per_second_relative_to_rsa2048_sign");
        double ecdsa = speeds.get("ecdsa_p256_sign").asDouble();
        double rsa2048 = ecdsa - 1;
        double rsa4096 = ecdsa / speeds.get("rsa4096_sign").asDouble() - 1;
        List<Double> signatures = List.of(
                rsa2048 / apart(shaken, "full_rsa_TLSv1.2", "full_ec_TLSv1.2"),
                rsa2048 / apart(shaken, "full_rsa_TLSv1.3", "full_ec_TLSv1.3"),
                rsa4096 / apart(shaken, "full_r4_TLSv1.2", "full_ec_TLSv1.2"),
                rsa4096 / apart(shaken, "full_r4_TLSv1.3", "full_ec_TLSv1.3"));
        double bytes = primitives
                .get("bytes_in_the_time_of_one_ecdsa_p256_sign")
                .get(measured)
                .asDouble();
        assertThat(cipher.bytesPerHandshake() / bytes)
                .isBetween(Collections.min(signatures), Collections.max(signatures));
    }

    private static double apart(JsonNode shaken, String dearer, String cheaper) {
        return shaken.get(dearer).get(0).asDouble() - shaken.get(cheaper).get(0).asDouble();
    }

    @Test
    void aKeptConnectionsRequestCostsAsMuchMoreAsMeasured() {
        JsonNode nginx = RECORDED.get("cases").get(1);
        double handshake = nginx.at("/handshake_in_plain_keepalive_1KB_requests/full_ec_TLSv1.3/0")
                .asDouble();
        JsonNode range = nginx.at("/keepalive_request_tls13_vs_plain/1k");
        assertThat(1 + handshake * Cipher.AES_128_GCM.cost(1_024))
                .as("median %s", range.get(0))
                .isBetween(range.get(1).asDouble(), range.get(2).asDouble());
    }

    /** Kept connections about values of 1 MB, a hundred requests a second: handshakes are over, the bytes are not. */
    @ParameterizedTest
    @CsvSource({"aes-128-gcm, 1000000, 0.5328", "chacha20-poly1305, 1000000, 0.7873", "aes-256-gcm, 1024, 0.0365"})
    void whoEndsTlsPaysForTheBytes(String cipher, int bytes, double cost) {
        for (boolean balancer : new boolean[] {true, false}) {
            Report report = run("""
                    { "format": 1, "name": "T", "warm-up": "5s",
                      "nodes": [
                        { "id": "users", "kind": "clients", "users": 1, "arrivals": { "type": "constant", "rate": "100/s" }, "tls": true,
                          "connection": "keep-alive", "values": { "min": %d } },
                        { "id": "lb", "kind": "load-balancer", "algorithm": "round-robin", "cores": 4, "cost": "0ms", "layer": %d%s },
                        { "id": "web", "kind": "server", "service": "0ms", "cores": 4, "tls-handshake": "1ms", "tls-handshakes": { "cipher": "%s" } } ],
                      "links": [ { "from": "users", "to": "lb", "latency": "1ms" }, { "from": "lb", "to": "web", "latency": "0ms" } ] }""".formatted(
                            bytes,
                            balancer ? 7 : 4,
                            balancer
                                    ? ", \"tls\": { \"mode\": \"terminate\", \"handshake\": \"1ms\", \"handshakes\": { \"cipher\": \"%s\" } }"
                                            .formatted(cipher)
                                    : "",
                            cipher));
            assertThat(Systems.node(report, balancer ? "lb" : "web").utilization())
                    .as("a hundred a second on four cores")
                    .isCloseTo(100 * cost / 1_000 / 4, within(0.0002));
            assertThat(Systems.node(report, balancer ? "web" : "lb").utilization())
                    .isZero();
            assertThat(report.latency().p50Nanos()).isCloseTo((long) ((2 + cost) * MILLI), within(MILLI / 20));
        }
    }

    /** A connection for each of 100 requests a second, 10 ms from a balancer that ends TLS with handshakes of a millisecond. */
    private static Report balanced(String handshakes) {
        return run("""
                { "format": 1, "name": "T",
                  "nodes": [
                    { "id": "users", "kind": "clients", "arrivals": { "type": "constant", "rate": "100/s" }, "tls": true },
                    { "id": "lb", "kind": "load-balancer", "algorithm": "round-robin", "cores": 4, "cost": "0ms",
                      "tls": { "mode": "terminate", "handshake": "1ms"%s } },
                    { "id": "web", "kind": "server", "service": "1ms", "cores": 16 } ],
                  "links": [ { "from": "users", "to": "lb", "latency": "10ms" }, { "from": "lb", "to": "web", "latency": "0ms" } ] }""".formatted(handshakes));
    }

    private static Report run(String text) {
        Topology topology = switch (TopologyFile.parse(text)) {
            case ReadResult.Read read -> read.topology();
            case ReadResult.Refused refused ->
                throw new AssertionError(refused.problems().toString());
        };
        return Systems.run(topology, 20);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            rsa-2048, 1.3, 0, false, 2.05, 1
            rsa-2048, 1.2, 0, false, 1.9, 2
            rsa-4096, 1.3, 0, false, 9.5, 1
            ecdsa-p256, 1.3, 0, false, 1, 1
            ecdsa-p256, 1.2, 1, false, 0.34, 1
            ecdsa-p256, 1.3, 1, true, 0.85, 0
            rsa-2048, 1.2, 0.5, false, 1.12, 1.5
            """)
    void aBalancerPaysAndClientsWait(
            String certificate, String version, double resumed, boolean early, double cost, double trips) {
        Report report = balanced(
                ", \"handshakes\": { \"certificate\": \"%s\", \"version\": \"%s\", \"resumed\": %s, \"early-data\": %s }"
                        .formatted(certificate, version, resumed, early));
        assertThat(Systems.node(report, "lb").utilization())
                .as("a hundred a second on four cores")
                .isCloseTo(100 * cost / 1_000 / 4, within(0.0015));
        assertThat(report.latency().meanNanos())
                .as("20 ms there and back, a service, a handshake and its round trips of 20 ms")
                .isCloseTo((21 + cost + 20 * trips) * MILLI, within(0.5 * MILLI));
        assertThat(report.outcomes().get(Outcome.FAILED)).isZero();
    }

    @Test
    void withoutAChoiceAllIsAsItWas() {
        Report report = balanced("");
        assertThat(Systems.node(report, "lb").utilization()).isCloseTo(0.025, within(0.0002));
        assertThat(report.latency().meanNanos()).isCloseTo(22.0 * MILLI, within(0.01 * MILLI));
    }

    /** Kept connections shake hands once. */
    @Test
    void keptConnectionsShakeHandsOnce() {
        Report report = run("""
                { "format": 1, "name": "T", "warm-up": "1s",
                  "nodes": [
                    { "id": "users", "kind": "clients", "users": 10, "arrivals": { "type": "constant", "rate": "100/s" }, "tls": true, "connection": "keep-alive" },
                    { "id": "web", "kind": "server", "service": "1ms", "cores": 16, "tls-handshake": "5ms", "tls-handshakes": { "certificate": "rsa-2048" } } ],
                  "links": [ { "from": "users", "to": "web", "latency": "10ms" } ] }""");
        assertThat(report.latency().p99Nanos()).isCloseTo(21 * MILLI, within(MILLI / 5));
        assertThat(Systems.node(report, "web").inFlight().max()).isLessThanOrEqualTo(2);
    }

    /** Passed through, the server pays, and a round trip is the whole way. */
    @Test
    void passedThroughTheServerPays() {
        Report report = run("""
                { "format": 1, "name": "T",
                  "nodes": [
                    { "id": "users", "kind": "clients", "arrivals": { "type": "constant", "rate": "100/s" }, "tls": true },
                    { "id": "lb", "kind": "load-balancer", "layer": 4, "algorithm": "round-robin", "cost": "0ms" },
                    { "id": "web", "kind": "server", "service": "1ms", "cores": 16, "tls-handshake": "1ms", "tls-handshakes": { "version": "1.2" } } ],
                  "links": [ { "from": "users", "to": "lb", "latency": "10ms" }, { "from": "lb", "to": "web", "latency": "5ms" } ] }""");
        assertThat(report.latency().meanNanos()).isCloseTo((30 + 1 + 0.83 + 2 * 30) * MILLI, within(0.1 * MILLI));
        assertThat(Systems.node(report, "web").utilization()).isCloseTo(100 * 1.83 / 1_000 / 16, within(0.001));
    }

    /** Those that shake hands when it crashes are broken off, and the run goes on. */
    @Test
    void aCrashBreaksHandshakesOff() {
        Report report = run("""
                { "format": 1, "name": "T",
                  "nodes": [
                    { "id": "users", "kind": "clients", "arrivals": { "type": "constant", "rate": "100/s" }, "tls": true },
                    { "id": "web", "kind": "server", "service": "1ms", "cores": 16, "tls-handshakes": { "version": "1.2" } } ],
                  "links": [ { "from": "users", "to": "web", "latency": "25ms" } ],
                  "scenario": [ { "at": "5s", "crash": "web" }, { "at": "6s", "recover": "web" } ] }""");
        assertThat(report.outcomes().get(Outcome.FAILED))
                .as("those of two round trips")
                .isCloseTo(10L, within(1L));
        assertThat(report.outcomes().get(Outcome.REFUSED)).isCloseTo(100L, within(1L));
        assertThat(report.outcomes().get(Outcome.OK)).isGreaterThan(1_870);
    }
}
