package roundhouse.simulation.resolving;

import roundhouse.naming.NamingFigures;
import roundhouse.simulation.components.LinkComponent;

/**
 * A node that a name can stand for.
 *
 * @param link from the name server to it
 * @param figures what it got by that name
 */
public record NamedTarget(LinkComponent link, NamingFigures.Target figures) {}
