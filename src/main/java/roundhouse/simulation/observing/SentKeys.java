package roundhouse.simulation.observing;

import org.jspecify.annotations.Nullable;
import roundhouse.simulation.engine.Component;

/** The keys of the last requests that clients began, for people to look at. Noting one allocates nothing. */
final class SentKeys {
    /** A power of two. */
    static final int KEPT = 4_096;

    private final long[] keys = new long[KEPT];
    private final @Nullable Component[] clients = new Component[KEPT];
    private long begun;

    /** These clients began a request for that key. */
    void began(Component from, long key) {
        int at = (int) begun++ & (KEPT - 1);
        keys[at] = key;
        clients[at] = from;
    }

    void write(Frame frame) {
        int count = (int) Math.min(begun, KEPT);
        if (frame.key.length < count) {
            frame.key = new long[KEPT];
            frame.keyClients = new int[KEPT];
        }
        frame.keys = count;
        for (int i = 0; i < count; i++) {
            int at = (int) (begun - count + i) & (KEPT - 1);
            Component from = clients[at];
            frame.key[i] = keys[at];
            frame.keyClients[i] = from == null ? Component.GONE : from.index;
        }
    }
}
