package roundhouse.simulation.outside;

import java.util.Map;
import roundhouse.routing.Address;
import roundhouse.routing.RequestKind;

/**
 * A request of a real client.
 *
 * @param client where it comes from
 * @param session its session, 0 or more
 * @param starts nobody has answered a request of that session yet
 * @param key what it is about, 0 or more
 * @param connection the number of the connection that it came over, which others may come over too; 1 or more
 * @param cookies the targets that its cookies name, by the places of their balancers on the way
 */
public record OutsideRequest(
        Address client,
        long session,
        boolean starts,
        long key,
        RequestKind kind,
        boolean read,
        long connection,
        Map<Integer, String> cookies) {}
