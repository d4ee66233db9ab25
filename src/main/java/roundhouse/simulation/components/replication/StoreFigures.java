package roundhouse.simulation.components.replication;

/** What one database read and wrote from the start of the run, apart from what its own cache had. */
public final class StoreFigures {
    public long reads;
    public long writes;
}
