package roundhouse.caching.fetching;

import java.util.Arrays;
import roundhouse.caching.freshness.Held;
import roundhouse.tables.LongTable;

/**
 * A cache's fetches under way: says of each request whether it is served, goes to the origin or waits, and wakes who waits. Requests
 * are numbers that the caller gives, as are times, nanoseconds that never go back. The rules are those of {@link Coalescing}.
 *
 * <p>Constant time, but for those that are woken and for {@link #leave}, which looks through the waiters of its key. Nothing is
 * allocated once it has had as many fetches and waiters at a time as it will.
 */
public final class Fetches {
    /** No fetch, or no waiter. */
    public static final int NONE = -1;

    private static final int FIRST_SIZE = 16;

    private final Coalescing coalescing;
    /** The row of each key for which there is a fetch or a waiter. */
    private final LongTable rows = new LongTable();

    private int[] running = new int[FIRST_SIZE];
    private boolean[] locked = new boolean[FIRST_SIZE];
    private int[] owner = new int[FIRST_SIZE];
    private long[] lockedUntilNanos = new long[FIRST_SIZE];
    private int[] firstWaiter = new int[FIRST_SIZE];
    private int[] lastWaiter = new int[FIRST_SIZE];
    private final FreeList freeRows = new FreeList();

    private long[] waiter = new long[FIRST_SIZE];
    private int[] nextWaiter = new int[FIRST_SIZE];
    private final FreeList freeWaiters = new FreeList();

    /** Rows below this one were ever taken. */
    private int rowsTaken;

    private int tickets;
    private int firstTicket;
    private int ticket = NONE;
    private long lookNanos;
    private int waiting;
    private int fetching;

    public Fetches(Coalescing coalescing) {
        this.coalescing = coalescing;
    }

    /** A request comes with what it found in the cache. */
    public FetchStep ask(long key, Held found, long request, long nowNanos) {
        return ask(key, found, request, nowNanos, nowNanos);
    }

    /**
     * A request that waited asks again, because it was woken or because it is {@link #lookNanos} that it was told.
     *
     * @param sinceNanos when it asked first
     */
    public FetchStep ask(long key, Held found, long request, long sinceNanos, long nowNanos) {
        return switch (found) {
            case FRESH -> FetchStep.SERVE;
            case UNCACHEABLE -> begins(row(key), FetchStep.FETCH);
            case ABSENT ->
                coalescing.scope() == Coalescing.Scope.NONE
                        ? begins(row(key), FetchStep.FETCH)
                        : locks(key, request, sinceNanos, nowNanos);
            case STALE, EXPIRED -> renews(key, found, request, sinceNanos, nowNanos);
        };
    }

    private FetchStep renews(long key, Held found, long request, long sinceNanos, long nowNanos) {
        boolean maySeeOld = found == Held.STALE || coalescing.staleWhileUpdating();
        int row = row(key);
        if (!locked[row]) {
            lock(row, nowNanos);
            return begins(
                    row, maySeeOld && coalescing.background() ? FetchStep.SERVE_STALE_AND_FETCH : FetchStep.FETCH);
        }
        if (maySeeOld) {
            return FetchStep.SERVE_STALE;
        }
        return coalescing.scope() == Coalescing.Scope.ALL
                ? locks(key, request, sinceNanos, nowNanos)
                : begins(row, FetchStep.FETCH);
    }

    private FetchStep locks(long key, long request, long sinceNanos, long nowNanos) {
        int row = row(key);
        if (!locked[row] || nowNanos >= lockedUntilNanos[row]) {
            lock(row, nowNanos);
            return begins(row, FetchStep.FETCH);
        }
        if (coalescing.waiting() != Coalescing.Waiting.LOOKS) {
            enqueue(row, request);
            lookNanos = Long.MAX_VALUE;
            return FetchStep.WAIT;
        }
        long timeout = saturated(sinceNanos, coalescing.timeoutNanos());
        if (nowNanos >= timeout) {
            return begins(row, FetchStep.FETCH_UNKEPT);
        }
        // The first look is at the timeout if that comes before; later ones only where the lock becomes too old before.
        long latest = nowNanos == sinceNanos ? timeout : lockedUntilNanos[row];
        lookNanos = Math.min(latest, nowNanos + coalescing.lookNanos());
        return FetchStep.WAIT;
    }

    /** A refresh before the entry expires begins, if none is under way: {@link FetchStep#SERVE_STALE_AND_FETCH} or {@link FetchStep#SERVE}. */
    public FetchStep refreshEarly(long key, long nowNanos) {
        int row = row(key);
        if (locked[row]) {
            return FetchStep.SERVE;
        }
        lock(row, nowNanos);
        return begins(row, FetchStep.SERVE_STALE_AND_FETCH);
    }

    /** After a step that {@link FetchStep#fetches}: the number of its fetch, for {@link #ended}. */
    public int ticket() {
        return ticket;
    }

    /** After {@link FetchStep#WAIT}: when the request asks again by itself, {@code Long.MAX_VALUE} if it will be woken. */
    public long lookNanos() {
        return lookNanos;
    }

    /** Whether a fetch for the key is under way. */
    public boolean running(long key) {
        long row = rows.get(key, NONE);
        return row != NONE && running[(int) row] > 0;
    }

    /** Fetches under way. */
    public int fetching() {
        return fetching;
    }

    /** Requests that wait to be woken. */
    public int waiting() {
        return waiting;
    }

    /** A fetch has ended, and what it brought is in the cache. Each ends once; those from before {@link #clear} are of no concern. */
    public void ended(long key, int endedTicket, FetchEnd end, WokenListener listener) {
        if (endedTicket - firstTicket < 0) {
            return;
        }
        int row = (int) rows.get(key, NONE);
        running[row]--;
        fetching--;
        boolean opens = owner[row] == endedTicket || end == FetchEnd.KEPT;
        if (opens) {
            locked[row] = false;
            boolean shares = coalescing.waiting() == Coalescing.Waiting.SHARES && end != FetchEnd.UNCACHEABLE;
            int each = firstWaiter[row];
            firstWaiter[row] = NONE;
            lastWaiter[row] = NONE;
            while (each != NONE) {
                int next = nextWaiter[each];
                freeWaiters.give(each);
                waiting--;
                listener.woken(waiter[each], shares);
                each = next;
            }
        }
        forgetIfIdle(key, row);
    }

    /** A request does not wait any more for its own reasons. */
    public void leave(long key, long request) {
        int row = (int) rows.get(key, NONE);
        int before = NONE;
        for (int each = row == NONE ? NONE : firstWaiter[row]; each != NONE; each = nextWaiter[each]) {
            if (waiter[each] == request) {
                unlink(row, before, each);
                return;
            }
            before = each;
        }
    }

    private void unlink(int row, int before, int each) {
        if (before == NONE) {
            firstWaiter[row] = nextWaiter[each];
        } else {
            nextWaiter[before] = nextWaiter[each];
        }
        if (lastWaiter[row] == each) {
            lastWaiter[row] = before;
        }
        freeWaiters.give(each);
        waiting--;
    }

    /** All that wait are woken, to see for themselves; what is under way is of no concern any more. */
    public void disband(WokenListener listener) {
        for (int row = 0; row < rowsTaken; row++) {
            for (int each = firstWaiter[row]; each != NONE; each = nextWaiter[each]) {
                listener.woken(waiter[each], false);
            }
            firstWaiter[row] = NONE;
        }
        clear();
    }

    /** Forgets all, as when the cache breaks down. Whoever waits is not woken. */
    public void clear() {
        rows.clear();
        rowsTaken = 0;
        freeRows.clear();
        freeWaiters.clear();
        firstTicket = tickets;
        waiting = 0;
        fetching = 0;
    }

    private void lock(int row, long nowNanos) {
        locked[row] = true;
        owner[row] = tickets;
        lockedUntilNanos[row] = saturated(nowNanos, coalescing.lockNanos());
    }

    private FetchStep begins(int row, FetchStep step) {
        running[row]++;
        fetching++;
        ticket = tickets++;
        return step;
    }

    private void enqueue(int row, long request) {
        int place = freeWaiters.take();
        if (place == waiter.length) {
            waiter = Arrays.copyOf(waiter, 2 * place);
            nextWaiter = Arrays.copyOf(nextWaiter, 2 * place);
        }
        waiter[place] = request;
        nextWaiter[place] = NONE;
        if (firstWaiter[row] == NONE) {
            firstWaiter[row] = place;
        } else {
            nextWaiter[lastWaiter[row]] = place;
        }
        lastWaiter[row] = place;
        waiting++;
    }

    private int row(long key) {
        long known = rows.get(key, NONE);
        if (known != NONE) {
            return (int) known;
        }
        int row = freeRows.take();
        if (row == running.length) {
            int size = 2 * row;
            running = Arrays.copyOf(running, size);
            locked = Arrays.copyOf(locked, size);
            owner = Arrays.copyOf(owner, size);
            lockedUntilNanos = Arrays.copyOf(lockedUntilNanos, size);
            firstWaiter = Arrays.copyOf(firstWaiter, size);
            lastWaiter = Arrays.copyOf(lastWaiter, size);
        }
        rowsTaken = Math.max(rowsTaken, row + 1);
        running[row] = 0;
        locked[row] = false;
        owner[row] = NONE;
        firstWaiter[row] = NONE;
        lastWaiter[row] = NONE;
        rows.put(key, row);
        return row;
    }

    private void forgetIfIdle(long key, int row) {
        if (running[row] == 0 && firstWaiter[row] == NONE) {
            rows.remove(key);
            freeRows.give(row);
        }
    }

    private static long saturated(long nanos, long more) {
        return more >= Long.MAX_VALUE - nanos ? Long.MAX_VALUE : nanos + more;
    }
}
