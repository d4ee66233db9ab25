package roundhouse.workbench.tradeoffs;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import roundhouse.storage.quorums.Wars;
import roundhouse.storage.quorums.WarsSample;

/**
 * What theory expects of partial quorums: a point for each number of replicas that a read asks, in that order.
 *
 * @param name for people: "PBS, W 1"
 */
public record PbsLine(String name, List<Point> points) {
    private static final double NANOS = 1e6;

    /**
     * What is expected of one R.
     *
     * @param staleShare of reads that begin right after a write was acknowledged, 0 to 1
     * @param staleAgeNanos how long after that all but one in a thousand reads see it, nanoseconds
     */
    public record Point(int reads, long latencyNanos, double staleShare, long staleAgeNanos) {}

    public PbsLine {
        points = List.copyOf(points);
    }

    /**
     * Draws trials for R from 1 to all replicas.
     *
     * @param law its delays are milliseconds
     * @param writes how many acknowledgements a write waits for
     * @param latency which part of the reads is no slower than the latency that is shown, 0 to 1
     */
    public static PbsLine of(Wars law, int replicas, int writes, double latency, int trials, RandomGenerator random) {
        List<Point> points = new ArrayList<>();
        for (int reads = 1; reads <= replicas; reads++) {
            WarsSample sample = law.sample(replicas, reads, writes, trials, random);
            points.add(new Point(
                    reads,
                    Math.round(sample.read(latency) * NANOS),
                    1 - sample.consistent(0),
                    Math.round(sample.visibility(0.999) * NANOS)));
        }
        return new PbsLine("PBS, N " + replicas + ", W " + writes, points);
    }
}
