package roundhouse.simulation.serving;

import roundhouse.routing.sticky.KeysByUse;
import roundhouse.simulation.components.SessionFigures;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.topology.nodes.parts.SessionState;

/**
 * The sessions whose state one server holds, and what became of others. A session is used with each of its requests; one that is
 * unused for its life is forgotten, which does not count as lost. Constant time, and no allocation once the table has grown
 * to its use.
 */
final class SessionTable implements SessionFigures {
    private long lost;
    private long missed;

    private long lifeNanos;
    private long bytesEach;
    private final KeysByUse sessions = new KeysByUse(Integer.MAX_VALUE);

    SessionTable(SessionState state) {
        lives(state);
    }

    /** From now on sessions live so long and are so large. Those whose life was over by the rules so far are gone. */
    void become(SessionState state, long nowNanos) {
        sessions.expire(nowNanos, lifeNanos);
        lives(state);
    }

    private void lives(SessionState state) {
        lifeNanos = DurationSampler.nanos(state.life());
        bytesEach = state.bytes();
    }

    /**
     * A request of the session is served at that time; if the session is not held it begins here.
     *
     * @param starts whether nobody knows the session yet, so that nothing is missed
     * @return whether its state was here
     */
    boolean use(long session, boolean starts, long nowNanos) {
        sessions.expire(nowNanos, lifeNanos);
        int slot = sessions.find(session);
        if (slot != KeysByUse.NIL) {
            sessions.use(slot, nowNanos);
            return true;
        }
        sessions.add(session, nowNanos);
        if (!starts) {
            missed++;
        }
        return false;
    }

    @Override
    public int held(long nowNanos) {
        return sessions.sizeAfter(nowNanos, lifeNanos);
    }

    @Override
    public long bytes(long nowNanos) {
        return held(nowNanos) * bytesEach;
    }

    @Override
    public long lost() {
        return lost;
    }

    @Override
    public long missed() {
        return missed;
    }

    /** Everything is gone. Returns how many sessions that were. */
    int lose(long nowNanos) {
        int gone = held(nowNanos);
        lost += gone;
        sessions.clear();
        return gone;
    }
}
