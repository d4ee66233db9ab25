package roundhouse.simulation.engine;

import roundhouse.kernel.EventHandler;
import roundhouse.kernel.Kernel;
import roundhouse.simulation.data.DataPlace;

/** A node or a link of a running system: what attempts come by on their way out, and by which their replies go back. */
public abstract class Component extends EventHandler implements DataPlace {
    /** The index of what is not in the topology any more. */
    public static final int GONE = -1;

    public final String id;
    /** Its place among the topology's nodes, or among its links. */
    public int index = GONE;

    /** Clients' requests that were lost beyond here and that somebody waits for still. */
    public int hanging;

    /** @param id a node's id; of a link, both its ends */
    protected Component(Kernel kernel, String id) {
        super(kernel, id);
        this.id = id;
    }

    /** A reply comes by on its way back. */
    public abstract void takeBack(Attempt attempt);

    /** An attempt that began here was lost. It waits for its timeout, unless that is over. */
    protected void lost(Attempt attempt) {}

    /** An attempt that was lost further on has timed out for the node that waits for it. The attempt's top is this. */
    protected void dropped(Attempt attempt) {}

    /** So many more requests, or fewer if negative, hang beyond here. */
    protected void hang(int more) {
        hanging += more;
    }

    @Override
    public final String id() {
        return id;
    }

    /** Whether data is kept here for good. */
    @Override
    public boolean stores() {
        return false;
    }

    /** Whether requests are served here: who sends one on is told apart from who answers it. */
    @Override
    public boolean serves() {
        return false;
    }
}
