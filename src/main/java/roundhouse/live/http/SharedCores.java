package roundhouse.live.http;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Processor sharing among threads that sleep: of c cores, n jobs have one each while n is at most c, and c ÷ n each when there are
 * more. By virtual time, as {@link roundhouse.kernel.SharedProcessor}: the work that each job has had is one clock for all, so a job ends
 * when that clock shows what it showed at its beginning and its demand more. Only the thread of the job that ends next waits for a time;
 * it wakes the one after it.
 */
final class SharedCores {
    private final int cores;
    private final ReentrantLock lock = new ReentrantLock();
    private final PriorityQueue<Job> jobs = new PriorityQueue<>(Comparator.comparingDouble(Job::end));
    /** Work that each job has had, nanoseconds, at {@link #sinceNanos}. */
    private double virtualNanos;

    private long sinceNanos = System.nanoTime();

    /** @param end in virtual time */
    private record Job(double end, Condition first) {}

    SharedCores(int cores) {
        this.cores = cores;
    }

    /** Returns when a job has had so much of a core's time. */
    void work(long demandNanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            goOn();
            Job job = new Job(virtualNanos + demandNanos, lock.newCondition());
            jobs.add(job);
            try {
                awaitEnd(job);
            } finally {
                goOn();
                jobs.remove(job);
                wakeFirst();
            }
        } finally {
            lock.unlock();
        }
    }

    private void awaitEnd(Job job) throws InterruptedException {
        while (virtualNanos < job.end) {
            if (job.equals(jobs.element())) {
                // At least one, as there may be less left than a nanosecond.
                job.first.awaitNanos(1 + (long) ((job.end - virtualNanos) / rate()));
            } else {
                job.first.await();
            }
            goOn();
        }
    }

    private void goOn() {
        long nowNanos = System.nanoTime();
        virtualNanos += (nowNanos - sinceNanos) * (jobs.isEmpty() ? 0 : rate());
        sinceNanos = nowNanos;
    }

    /** What part of a core each job has. */
    private double rate() {
        return Math.min(1, (double) cores / jobs.size());
    }

    private void wakeFirst() {
        if (!jobs.isEmpty()) {
            jobs.element().first.signal();
        }
    }
}
