package roundhouse.simulation;

import roundhouse.routing.sticky.KeysByUse;
import roundhouse.topology.nodes.SessionState;

/**
 * The sessions whose state one server holds, and what became of others. A session is used with each of its requests; one that is
 * unused for its life is forgotten, which loses nothing that anybody misses. Constant time, and no allocation once the table has grown
 * to its use.
 */
final class SessionTable {
    /** Sessions that a crash or a removal took. */
    long lost;
    /** Requests of sessions begun before, whose state was not here: left behind at another server, or lost. */
    long missed;

    private long life;
    private long bytesEach;
    private final KeysByUse sessions = new KeysByUse(Integer.MAX_VALUE);

    SessionTable(SessionState state) {
        become(state);
    }

    /** From now on sessions live so long and are so large. */
    void become(SessionState state) {
        life = DurationSampler.nanos(state.life());
        bytesEach = state.bytes();
    }

    /**
     * A request of the session is served at that time; if the session is not held it begins here.
     *
     * @param starts whether nobody knows the session yet, so that nothing is missed
     * @return whether its state was here
     */
    boolean use(long session, boolean starts, long now) {
        sessions.expire(now, life);
        int slot = sessions.find(session);
        if (slot != KeysByUse.NIL) {
            sessions.use(slot, now);
            return true;
        }
        sessions.add(session, now);
        if (!starts) {
            missed++;
        }
        return false;
    }

    /** Sessions held at that time. */
    int held(long now) {
        sessions.expire(now, life);
        return sessions.size();
    }

    /** Memory that those take. */
    long bytes(long now) {
        return held(now) * bytesEach;
    }

    /** Everything is gone. Returns how many sessions that were. */
    int lose(long now) {
        int gone = held(now);
        lost += gone;
        sessions.clear();
        return gone;
    }
}
