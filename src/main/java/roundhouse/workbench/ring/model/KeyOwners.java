package roundhouse.workbench.ring.model;

import roundhouse.hashing.Placement;

/** The keys of the Ring view: the hash of each, and who owns it. */
final class KeyOwners {
    private KeySet set = KeySet.counted(KeySet.USUAL);
    private long[] hashes;
    private int hashings;
    private int[] owners = new int[0];
    /** How many keys each target has. */
    private int[] counts = new int[0];

    KeyOwners(Placement placement) {
        hashes = set.hashes(placement);
    }

    /** Other keys, hashed as that placement does. */
    void take(KeySet next, Placement placement) {
        set = next;
        hash(placement);
    }

    /** Hashes the keys anew, as that placement does. */
    void hash(Placement placement) {
        hashes = set.hashes(placement);
        hashings++;
    }

    /** The keys belong to their owners in that placement. */
    void own(Placement placement, int targets) {
        if (owners.length != hashes.length) {
            owners = new int[hashes.length];
        }
        counts = new int[targets];
        for (int key = 0; key < hashes.length; key++) {
            int owner = placement.owner(hashes[key]);
            owners[key] = owner;
            if (owner != Placement.NONE) {
                counts[owner]++;
            }
        }
    }

    /** Who owns each key in another placement; {@code alike} when that one hashes keys as the present one does. */
    int[] ownersIn(Placement placement, boolean alike) {
        long[] hashed = alike ? hashes : set.hashes(placement);
        int[] found = new int[hashed.length];
        for (int key = 0; key < found.length; key++) {
            found[key] = placement.owner(hashed[key]);
        }
        return found;
    }

    KeySet set() {
        return set;
    }

    /** The hash of each key. */
    long[] hashes() {
        return hashes;
    }

    /** How often the keys were hashed anew. */
    int hashings() {
        return hashings;
    }

    /** Who owns each key, or {@link Placement#NONE}. */
    int[] owners() {
        return owners;
    }

    /** How many keys each target has. */
    int[] counts() {
        return counts.clone();
    }

    /** The part of requests that goes to each target if clients ask for the keys as the set says. */
    double[] requestShares(int targets) {
        double[] shares = new double[targets];
        for (int key = 0; key < owners.length; key++) {
            if (owners[key] != Placement.NONE) {
                shares[owners[key]] += set.share(key);
            }
        }
        return shares;
    }
}
