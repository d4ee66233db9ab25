package roundhouse.simulation.clients;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.TimeoutQueue;
import roundhouse.routing.Outcome;
import roundhouse.simulation.engine.KeptConnection;

/**
 * A user's kept connection: how often it was used, and what each node on its way chose for it. Requests of one user
 * that overlap share it.
 */
final class ClientConnection implements KeptConnection {
    private final ConnectionKeeper keeper;
    final int user;
    /** Requests sent over it. */
    int used;
    /** Requests on it whose replies have not come back. */
    int open;
    /** Takes no further requests. */
    boolean closing;
    /** The timer by which it is closed when it is idle; null while it is not. */
    @Nullable
    TimeoutQueue idleTimer;
    /** A node on its way closes it when it is idle for so long, nanoseconds, and is told so. */
    long idleNanos = Long.MAX_VALUE;

    Runnable idleClosed = () -> {};
    private final long openedNanos;

    private int pins;
    private @Nullable Chooser[] choosers = new Chooser[1];
    private long[] tags = new long[1];
    private long[] firstReplyNanos = new long[1];
    private long[] requests = new long[1];

    ClientConnection(ConnectionKeeper keeper, int user, long openedNanos) {
        this.keeper = keeper;
        this.openedNanos = openedNanos;
        this.user = user;
    }

    @Override
    public long tag(Chooser node) {
        int pin = indexOf(node);
        return pin < 0 ? UNTAGGED : tags[pin];
    }

    @Override
    public long taggedFor(Chooser node) {
        int pin = indexOf(node);
        return pin < 0 ? 0 : requests[pin];
    }

    @Override
    public void tag(Chooser node, long tag, long request) {
        int pin = indexOf(node);
        if (pin < 0) {
            pin = pins++;
            if (pin == tags.length) {
                choosers = Arrays.copyOf(choosers, pin + 1);
                tags = Arrays.copyOf(tags, pin + 1);
                firstReplyNanos = Arrays.copyOf(firstReplyNanos, pin + 1);
                requests = Arrays.copyOf(requests, pin + 1);
            }
            choosers[pin] = node;
        }
        tags[pin] = tag;
        requests[pin] = request;
        firstReplyNanos[pin] = -1;
    }

    @Override
    public boolean replied(Chooser node, long nanos) {
        int pin = indexOf(node);
        boolean first = pin >= 0 && firstReplyNanos[pin] < 0;
        if (first) {
            firstReplyNanos[pin] = nanos;
        }
        return first;
    }

    @Override
    public int requests() {
        return used;
    }

    @Override
    public long openedNanos() {
        return openedNanos;
    }

    @Override
    public boolean isRetired() {
        return closing;
    }

    @Override
    public void idleLimit(long nanos, Runnable closed) {
        if (nanos < idleNanos) {
            idleNanos = nanos;
            idleClosed = closed;
        }
    }

    @Override
    public void retire() {
        keeper.retire(this);
    }

    @Override
    public boolean breakOff() {
        return keeper.breakOff(this);
    }

    @Override
    public void ended(Outcome outcome) {
        keeper.replied(this, outcome);
    }

    /** Its last reply is back and no further request will come: the nodes on its way forget it. */
    void close() {
        for (int pin = 0; pin < pins; pin++) {
            Chooser node = choosers[pin];
            if (node != null) {
                node.connectionClosed(
                        tags[pin],
                        Math.max(0, firstReplyNanos[pin]),
                        firstReplyNanos[pin] < 0 ? Outcome.FAILED : Outcome.OK);
            }
        }
        pins = 0;
    }

    private int indexOf(Chooser node) {
        for (int pin = 0; pin < pins; pin++) {
            if (node.equals(choosers[pin])) {
                return pin;
            }
        }
        return -1;
    }
}
