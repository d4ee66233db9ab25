package roundhouse;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Counts only the time in which a processor worked on the benchmark, ns an operation: on a machine that others use too, this is the
 * fairer figure. Asked for by {@code -prof roundhouse.ProcessorTime}.
 */
public final class ProcessorTime implements InternalProfiler {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private long before;

    @Override
    public String getDescription() {
        return "time on a processor";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = ofWorkers();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double each = (ofWorkers() - before) / (double) result.getMetadata().getAllOps();
        return List.of(new ScalarResult("processor", each, "ns/op", AggregationPolicy.AVG));
    }

    private static long ofWorkers() {
        long sum = 0;
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().contains("jmh-worker")) {
                sum += THREADS.getThreadCpuTime(thread.threadId());
            }
        }
        return sum;
    }
}
