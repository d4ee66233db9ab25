package roundhouse.simulation.resolving;

import roundhouse.simulation.components.LinkComponent;

/** Who sends requests to nodes that it was named. */
public interface WayToTarget {
    /** The link over which its requests go to the node that was named: one of its own, or that of the name server. */
    LinkComponent way(NamedTarget target);
}
