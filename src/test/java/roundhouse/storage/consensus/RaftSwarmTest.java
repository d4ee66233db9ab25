package roundhouse.storage.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
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
        RaftSwarm swarm = new RaftSwarm(seed, RaftSwarmTest::sound);
        try {
            swarm.run();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "mvn -o -q -Pquick test -Dtest=RaftSwarmTest#raftKeepsItsPromises -Draft.seed=" + seed, e);
        }
        assertThat(swarm.doneAtTheEnd())
                .as("a store that does nothing keeps every promise; seed %d", seed)
                .isGreaterThan(20);
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

    /** The first seed of so many in which something is broken. */
    private static OptionalLong found(RaftSwarm.Maker maker, int seeds) {
        return LongStream.range(0, seeds).filter(seed -> isFound(seed, maker)).findFirst();
    }

    private static boolean isFound(long seed, RaftSwarm.Maker maker) {
        try {
            new RaftSwarm(seed, maker).run();
            return false;
        } catch (AssertionError | RuntimeException e) {
            return true;
        }
    }

    @Test
    void aVoteThatIsGivenTwiceIsFound() {
        assertThat(found(
                        state -> new RaftReplica(
                                state,
                                new Elections(state) {
                                    @Override
                                    boolean isFree(int from, RaftMessage.Vote vote) {
                                        return true;
                                    }
                                },
                                new Followers(state)),
                        SEEDS))
                .isPresent();
    }
}
