package roundhouse.simulation.resolving;

import org.jspecify.annotations.Nullable;
import roundhouse.naming.DnsRecord;
import roundhouse.naming.NamingFigures;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.Attempt;

/** A node that is asked where a name lives. */
public interface NameServer {
    /** What it answered to that lookup, which has come back well. */
    DnsRecord<NamedTargets> answered(Attempt lookup);

    /** What it knows of that node, be it named now or not; null when it has no link there. */
    @Nullable
    NamedTarget target(NodeComponent node);

    /** What became of lookups, and of requests that went by them. */
    NamingFigures figures();
}
