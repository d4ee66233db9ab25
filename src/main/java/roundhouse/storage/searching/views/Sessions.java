package roundhouse.storage.searching.views;

import java.util.Arrays;
import java.util.stream.IntStream;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;

/** The writes and the reads of a history, and for each what its client had done before. */
final class Sessions {
    /** No write, or no read. */
    static final int NONE = -1;

    final OperationHistory history;
    /** The operations that write, needed or not; a write is called by its place here. */
    final int[] writes;
    /** The operations that read and were answered. */
    final int[] reads;
    /** By read: how many of its client's needed writes were before it. */
    final int[] ownWrites;
    /** By client: its needed writes, in order. */
    private final int[][] byClient;
    /** By read: the read of its client before it. */
    final int[] readBefore;
    /** By write: the needed write of its client before it. */
    final int[] writeBefore;
    /** By write: the read of its client before it. */
    final int[] readBeforeWrite;
    /** By read: the writes whose value it answered; {@link #NONE} for what was there at first. */
    final int[][] sources;

    Sessions(OperationHistory history) {
        this.history = history;
        int size = history.size();
        writes = IntStream.range(0, size)
                .filter(i -> history.kind(i) == OperationKind.WRITE)
                .toArray();
        reads = IntStream.range(0, size)
                .filter(i -> history.kind(i) == OperationKind.READ && history.isNeeded(i))
                .toArray();
        ownWrites = new int[reads.length];
        byClient = new int[history.clients()][0];
        readBefore = new int[reads.length];
        writeBefore = new int[writes.length];
        readBeforeWrite = new int[writes.length];
        walk();
        sources = Arrays.stream(reads).mapToObj(this::sources).toArray(int[][]::new);
    }

    private void walk() {
        int[] lastRead = new int[history.clients()];
        int[] written = new int[history.clients()];
        Arrays.fill(lastRead, NONE);
        int read = 0;
        int write = 0;
        for (int i = 0; i < history.size(); i++) {
            int client = history.client(i);
            if (write < writes.length && writes[write] == i) {
                writeBefore[write] = written[client] == 0 ? NONE : byClient[client][written[client] - 1];
                readBeforeWrite[write] = lastRead[client];
                if (history.isNeeded(i)) {
                    if (written[client] == byClient[client].length) {
                        byClient[client] = Arrays.copyOf(byClient[client], 2 * written[client] + 4);
                    }
                    byClient[client][written[client]++] = write;
                }
                write++;
            } else if (read < reads.length && reads[read] == i) {
                ownWrites[read] = written[client];
                readBefore[read] = lastRead[client];
                lastRead[client] = read++;
            }
        }
    }

    /** A write of the client of a read, by its place among those. */
    int ownWrite(int read, int index) {
        return byClient[history.client(reads[read])][index];
    }

    /** The possible sources of a read; the latest that was called before it returned comes first. */
    private int[] sources(int read) {
        int value = history.result(read);
        IntStream found = IntStream.range(0, writes.length)
                .map(i -> writes.length - 1 - i)
                .filter(i -> history.key(writes[i]) == history.key(read) && history.argument(writes[i]) == value);
        int[] all = found.toArray();
        int[] inTime = Arrays.stream(all)
                .filter(i -> history.call(writes[i]) <= history.returned(read))
                .toArray();
        int[] later = Arrays.stream(all)
                .filter(i -> history.call(writes[i]) > history.returned(read))
                .toArray();
        IntStream first = value == history.initial() ? IntStream.of(NONE) : IntStream.empty();
        return IntStream.concat(IntStream.concat(Arrays.stream(inTime), first), Arrays.stream(later))
                .toArray();
    }

    int keyOfWrite(int write) {
        return history.key(writes[write]);
    }
}
