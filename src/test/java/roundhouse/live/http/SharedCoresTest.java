package roundhouse.live.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** In real time, so what is held is wide enough for a busy machine. */
class SharedCoresTest {
    private static final long MILLI = 1_000_000;

    /** How long a job took, and when it ended. */
    private record Worked(long nanos, long endedNanos) {
        long millis() {
            return Duration.ofNanos(nanos).toMillis();
        }
    }

    private static Callable<Worked> job(SharedCores cores, long millis) {
        return () -> {
            long beganNanos = System.nanoTime();
            cores.work(millis * MILLI);
            long endedNanos = System.nanoTime();
            return new Worked(endedNanos - beganNanos, endedNanos);
        };
    }

    @Test
    void whatIsAloneHasAWholeCore() throws Exception {
        assertThat(job(new SharedCores(4), 50).call().millis()).isBetween(50L, 2_000L);
    }

    @Test
    void jobsThatAreThereAtOnceAllTakeAsLongAsTheirSum() throws Exception {
        SharedCores cores = new SharedCores(2);
        List<Worked> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Worked> job : threads.invokeAll(
                    IntStream.range(0, 8).mapToObj(_ -> job(cores, 200)).toList())) {
                all.add(job.get());
            }
        }
        // 8 times 200 ms on 2 cores are 800 ms. One after the other, the first two would take 200.
        assertThat(all).extracting(Worked::millis).allMatch(millis -> millis >= 500);
    }

    @Test
    void aShortJobDoesNotWaitForALongOne() throws Exception {
        SharedCores cores = new SharedCores(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Worked> longer = threads.submit(job(cores, 1_000));
            Thread.sleep(50);
            Future<Worked> shorter = threads.submit(job(cores, 20));
            assertThat(shorter.get().endedNanos()).isLessThan(longer.get().endedNanos());
            assertThat(longer.get().millis()).isGreaterThanOrEqualTo(1_020);
        }
    }

    @Test
    void whoIsInterruptedLeavesTheCoresToTheOthers() throws Exception {
        SharedCores cores = new SharedCores(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Worked> gone = threads.submit(job(cores, 60_000));
            Future<Worked> stays = threads.submit(job(cores, 100));
            Thread.sleep(20);
            gone.cancel(true);
            assertThat(stays.get().millis()).isBetween(100L, 10_000L);
        }
    }
}
