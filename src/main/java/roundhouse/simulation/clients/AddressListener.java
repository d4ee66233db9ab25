package roundhouse.simulation.clients;

import roundhouse.simulation.engine.Attempt;

/** What comes of attempts that are sent to an address. */
interface AddressListener {
    /** The attempt has ended with the outcome that it has, without having set out. */
    void replied(Attempt attempt);

    /** Nobody waits any more for an attempt that never set out. */
    void unsent(Attempt attempt);

    /**
     * The attempt got no connection where it was sent: it goes on as another one, to the next address.
     *
     * @param refused whether it is back; else it is given up wherever it is
     */
    void sendElsewhere(Attempt attempt, boolean refused);
}
