package roundhouse.simulation.guarding;

import java.util.List;
import roundhouse.routing.Address;
import roundhouse.topology.nodes.guarding.CidrBlock;

/** Networks of addresses that one may be in. The time of an answer grows with their number. */
final class Networks {
    private final Address[] bases;
    private final int[] prefixes;

    /** @param text each with its prefix length, with commas */
    Networks(String text) {
        List<String> all = CidrBlock.split(text);
        bases = new Address[all.size()];
        prefixes = new int[all.size()];
        for (int i = 0; i < bases.length; i++) {
            int slash = all.get(i).indexOf('/');
            bases[i] = Address.parse(all.get(i).substring(0, slash));
            prefixes[i] = Integer.parseInt(all.get(i).substring(slash + 1));
        }
    }

    boolean contain(Address address) {
        for (int i = 0; i < bases.length; i++) {
            if (bases[i].length() == address.length() && agree(bases[i], address, prefixes[i])) {
                return true;
            }
        }
        return false;
    }

    private static boolean agree(Address one, Address other, int bits) {
        for (int i = 0; 8 * i < bits; i++) {
            int mask = 0xff00 >>> Math.min(8, bits - 8 * i) & 0xff;
            if (((one.octet(i) ^ other.octet(i)) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
