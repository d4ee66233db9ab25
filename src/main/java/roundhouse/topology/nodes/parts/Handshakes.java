package roundhouse.topology.nodes.parts;

import org.jspecify.annotations.Nullable;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.ChoiceType;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;

/**
 * What TLS handshakes are like where they end: what part of a full one with an ECDSA P-256 certificate and TLS 1.3 each costs, and how
 * many round trips it takes before the request.
 *
 * <p>Source of the costs: server's processor time of nginx 1.22.1 with OpenSSL 3.0.19, medians of two runs of five, spread about a fifth. Of the round trips: RFC 5246, 5077 and 8446; those of TCP are not among them.
 *
 * @param resumed the part of the connections that resume an earlier session, 0 to 1
 * @param earlyData whether who resumes sends the request with the first message, TLS 1.3's 0-RTT
 * @param cipher what encrypts requests and answers after it; null where that costs nothing
 */
public record Handshakes(
        Certificate certificate,
        Version version,
        double resumed,
        boolean earlyData,
        @Nullable Cipher cipher) {
    /** Without a cost of what follows the handshake. */
    public Handshakes(Certificate certificate, Version version, double resumed, boolean earlyData) {
        this(certificate, version, resumed, earlyData, null);
    }

    /** What the server signs with. */
    public enum Certificate {
        ECDSA_P256(0.83, 1),
        RSA_2048(1.9, 2.05),
        RSA_4096(9.5, 9.5);

        private final double tls12;
        private final double tls13;

        Certificate(double tls12, double tls13) {
            this.tls12 = tls12;
            this.tls13 = tls13;
        }
    }

    /** Of the protocol. */
    public enum Version {
        /** A ticket spares all of the signature and the key exchange. */
        TLS_1_2(2, 1, 0.34),
        /** Resumption still exchanges keys, and issues tickets. */
        TLS_1_3(1, 1, 0.85);

        private final int roundTrips;
        private final int resumedRoundTrips;
        private final double resumedCost;

        Version(int roundTrips, int resumedRoundTrips, double resumedCost) {
            this.roundTrips = roundTrips;
            this.resumedRoundTrips = resumedRoundTrips;
            this.resumedCost = resumedCost;
        }
    }

    private static final Declarations<Handshakes> DECLARED = Declarations.of(Handshakes.class, "TLS handshakes");
    public static final Setting<Handshakes, Certificate> CERTIFICATE = DECLARED.setting(
                    "certificate",
                    Handshakes::certificate,
                    new ChoiceType<Certificate>("certificate")
                            .or(Certificate.ECDSA_P256, "ecdsa-p256", "ECDSA P-256", "The cheapest to sign with.")
                            .or(Certificate.RSA_2048, "rsa-2048", "RSA 2048", "A full handshake costs twice as much.")
                            .or(
                                    Certificate.RSA_4096,
                                    "rsa-4096",
                                    "RSA 4096",
                                    "A full handshake costs 9.5 times as much."))
            .says("Certificate", "What the server signs a full handshake with.")
            .usually(Certificate.ECDSA_P256);
    public static final Setting<Handshakes, Version> VERSION = DECLARED.setting(
                    "version",
                    Handshakes::version,
                    new ChoiceType<Version>("version of TLS")
                            .or(Version.TLS_1_3, "1.3", "TLS 1.3", "One round trip before the request.")
                            .or(
                                    Version.TLS_1_2,
                                    "1.2",
                                    "TLS 1.2",
                                    "Two round trips before the request, one where it is resumed."))
            .says("Version", "Of the protocol.")
            .usually(Version.TLS_1_3);
    public static final Setting<Handshakes, Double> RESUMED = DECLARED.setting(
                    "resumed", Handshakes::resumed, Types.share())
            .says("Resumed", "What part of the connections resumes an earlier session.")
            .usually(0.0);
    public static final Setting<Handshakes, Boolean> EARLY_DATA = DECLARED.setting(
                    "early-data", Handshakes::earlyData, Types.flag())
            .says("Early data", "Who resumes sends the request with the first message: no round trip before it.")
            .when("with TLS 1.3", shakes -> shakes.version == Version.TLS_1_3)
            .usually(false);

    public static final Setting<Handshakes, @Nullable Cipher> CIPHER = DECLARED.setting(
                    "cipher", Handshakes::cipher, Types.optional(Cipher.TYPE, "free"))
            .says(
                    "Cipher",
                    "What encrypts after the handshake: each request then costs processor time, too, more of it the larger the value is that it is about.")
            .usuallyMissing();

    public static final Settings<Handshakes> SETTINGS = DECLARED.described(
                    "What TLS handshakes cost, the round trips that they take before the request, and what encryption costs after them.")
            .check(Handshakes::check)
            .settings();
    /** As files and forms have it. */
    public static final Type<Handshakes> TYPE = new NestedType<>("handshakes", SETTINGS);

    private static void check(Handshakes shakes, Checks checks) {
        if (shakes.earlyData && shakes.version != Version.TLS_1_3) {
            checks.wrong("early-data", "early-data needs version 1.3; TLS 1.2 has none");
        }
    }

    /** What one costs, as a multiple of a full one with ECDSA P-256 and TLS 1.3. */
    public double cost(boolean resumes) {
        if (resumes) {
            return version.resumedCost;
        }
        return version == Version.TLS_1_2 ? certificate.tls12 : certificate.tls13;
    }

    /** Round trips between client and server before the request can be sent, those of TCP apart. */
    public int roundTrips(boolean resumes) {
        if (resumes) {
            return earlyData ? 0 : version.resumedRoundTrips;
        }
        return version.roundTrips;
    }
}
