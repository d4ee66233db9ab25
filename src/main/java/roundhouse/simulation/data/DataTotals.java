package roundhouse.simulation.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.metrics.Latencies;

/** Figures of the data of a run. Counts run from the start; ages from the end of the warm-up. */
public final class DataTotals {
    /** Reads of clients that ended well with a value of known version, and writes that were acknowledged. */
    public long reads;

    public long writes;
    /** Those of the reads that gave a value when there had been a newer one. */
    public long staleReads;
    /** For how long there had been a newer one. */
    public final Latencies staleAges = new Latencies(2);

    /** What databases read and wrote, caches of their own left out. */
    public long databaseReads;

    public long databaseWrites;

    /** Messages to caches that something was written: sent, arrived after their value was given once more, and lost. */
    public long invalidationsSent;

    public long invalidationsLate;
    public long invalidationsLost;

    /** Reads that no cache could answer. */
    public long storeReads;
    /** Bytes of the values that were read, and of those of them that no cache had. */
    public long readBytes;

    public long storeBytes;

    private @Nullable TierTotals[] tiers = {};
    private final List<TierTotals> inOrder = new ArrayList<>();
    private @Nullable AskedTotals[] asking = {};
    private boolean on;

    /** Whether anything in the system keeps data; else versions are not asked for. */
    public boolean isOn() {
        return on;
    }

    /** Something in the system keeps data from now on. */
    public void turnOn() {
        on = true;
    }

    /**
     * A read ended well.
     *
     * @param staleNanos {@link KeyVersions#FRESH}, or for how long there had been a newer value when it was given
     * @param tookNanos its round trip
     * @param stamp the value's
     * @param bytes of its value
     */
    public void read(long stamp, long staleNanos, TierTotals by, long tookNanos, long bytes) {
        reads++;
        boolean ofServer = by.serves && KeyVersions.dataset(stamp) == KeyVersions.OF_SERVERS;
        boolean stored = by.stores || ofServer;
        storeReads += stored ? 1 : 0;
        readBytes += bytes;
        storeBytes += stored ? bytes : 0;
        by.reads++;
        by.readLatency.record(tookNanos);
        if (staleNanos != KeyVersions.FRESH) {
            staleReads++;
            staleAges.record(staleNanos);
        }
    }

    /** A write was acknowledged. */
    public void written(TierTotals by, long tookNanos) {
        writes++;
        by.writes++;
        by.writeLatency.record(tookNanos);
    }

    /** What ended there. */
    public TierTotals at(DataPlace place) {
        int number = place.number();
        if (number >= tiers.length) {
            tiers = Arrays.copyOf(tiers, Math.max(number + 1, tiers.length * 2));
        }
        TierTotals tier = tiers[number];
        if (tier == null) {
            tier = new TierTotals(place);
            tiers[number] = tier;
            inOrder.add(tier);
        }
        return tier;
    }

    /** What became of what was asked there. */
    public AskedTotals asked(DataPlace place) {
        int number = place.number();
        if (number >= asking.length) {
            asking = Arrays.copyOf(asking, Math.max(number + 1, asking.length * 2));
        }
        AskedTotals its = asking[number];
        if (its == null) {
            its = new AskedTotals(place.id());
            asking[number] = its;
        }
        return its;
    }

    /** Wherever anything was asked, in the order of the nodes. */
    public List<AskedTotals> asked() {
        return Arrays.stream(asking).filter(Objects::nonNull).toList();
    }

    /** What ended at the node of that number; null when nothing did. */
    public @Nullable TierTotals find(int number) {
        return number < tiers.length ? tiers[number] : null;
    }

    /** Where anything ended, in the order of the first time. */
    public List<TierTotals> tiers() {
        return inOrder;
    }

    /** Round trips of reads or of writes that ended at the node of that number. */
    public Latencies latency(int number, boolean write) {
        TierTotals tier = find(number);
        return tier == null
                ? new Latencies(TierTotals.DIGITS)
                : tier.latency(write).copy();
    }

    /** The same of all nodes. */
    public Latencies latency(boolean write) {
        Latencies all = new Latencies(TierTotals.DIGITS);
        inOrder.forEach(tier -> all.add(tier.latency(write)));
        return all;
    }

    /** The longest round trip since the last {@link #cut}. */
    public long peakNanos(boolean write) {
        long peak = 0;
        for (TierTotals tier : inOrder) {
            peak = Math.max(peak, tier.latency(write).peakNanos());
        }
        return peak;
    }

    /** Begins another interval for whatever has peaks. */
    public void cut() {
        staleAges.cut();
        inOrder.forEach(TierTotals::cut);
    }

    /** The warm-up is over. */
    public void measure() {
        staleAges.reset();
        inOrder.forEach(TierTotals::measure);
    }
}
