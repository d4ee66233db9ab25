package roundhouse.workbench.canvas.model;

/** Where a request is, in the topology's words. */
public sealed interface Spot {
    /** At a node. */
    record AtNode(String id) implements Spot {}

    /**
     * On a link.
     *
     * @param from the node that this way begins at: for a reply the end of the link
     * @param upTo how far it gets of the way, 0 to 1: less than 1 where it is lost
     */
    record OnLink(String from, String to, double upTo) implements Spot {}
}
