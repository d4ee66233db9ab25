package roundhouse.storage.searching.views;

import java.util.BitSet;
import roundhouse.storage.searching.Answer;
import roundhouse.storage.searching.Budget;

/**
 * Causal memory: whether each client can have an order of all writes and its own reads, of its own, that keeps to causality. For a
 * client, what comes before one of its reads comes before what that read answered; that is added until nothing follows any more, and the
 * order exists if there is no circle then (Bouajjani, Enea, Guerraoui, Hamza 2017).
 */
final class OwnOrders {
    private final Sessions sessions;
    private final BitRows before;

    OwnOrders(Sessions sessions) {
        this.sessions = sessions;
        before = new BitRows(sessions.writes.length, sessions.writes.length);
    }

    Answer arePossible(Views views, int[] source, Budget budget) {
        BitSet clients = new BitSet();
        for (int read : sessions.reads) {
            clients.set(sessions.history.client(read));
        }
        if (isCircular(views.before)) {
            return Answer.NO;
        }
        for (int client = clients.nextSetBit(0); client >= 0; client = clients.nextSetBit(client + 1)) {
            if (!isPossible(client, views, source)) {
                return Answer.NO;
            }
            if (!budget.spend()) {
                return Answer.UNKNOWN;
            }
        }
        return Answer.YES;
    }

    private boolean isCircular(BitRows rows) {
        for (int i = 0; i < sessions.writes.length; i++) {
            if (rows.has(i, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPossible(int client, Views views, int[] source) {
        before.copyFrom(views.before);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int read = 0; read < sessions.reads.length; read++) {
                if (sessions.history.client(sessions.reads[read]) != client || source[read] == Views.OPEN) {
                    continue;
                }
                int added = add(read, source[read], views);
                if (added < 0) {
                    return false;
                }
                changed |= added > 0;
            }
        }
        return !isCircular(before);
    }

    /** Puts what comes before a read before its source. Returns how much was added, or -1 if the read cannot be right. */
    private int add(int read, int source, Views views) {
        int key = sessions.history.key(sessions.reads[read]);
        int added = 0;
        for (int write = 0; write < sessions.writes.length; write++) {
            if (write != source && sessions.keyOfWrite(write) == key && isBefore(write, read, views)) {
                if (source == Sessions.NONE) {
                    return -1;
                }
                added += order(write, source) ? 1 : 0;
            }
        }
        return added;
    }

    private boolean isBefore(int write, int read, Views views) {
        if (views.seen.has(read, write)) {
            return true;
        }
        for (int seen = views.seen.next(read, 0); seen >= 0; seen = views.seen.next(read, seen + 1)) {
            if (before.has(seen, write)) {
                return true;
            }
        }
        return false;
    }

    /** Puts one write before another, and before all that comes after that. */
    private boolean order(int first, int then) {
        boolean changed = before.add(then, first);
        changed |= before.addAll(then, before, first);
        for (int i = 0; changed && i < sessions.writes.length; i++) {
            if (before.has(i, then)) {
                before.addAll(i, before, then);
            }
        }
        return changed;
    }
}
