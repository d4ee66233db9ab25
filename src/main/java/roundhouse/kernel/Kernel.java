package roundhouse.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Simulated time: a clock in nanoseconds and the events to come, in the total order of (time, sequence of scheduling). Making one
 * event happen and running to a time are the same loop, so nothing depends on how a run was cut into pieces.
 *
 * <p>Delays that vary go through a {@link VaryingDelays}, constant ones through a {@link FixedDelayQueue} each, timeouts through {@link TimeoutQueue}, and what has
 * one event to come at a time through a {@link SingleEvent}. No event allocates anything once the arrays have grown.
 *
 * <p>Every event is folded into a 64-bit {@link #digest}: its time, its handler's name, and what the handler adds with
 * {@link #fold}.
 */
public final class Kernel extends EventQueues {
    private static final Boundary NO_BOUNDARY = (timeNanos, untilNanos) -> Long.MAX_VALUE;

    private static final int BETWEEN_QUESTIONS = 4_096;

    private final VaryingDelays varying = new VaryingDelays();
    private EventHandler[] handlers = new EventHandler[16];
    private int handlerCount;
    private final List<FixedDelayQueue> fixedDelayQueues = new ArrayList<>();
    private int singleEvents;

    private long nowNanos;
    private long events;
    private long digest;
    /** The handler of the newest event. */
    private int last;

    private Boundary boundary = NO_BOUNDARY;
    private long boundaryNanos = Long.MAX_VALUE;

    /** Looks at the state between events and schedules none. */
    public interface Boundary {
        /**
         * The clock is at that time and about to move on, before any event there; returns the next time to be told.
         *
         * @param untilNanos nothing happens before that time, to which the clock moves
         */
        long passed(long timeNanos, long untilNanos);
    }

    public long nowNanos() {
        return nowNanos;
    }

    /** How many events happened. */
    public long events() {
        return events;
    }

    /** The name of the handler of the newest event; empty before the first. */
    public String lastEvent() {
        return events == 0 ? "" : handlers[last].label();
    }

    /** Stands for everything that happened so far. */
    public long digest() {
        return digest;
    }

    /** Adds a value to the digest. */
    public void fold(long value) {
        long mixed = (digest ^ value) * Mix.GOLDEN;
        digest = mixed ^ (mixed >>> 29);
    }

    /** Schedules an event {@code delayNanos} nanoseconds, 0 or more, from now. */
    public void schedule(long delayNanos, EventHandler handler, int argument) {
        varying.add(nowNanos + delayNanos, nextSequence(), payload(handler, argument));
    }

    /** The queue for events of that delay, nanoseconds; null when too many queues are in use, and then {@link #schedule} must be used. */
    public @Nullable FixedDelayQueue fixedDelayQueue(long delayNanos) {
        int idle = -1;
        for (int i = 0; i < fixedDelayQueues.size(); i++) {
            if (fixedDelayQueues.get(i).delayNanos() == delayNanos) {
                return fixedDelayQueues.get(i);
            }
            if (!fixedDelayQueues.get(i).isActive()) {
                idle = i;
            }
        }
        if (fixedDelayQueues.size() == MAX_QUEUES) {
            if (idle < 0) {
                return null;
            }
            fixedDelayQueues.remove(idle);
        }
        FixedDelayQueue queue = new FixedDelayQueue(this, delayNanos);
        fixedDelayQueues.add(queue);
        return queue;
    }

    /** Takes out all events of that handler; O(n log n). */
    public void cancel(EventHandler handler) {
        varying.cancel(handler.number());
        cancelQueued(handler.number());
    }

    /** When the next event comes, or {@link Long#MAX_VALUE} when none will. */
    public long nextEventNanos() {
        varying.settle();
        return Math.min(varying.timeNanos(), earliest().timeNanos());
    }

    /** Makes the next event happen; false when there is none. */
    public boolean step() {
        return fire(Long.MAX_VALUE - 1, 1);
    }

    /** Makes all events up to and including that time happen, and moves the clock to it. A time in the past does nothing. */
    public void runUntil(long timeNanos) {
        long limitNanos = Math.min(timeNanos, Long.MAX_VALUE - 1);
        while (fire(limitNanos, Integer.MAX_VALUE)) {
            // There may be more.
        }
        if (limitNanos > nowNanos) {
            moveTo(limitNanos);
        }
    }

    /**
     * The same, unless somebody stops it: asked every {@value #BETWEEN_QUESTIONS} events. A run that was stopped stands after
     * its last event.
     *
     * @return whether it got to that time
     */
    public boolean runUntil(long timeNanos, BooleanSupplier stopped) {
        long limitNanos = Math.min(timeNanos, Long.MAX_VALUE - 1);
        while (fire(limitNanos, BETWEEN_QUESTIONS)) {
            if (stopped.getAsBoolean()) {
                return false;
            }
        }
        if (limitNanos > nowNanos) {
            moveTo(limitNanos);
        }
        return true;
    }

    /** Moves the clock on to that time, which must not be beyond the next event. */
    public void advanceTo(long timeNanos) {
        if (timeNanos > nextEventNanos()) {
            throw new IllegalArgumentException("an event comes before " + timeNanos + " ns");
        }
        if (timeNanos > nowNanos) {
            moveTo(timeNanos);
        }
    }

    /** Tells {@code boundary} when the clock passes {@code timeNanos}, and then whenever it asks. Replaces the one before. */
    public void watch(long timeNanos, Boundary boundary) {
        this.boundary = boundary;
        this.boundaryNanos = timeNanos;
    }

    /**
     * Makes events up to and including that time happen, one after the other until there is no more of them.
     *
     * @param most how many at most
     * @return whether so many happened
     */
    private boolean fire(long limitNanos, int most) {
        // By the count that is kept anyway: one more would be saved and loaded around every event.
        long end = events + most;
        while (events < end) {
            EventQueue queue = earliest();
            long timeNanos = queue.timeNanos();
            if (timeNanos >= varying.timeNanos() && isAfterVarying(queue)) {
                if (!fireVarying(limitNanos)) {
                    return false;
                }
            } else if (timeNanos > limitNanos) {
                return false;
            } else {
                moveTo(timeNanos);
                if (queue.isSingle()) {
                    // Here rather than in the queue, so that which event it is has to be guessed only once.
                    earliestLeaves(queue);
                    happens(timeNanos, queue.onlyHandler, queue.onlyHandlerName);
                    queue.fire(timeNanos);
                } else {
                    queue.fireHead(this, timeNanos);
                }
            }
        }
        return true;
    }

    private boolean isAfterVarying(EventQueue queue) {
        varying.settle();
        long before = varying.timeNanos();
        return before < queue.timeNanos() || (before == queue.timeNanos() && varying.sequence() < queue.sequence());
    }

    private boolean fireVarying(long limitNanos) {
        long timeNanos = varying.timeNanos();
        if (timeNanos > limitNanos) {
            return false;
        }
        moveTo(timeNanos);
        dispatch(varying.take());
        return true;
    }

    private void moveTo(long timeNanos) {
        while (boundaryNanos <= timeNanos) {
            nowNanos = boundaryNanos;
            boundaryNanos = boundary.passed(boundaryNanos, timeNanos);
        }
        nowNanos = timeNanos;
    }

    @Override
    void dispatch(long payload) {
        dispatch(handlers[(int) (payload >>> 32)], (int) payload);
    }

    private void dispatch(EventHandler handler, int argument) {
        happens(nowNanos, handler.number(), handler.name());
        handler.fire(argument);
    }

    /** An event of the handler with that number and name comes due now. */
    private void happens(long nowNanos, int handler, long name) {
        last = handler;
        events++;
        fold(nowNanos ^ name);
    }

    /** Whether one more has a queue of its own. */
    boolean takesSingleEvent() {
        return singleEvents++ < MAX_QUEUES;
    }

    static long payload(EventHandler handler, int argument) {
        return (long) handler.number() << 32 | (argument & 0xffffffffL);
    }

    int register(EventHandler handler) {
        if (handlerCount == handlers.length) {
            handlers = Arrays.copyOf(handlers, handlerCount * 2);
        }
        handlers[handlerCount] = handler;
        return handlerCount++;
    }
}
