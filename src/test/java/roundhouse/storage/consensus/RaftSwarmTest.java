package roundhouse.storage.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens, Raft's properties hold and what clients were told is linearizable; and a protocol that is wrong is found out. */
class RaftSwarmTest {
    private static final int SEEDS = 60;

    /** One seed named by {@code -Draft.seed=N}, else as many as {@code -Draft.seeds=N} says, or some. */
    static LongStream seeds() {
        String one = System.getProperty("raft.seed");
        return one == null
                ? LongStream.range(0, Integer.getInteger("raft.seeds", SEEDS))
                : LongStream.of(Long.parseLong(one));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void raftKeepsItsPromises(long seed) {
        RaftSwarm swarm = runs(seed, RaftSwarm.Schedule.ANYTHING, "raftKeepsItsPromises");
        assertThat(swarm.doneAtTheEnd())
                .as("a store that does nothing keeps every promise; seed %d", seed)
                .isGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void leadersThatComeAndGoLeaveNothingBehind(long seed) {
        runs(seed, RaftSwarm.Schedule.NEW_LEADERS, "leadersThatComeAndGoLeaveNothingBehind");
    }

    private static RaftSwarm runs(long seed, RaftSwarm.Schedule schedule, String name) {
        RaftSwarm swarm = new RaftSwarm(seed, schedule, RaftSwarmTest::sound);
        try {
            swarm.run();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("mvn -o -q -Pquick test -Dtest=RaftSwarmTest#" + name + " -Draft.seed=" + seed, e);
        }
        return swarm;
    }

    private static RaftReplica sound(RaftState state) {
        return new RaftReplica(state, new Elections(state), new OneByOne(state));
    }

    /** Entries go one a message, so that there is more between them. */
    private static class OneByOne extends Followers {
        OneByOne(RaftState state) {
            super(state);
        }

        @Override
        int mostEntries() {
            return 1;
        }
    }

    /** What was found at the first seed of so many at which something is broken. */
    private static Optional<String> found(RaftSwarm.Schedule schedule, RaftSwarm.Maker maker) {
        return LongStream.range(0, 5 * SEEDS)
                .mapToObj(seed -> found(seed, schedule, maker))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> found(long seed, RaftSwarm.Schedule schedule, RaftSwarm.Maker maker) {
        try {
            new RaftSwarm(seed, schedule, maker).run();
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Test
    void aVoteThatIsGivenTwiceIsFound() {
        assertThat(found(
                        RaftSwarm.Schedule.ANYTHING,
                        state -> new RaftReplica(
                                state,
                                new Elections(state) {
                                    @Override
                                    boolean isFree(int from, RaftMessage.Vote vote) {
                                        return true;
                                    }
                                },
                                new Followers(state))))
                .hasValueSatisfying(what -> assertThat(what).startsWith("election safety"));
    }

    /** Figure 8 of the paper: a majority has an entry of an earlier term, and yet a later leader may overwrite it. */
    @Test
    void anEntryOfAnOldTermThatIsCommittedByCountingIsFound() {
        assertThat(found(
                        RaftSwarm.Schedule.NEW_LEADERS,
                        state -> new RaftReplica(state, new Elections(state), new OneByOne(state) {
                            @Override
                            boolean mayCommit(long index) {
                                return true;
                            }
                        })))
                .hasValueSatisfying(what -> assertThat(what).containsAnyOf("leader completeness", "state machine"));
    }
}
