package roundhouse.simulation.outside;

import org.jspecify.annotations.Nullable;
import roundhouse.routing.Address;
import roundhouse.routing.RequestKind;
import roundhouse.topology.nodes.checking.CheckQuestion;

/**
 * Work for a real server.
 *
 * @param server its id
 * @param slot where the run keeps the attempt
 * @param attempt the attempt's number in the run, which no other has
 * @param request the number of its request in the run; 0 for a check
 * @param kind what is asked
 * @param read whether it reads
 * @param bytes how large the value is that it is about
 * @param slow how many times longer than normal it takes
 * @param fails it is to be answered with an error
 * @param check what a check asks; null for a request
 * @param connects it only opens a connection
 * @param inFlight requests that the server has by now, this one among them
 */
public record OutsideJob(
        String server,
        int slot,
        long attempt,
        long request,
        long key,
        Address client,
        RequestKind kind,
        boolean read,
        int bytes,
        double slow,
        boolean fails,
        @Nullable CheckQuestion check,
        boolean connects,
        long inFlight) {}
