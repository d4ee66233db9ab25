package roundhouse.kernel;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Processor sharing: all jobs that are there are worked on at once. Of c processors, n jobs have one each while n is at most c, and
 * c ÷ n each when there are more.
 *
 * <p>By virtual time: the work that each job has had since the processors were last idle is the same clock for all, so a job ends when
 * that clock shows what it showed at its beginning and its demand more, and only the next end must be known. Exact but for the rounding
 * of each end to a whole nanosecond; O(log n) a job; allocates nothing once its arrays have grown. Kleinrock, "Time-shared Systems: A
 * Theoretical Treatment", JACM 14 (1967).
 */
public final class SharedProcessor extends EventHandler {
    private static final int FEW = 16;

    private final Kernel kernel;
    private final IntConsumer ended;
    private double processors;

    /** Work that each job has had since it was last idle, nanoseconds, at {@link #sinceNanos}. */
    private double virtualNanos;

    private long sinceNanos;

    /** A heap by virtual time of ending, and of equal ones by order of beginning. */
    private double[] ends = new double[FEW];

    private long[] orders = new long[FEW];
    private int[] jobs = new int[FEW];
    private int size;
    private long begun;

    /** When the next event comes that counts, and its number; those of other numbers are outdated. */
    private long dueNanos = Long.MAX_VALUE;

    private int due;

    /**
     * @param name in the digest
     * @param processors how many there are, 0 or more
     * @param ended told each job that has had its work
     */
    public SharedProcessor(Kernel kernel, String name, double processors, IntConsumer ended) {
        super(kernel, name);
        this.kernel = kernel;
        this.processors = processors;
        this.ended = ended;
    }

    /** Begins to work on a job, which needs so much of a processor's time. */
    public void add(int job, long demandNanos) {
        goOn();
        if (size == 0) {
            virtualNanos = 0;
        }
        if (size == jobs.length) {
            ends = Arrays.copyOf(ends, 2 * size);
            orders = Arrays.copyOf(orders, 2 * size);
            jobs = Arrays.copyOf(jobs, 2 * size);
        }
        up(size++, virtualNanos + demandNanos, begun++, job);
        expect();
    }

    /** From now on there are so many processors; 0 for none, so that all jobs keep what they still need. */
    public void processors(double processors) {
        goOn();
        this.processors = processors;
        expect();
    }

    /** Forgets all jobs. */
    public void clear() {
        size = 0;
        dueNanos = Long.MAX_VALUE;
    }

    /** What part of a processor each job has. */
    private double part() {
        return Math.min(1, processors / size);
    }

    /** Brings virtual time to now. */
    private void goOn() {
        long nowNanos = kernel.nowNanos();
        if (size > 0) {
            virtualNanos += (nowNanos - sinceNanos) * part();
        }
        sinceNanos = nowNanos;
    }

    /** Sees to it that an event comes no later than the next end. One that comes too early expects that anew. */
    private void expect() {
        if (size == 0 || processors == 0) {
            dueNanos = Long.MAX_VALUE;
            return;
        }
        long leftNanos = (long) Math.ceil(Math.max(0, ends[0] - virtualNanos) / part());
        long nextNanos = kernel.nowNanos() + leftNanos;
        if (nextNanos < dueNanos) {
            dueNanos = nextNanos;
            kernel.schedule(leftNanos, this, ++due);
        }
    }

    @Override
    protected void fire(int number) {
        if (number != due || dueNanos == Long.MAX_VALUE) {
            return;
        }
        dueNanos = Long.MAX_VALUE;
        goOn();
        boolean isEnd = ends[0] - virtualNanos < part() / 2;
        int job = jobs[0];
        if (isEnd) {
            size--;
            down(ends[size], orders[size], jobs[size]);
        }
        expect();
        if (isEnd) {
            ended.accept(job);
        }
    }

    private void up(int free, double end, long order, int job) {
        int at = free;
        while (at > 0 && isBefore(end, order, (at - 1) / 2)) {
            move((at - 1) / 2, at);
            at = (at - 1) / 2;
        }
        put(at, end, order, job);
    }

    /** Puts it in the place of the first. */
    private void down(double end, long order, int job) {
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && isBefore(ends[child + 1], orders[child + 1], child)) {
                child++;
            }
            if (isBefore(end, order, child)) {
                break;
            }
            move(child, at);
            at = child;
        }
        put(at, end, order, job);
    }

    private boolean isBefore(double end, long order, int at) {
        return end < ends[at] || (end == ends[at] && order < orders[at]);
    }

    private void move(int from, int to) {
        put(to, ends[from], orders[from], jobs[from]);
    }

    private void put(int at, double end, long order, int job) {
        ends[at] = end;
        orders[at] = order;
        jobs[at] = job;
    }
}
