package roundhouse.storage.searching.views;

import java.util.Arrays;

/** Whether one order of the writes explains every read: what each read sees of its key comes before what it answered. */
final class Arbitration {
    private final Sessions sessions;
    /** By write: writes that must be arbitrated before it. */
    final BitRows before;

    private final int[] mark;
    private final int[] path;
    private final int[] cursor;

    Arbitration(Sessions sessions) {
        this.sessions = sessions;
        int size = sessions.writes.length;
        before = new BitRows(size, size);
        mark = new int[size];
        path = new int[size + 1];
        cursor = new int[size + 1];
    }

    /** Returns whether there is such an order. */
    boolean isPossible(Views views, int[] source) {
        before.copyFrom(views.before);
        for (int read = 0; read < sessions.reads.length; read++) {
            if (source[read] != Views.OPEN && !arbitrate(views, read, source[read])) {
                return false;
            }
        }
        return cycle().length == 0;
    }

    private boolean arbitrate(Views views, int read, int source) {
        int key = sessions.history.key(sessions.reads[read]);
        for (int write = views.seen.next(read, 0); write >= 0; write = views.seen.next(read, write + 1)) {
            if (write != source && sessions.keyOfWrite(write) == key) {
                if (source == Sessions.NONE) {
                    return false;
                }
                before.add(source, write);
            }
        }
        return true;
    }

    /** Writes each of which must come before the one that follows, and the last before the first; none if there are no such. */
    int[] cycle() {
        Arrays.fill(mark, 0);
        for (int i = 0; i < mark.length; i++) {
            if (mark[i] == 0) {
                int[] found = cycleFrom(i);
                if (found.length > 0) {
                    return found;
                }
            }
        }
        return new int[0];
    }

    private int[] cycleFrom(int start) {
        int depth = 0;
        path[0] = start;
        cursor[0] = 0;
        mark[start] = 1;
        while (depth >= 0) {
            int at = path[depth];
            int next = before.next(at, cursor[depth]);
            if (next < 0) {
                mark[at] = 2;
                depth--;
            } else {
                cursor[depth] = next + 1;
                if (mark[next] == 1) {
                    return backwards(next, depth);
                }
                if (mark[next] == 0) {
                    mark[next] = 1;
                    path[++depth] = next;
                    cursor[depth] = 0;
                }
            }
        }
        return new int[0];
    }

    /** The path goes from a write to what is before it, so it is turned round. */
    private int[] backwards(int closing, int depth) {
        int from = depth;
        while (path[from] != closing) {
            from--;
        }
        int[] found = new int[depth - from + 1];
        for (int i = 0; i < found.length; i++) {
            found[i] = path[depth - i];
        }
        return found;
    }
}
