package roundhouse.hashing;

import java.util.List;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.functions.Utf8;

/**
 * Decides which target a key lives on. Immutable, and so safe to share between threads; a change of targets makes another one, and
 * what moved is a function of the two.
 *
 * <p>A key is hashed once, by {@link #hash(byte[])}, and everything else takes that number. Two placements of the same kind with
 * the same {@linkplain #function hash function} make the same number of a key, whatever their targets.
 *
 * <p>Targets are known by their index in {@link #targets()}. Removing one shifts those behind it, so compare two placements by
 * name.
 */
public interface Placement {
    /** No target can own the key. */
    int NONE = -1;

    /** All targets, also those that are down. */
    List<Target> targets();

    /** What keys are hashed with. */
    HashFunction function();

    /** What this placement makes of a key: the number that {@link #owner(long)} takes. */
    long hash(byte[] key);

    /** As {@link #hash(byte[])} of the text in UTF-8. */
    default long hash(String key) {
        return hash(Utf8.of(key));
    }

    /** The target that owns the key, or {@link #NONE} when none is usable. A pure function. */
    int owner(long keyHash);

    default int owner(byte[] key) {
        return owner(hash(key));
    }

    default int owner(String key) {
        return owner(hash(key));
    }

    /**
     * The targets that hold copies of the key: distinct, usable, the owner first. Where targets name zones, those of zones not
     * yet used come before the rest. When one goes down the others stay, in their order, and the next serves: it has the key.
     *
     * @param out filled from its beginning
     * @return how many there are: {@code count}, or fewer when there are not as many usable targets
     */
    int replicas(long keyHash, int count, int[] out);

    /** Where the key stands and the targets with it; for people who ask why, not for a lookup. */
    Standing standing(long keyHash);

    /** The same placement of other targets, or of these in another state; what a program remembers from its start stays. */
    Placement rebuild(List<Target> targets);

    /** With one more target, at the end. */
    Placement with(Target target);

    /** Without this target; those behind it move up. */
    Placement without(int target);

    /** With another target in this one's place: another weight, zone, state or name. */
    Placement replace(int target, Target replacement);

    /** With this target marked down, or up again. What it owns falls to others as this placement has it for outages. */
    default Placement down(int target, boolean down) {
        return replace(target, targets().get(target).withDown(down));
    }

    /** Starts to use the placement for a stream of requests; see {@link Selector}. */
    default Selector selector(TargetLoad load) {
        return this::owner;
    }

    /** Memory its tables take, bytes; the targets themselves aside. */
    long memory();

    /** The index of the first target of that name, or {@link #NONE}. */
    default int indexOf(String name) {
        List<Target> targets = targets();
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i).name().equals(name)) {
                return i;
            }
        }
        return NONE;
    }
}
