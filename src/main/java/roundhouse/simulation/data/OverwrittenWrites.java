package roundhouse.simulation.data;

import java.util.ArrayList;
import java.util.List;
import roundhouse.tables.LongTable;

/**
 * Versions whose place in a store an older one took, which came late or again. Such a version is gone, unless a cache is to write it
 * again: then it is gone if the cache lets go of it before it has.
 */
public final class OverwrittenWrites {
    private final KeyVersions versions;
    private final List<Holder> holders = new ArrayList<>();
    /** By stamp, the key of what was overwritten and is held. */
    private final LongTable held = new LongTable();

    /** A cache that writes to a store later. */
    public interface Holder {
        /** Whether it is to write that version of the key, or does so now. */
        boolean holds(long key, long stamp);
    }

    public OverwrittenWrites(KeyVersions versions) {
        this.versions = versions;
    }

    public void ask(Holder holder) {
        holders.add(holder);
    }

    /** A store had that version of the key, and has an older one instead. */
    public void overwritten(long key, long stamp) {
        if (isHeld(key, stamp)) {
            held.put(stamp, key);
        } else {
            versions.gone(stamp);
        }
    }

    /** A store has that version from now on. */
    public void stored(long stamp) {
        versions.stored(stamp);
        if (held.size() > 0) {
            held.remove(stamp);
        }
    }

    /** A holder may have let go of something. */
    public void letGo() {
        if (held.size() == 0) {
            return;
        }
        for (long stamp : held.keys()) {
            if (!isHeld(held.get(stamp, 0), stamp)) {
                held.remove(stamp);
                versions.gone(stamp);
            }
        }
    }

    private boolean isHeld(long key, long stamp) {
        for (Holder holder : holders) {
            if (holder.holds(key, stamp)) {
                return true;
            }
        }
        return false;
    }
}
