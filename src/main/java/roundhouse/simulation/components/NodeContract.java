package roundhouse.simulation.components;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.Kernel;
import roundhouse.naming.NamingFigures;
import roundhouse.simulation.components.replication.StoreFigures;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.Component;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.parts.ColdStart;

/**
 * What the network, links, frames and reports ask of a node. What is abstract every kind must say for itself; the rest holds for a kind
 * that says nothing else.
 */
abstract class NodeContract extends Component {
    protected NodeContract(Kernel kernel, String id) {
        super(kernel, id);
    }

    /** The node may send over the link, which begins here, from now on. */
    protected abstract void attach(LinkComponent link);

    /** The node sends nothing over the link any more. */
    protected abstract void detach(LinkComponent link);

    /** The link's weight, pool or other attributes, or where its address is, may have changed. */
    protected abstract void changed(LinkComponent link);

    /** The region it is in, an index into the run's regions. */
    public abstract int region();

    /** An attempt comes in. */
    protected abstract void receive(Attempt attempt);

    /** The node is another one of the same kind and id from now on; what has begun goes on as it began. */
    public abstract void update(Node node);

    /** All its links are attached: it may begin to send requests. */
    public void start() {}

    /** A heartbeat came in. */
    protected void heard(Attempt attempt) {
        throw new IllegalStateException(id + " has no heartbeat");
    }

    /** Distances between regions changed. */
    public void regionsChanged() {}

    /** Why nothing can go wrong with it, in words that follow its id; null when something can. */
    @Nullable
    public String immunity() {
        return null;
    }

    /** How slow it is at first after it was down; null when it is at its own speed at once. */
    @Nullable
    protected ColdStart coldStart() {
        return null;
    }

    /** What it asks of others for the requests it has; null when that is nothing. */
    protected NodeComponent.@Nullable Asking asking() {
        return null;
    }

    /** What it tells of the requests it begins; null when it begins none. */
    @Nullable
    public RequestSource source() {
        return null;
    }

    /** Whether it picks one of its links for each request or connection, so that picks count and not what sets out. */
    public boolean picks() {
        return false;
    }

    /** Whether rules of its own keep requests from targets that are not well. */
    public boolean judgesTargets() {
        return false;
    }

    /** How it sees the target at the link's end: one of {@link TargetState}. */
    public byte targetState(LinkComponent link) {
        NodeComponent.Asking asking = asking();
        return asking == null ? TargetState.IN_USE : asking.targetState(link);
    }

    /** Since when the target is in that state for it, simulated nanoseconds. */
    public long targetSinceNanos(LinkComponent link) {
        NodeComponent.Asking asking = asking();
        return asking == null ? 0 : asking.targetSinceNanos(link);
    }

    /** One of {@link PairRole}. */
    public byte role() {
        return PairRole.ALONE;
    }

    /** The calls it made for its requests, by whom it called; empty when it made none. */
    public Map<String, CallFigures> calls() {
        NodeComponent.Asking asking = asking();
        return asking == null ? Map.of() : asking.calls();
    }

    /** Adds its pools that are routed by key. */
    public void addKeyedPools(List<KeyedPool> pools) {}

    /** The sessions it holds, or null when it keeps none. */
    @Nullable
    public SessionFigures sessions() {
        return null;
    }

    /** What became of lookups in its cache, or null when it never had one. */
    @Nullable
    public CacheFigures cache() {
        NodeComponent.Asking asking = asking();
        return asking == null ? null : asking.cache();
    }

    /** What it read and wrote as a database, or null when it is none. */
    @Nullable
    public StoreFigures stored() {
        return null;
    }

    /** What became of lookups of the name that it answers for, or null when it answers for none. */
    @Nullable
    public NamingFigures naming() {
        return null;
    }

    /** Adds its caches. */
    public void addCaches(List<KeptCache> caches) {
        NodeComponent.Asking asking = asking();
        if (asking != null) {
            asking.addCaches(caches);
        }
    }

    /** What its limits in number and time did, or null when it never had any. */
    @Nullable
    public LimitCounts limits() {
        return null;
    }

    /** Whether requests wait there for its targets to have room. */
    public boolean queuesForTargets() {
        return false;
    }

    /** The zones to which it sent requests, or null where it never stood in one. */
    @Nullable
    public ZonePicks zonePicks() {
        return null;
    }

    /** How it regards zones, in two words; empty where it does not. */
    public String zoneMode() {
        return "";
    }

    /** Requests that wait there for its targets to have room. */
    public int waitingForTargets() {
        return 0;
    }

    /** Whether requests wait for a core and none is free. */
    public boolean isBacklogged() {
        return false;
    }

    /** Whether nothing more may wait for a core. */
    public boolean isFull() {
        return false;
    }
}
