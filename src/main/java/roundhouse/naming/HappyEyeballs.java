package roundhouse.naming;

import java.util.ArrayList;
import java.util.List;

/**
 * Tries the addresses of a name one after the other without waiting for one to fail, families in turn, the first that answers wins (RFC
 * 8305). A further attempt begins after a delay, or at once when the latest has failed.
 *
 * @param delayNanos between attempts: 250 ms by the RFC, 200 curl, 300 browsers
 */
public record HappyEyeballs(long delayNanos) {
    public static final HappyEyeballs RFC = new HappyEyeballs(250_000_000);

    /** An attempt never ends that way. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final int NONE = -1;

    /** The address with that number, tried then. */
    public record Attempt(int address, long atNanos) {}

    /** @param connected the address that won, or -1 */
    public record Outcome(List<Attempt> attempts, int connected, long atNanos) {}

    /**
     * @param families of each address, as 6 and 4; that of the first is preferred
     * @param connectNanos how long each takes to connect, or {@link #NEVER}
     * @param failNanos how long each takes to fail, or {@link #NEVER}
     */
    public Outcome connect(int[] families, long[] connectNanos, long[] failNanos, int preferred) {
        int[] order = interleaved(families, preferred);
        List<Attempt> attempts = new ArrayList<>();
        int winner = NONE;
        long wonNanos = NEVER;
        long nextNanos = 0;
        for (int address : order) {
            if (nextNanos >= wonNanos) {
                break;
            }
            attempts.add(new Attempt(address, nextNanos));
            if (connectNanos[address] != NEVER && nextNanos + connectNanos[address] < wonNanos) {
                winner = address;
                wonNanos = nextNanos + connectNanos[address];
            }
            nextNanos += Math.min(delayNanos, failNanos[address]);
        }
        return new Outcome(attempts, winner, wonNanos);
    }

    /** Families in turn, beginning with the preferred, each in the order given. */
    static int[] interleaved(int[] families, int preferred) {
        List<Integer> mine = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < families.length; i++) {
            (families[i] == preferred ? mine : others).add(i);
        }
        int[] order = new int[families.length];
        int at = 0;
        for (int i = 0; at < order.length; i++) {
            if (i < mine.size()) {
                order[at++] = mine.get(i);
            }
            if (i < others.size()) {
                order[at++] = others.get(i);
            }
        }
        return order;
    }
}
