package roundhouse.routing;

import java.util.Arrays;

/** A client's IP address, version 4 (4 bytes) or 6 (16 bytes). Immutable. */
public final class Address {
    private final byte[] bytes;

    private Address(byte[] bytes) {
        this.bytes = bytes;
    }

    /** An IPv4 address from its 32 bits, most significant octet first. */
    public static Address ofIpv4(int bits) {
        return new Address(new byte[] {(byte) (bits >>> 24), (byte) (bits >>> 16), (byte) (bits >>> 8), (byte) bits});
    }

    /**
     * Reads dotted IPv4 or colon-separated IPv6 text. Names are never looked up.
     *
     * @throws IllegalArgumentException when the text is neither
     */
    public static Address parse(String text) {
        try {
            // ofLiteral never resolves names, so reading a file never touches the network.
            return new Address(java.net.InetAddress.ofLiteral(text).getAddress());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "' is not an IP address", e);
        }
    }

    /** 4 or 16. */
    public int length() {
        return bytes.length;
    }

    /** Octet {@code index}, 0 to 255, counted from the most significant. */
    public int octet(int index) {
        return bytes[index] & 0xff;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (bytes.length == 4) {
            for (int i = 0; i < 4; i++) {
                text.append(i == 0 ? "" : ".").append(octet(i));
            }
        } else {
            for (int i = 0; i < 16; i += 2) {
                text.append(i == 0 ? "" : ":").append(Integer.toHexString(octet(i) << 8 | octet(i + 1)));
            }
        }
        return text.toString();
    }
}
