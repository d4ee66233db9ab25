package roundhouse.storage.searching.orders;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Tries one order of all that matters in which every answer is right and that keeps to what must be: reads as soon as what they gave is
 * there, and of the writes the one that was called first, where nobody has still to read what it takes the place of. Linear but for the
 * queue. Where it gets stuck there may be another order all the same.
 */
final class OneOrder {
    private final ReadsFrom reads;
    /** By place: what comes directly behind. */
    private final int[][] behind;
    /** By place: how many are directly before it and not there yet. */
    private final int[] left;
    /** By key: the place of the write whose value is there, or {@link ReadsFrom#INITIAL}. */
    private final int[] current;
    /** By place of a write: how many have still to read it. */
    private final int[] readers;
    /** By key: how many have still to read what was there at first. */
    private final int[] firstReaders;

    private final Deque<Integer> readyReads = new ArrayDeque<>();
    private final Queue<Integer> readyWrites = new PriorityQueue<>();
    /** By key: writes that wait until all have read what is there. */
    private final List<List<Integer>> waiting = new ArrayList<>();

    OneOrder(MustOrder must) {
        reads = must.reads;
        int size = reads.size();
        left = new int[size];
        current = new int[reads.history.keys()];
        Arrays.fill(current, ReadsFrom.INITIAL);
        readers = new int[size];
        firstReaders = new int[current.length];
        Arrays.stream(current).forEach(_ -> waiting.add(new ArrayList<>()));
        int[] counts = new int[size];
        int[][] before = new int[size][];
        for (int i = 0; i < size; i++) {
            before[i] = must.directlyBefore(i);
            left[i] = before[i].length;
            Arrays.stream(before[i]).forEach(earlier -> counts[earlier]++);
            if (reads.isRead(i)) {
                count(i, 1);
            }
        }
        behind = Arrays.stream(counts).mapToObj(int[]::new).toArray(int[][]::new);
        for (int i = 0; i < size; i++) {
            for (int earlier : before[i]) {
                behind[earlier][--counts[earlier]] = i;
            }
        }
    }

    private void count(int read, int by) {
        if (reads.source[read] == ReadsFrom.INITIAL) {
            firstReaders[reads.key(read)] += by;
        } else {
            readers[reads.source[read]] += by;
        }
    }

    /** Whether all could be put in one. */
    boolean isFound() {
        for (int i = 0; i < left.length; i++) {
            if (left[i] == 0) {
                ready(i);
            }
        }
        int taken = 0;
        while (!readyReads.isEmpty() || !readyWrites.isEmpty()) {
            if (!readyReads.isEmpty()) {
                int read = readyReads.remove();
                count(read, -1);
                take(read);
                taken++;
                continue;
            }
            int write = readyWrites.remove();
            int key = reads.key(write);
            if (isUnread(key)) {
                waiting.get(key).add(write);
            } else {
                current[key] = write;
                take(write);
                taken++;
            }
        }
        return taken == left.length;
    }

    /** Whether somebody has still to read what is there. */
    private boolean isUnread(int key) {
        return (current[key] == ReadsFrom.INITIAL ? firstReaders[key] : readers[current[key]]) > 0;
    }

    private void ready(int place) {
        if (reads.isRead(place)) {
            readyReads.add(place);
        } else {
            readyWrites.add(place);
        }
    }

    private void take(int place) {
        for (int later : behind[place]) {
            if (--left[later] == 0) {
                ready(later);
            }
        }
        int key = reads.key(place);
        if (!isUnread(key)) {
            readyWrites.addAll(waiting.get(key));
            waiting.get(key).clear();
        }
    }
}
