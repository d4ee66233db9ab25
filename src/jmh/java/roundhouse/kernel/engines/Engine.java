package roundhouse.kernel.engines;

/**
 * The same three models as one event engine runs them, each with the same random numbers from {@link Draws}, so that only what the
 * engines do with events differs. Each call goes on from where the last one left off, where the engine can.
 */
public interface Engine {
    String name();

    /**
     * Customers of an M/M/c queue with mean service 1, served in the order of their arrival; two events each.
     *
     * @return the mean time in the system in units of the mean service time
     */
    double queue(int servers, double utilisation, int customers);

    /** So many events are always to come: each one schedules the next, exponentially with mean 1 from then. */
    void hold(int pending, int events);

    /** Whether it has that model: a loop without a queue has no pending events. */
    default boolean holds() {
        return true;
    }
}
