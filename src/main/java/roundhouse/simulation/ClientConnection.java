package roundhouse.simulation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;

/**
 * A user's kept connection: how often it was used, and which target each layer-4 balancer on its way gave it. Requests of one user
 * that overlap share it.
 */
final class ClientConnection {
    final Connections keeper;
    final int user;
    /** Requests sent over it. */
    int used;
    /** Requests on it whose replies have not come back. */
    int open;
    /** Takes no further requests. */
    boolean closing;

    private int pins;
    private @Nullable LoadBalancerComponent[] balancers = new LoadBalancerComponent[1];
    private long[] tags = new long[1];
    private long[] firstReply = new long[1];
    private long[] requests = new long[1];

    ClientConnection(Connections keeper, int user) {
        this.keeper = keeper;
        this.user = user;
    }

    /** The tag the balancer pinned it with, or {@link PickTag#NONE}. */
    long pin(LoadBalancerComponent balancer) {
        int pin = indexOf(balancer);
        return pin < 0 ? PickTag.NONE : tags[pin];
    }

    /** The request that its pin was given with, or 0. */
    long pinnedFor(LoadBalancerComponent balancer) {
        int pin = indexOf(balancer);
        return pin < 0 ? 0 : requests[pin];
    }

    /** The balancer gives it this target with that request, in the place of the one before. */
    void pin(LoadBalancerComponent balancer, long tag, long request) {
        int pin = indexOf(balancer);
        if (pin < 0) {
            pin = pins++;
            if (pin == tags.length) {
                balancers = Arrays.copyOf(balancers, pin + 1);
                tags = Arrays.copyOf(tags, pin + 1);
                firstReply = Arrays.copyOf(firstReply, pin + 1);
                requests = Arrays.copyOf(requests, pin + 1);
            }
            balancers[pin] = balancer;
        }
        tags[pin] = tag;
        requests[pin] = request;
        firstReply[pin] = -1;
    }

    /** A reply came back to the balancer so long after its request was sent on. Returns whether it is the first of the target's. */
    boolean replied(LoadBalancerComponent balancer, long nanos) {
        int pin = indexOf(balancer);
        boolean first = pin >= 0 && firstReply[pin] < 0;
        if (first) {
            firstReply[pin] = nanos;
        }
        return first;
    }

    /** Its last reply is back and no further request will come: balancers forget it. */
    void close() {
        for (int pin = 0; pin < pins; pin++) {
            LoadBalancerComponent balancer = balancers[pin];
            if (balancer != null) {
                balancer.connectionClosed(
                        tags[pin], Math.max(0, firstReply[pin]), firstReply[pin] < 0 ? Outcome.FAILED : Outcome.OK);
            }
        }
        pins = 0;
    }

    private int indexOf(LoadBalancerComponent balancer) {
        for (int pin = 0; pin < pins; pin++) {
            if (balancers[pin] == balancer) {
                return pin;
            }
        }
        return -1;
    }
}
