package roundhouse.topology.nodes.guarding;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import roundhouse.topology.json.Json;
import roundhouse.topology.settings.Checks;

/** Networks of addresses as text: an address and a prefix length, {@code 10.0.0.0/8}; several with commas. */
public final class CidrBlock {
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private CidrBlock() {}

    /** Each of the networks, without the space around it. */
    public static List<String> split(String networks) {
        return Arrays.stream(networks.split(",", -1)).map(String::strip).toList();
    }

    /** Says what is wrong with networks, of which there is at least one. */
    public static void check(String key, String networks, Checks checks) {
        for (String network : split(networks)) {
            String reason = problem(network);
            if (!reason.isEmpty()) {
                checks.wrong(key, key + " is " + Json.quoted(networks) + "; " + reason);
                return;
            }
        }
    }

    /** Whether that is one network. */
    public static boolean isNetwork(String text) {
        return problem(text).isEmpty();
    }

    private static String problem(String network) {
        int slash = network.indexOf('/');
        String address = slash < 0 ? network : network.substring(0, slash);
        if (slash < 0
                || !(IPV4.matcher(address).matches() || IPV6.matcher(address).matches())) {
            return "a network is an address and a prefix length, like \"10.0.0.0/8\"";
        }
        int bits;
        try {
            bits = InetAddress.ofLiteral(address).getAddress().length * 8;
        } catch (IllegalArgumentException _) {
            return "that is not an IP address";
        }
        String prefix = network.substring(slash + 1);
        return prefix.matches("\\d{1,3}") && Integer.parseInt(prefix) <= bits
                ? ""
                : "the prefix length is from 0 to " + bits;
    }
}
