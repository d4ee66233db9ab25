package roundhouse.exchange.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Networks of IPv4 that have a value each, the smallest that an address is in deciding, as in nginx's {@code geo}. */
public final class NetworkValues {
    private static final int BITS = 32;
    private static final int MOST = 256;

    private record Block(long address, int length) {
        boolean has(Block other) {
            return length <= other.length && (other.address >>> (BITS - length)) == (address >>> (BITS - length));
        }

        String text() {
            return (address >>> 24) + "." + (address >>> 16 & 255) + "." + (address >>> 8 & 255) + "." + (address & 255)
                    + "/" + length;
        }
    }

    private final Map<Block, String> values = new LinkedHashMap<>();

    /** @param others the value of addresses that no network has */
    public NetworkValues(String others) {
        values.put(new Block(0, 0), others);
    }

    /**
     * Gives a network its value.
     *
     * @param network {@code 10.0.0.0/8}, or an address alone
     * @return whether it is one of IPv4
     */
    public boolean put(String network, String value) {
        Optional<Block> block = block(network);
        block.ifPresent(its -> values.put(its, value));
        return block.isPresent();
    }

    private static Optional<Block> block(String network) {
        if (!network.matches("\\d{1,3}(\\.\\d{1,3}){3}(/\\d{1,2})?")) {
            return Optional.empty();
        }
        String[] parts = network.split("[./]", -1);
        long address = 0;
        for (int i = 0; i < 4; i++) {
            int octet = Integer.parseInt(parts[i]);
            if (octet > 255) {
                return Optional.empty();
            }
            address = address << 8 | octet;
        }
        int length = parts.length > 4 ? Integer.parseInt(parts[4]) : BITS;
        if (length > BITS) {
            return Optional.empty();
        }
        long mask = -1L << (BITS - length);
        return Optional.of(new Block(address & mask, length));
    }

    /**
     * Networks that have all addresses with such a value, and no others; with commas between, as limits have them.
     *
     * @return nothing where there are none, or more than anybody wants to read
     */
    public Optional<String> where(Predicate<String> wanted) {
        List<String> found = new ArrayList<>();
        boolean few = collect(new Block(0, 0), wanted, found);
        return few && !found.isEmpty() ? Optional.of(String.join(", ", found)) : Optional.empty();
    }

    private boolean collect(Block block, Predicate<String> wanted, List<String> found) {
        if (values.keySet().stream().anyMatch(its -> block.has(its) && !its.equals(block))) {
            long half = 1L << (BITS - 1 - block.length());
            return collect(new Block(block.address(), block.length() + 1), wanted, found)
                    && collect(new Block(block.address() + half, block.length() + 1), wanted, found);
        }
        Block smallest = null;
        for (Block its : values.keySet()) {
            smallest = its.has(block) && (smallest == null || its.length() > smallest.length()) ? its : smallest;
        }
        if (smallest != null && wanted.test(values.getOrDefault(smallest, ""))) {
            found.add(block.text());
        }
        return found.size() <= MOST;
    }
}
