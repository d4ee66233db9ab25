package roundhouse.live;

import java.net.InetAddress;

/**
 * Where live traffic comes in.
 *
 * @param address of this machine; a loopback address, unless others may come too
 * @param port of the first clients node, and those after it for the others; 0 for whatever is free
 * @param beyondLoopback whether other machines may reach it
 */
public record LiveSettings(InetAddress address, int port, boolean beyondLoopback) {
    /**
     * @throws IllegalArgumentException if the address is one that others reach and nobody said that they may
     */
    public LiveSettings {
        if (!address.isLoopbackAddress() && !beyondLoopback) {
            throw new IllegalArgumentException(
                    address.getHostAddress() + " is not a loopback address: other machines could send requests");
        }
    }

    /** At loopback, at that port; 0 for one that is free. */
    public static LiveSettings loopback(int port) {
        return new LiveSettings(InetAddress.getLoopbackAddress(), port, false);
    }
}
