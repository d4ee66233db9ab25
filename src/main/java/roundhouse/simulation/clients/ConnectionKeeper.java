package roundhouse.simulation.clients;

import roundhouse.routing.Outcome;

/** Who has kept connections in hand. */
interface ConnectionKeeper {
    /** Lets no further request on it. */
    void retire(ClientConnection connection);

    /** A reply came back over it. */
    void replied(ClientConnection connection, Outcome outcome);

    /** A node on its way has closed it. Returns whether it was idle. */
    boolean breakOff(ClientConnection connection);
}
