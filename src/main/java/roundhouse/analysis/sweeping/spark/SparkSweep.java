package roundhouse.analysis.sweeping.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import roundhouse.analysis.sweeping.Sweep;
import roundhouse.analysis.sweeping.SweepPlan;
import roundhouse.analysis.sweeping.SweepRecord;
import roundhouse.analysis.sweeping.SweepRow;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;

/**
 * Makes the runs of a plan on the workers of Apache Spark. The numbers of the runs are cut into slices, a task each; rows come back when a
 * slice is done, so what a kill of the whole loses is the slices under way, and what a lost worker loses is made again.
 */
public final class SparkSweep {
    /** The most runs of a slice: large enough that starting a task costs nothing beside them, small enough to lose. */
    private static final int LARGEST_SLICE = 1_000;

    /** Slices for each core at least, so that none waits long for the last. */
    private static final int SLICES_A_CORE = 8;

    private static final int ASKED_EVERY_MILLIS = 50;

    private static final Pattern LOOPBACK = Pattern.compile("local|spark://(127\\.|localhost)");

    private SparkSweep() {}

    /** The cluster could not be reached, or gave up; why, in a line. */
    public static final class ClusterException extends Exception {
        private static final long serialVersionUID = 1;

        ClusterException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Makes all runs that are not made yet; whether it came to the end.
     *
     * @param url of the cluster: {@code spark://HOST:PORT}, or {@code local[*]} for the cores of this machine
     * @param libraries jars that the workers need beside Spark's
     * @param directory where the files are that the design names, on each worker; null for nowhere
     * @param earlier rows of an earlier go
     * @param stopped asked often whether to end before that
     * @param listener is told of every row, one at a time, when the slice is done that it is in
     */
    public static boolean run(
            String url,
            List<Path> libraries,
            SweepPlan plan,
            @Nullable Path directory,
            List<SweepRow> earlier,
            BooleanSupplier stopped,
            Sweep.Listener listener)
            throws ClusterException {
        List<Long> numbers = missing(plan, earlier);
        if (numbers.isEmpty()) {
            return true;
        }
        try (JavaSparkContext context = new JavaSparkContext(configuration(url, libraries, plan))) {
            JavaRDD<Long> runs = context.parallelize(numbers, slices(numbers.size(), context.defaultParallelism()));
            SimpleFutureAction<Boolean> job = submit(
                    context, runs, new SliceOfRuns(SentPlan.of(plan, directory)), lines -> told(lines, listener));
            while (!job.isCompleted()) {
                if (stopped.getAsBoolean()) {
                    job.cancel();
                    return false;
                }
                Thread.sleep(ASKED_EVERY_MILLIS);
            }
            return job.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } catch (SparkException | RuntimeException e) {
            if (stopped.getAsBoolean()) {
                return false;
            }
            throw new ClusterException(reason(e), e);
        }
    }

    private static List<Long> missing(SweepPlan plan, List<SweepRow> earlier) {
        Set<Long> made = earlier.stream().map(SweepRow::run).collect(Collectors.toSet());
        return LongStream.range(0, plan.runs())
                .filter(run -> !made.contains(run))
                .boxed()
                .toList();
    }

    /** How many slices so many runs are cut into for that many cores. */
    static int slices(int runs, int cores) {
        int forCores = Math.min(runs, cores * SLICES_A_CORE);
        int forSize = (runs + LARGEST_SLICE - 1) / LARGEST_SLICE;
        return Math.max(forCores, forSize);
    }

    private static SparkConf configuration(String url, List<Path> libraries, SweepPlan plan) {
        SparkConf configuration = new SparkConf()
                .setMaster(url)
                .setAppName("Roundhouse sweep of " + plan.start().name())
                .set("spark.ui.enabled", "false")
                .set("spark.log.level", "OFF")
                // Of the rows of all slices together, which are wanted here and nowhere else.
                .set("spark.driver.maxResultSize", "0");
        if (LOOPBACK.matcher(url).lookingAt()) {
            // What stays on this machine opens no port to others.
            configuration.set("spark.driver.host", "127.0.0.1").set("spark.driver.bindAddress", "127.0.0.1");
        }
        return configuration.setJars(libraries.stream().map(Path::toString).toArray(String[]::new));
    }

    private static SimpleFutureAction<Boolean> submit(
            JavaSparkContext context, JavaRDD<Long> runs, SliceOfRuns task, Consumer<String[]> results) {
        List<Object> partitions = new ArrayList<>();
        for (int i = 0; i < runs.getNumPartitions(); i++) {
            partitions.add(i);
        }
        return context.sc()
                .submitJob(
                        runs.rdd(),
                        task,
                        CollectionConverters.asScala(partitions).toSeq(),
                        (_, lines) -> {
                            results.accept(lines);
                            return BoxedUnit.UNIT;
                        },
                        () -> true);
    }

    private static void told(String[] lines, Sweep.Listener listener) {
        for (String line : lines) {
            SweepRow row = SweepRecord.row(line);
            if (row == null) {
                throw new IllegalStateException("a worker gave what is no row: " + line);
            }
            listener.ended(row);
        }
    }

    /** The first line of the innermost cause. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
