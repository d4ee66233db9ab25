package roundhouse.simulation.engine;

import org.jspecify.annotations.Nullable;
import roundhouse.kernel.Kernel;
import roundhouse.kernel.RandomStream;
import roundhouse.kernel.Streams;
import roundhouse.simulation.data.DataTotals;
import roundhouse.simulation.data.KeyVersions;
import roundhouse.simulation.data.OverwrittenWrites;
import roundhouse.simulation.data.StoreHistories;
import roundhouse.simulation.outside.Outside;
import roundhouse.simulation.reasons.CacheAnswer;
import roundhouse.simulation.reasons.CacheReason;
import roundhouse.simulation.transcript.Transcript;
import roundhouse.topology.NodeTitles;

/** What the components of one run share. */
public final class RunContext {
    public final Kernel kernel = new Kernel();
    public final AttemptPool attempts = new AttemptPool();
    public final ClientTotals totals = new ClientTotals();
    public final Transcript transcript = new Transcript(kernel);
    /** What nodes are called in what is told of them. */
    public final NodeTitles titles = new NodeTitles();

    public final RegionIndex regions = new RegionIndex();
    public final BalancerZones balancerZones = new BalancerZones();
    public final Partition partition = new Partition();
    public final StoreDirectory stores = new StoreDirectory();
    public final StoreHistories histories = new StoreHistories();
    public final KeyVersions versions = new KeyVersions();
    public final OverwrittenWrites overwritten = new OverwrittenWrites(versions);
    public final DataTotals data = new DataTotals();
    public final Streams streams;
    /** Starts afresh with each demand that is drawn: one for all nodes, so that it is close at hand for each of many. */
    public final RandomStream demands = new RandomStream(0);
    /** Is told what becomes of attempts. */
    public final RunObserver observer;

    /** Is told what becomes of what caches hold. */
    public final CacheLedger ledger;

    private int cacheCount;

    /** Tells caches what was written. */
    public WriteBroadcast broadcast = WriteBroadcast.NONE;

    /** Is told of every request that ended. */
    public RequestListener requests = RequestListener.NOBODY;

    /** What is outside, where requests and servers are real; null for a run that is a simulation alone. */
    public final @Nullable Outside outside;

    public RunContext(long seed, RunObserver observer) {
        this(seed, observer, null);
    }

    public RunContext(long seed, RunObserver observer, @Nullable Outside outside) {
        this.outside = outside;
        streams = new Streams(seed);
        this.observer = observer;
        ledger = observer.ledger();
    }

    /** A number for a cache that no other has. */
    public int nextCache() {
        return cacheCount++;
    }

    /** An attempt has written, at that node, what has that stamp now. */
    public void wrote(Attempt attempt, long stamp, Component at) {
        CacheObserver caches = observer.caches();
        if (caches != null) {
            caches.wrote(attempt, stamp, at);
        }
    }

    /** An attempt goes by the caches of a node without a look, or finds none that answers. */
    public void passes(Attempt attempt, String cache, CacheReason.Bypass why) {
        CacheObserver caches = observer.caches();
        if (caches != null) {
            caches.answered(
                    attempt,
                    new CacheAnswer("", cache, kernel.nowNanos(), attempt.key(), new CacheReason.Bypassed(why)));
        }
    }

    /** An attempt comes to a node, or begins there. */
    public void enter(Attempt attempt, Component node) {
        attempt.push(node, kernel.nowNanos());
        observer.entered(attempt);
    }

    /**
     * The attempt will never be answered: a link or a node lost it. The nodes that wait for it are not told; they notice by their timeouts,
     * and then {@link #unwind} it.
     */
    public void lose(Attempt attempt) {
        kernel.fold(attempt.number);
        attempt.link = null;
        attempt.lost = true;
        if (attempt.purpose == AttemptPurpose.REQUEST) {
            attempt.hangsBeyond = attempt.top().via();
            attempt.hangsBeyond.hang(1);
        }
        observer.lost(attempt);
        Attempt.Owner owner = attempt.owner;
        if (owner == null) {
            attempt.origin().lost(attempt);
        } else {
            owner.lost(attempt);
        }
    }

    /** Takes a lost attempt back to a node on its way; the nodes beyond it no longer count it as being there. */
    public void unwind(Attempt attempt, Component node) {
        if (attempt.hangsBeyond != null) {
            attempt.hangsBeyond.hang(-1);
            attempt.hangsBeyond = null;
        }
        Component top = attempt.top().node();
        while (top.number() != node.number()) {
            top.dropped(attempt);
            observer.dropped(attempt);
            attempt.pop();
            top = attempt.top().node();
        }
    }
}
