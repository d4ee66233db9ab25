package roundhouse.storage.searching.orders;

import java.util.Arrays;
import roundhouse.storage.history.OperationHistory;

/**
 * The order of each client alone: what it asked first comes first, and between clients nothing is said. An operation whose outcome is
 * unknown comes after what its client did before, and is before nothing.
 */
final class ClientOrder extends Precedence {
    private final OperationHistory history;
    /** The operations of each client that returned. */
    private final int[][] lists;
    /** How far each client has got. */
    private final int[] at;

    private final int[] unknown;
    /** How far the client must be for it, by operation; for those that returned, their place in the list. */
    private final int[] place;

    private final int[] before;
    private int depth;

    ClientOrder(OperationHistory history) {
        super(history.size());
        this.history = history;
        int size = history.size();
        int[] lengths = new int[history.clients()];
        place = new int[size];
        int[] needed = new int[history.clients()];
        int unknowns = 0;
        for (int i = 0; i < size; i++) {
            int client = history.client(i);
            if (history.isKnown(i)) {
                place[i] = lengths[client]++;
                needed[client] = history.isNeeded(i) ? lengths[client] : needed[client];
            } else {
                place[i] = needed[client];
                unknowns++;
            }
        }
        lists = new int[lengths.length][];
        for (int i = 0; i < lengths.length; i++) {
            lists[i] = new int[lengths[i]];
        }
        unknown = new int[unknowns];
        int found = 0;
        for (int i = 0; i < size; i++) {
            if (history.isKnown(i)) {
                lists[history.client(i)][place[i]] = i;
            } else {
                unknown[found++] = i;
            }
        }
        at = new int[lengths.length];
        before = new int[size + 1];
    }

    @Override
    int available(int[] into, int from) {
        int count = from;
        for (int client = 0; client < lists.length; client++) {
            for (int i = at[client]; i < lists[client].length; i++) {
                into[count++] = lists[client][i];
                if (history.isNeeded(lists[client][i])) {
                    break;
                }
            }
        }
        for (int operation : unknown) {
            if (isAvailable(operation)) {
                into[count++] = operation;
            }
        }
        Arrays.sort(into, from, count);
        return count;
    }

    @Override
    boolean isAvailable(int operation) {
        return !isGone(operation) && at[history.client(operation)] >= place[operation];
    }

    @Override
    boolean excludesNothing(int operation) {
        return at[history.client(operation)] == place[operation];
    }

    @Override
    void take(int operation) {
        setGone(operation, true);
        int client = history.client(operation);
        before[depth++] = at[client];
        if (history.isKnown(operation)) {
            move(client, place[operation] + 1);
        }
    }

    @Override
    void giveBack(int operation) {
        int client = history.client(operation);
        move(client, before[--depth]);
        setGone(operation, false);
    }

    private void move(int client, int to) {
        while (at[client] < to) {
            setGone(lists[client][at[client]++], true);
        }
        while (at[client] > to) {
            setGone(lists[client][--at[client]], false);
        }
    }
}
