package roundhouse.storage.quorums;

import java.util.Arrays;

/**
 * How many replicas must answer, by Cassandra's names (its {@code ConsistencyLevel.blockFor}, 5.0). Replicas are in datacentres, numbered
 * from 0, one of which is that of the coordinator.
 */
public enum ConsistencyLevel {
    /** A hint kept for a replica is enough; of writes only. */
    ANY,
    ONE,
    TWO,
    THREE,
    /** More than half of all. */
    QUORUM,
    ALL,
    LOCAL_ONE,
    /** More than half of those in the coordinator's datacentre. */
    LOCAL_QUORUM,
    /** More than half in every datacentre. */
    EACH_QUORUM,
    /** Of compare and set, as {@link #QUORUM}. */
    SERIAL,
    /** Of compare and set, as {@link #LOCAL_QUORUM}. */
    LOCAL_SERIAL;

    /**
     * How many answers it waits for.
     *
     * @param replicas how many there are in each datacentre
     * @param local the coordinator's datacentre
     */
    public int blockFor(int[] replicas, int local) {
        return switch (this) {
            case ANY, ONE, LOCAL_ONE -> 1;
            case TWO -> 2;
            case THREE -> 3;
            case QUORUM, SERIAL -> Quorums.majority(total(replicas));
            case ALL -> total(replicas);
            case LOCAL_QUORUM, LOCAL_SERIAL -> Quorums.majority(replicas[local]);
            case EACH_QUORUM ->
                Arrays.stream(replicas)
                        .filter(each -> each > 0)
                        .map(Quorums::majority)
                        .sum();
        };
    }

    /**
     * Whether as many are up as it waits for, without hints; if not, it fails at once as "unavailable".
     *
     * @param up how many replicas are up in each datacentre
     */
    public boolean isPossible(int[] replicas, int[] up, int local) {
        return switch (this) {
            case LOCAL_ONE, LOCAL_QUORUM, LOCAL_SERIAL -> up[local] >= blockFor(replicas, local);
            case EACH_QUORUM -> {
                boolean every = true;
                for (int i = 0; i < replicas.length; i++) {
                    every &= replicas[i] == 0 || up[i] >= Quorums.majority(replicas[i]);
                }
                yield every;
            }
            default -> total(up) >= blockFor(replicas, local);
        };
    }

    private static int total(int[] counts) {
        return Arrays.stream(counts).sum();
    }
}
