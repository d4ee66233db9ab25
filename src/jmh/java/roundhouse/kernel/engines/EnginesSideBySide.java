package roundhouse.kernel.engines;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.LogbackServiceProvider;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.cloudsimplus.util.Log;
import roundhouse.kernel.RandomStream;

/**
 * Event engines with the same models in one JVM in turn: nanoseconds of processor time an event, the median of the batches, and how
 * many times that of the bare loop or, where there is none, of Roundhouse. The mean time in the system is printed beside, since an
 * engine that computes something else would be no rival.
 */
public final class EnginesSideBySide {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 6;

    private EnginesSideBySide() {}

    private interface Batch {
        double run(Engine engine);
    }

    /** @param arguments how many batches of each are measured; 21 when nothing is said */
    public static void main(String[] arguments) {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 21;
        System.setProperty("slf4j.provider", LogbackServiceProvider.class.getName());
        Log.setLevel(Level.OFF);
        List<Engine> engines =
                List.of(new BareLoop(), new OurKernel(), new LambdaQueue(), new Mason(), new Ssj(), new CloudSim());
        queue(engines, 1, 0.8, rounds);
        queue(engines, 8, 0.9, rounds);
        List<Engine> holding = engines.stream().filter(Engine::holds).toList();
        for (int pending : new int[] {10, 1_000, 100_000}) {
            // So many that scheduling the first ones, which is not counted, does not matter.
            int events = Math.max(400_000, 10 * pending);
            measure("hold " + pending, holding, events, rounds, engine -> {
                engine.hold(pending, events);
                return 0;
            });
        }
        exponential(rounds);
    }

    private static void queue(List<Engine> engines, int servers, double utilisation, int rounds) {
        int customers = 200_000;
        measure(
                "M/M/" + servers + " at " + utilisation,
                engines,
                2 * customers,
                rounds,
                engine -> engine.queue(servers, utilisation, customers));
    }

    private static void measure(String title, List<Engine> engines, int events, int rounds, Batch batch) {
        double[][] nanos = new double[engines.size()][rounds];
        double[] means = new double[engines.size()];
        for (int round = -WARM_UP; round < rounds; round++) {
            for (int i = 0; i < engines.size(); i++) {
                long before = THREADS.getCurrentThreadCpuTime();
                means[i] = batch.run(engines.get(i));
                if (round >= 0) {
                    nanos[i][round] = (THREADS.getCurrentThreadCpuTime() - before) / (double) events;
                }
            }
        }
        System.out.println(title);
        for (int i = 0; i < engines.size(); i++) {
            Arrays.sort(nanos[i]);
            print(engines.get(i).name(), nanos[i][rounds / 2], nanos[0][rounds / 2], means[i]);
        }
    }

    private static void print(String name, double nanos, double base, double mean) {
        System.out.printf(Locale.ROOT, "  %-15s %8.2f ns %7.2f times  mean %.4f%n", name, nanos, nanos / base, mean);
    }

    /** A draw of an exponential time beside that of the JDK. */
    private static void exponential(int rounds) {
        int draws = 2_000_000;
        RandomStream ours = new RandomStream(1);
        SplittableRandom jdk = new SplittableRandom(1);
        double[][] nanos = new double[2][rounds];
        double[] means = new double[2];
        for (int round = -WARM_UP; round < rounds; round++) {
            for (int which = 0; which < 2; which++) {
                long before = THREADS.getCurrentThreadCpuTime();
                means[which] = (which == 0 ? sum(jdk, draws) : sum(ours, draws)) / draws;
                if (round >= 0) {
                    nanos[which][round] = (THREADS.getCurrentThreadCpuTime() - before) / (double) draws;
                }
            }
        }
        System.out.println("exponential");
        for (int which = 0; which < 2; which++) {
            Arrays.sort(nanos[which]);
            print(
                    which == 0 ? "SplittableRandom" : "Roundhouse",
                    nanos[which][rounds / 2],
                    nanos[0][rounds / 2],
                    means[which]);
        }
    }

    private static double sum(SplittableRandom random, int draws) {
        double sum = 0;
        for (int i = 0; i < draws; i++) {
            sum += random.nextExponential();
        }
        return sum;
    }

    private static double sum(RandomStream random, int draws) {
        double sum = 0;
        for (int i = 0; i < draws; i++) {
            sum += random.nextExponential();
        }
        return sum;
    }
}
