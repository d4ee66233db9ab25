package roundhouse.routing;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The targets a balancer chooses from, and what it knows of them: weight, requests in flight, who is able to serve. Flat arrays
 * behind one class. A target keeps its index for the life of the pool; a removed one leaves a gap that is never picked, so that
 * requests still in flight there can finish.
 */
public final class Pool {
    /** No limit on requests in flight. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private static final byte DOWN = 1;
    private static final byte BACKUP = 2;
    private static final byte REMOVED = 4;
    private static final byte DRAINING = 8;

    private int size;
    private int version;
    private String[] names = new String[4];
    private int[] weights = new int[4];
    private int[] inFlight = new int[4];
    private int[] limits = new int[4];
    private int[] regions = new int[4];
    private @Nullable String[] zones = new @Nullable String[4];
    private byte[] flags = new byte[4];

    /**
     * Adds a target at the end.
     *
     * @param weight its share against the others, 0 or more; 0 gets no new requests
     * @param limit requests in flight it may have at once, or {@link #UNLIMITED}
     * @param region an index into {@link Regions}, or {@link Regions#NOWHERE}
     * @return its index
     */
    public int add(String name, int weight, boolean backup, int limit, int region) {
        if (size == names.length) {
            int length = size * 2;
            names = Arrays.copyOf(names, length);
            weights = Arrays.copyOf(weights, length);
            inFlight = Arrays.copyOf(inFlight, length);
            limits = Arrays.copyOf(limits, length);
            regions = Arrays.copyOf(regions, length);
            zones = Arrays.copyOf(zones, length);
            flags = Arrays.copyOf(flags, length);
        }
        int target = size++;
        names[target] = name;
        flags[target] = backup ? BACKUP : 0;
        limits[target] = limit;
        regions[target] = region;
        weight(target, weight);
        return target;
    }

    /** Adds a target of that weight with no limit and no region. */
    public int add(String name, int weight) {
        return add(name, weight, false, UNLIMITED, Regions.NOWHERE);
    }

    /** Takes a target out for good. Its index is not used again. */
    public void remove(int target) {
        set(target, REMOVED, true);
    }

    public void weight(int target, int weight) {
        if (weight < 0) {
            throw new IllegalArgumentException("weight " + weight + " of " + names[target] + " is negative");
        }
        weights[target] = weight;
        version++;
    }

    /** Says in which zone the target stands, or null: in none. */
    public void zone(int target, @Nullable String zone) {
        if (!Objects.equals(zones[target], zone)) {
            zones[target] = zone;
            version++;
        }
    }

    public @Nullable String zone(int target) {
        return zones[target];
    }

    /** Marks a target as unable to serve, or able again. */
    public void down(int target, boolean down) {
        set(target, DOWN, down);
    }

    /** A draining target gets no new requests but keeps those that stick to it. */
    public void draining(int target, boolean draining) {
        set(target, DRAINING, draining);
    }

    public void limit(int target, int limit) {
        limits[target] = limit;
        version++;
    }

    public void backup(int target, boolean backup) {
        set(target, BACKUP, backup);
    }

    private void set(int target, byte flag, boolean on) {
        flags[target] = (byte) (on ? flags[target] | flag : flags[target] & ~flag);
        version++;
    }

    /** How many indexes have been given out, removed targets included. */
    public int size() {
        return size;
    }

    /** Changes whenever targets, weights, limits or states change (not with requests in flight). */
    public int version() {
        return version;
    }

    public String name(int target) {
        return names[target];
    }

    public int weight(int target) {
        return weights[target];
    }

    public int inFlight(int target) {
        return inFlight[target];
    }

    public int limit(int target) {
        return limits[target];
    }

    public int region(int target) {
        return regions[target];
    }

    public boolean isBackup(int target) {
        return (flags[target] & BACKUP) != 0;
    }

    public boolean isDown(int target) {
        return (flags[target] & DOWN) != 0;
    }

    public boolean isDraining(int target) {
        return (flags[target] & DRAINING) != 0;
    }

    public boolean isRemoved(int target) {
        return (flags[target] & REMOVED) != 0;
    }

    /** Whether the target can take one more new request: there, up, not draining, weight above 0, below its limit. */
    public boolean canTake(int target) {
        return (flags[target] & ~BACKUP) == 0 && weights[target] > 0 && inFlight[target] < limits[target];
    }

    /**
     * Whether the target can take a request that sticks to it: there, up, below its limit. Draining targets and those of weight 0
     * keep their clients.
     */
    public boolean canKeep(int target) {
        return (flags[target] & (DOWN | REMOVED)) == 0 && inFlight[target] < limits[target];
    }

    /** A request was given to the target. */
    public void started(int target) {
        inFlight[target]++;
    }

    /** A request given to the target ended. */
    public void finished(int target) {
        inFlight[target]--;
    }
}
