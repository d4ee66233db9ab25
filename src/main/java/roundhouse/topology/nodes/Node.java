package roundhouse.topology.nodes;

import org.jspecify.annotations.Nullable;

/**
 * Something on the canvas. The id names it for good (links, scenario and random streams refer to it); the label is what people
 * call it and may change.
 */
public sealed interface Node permits Clients, LoadBalancer, Server {
    String id();

    @Nullable
    String label();

    /** The label, or the id where there is none. */
    default String title() {
        String label = label();
        return label == null ? id() : label;
    }

    /** This node under another label; null for none. */
    Node labelled(@Nullable String label);

    /** This node under another id. */
    Node renamed(String id);
}
