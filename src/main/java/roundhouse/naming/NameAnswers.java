package roundhouse.naming;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The answers that a name server gives for one name. Records that are not healthy are left out, and backups stand in when no other is
 * healthy; when none at all is, the rule says whether there is no answer, or all are taken for healthy as Route 53 does ("How Amazon
 * Route 53 chooses records when health checking is configured").
 */
public final class NameAnswers {
    private static final int QUERY_IDS = 1 << 16;

    private final AnswerType type;
    private final AnswerOrder order;
    private final boolean allWhenNoneIsHealthy;
    private final RandomGenerator random;
    private int[] chosen = {};
    private int[] turned = {};

    /**
     * @param order how the answers of round robin turn
     * @param random what rules of chance draw from, and the numbers of queries
     */
    public NameAnswers(AnswerType type, OrderType order, boolean allWhenNoneIsHealthy, RandomGenerator random) {
        this.type = type;
        this.order = (type == AnswerType.ROUND_ROBIN
                        ? order
                        : type == AnswerType.RANDOM ? OrderType.BIND_RANDOM : OrderType.BIND_CYCLIC)
                .create(random);
        this.allWhenNoneIsHealthy = allWhenNoneIsHealthy;
        this.random = random;
    }

    /** The numbers of the records of an answer, the one that most clients take first; none for no answer. */
    public int[] answer(AnswerCandidates records) {
        int count = candidates(records);
        return switch (type) {
            case ROUND_ROBIN, RANDOM -> turn(count);
            case FAILOVER -> Arrays.copyOf(chosen, Math.min(1, count));
            case WEIGHTED -> weighted(records, count);
            case GEOGRAPHIC, LATENCY -> turn(nearest(records, count));
        };
    }

    /** The numbers of those that an answer can begin with as things stand, whoever asks, in order. */
    public int[] possible(AnswerCandidates records) {
        int count = candidates(records);
        int[] possible = Arrays.copyOf(chosen, count);
        return switch (type) {
            case FAILOVER -> Arrays.copyOf(possible, Math.min(1, count));
            case WEIGHTED ->
                Arrays.stream(possible)
                        .filter(record -> records.weight(record) > 0
                                || Arrays.stream(possible).allMatch(other -> records.weight(other) == 0))
                        .toArray();
            case ROUND_ROBIN, RANDOM, GEOGRAPHIC, LATENCY -> possible;
        };
    }

    /** Those that may be an answer are the first of the chosen; how many. */
    private int candidates(AnswerCandidates records) {
        if (chosen.length < records.count()) {
            chosen = new int[records.count()];
        }
        int count = choose(records, false, true);
        count = count > 0 ? count : choose(records, true, true);
        if (count > 0 || !allWhenNoneIsHealthy) {
            return count;
        }
        count = choose(records, false, false);
        return count > 0 ? count : choose(records, true, false);
    }

    private int choose(AnswerCandidates records, boolean backups, boolean healthyOnly) {
        int count = 0;
        for (int record = 0; record < records.count(); record++) {
            if (records.isBackup(record) == backups && (!healthyOnly || records.isHealthy(record))) {
                chosen[count++] = record;
            }
        }
        return count;
    }

    private int[] turn(int count) {
        if (count == 0) {
            return new int[0];
        }
        turned = turned.length == count ? turned : new int[count];
        order.next(random.nextInt(QUERY_IDS), turned);
        int[] answer = new int[count];
        for (int i = 0; i < count; i++) {
            answer[i] = chosen[turned[i]];
        }
        return answer;
    }

    private int[] weighted(AnswerCandidates records, int count) {
        if (count == 0) {
            return new int[0];
        }
        int[] weights = new int[count];
        boolean[] healthy = new boolean[count];
        for (int i = 0; i < count; i++) {
            weights[i] = records.weight(chosen[i]);
            healthy[i] = records.isHealthy(chosen[i]);
        }
        return new int[] {chosen[new WeightedRecords(weights).choose(healthy, random)]};
    }

    /** Those at the least distance are the first of the chosen; how many. */
    private int nearest(AnswerCandidates records, int count) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            least = Math.min(least, records.distance(chosen[i], type));
        }
        int nearest = 0;
        for (int i = 0; i < count; i++) {
            if (records.distance(chosen[i], type) == least) {
                chosen[nearest++] = chosen[i];
            }
        }
        return nearest;
    }
}
