package roundhouse.analysis.sweeping;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.json.Units.Parsed;

/** A sweep of 1,000 short runs on all processors beside the same runs one after the other, in one JVM in turn. */
public final class SweepSideBySide {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int ROUNDS = 4;

    private SweepSideBySide() {}

    public static void main(String[] arguments) {
        SweepPlan plan = new SweepPlan(
                ((ReadResult.Read) TopologyFile.read(Path.of("samples/three-servers.json"))).topology(),
                List.of(((Parsed.Value<Variable>) Variable.parse("s1.cores=1..10")).value()),
                100,
                Duration.ofSeconds(6));
        int workers = Runtime.getRuntime().availableProcessors();
        for (int round = 0; round < ROUNDS; round++) {
            long before = SYSTEM.getProcessCpuTime();
            for (long run = 0; run < plan.runs(); run++) {
                PlannedRun.row(plan, run, () -> false);
            }
            long between = SYSTEM.getProcessCpuTime();
            long began = System.nanoTime();
            new Sweep(plan).run(workers, () -> false, _ -> {});
            double wall = (double) (System.nanoTime() - began);
            double sweep = (double) (SYSTEM.getProcessCpuTime() - between);
            double sum = (double) (between - before);
            System.out.printf(
                    Locale.ROOT,
                    "runs %.2f s, sweep %.2f s of processor time, %+.1f %%; processors used %.1f %%%n",
                    sum / 1e9,
                    sweep / 1e9,
                    100 * (sweep / sum - 1),
                    100 * sweep / wall / workers);
        }
    }
}
