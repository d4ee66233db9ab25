package roundhouse.simulation.faults;

/** What takes a node down, and up again, by itself. */
public interface RecurringFault {
    /** The node has just gone down, or is up. */
    void begin();

    /** The node goes down and up no more. */
    void end();
}
