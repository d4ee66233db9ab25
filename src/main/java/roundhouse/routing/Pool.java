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
    /** Excluded for its health, and its group (primaries or backups) does not panic. */
    private static final byte OUT = 16;
    /** Its weight is 0. */
    private static final byte WEIGHTLESS = 32;
    /** A backup that is not used, because one declared before it is well and only one is. */
    private static final byte BEHIND = 64;
    /** Somebody waits for it, and so it is not picked, whether it has room or not. */
    private static final byte AWAITED = -128;

    /** Parts of a weight while a target {@linkplain #warming warms up}. */
    public static final int WHOLE = 16;

    private int size;
    private int version;
    private String[] names = new String[4];
    private @Nullable String[] addresses = new @Nullable String[4];
    private int[] weights = new int[4];
    /** What {@link #weight} returns: the weights with slow start applied, kept because every pick reads them. */
    private int[] shares = new int[4];

    private int[] inFlight = new int[4];
    private int[] limits = new int[4];
    private int[] regions = new int[4];
    private @Nullable String[] zones = new @Nullable String[4];
    private byte[] flags = new byte[4];
    /** A bit for each {@link Exclusion}. */
    private byte[] exclusions = new byte[4];
    /** Of {@link #WHOLE}. */
    private byte[] parts = new byte[4];
    /** The version with which each target last changed its weight or state. */
    private int[] changedIn = new int[4];
    /** Targets that have not their whole weight. */
    private int warming;

    private boolean oneBackup;
    /** What does not keep new requests from a target. */
    private int passed = BACKUP;

    private boolean primariesPanic;
    private boolean backupsPanic;
    /** Who sticks to a full target waits for it, so that being full is no reason to go elsewhere. */
    private boolean stickyWaits;

    private Runnable watcher = () -> {};
    private Runnable witness = () -> {};

    /**
     * Adds a target at the end.
     *
     * @param weight its share against the others, 0 or more; 0 gets no new requests
     * @param limit requests in flight it may have at once, or {@link #UNLIMITED}
     * @param region an index into {@link Regions}, or {@link Regions#NOWHERE}
     * @return its index
     */
    public int add(String name, int weight, boolean backup, int limit, int region) {
        witness.run();
        if (size == names.length) {
            int length = size * 2;
            names = Arrays.copyOf(names, length);
            addresses = Arrays.copyOf(addresses, length);
            weights = Arrays.copyOf(weights, length);
            shares = Arrays.copyOf(shares, length);
            inFlight = Arrays.copyOf(inFlight, length);
            limits = Arrays.copyOf(limits, length);
            regions = Arrays.copyOf(regions, length);
            zones = Arrays.copyOf(zones, length);
            flags = Arrays.copyOf(flags, length);
            exclusions = Arrays.copyOf(exclusions, length);
            parts = Arrays.copyOf(parts, length);
            changedIn = Arrays.copyOf(changedIn, length);
        }
        int target = size++;
        names[target] = name;
        addresses[target] = null;
        flags[target] = backup ? BACKUP : 0;
        exclusions[target] = 0;
        parts[target] = WHOLE;
        weights[target] = 0;
        changedIn[target] = version + 1;
        limits[target] = limit;
        regions[target] = region;
        weigh(target, weight);
        return target;
    }

    /** Takes a target out for good. Its index is not used again. */
    public void remove(int target) {
        set(target, REMOVED, true);
    }

    public void weight(int target, int weight) {
        if (weight < 0) {
            throw new IllegalArgumentException("weight " + weight + " of " + names[target] + " is negative");
        }
        if (weight != weights[target]) {
            witness.run();
        }
        weigh(target, weight);
    }

    private void weigh(int target, int weight) {
        if (weight != weights[target]) {
            changedIn[target] = version + 1;
        }
        weights[target] = weight;
        shares[target] = share(target);
        set(target, WEIGHTLESS, weight == 0);
    }

    /** Clients that stick to a target at its limit wait for it from now on, or go elsewhere. */
    public void stickyWaits(boolean waits) {
        stickyWaits = waits;
    }

    /** Is told after each change of {@link #version}. */
    public void watch(Runnable watcher) {
        this.watcher = watcher;
    }

    /**
     * Is told before each change by which a target comes into use, or gets another weight: so what a target was for a while is seen,
     * though nothing was picked meanwhile.
     */
    public void witness(Runnable witness) {
        this.witness = witness;
    }

    private void changed() {
        version++;
        watcher.run();
    }

    private int share(int target) {
        return warming == 0 ? weights[target] : weights[target] * parts[target];
    }

    /** Says in which zone the target stands, or null: in none. */
    public void zone(int target, @Nullable String zone) {
        if (!Objects.equals(zones[target], zone)) {
            zones[target] = zone;
            changed();
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
        changed();
    }

    public void backup(int target, boolean backup) {
        set(target, BACKUP, backup);
        judge(target);
    }

    /** Whether only one backup is used, the first that is well however busy it is, or all of them are. */
    public void oneBackup(boolean only) {
        oneBackup = only;
        standBack();
        version++;
    }

    public boolean isOneBackup() {
        return oneBackup;
    }

    /**
     * Whether backups behind the one that is used have places in the balancer's table even so, and are picked there: in HAProxy's maps,
     * which are only as long as the one that is used weighs. No request that waits for any target goes to them.
     */
    public void sharesPlaces(boolean shares) {
        passed = shares ? BACKUP | BEHIND : BACKUP;
        version++;
    }

    public boolean sharesPlaces() {
        return passed != BACKUP;
    }

    private void standBack() {
        boolean found = false;
        for (int target = 0; target < size; target++) {
            boolean well = (flags[target] & ~(BEHIND | AWAITED)) == BACKUP;
            mark(target, BEHIND, oneBackup && well && found);
            found |= well;
        }
    }

    /** The target's health keeps requests from it for that reason, or does so no more. */
    public void exclude(int target, Exclusion reason, boolean on) {
        int bit = reason.bit();
        exclusions[target] = (byte) (on ? exclusions[target] | bit : exclusions[target] & ~bit);
        judge(target);
    }

    /** In a panic health is disregarded: excluded targets get requests like the others. Primaries and backups panic separately. */
    public void panic(boolean backups, boolean on) {
        if (backups) {
            backupsPanic = on;
        } else {
            primariesPanic = on;
        }
        for (int target = 0; target < size; target++) {
            if (isBackup(target) == backups) {
                judge(target);
            }
        }
    }

    private void judge(int target) {
        boolean out = exclusions[target] != 0 && !isPanicking(target);
        if (out != isOut(target)) {
            set(target, OUT, out);
        }
    }

    /**
     * Slow start: gives the target a part of its weight. While any target has only a part, {@link #weight} counts in
     * sixteenths, for all of them alike.
     *
     * @param part 1 to {@link #WHOLE}
     */
    public void warming(int target, int part) {
        if (part < 1 || part > WHOLE) {
            throw new IllegalArgumentException("a part of " + part + " is not within 1 to " + WHOLE);
        }
        if (part != parts[target]) {
            warming += (part < WHOLE ? 1 : 0) - (parts[target] < WHOLE ? 1 : 0);
            parts[target] = (byte) part;
            changedIn[target] = version + 1;
            for (int any = 0; any < size; any++) {
                shares[any] = share(any);
            }
            changed();
        }
    }

    private void set(int target, byte flag, boolean on) {
        if (!on && (flags[target] & flag) != 0) {
            witness.run();
        }
        mark(target, flag, on);
        if (oneBackup) {
            standBack();
        }
        changed();
    }

    /**
     * Somebody waits for the target, so that no new request is to be given to it though it may have room, or nobody does any more. It is
     * no change of the pool: as {@link #inFlight} it may be another with each request.
     */
    public void awaited(int target, boolean awaited) {
        flags[target] = with(flags[target], AWAITED, awaited);
    }

    private static byte with(byte flags, byte flag, boolean on) {
        return (byte) (on ? flags | flag : flags & ~flag);
    }

    private void mark(int target, byte flag, boolean on) {
        byte marked = with(flags[target], flag, on);
        if (marked != flags[target]) {
            flags[target] = marked;
            changedIn[target] = version + 1;
        }
    }

    /** How many indexes have been given out, removed targets included. */
    public int size() {
        return size;
    }

    /** Changes whenever targets, weights, limits or states change (not with requests in flight). */
    public int version() {
        return version;
    }

    /** The {@link #version} with which the target last changed its weight or whether it can serve: later changes have higher ones. */
    public int changedIn(int target) {
        return changedIn[target];
    }

    public String name(int target) {
        return names[target];
    }

    /** What programs that know servers by their addresses hash of it: its address where it has one, else its name. */
    public String text(int target) {
        String address = addresses[target];
        return address == null ? names[target] : address;
    }

    /** Where it is, as {@code 10.0.0.1:8080}; null for nowhere in particular. */
    public void address(int target, @Nullable String address) {
        if (!Objects.equals(addresses[target], address)) {
            addresses[target] = address;
            changed();
        }
    }

    /** Its share against the others, for algorithms that go by weight. In sixteenths while any target is warming up. */
    public int weight(int target) {
        return shares[target];
    }

    /** The weight it was given, for algorithms by which a key or a client keeps its target: most of them do not warm targets up. */
    public int fullWeight(int target) {
        return weights[target];
    }

    /** Of {@link #WHOLE}, how much of its weight it has. */
    public int part(int target) {
        return parts[target];
    }

    /** Whether it has only a part of its weight. */
    public boolean isWarming(int target) {
        return parts[target] < WHOLE;
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

    /** Whether its health keeps requests from it now. */
    public boolean isOut(int target) {
        return (flags[target] & OUT) != 0;
    }

    /** Whether that rule excludes it; in a panic it gets requests even so. */
    public boolean isExcluded(int target, Exclusion reason) {
        return (exclusions[target] & reason.bit()) != 0;
    }

    /** Whether no health rule excludes it. */
    public boolean isHealthy(int target) {
        return exclusions[target] == 0;
    }

    /** Whether its group, primaries or backups, is in a panic, so that health is disregarded. */
    public boolean isPanicking(int target) {
        return panics(isBackup(target));
    }

    /** Whether primaries, or backups, panic. */
    public boolean panics(boolean backups) {
        return backups ? backupsPanic : primariesPanic;
    }

    /** Which health rule excludes it, in words; empty when none does. */
    String exclusion(int target) {
        return Exclusion.words(exclusions[target]);
    }

    /** Whether it is a backup that gets nothing because one declared before it is well, and only one is used. */
    public boolean isBehind(int target) {
        return (flags[target] & BEHIND) != 0;
    }

    /** Whether it is not picked because somebody waits for it. */
    public boolean isAwaited(int target) {
        return (flags[target] & AWAITED) != 0;
    }

    public boolean isDraining(int target) {
        return (flags[target] & DRAINING) != 0;
    }

    public boolean isRemoved(int target) {
        return (flags[target] & REMOVED) != 0;
    }

    /** Whether the target can take one more new request: there, up, in health, not draining, weight above 0, not behind another backup unless those {@linkplain #sharesPlaces share} its places, below its limit, not {@linkplain #awaited awaited}. */
    public boolean canTake(int target) {
        return (flags[target] & ~passed) == 0 && inFlight[target] < limits[target];
    }

    /** Whether it can take new requests once it is below its limit and nobody waits for it. */
    public boolean isOpen(int target) {
        return (flags[target] & ~(BACKUP | AWAITED)) == 0;
    }

    /**
     * Whether the target can take a request that sticks to it: there, up, in health, below its limit unless they {@linkplain #stickyWaits
     * wait} for it. Draining targets and those of weight 0 keep their clients.
     */
    public boolean canServeSticky(int target) {
        return keepsClients(target) && (stickyWaits || inFlight[target] < limits[target]);
    }

    /** Whether it serves those that are bound to it: there, up, in health. */
    public boolean keepsClients(int target) {
        return (flags[target] & (DOWN | REMOVED | OUT)) == 0;
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
