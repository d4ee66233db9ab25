package roundhouse.topology.nodes.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.topology.nodes.parts.Handshakes.Certificate;
import roundhouse.topology.nodes.parts.Handshakes.Version;
import roundhouse.topology.types.RecordTrial;
import roundhouse.topology.types.TypeTrial;

/** What TLS costs by its certificate, version, resumption and cipher. */
final class EncryptionTest {
    private static final Handshakes USUAL = Handshakes.SETTINGS.usual();

    private final RecordTrial<Handshakes> handshakes = new RecordTrial<>(Handshakes.SETTINGS);
    private final TypeTrial<Tls> tls = new TypeTrial<>(Tls.TYPE);

    @ParameterizedTest
    @CsvSource({
        "ECDSA_P256, TLS_1_3, 1,    0.85",
        "RSA_2048,   TLS_1_3, 2.05, 0.85",
        "RSA_4096,   TLS_1_3, 9.5,  0.85",
        "ECDSA_P256, TLS_1_2, 0.83, 0.34",
        "RSA_2048,   TLS_1_2, 1.9,  0.34",
        "RSA_4096,   TLS_1_2, 9.5,  0.34"
    })
    void aHandshakeCostsByCertificateAndVersionAndAResumedOneByVersion(
            Certificate certificate, Version version, double full, double resumed) {
        Handshakes shakes = new Handshakes(certificate, version, 0.5, false);
        assertThat(shakes.cost(false)).isEqualTo(full);
        assertThat(shakes.cost(true)).isEqualTo(resumed);
    }

    @Test
    void roundTripsAreByVersion() {
        Handshakes old = Handshakes.VERSION.with(USUAL, Version.TLS_1_2);
        assertThat(USUAL.roundTrips(false)).isEqualTo(1);
        assertThat(USUAL.roundTrips(true)).isEqualTo(1);
        assertThat(old.roundTrips(false)).isEqualTo(2);
        assertThat(old.roundTrips(true)).isEqualTo(1);
    }

    @Test
    void withEarlyDataWhoResumesWaitsForNoRoundTrip() {
        Handshakes early = Handshakes.EARLY_DATA.with(USUAL, true);
        assertThat(early.roundTrips(true)).isZero();
        assertThat(early.roundTrips(false)).isEqualTo(1);
        assertThat(handshakes.checked(early)).isEmpty();
    }

    @Test
    void tls12HasNoEarlyData() {
        assertThat(handshakes.shown(USUAL)).contains("early-data");
        assertThat(handshakes.shown(Handshakes.VERSION.with(USUAL, Version.TLS_1_2)))
                .doesNotContain("early-data");
        assertThat(handshakes.refusal("{ \"version\": \"1.2\", \"early-data\": true }"))
                .containsExactly("/early-data it: early-data needs version 1.3; TLS 1.2 has none");
        assertThat(handshakes.refusal("{ \"version\": \"1.2\" }")).isEmpty();
    }

    @Test
    void handshakesAreReadAsTheyAreWritten() {
        assertThat(handshakes.read("{}")).isEqualTo(new Handshakes(Certificate.ECDSA_P256, Version.TLS_1_3, 0, false));
        String text =
                "{ \"certificate\": \"rsa-2048\", \"version\": \"1.2\", \"resumed\": 0.5, \"cipher\": \"aes-256-gcm\" }";
        assertThat(handshakes.written(handshakes.read(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"AES_128_GCM, 2013000", "AES_256_GCM, 1966000", "CHACHA20_POLY1305, 1331000"})
    void aHandshakesTimeEncryptsSoManyBytes(Cipher cipher, double bytes) {
        assertThat(cipher.bytesPerHandshake()).isEqualTo(bytes);
        assertThat(cipher.cost(0)).as("of a request, however small").isEqualTo(0.036);
        assertThat(cipher.cost((int) bytes / 2)).isCloseTo(0.536, within(1e-6));
    }

    @Test
    void aBalancerPassesTlsThroughWhereNothingIsSaid() {
        assertThat(Tls.PASS_THROUGH).isEqualTo(new Tls(Tls.Mode.PASS_THROUGH, Duration.ofMillis(1)));
        assertThat(tls.read("\"terminate\"")).isEqualTo(new Tls(Tls.Mode.TERMINATE, Duration.ofMillis(1), null));
        assertThat(tls.written(new Tls(Tls.Mode.TERMINATE, Duration.ofMillis(1))))
                .isEqualTo("\"terminate\"");
        assertThat(tls.refusal("{}")).containsExactly("TLS needs \"mode\", like \"terminate\"");
    }

    @Test
    void handshakesAreOfWhoTerminates() {
        RecordTrial<Tls> shown = new RecordTrial<>(Tls.SETTINGS);
        assertThat(shown.shown(Tls.PASS_THROUGH)).containsExactly("mode");
        assertThat(shown.shown(new Tls(Tls.Mode.TERMINATE, Duration.ofMillis(1))))
                .containsExactly("mode", "handshake", "handshakes");
    }
}
