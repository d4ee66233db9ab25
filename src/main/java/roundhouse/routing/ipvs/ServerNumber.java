package roundhouse.routing.ipvs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.routing.Address;

/**
 * A target's address and port as the number that {@code mh} hashes: their sum. A target of which only the name is known has the low
 * 32 bits of XXH64 of that instead.
 */
final class ServerNumber {
    private static final Pattern WITH_PORT = Pattern.compile("(?:\\[([^]]*)]|([^:]*))(?::(\\d{1,5}))?");

    private ServerNumber() {}

    /**
     * @param text {@code 10.0.0.1:8080}, {@code 10.0.0.1}, {@code [fd00::1]:80}, {@code fd00::1}, or a name
     */
    static int of(String text) {
        Matcher parts = WITH_PORT.matcher(text);
        boolean split = parts.matches();
        String host = !split ? text : parts.group(1) == null ? parts.group(2) : parts.group(1);
        int port = split && parts.group(3) != null ? Integer.parseInt(parts.group(3)) : 0;
        Address address = parse(host);
        return address == null ? (int) HashFunction.XXH64.hash(text) : ClientNumber.of(address) + port;
    }

    private static @Nullable Address parse(String host) {
        try {
            return Address.parse(host);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
