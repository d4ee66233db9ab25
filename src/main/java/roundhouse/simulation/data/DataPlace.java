package roundhouse.simulation.data;

/** Where a read or a write can end: a node, of whose kind nothing need be known. */
public interface DataPlace {
    /** Its number, which no other place in the run has. */
    int number();

    /** The node's id. */
    String id();

    /** Whether data is kept there for good. */
    boolean stores();

    /** Whether requests are served there. */
    boolean serves();
}
