package roundhouse.simulation.network;

import roundhouse.simulation.components.LinkComponent;

/** Is told where messages are that something was written. */
public interface MessageVisitor {
    /** One is on that link, that part of the way from where the link begins, 0 to 1, or was lost there. */
    void message(LinkComponent link, float along, boolean lost);
}
