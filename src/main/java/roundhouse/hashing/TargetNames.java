package roundhouse.hashing;

/** How nginx and memcached clients split the text of a server. */
public final class TargetNames {
    private TargetNames() {}

    /** Where the last colon is that is followed by digits only, or −1: what is before it is the host, what is after it the port. */
    public static int port(String name) {
        int colon = name.lastIndexOf(':');
        boolean digits = colon >= 0 && colon + 1 < name.length();
        for (int i = colon + 1; digits && i < name.length(); i++) {
            digits = name.charAt(i) >= '0' && name.charAt(i) <= '9';
        }
        return digits ? colon : -1;
    }
}
