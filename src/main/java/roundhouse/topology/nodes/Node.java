package roundhouse.topology.nodes;

import org.jspecify.annotations.Nullable;
import roundhouse.topology.settings.Settings;

/**
 * Something on the canvas. The id names it for good (links, scenario and random streams refer to it); the label is what people
 * call it and may change.
 */
public sealed interface Node permits Clients, LoadBalancer, Server {
    String id();

    @Nullable
    String label();

    /** What kind of node it is, as files name it: {@code load-balancer}. */
    String kind();

    /** The zone it is in; null for nodes that are in none. */
    @Nullable
    String zone();

    /** The region it is in; null for nodes that are in none, or, as clients, in several. */
    @Nullable
    String region();

    /** Requests a second that it can work on by its mean times alone; infinite for what does no work, or none that takes time. */
    default double capacity() {
        return Double.POSITIVE_INFINITY;
    }

    /** The declarations of its kind. */
    Settings<? extends Node> settings();

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
