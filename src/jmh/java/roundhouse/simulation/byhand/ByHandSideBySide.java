package roundhouse.simulation.byhand;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import roundhouse.kernel.engines.BareLoop;
import roundhouse.simulation.RequestBenchmark;

/**
 * A whole request of the program, the same written by hand, and an event of a bare M/M/1 loop, in turn in one JVM. Prints for each the
 * median of nanoseconds of processor time, and how many events of the bare loop that is. Argument: how many servers.
 */
public final class ByHandSideBySide {
    private static final int WARM_UP = 40;
    private static final int ROUNDS = 100;
    private static final int REQUESTS = 100_000;

    private ByHandSideBySide() {}

    public static void main(String[] arguments) {
        int servers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8;
        BareLoop loop = new BareLoop();
        RequestByHand byHand = new RequestByHand(servers);
        RequestBenchmark program = RequestBenchmark.roundRobin(servers);
        List<Runnable> batches = List.of(
                () -> keep(Double.doubleToRawLongBits(loop.queue(1, 0.8, REQUESTS / 2))),
                () -> keep(byHand.run(REQUESTS)),
                () -> keep(program.request()));
        List<String> names = List.of("event of the bare loop", "request by hand", "request of the program");
        double[][] nanos = new double[batches.size()][ROUNDS];
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int i = 0; i < nanos.length; i++) {
                long before = threads.getCurrentThreadCpuTime();
                batches.get(i).run();
                if (round >= 0) {
                    nanos[i][round] = (threads.getCurrentThreadCpuTime() - before) / (double) REQUESTS;
                }
            }
        }
        for (double[] each : nanos) {
            Arrays.sort(each);
        }
        for (int i = 0; i < nanos.length; i++) {
            double median = nanos[i][ROUNDS / 2];
            System.out.printf(
                    Locale.ROOT, "%-24s %7.1f ns %6.1f%n", names.get(i), median, median / nanos[0][ROUNDS / 2]);
        }
    }

    /** Nothing is left out of a run whose result is used. */
    private static void keep(long result) {
        if (result == 42) {
            System.out.println();
        }
    }
}
