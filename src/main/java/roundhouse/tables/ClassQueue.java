package roundhouse.tables;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A queue of ints in which lower classes come out first, and of one class who came first, as HAProxy's priority classes. As long as all
 * are of class 0 it is no more than the queue of that.
 */
public final class ClassQueue {
    private final IntQueue usual = new IntQueue();
    /** The classes other than 0 that ever were here, the lowest first, and their queues. */
    private int[] classes = {};

    private @Nullable IntQueue[] queues = {};
    private int size;

    public int size() {
        return size;
    }

    /** How many come out until the last one of that class has, that one included. */
    public int upTo(int priority) {
        if (classes.length == 0) {
            return size;
        }
        int before = priority >= 0 ? usual.size() : 0;
        for (int i = 0; i < classes.length && classes[i] <= priority; i++) {
            before += queue(i).size();
        }
        return before;
    }

    public void add(int value, int priority) {
        size++;
        if (priority == 0) {
            usual.add(value);
        } else {
            of(priority).add(value);
        }
    }

    private IntQueue of(int priority) {
        int place = Arrays.binarySearch(classes, priority);
        if (place < 0) {
            place = -place - 1;
            int[] more = Arrays.copyOf(classes, classes.length + 1);
            @Nullable IntQueue[] theirs = Arrays.copyOf(queues, queues.length + 1);
            System.arraycopy(classes, place, more, place + 1, classes.length - place);
            System.arraycopy(queues, place, theirs, place + 1, queues.length - place);
            more[place] = priority;
            theirs[place] = new IntQueue();
            classes = more;
            queues = theirs;
        }
        return queue(place);
    }

    private IntQueue queue(int place) {
        IntQueue queue = queues[place];
        if (queue == null) {
            throw new IllegalStateException("a class without a queue");
        }
        return queue;
    }

    public int remove() {
        size--;
        if (classes.length == 0) {
            return usual.remove();
        }
        for (int i = 0; i < classes.length && classes[i] < 0; i++) {
            if (queue(i).size() > 0) {
                return queue(i).remove();
            }
        }
        if (usual.size() > 0) {
            return usual.remove();
        }
        for (int i = 0; i < classes.length; i++) {
            if (queue(i).size() > 0) {
                return queue(i).remove();
            }
        }
        throw new IllegalStateException("nobody waits");
    }

    /** Each of them once, in whatever order. */
    public int get(int index) {
        int at = index;
        if (at < usual.size()) {
            return usual.get(at);
        }
        at -= usual.size();
        for (int i = 0; i < classes.length; i++) {
            if (at < queue(i).size()) {
                return queue(i).get(at);
            }
            at -= queue(i).size();
        }
        throw new IndexOutOfBoundsException(index);
    }

    public void clear() {
        size = 0;
        usual.clear();
        for (int i = 0; i < classes.length; i++) {
            queue(i).clear();
        }
    }
}
