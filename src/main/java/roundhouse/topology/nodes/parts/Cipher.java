package roundhouse.topology.nodes.parts;

import roundhouse.topology.settings.Type;
import roundhouse.topology.types.ChoiceType;

/**
 * What TLS encrypts requests and answers with once hands are shaken, and what that costs where TLS ends, as parts of a full handshake with
 * ECDSA P-256 and TLS 1.3.
 *
 * <p>Sources: bytes that OpenSSL 3.0.19 encrypts in records of 16 KB while it signs once with ECDSA P-256 (73,200 with AES-128), times 27.5
 * such signatures to a handshake, which is what separates the measured handshakes with RSA from those with ECDSA; and nginx 1.22.1, of which
 * a kept connection's request of 1 KB costs 0.8 plain ones more over TLS 1.3, where a handshake costs 22.4. One machine, spread about a
 * fifth; larger answers were measured against plain ones that the kernel sends by itself, so their ratios say nothing of bytes.
 */
public enum Cipher {
    AES_128_GCM(2_013_000),
    AES_256_GCM(1_966_000),
    CHACHA20_POLY1305(1_331_000);

    /** Reading a request's record and writing an answer's, however small. */
    private static final double REQUEST = 0.036;

    /** As files and forms have it. */
    public static final Type<Cipher> TYPE = new ChoiceType<Cipher>("cipher")
            .or(AES_128_GCM, "aes-128-gcm", "AES-128-GCM", "A handshake's time encrypts 2 MB.")
            .or(AES_256_GCM, "aes-256-gcm", "AES-256-GCM", "A handshake's time encrypts 1.97 MB.")
            .or(CHACHA20_POLY1305, "chacha20-poly1305", "ChaCha20-Poly1305", "A handshake's time encrypts 1.33 MB.");

    private final double bytes;

    Cipher(double bytes) {
        this.bytes = bytes;
    }

    /** Bytes that it encrypts in the time of a handshake. */
    public double bytesPerHandshake() {
        return bytes;
    }

    /** What a request about so many bytes costs, as a multiple of a handshake. */
    public double cost(int valueBytes) {
        return REQUEST + valueBytes / bytes;
    }
}
