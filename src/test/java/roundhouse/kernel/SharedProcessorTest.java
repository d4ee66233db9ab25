package roundhouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ends worked out by hand, and a slow model that gives each job its part in turn. */
class SharedProcessorTest {
    private final Kernel kernel = new Kernel();
    private final List<String> ends = new ArrayList<>();

    private SharedProcessor of(double processors) {
        return new SharedProcessor(kernel, "p", processors, job -> ends.add(job + " at " + kernel.nowNanos()));
    }

    @Test
    void twoJobsHaveHalfAProcessorEach() {
        SharedProcessor one = of(1);
        one.add(1, 1_000);
        kernel.runUntil(400);
        one.add(2, 300);
        kernel.runUntil(10_000);
        // 1 has 400 alone, then both have half: 2 ends after 600 more, when 1 has 700; its last 300 are alone again.
        assertThat(ends).containsExactly("2 at 1000", "1 at 1300");
    }

    @Test
    void fewerJobsThanProcessorsHaveOneEach() {
        SharedProcessor two = of(2);
        two.add(1, 600);
        two.add(2, 600);
        two.add(3, 600);
        kernel.runUntil(10_000);
        assertThat(ends).containsExactly("1 at 900", "2 at 900", "3 at 900");
        two.add(4, 500);
        kernel.runUntil(20_000);
        assertThat(ends).endsWith("4 at 10500");
    }

    @Test
    void withoutProcessorsJobsKeepWhatTheyNeed() {
        SharedProcessor one = of(1);
        one.add(1, 1_000);
        kernel.runUntil(300);
        one.processors(0);
        kernel.runUntil(5_000);
        assertThat(ends).isEmpty();
        one.add(2, 100);
        one.processors(2);
        kernel.runUntil(10_000);
        assertThat(ends).containsExactly("2 at 5100", "1 at 5700");
        one.add(3, 100);
        one.clear();
        kernel.runUntil(20_000);
        assertThat(ends).hasSize(2);
        one.add(4, 100);
        kernel.runUntil(30_000);
        assertThat(ends).endsWith("4 at 20100");
    }

    /** A microsecond's steps of a model that knows nothing of virtual time. */
    @Test
    void endsAreThoseOfASlowModel() {
        Random random = new Random(5);
        SharedProcessor three = of(3);
        int jobs = 200;
        long[] begins = new long[jobs];
        double[] left = new double[jobs];
        long nowNanos = 0;
        for (int job = 0; job < jobs; job++) {
            nowNanos += 1_000L * random.nextInt(40);
            begins[job] = nowNanos;
            long demandNanos = 1_000L * (1 + random.nextInt(200));
            left[job] = demandNanos;
            kernel.runUntil(nowNanos);
            three.add(job, demandNanos);
        }
        kernel.runUntil(1_000_000_000);
        long[] slow = new long[jobs];
        for (long time = 0; time < 20_000_000; time += 50) {
            int there = 0;
            for (int job = 0; job < jobs; job++) {
                there += begins[job] <= time && left[job] > 0 ? 1 : 0;
            }
            for (int job = 0; job < jobs; job++) {
                if (begins[job] <= time && left[job] > 0) {
                    left[job] -= 50 * Math.min(1, 3.0 / there);
                    slow[job] = time + 50;
                }
            }
        }
        assertThat(ends).hasSize(jobs);
        for (String end : ends) {
            String[] parts = end.split(" at ");
            assertThat(Long.parseLong(parts[1]))
                    .as("job %s", parts[0])
                    .isBetween(slow[Integer.parseInt(parts[0])] - 3_000, slow[Integer.parseInt(parts[0])] + 50);
        }
    }

    @Test
    void allocatesNothingInTheSteadyState() {
        int[] count = new int[1];
        SharedProcessor two = new SharedProcessor(kernel, "p", 2, _ -> count[0]++);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        work(two, 200_000);
        threads.getCurrentThreadAllocatedBytes();
        long before = threads.getCurrentThreadAllocatedBytes();
        work(two, 1_000_000);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
        assertThat(count[0]).isGreaterThan(1_000_000);
    }

    private void work(SharedProcessor two, int jobs) {
        for (int job = 0; job < jobs; job++) {
            two.add(job, 900 + 37L * (job % 41));
            kernel.runUntil(kernel.nowNanos() + 900);
        }
    }
}
