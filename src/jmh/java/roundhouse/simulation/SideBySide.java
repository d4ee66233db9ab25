package roundhouse.simulation;

import java.io.File;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * {@link RequestBenchmark} of several builds of the program in one JVM, in turn, 100,000 requests at a time: what else the machine does
 * meets all of them alike, so that differences of a hundredth show where runs one after the other differ by a tenth. What HotSpot
 * makes of the code still differs by 2 or 3 % from JVM to JVM; so look at several.
 *
 * <p>Arguments: an algorithm, a number of servers, and the directories of the builds, each compiled with {@code -Pbenchmark}. Prints
 * for each build the median of nanoseconds of processor time a request, and how much more than the first's that is.
 */
public final class SideBySide {
    private static final int WARM_UP = 60;
    private static final int ROUNDS = 150;

    private SideBySide() {}

    public static void main(String[] arguments) throws Throwable {
        List<String> builds = List.of(arguments).subList(2, arguments.length);
        List<MethodHandle> batches = new ArrayList<>();
        for (String build : builds) {
            batches.add(batch(Path.of(build), arguments[0], Integer.parseInt(arguments[1])));
        }
        double[][] nanos = new double[builds.size()][ROUNDS];
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int i = 0; i < builds.size(); i++) {
                // Each build is first as often as the others.
                int build = Math.floorMod(i + round, builds.size());
                long before = threads.getCurrentThreadCpuTime();
                long _ = (long) batches.get(build).invokeExact();
                if (round >= 0) {
                    nanos[build][round] =
                            (threads.getCurrentThreadCpuTime() - before) / (double) RequestBenchmark.REQUESTS;
                }
            }
        }
        for (double[] each : nanos) {
            Arrays.sort(each);
        }
        for (int build = 0; build < builds.size(); build++) {
            double median = nanos[build][ROUNDS / 2];
            System.out.printf(
                    Locale.ROOT,
                    "%-24s %7.1f ns/request %+6.1f %%%n",
                    builds.get(build),
                    median,
                    100 * (median / nanos[0][ROUNDS / 2] - 1));
        }
    }

    private static void set(Object benchmark, Field parameter, Object value) throws IllegalAccessException {
        parameter.setAccessible(true);
        parameter.set(benchmark, value);
    }

    /** The build's own benchmark, with classes of its own, ready to run. */
    private static MethodHandle batch(Path build, String algorithm, int servers) throws Exception {
        List<URL> classes = new ArrayList<>();
        for (String folder : new String[] {"target/test-classes", "target/classes"}) {
            classes.add(build.resolve(folder).toUri().toURL());
        }
        for (String library : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (library.endsWith(".jar")) {
                classes.add(Path.of(library).toUri().toURL());
            }
        }
        ClassLoader loader = new URLClassLoader(classes.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        Class<?> type = loader.loadClass("roundhouse.simulation.RequestBenchmark");
        Object benchmark = type.getConstructor().newInstance();
        Field which = type.getDeclaredField("algorithm");
        Object named = Stream.of(which.getType().getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(algorithm))
                .findFirst()
                .orElseThrow();
        set(benchmark, which, named);
        set(benchmark, type.getDeclaredField("servers"), servers);
        type.getMethod("start").invoke(benchmark);
        return MethodHandles.publicLookup()
                .unreflect(type.getMethod("request"))
                .bindTo(benchmark)
                .asType(MethodType.methodType(long.class));
    }
}
