package roundhouse.simulation.clients;

import roundhouse.routing.Address;

/** A network of addresses, as {@code 10.0.0.0/8}: a prefix, and bits that each member has of its own. */
final class AddressRange {
    private final byte[] base;
    private final int prefix;

    private AddressRange(byte[] base, int prefix) {
        this.base = base;
        this.prefix = prefix;
    }

    /** @throws IllegalArgumentException when the text is no network */
    static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        Address address = Address.parse(slash < 0 ? text : text.substring(0, slash));
        int bits = address.length() * 8;
        int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException("'" + text + "' has a prefix outside 0 to " + bits);
        }
        byte[] base = new byte[address.length()];
        for (int i = 0; i < base.length; i++) {
            base[i] = (byte) address.octet(i);
        }
        return new AddressRange(base, prefix);
    }

    /** The member whose own bits come from the low end of {@code random}; the same for the same. */
    Address address(long random) {
        byte[] bytes = base.clone();
        for (int i = 0; i < bytes.length; i++) {
            int fromEnd = bytes.length - 1 - i;
            int chance = fromEnd < 8 ? (int) (random >>> (8 * fromEnd)) & 0xff : 0;
            int fixed = Math.clamp(prefix - 8L * i, 0, 8);
            int mask = 0xff >>> fixed;
            bytes[i] = (byte) ((bytes[i] & ~mask) | (chance & mask));
        }
        if (bytes.length == 4) {
            return Address.ofIpv4(
                    (bytes[0] & 0xff) << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff));
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; i += 2) {
            text.append(i == 0 ? "" : ":").append(Integer.toHexString((bytes[i] & 0xff) << 8 | (bytes[i + 1] & 0xff)));
        }
        return Address.parse(text.toString());
    }
}
