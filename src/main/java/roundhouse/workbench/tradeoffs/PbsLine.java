package roundhouse.workbench.tradeoffs;

import java.util.List;

/**
 * What theory expects of partial quorums, for one quorum of reads or writes and each of the other.
 *
 * @param name for people: "PBS, W 1"
 */
public record PbsLine(String name, List<Point> points) {
    /**
     * What is expected of one pair of quorums.
     *
     * @param name for people: "R 2"
     * @param staleShare of reads, 0 to 1
     * @param staleAgeNanos 99 of 100 of those are no older, nanoseconds
     */
    public record Point(String name, double latencyNanos, double staleShare, long staleAgeNanos) {}

    public PbsLine {
        points = List.copyOf(points);
    }
}
