package roundhouse.storage.replication;

import roundhouse.storage.tables.ObjectTable;

/**
 * What the client of a session remembers, so that it reads its own writes and never less than it has read already (Terry et al. 1994):
 * the latest place in a log that it saw, or of each key the versions.
 */
public final class ClientSession {
    private final boolean readsOwnWrites;
    private final boolean readsMonotonically;
    private final ObjectTable<Seen> ofKeys = new ObjectTable<>();
    private final ObjectTable<Seen> lastReads = new ObjectTable<>();
    private Seen ofAll = Seen.Nothing.YET;

    public ClientSession(boolean readsOwnWrites, boolean readsMonotonically) {
        this.readsOwnWrites = readsOwnWrites;
        this.readsMonotonically = readsMonotonically;
    }

    /** What a read of a key must show. */
    public Seen seen(long key) {
        return ofKeys.getOr(key, ofAll);
    }

    /** What it read last of a key: the context of a write that is to replace it. */
    public Seen context(long key) {
        return lastReads.getOr(key, Seen.Nothing.YET);
    }

    /** It was answered. */
    public void told(StoreRequest request, StoreResult result, Found found) {
        if (result != StoreResult.OK || found.seen() instanceof Seen.Nothing) {
            return;
        }
        if (!request.isWrite()) {
            lastReads.put(request.key(), found.seen());
        }
        if (request.isWrite() ? readsOwnWrites : readsMonotonically) {
            if (found.seen().isOfOneKey()) {
                ofKeys.put(request.key(), found.seen().and(ofKeys.getOr(request.key(), Seen.Nothing.YET)));
            } else {
                ofAll = found.seen().and(ofAll);
            }
        }
    }
}
