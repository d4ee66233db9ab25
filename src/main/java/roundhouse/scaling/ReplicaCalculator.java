package roundhouse.scaling;

import java.util.List;

/**
 * How many replicas a metric asks for, before any limit. After Kubernetes ({@code podautoscaler/replica_calculator.go}): the number grows
 * with metric by target; within 10 % of the target nothing changes; what is not measured is taken to be where it would least change
 * things.
 */
public final class ReplicaCalculator {
    private static final double TOLERANCE = 0.1;
    private static final long PERCENT = 100;

    private ReplicaCalculator() {}

    /**
     * For CPU.
     *
     * @param targetPercent of what the replicas request, all in all
     */
    public static int byUtilisation(int current, List<Pod> pods, long targetPercent) {
        PodGroups groups = PodGroups.of(pods, true);
        if (groups.measured().isEmpty()) {
            return current;
        }
        long usage = groups.usage();
        long requests = PodGroups.requests(groups.measured());
        double ratio = ratio(usage, requests, targetPercent);
        boolean up = ratio > 1 && !groups.ignored().isEmpty();
        if (!up && (groups.missing().isEmpty() || ratio == 1)) {
            return unlessNear(ratio, current, groups.measured().size());
        }
        int counted = groups.measured().size() + groups.missing().size();
        requests += PodGroups.requests(groups.missing());
        if (ratio < 1) {
            for (Pod pod : groups.missing()) {
                usage += pod.request() * Math.max(PERCENT, targetPercent) / PERCENT;
            }
        }
        if (up) {
            counted += groups.ignored().size();
            requests += PodGroups.requests(groups.ignored());
        }
        return reconsidered(current, ratio, ratio(usage, requests, targetPercent), counted);
    }

    /** For another metric of each replica: the mean of all is to be the target. */
    public static int byMean(int current, List<Pod> pods, long target) {
        PodGroups groups = PodGroups.of(pods, false);
        if (groups.measured().isEmpty()) {
            return current;
        }
        long usage = groups.usage();
        int counted = groups.measured().size();
        long mean = usage / counted;
        double ratio = (double) mean / target;
        boolean up = ratio > 1 && !groups.ignored().isEmpty();
        if (!up && (groups.missing().isEmpty() || ratio == 1)) {
            return unlessNear(ratio, current, counted);
        }
        counted += groups.missing().size();
        if (ratio < 1) {
            usage += target * groups.missing().size();
        }
        if (up) {
            counted += groups.ignored().size();
        }
        mean = usage / counted;
        return reconsidered(current, ratio, (double) mean / target, counted);
    }

    /** For one value of something else, as the length of a queue, that is to be the target. */
    public static int byValue(int current, List<Pod> pods, long value, long target) {
        double ratio = (double) value / target;
        if (current == 0) {
            return (int) Math.ceil(ratio);
        }
        int ready = (int) pods.stream()
                .filter(pod -> pod.phase() == Pod.Phase.RUNNING && pod.ready())
                .count();
        return unlessNear(ratio, current, ready);
    }

    /** For one value of something else that is to be the target for each replica. */
    public static int byAverage(int current, long value, long target) {
        double ratio = (double) value / ((double) target * current);
        return Math.abs(1 - ratio) <= TOLERANCE ? current : (int) Math.ceil((double) value / target);
    }

    private static double ratio(long usage, long requests, long targetPercent) {
        long percent = usage * PERCENT / requests;
        return (double) percent / targetPercent;
    }

    private static int unlessNear(double ratio, int current, int counted) {
        return Math.abs(1 - ratio) <= TOLERANCE ? current : (int) Math.ceil(ratio * counted);
    }

    private static int reconsidered(int current, double before, double ratio, int counted) {
        boolean turned = (before < 1 && ratio > 1) || (before > 1 && ratio < 1);
        if (turned || Math.abs(1 - ratio) <= TOLERANCE) {
            return current;
        }
        int replicas = (int) Math.ceil(ratio * counted);
        boolean wrongWay = ratio < 1 ? replicas > current : replicas < current;
        return wrongWay ? current : replicas;
    }
}
