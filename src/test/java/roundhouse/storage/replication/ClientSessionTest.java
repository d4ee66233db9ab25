package roundhouse.storage.replication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import roundhouse.storage.checking.Check;
import roundhouse.storage.checking.HistoryVerdict;
import roundhouse.storage.replication.SessionSwarm.Mode;

/** What a session remembers is what its reads keep to, at whichever member they are asked, and whatever that does that is behind. */
class ClientSessionTest {
    private static final long MILLIS = ReplicaNetwork.MILLIS;
    private static final int SEEDS = 6;
    private static final ReadRule WAITING =
            new ReadRule(WhenBehind.WAIT, 100 * MILLIS, ReadRule.UNBOUNDED, ReadRule.UNBOUNDED);

    private static boolean isFound(Mode mode, boolean ownWrites, boolean monotonic, Check check) {
        return LongStream.range(0, 20)
                .anyMatch(seed -> new SessionSwarm(mode, seed, WAITING, ownWrites, monotonic)
                                .run()
                                .verdict(check)
                        instanceof HistoryVerdict.Broken);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void sessionsReadTheirWritesAndNeverLessThanBefore(Mode mode) {
        for (WhenBehind behind : WhenBehind.values()) {
            for (long seed = 0; seed < SEEDS; seed++) {
                SessionSwarm swarm = new SessionSwarm(mode, seed, WAITING.when(behind), true, true).run();
                assertThat(swarm.verdict(Check.READ_YOUR_WRITES))
                        .as("%s %s %d", mode, behind, seed)
                        .isInstanceOf(HistoryVerdict.Holds.class);
                assertThat(swarm.verdict(Check.MONOTONIC_READS))
                        .as("%s %s %d", mode, behind, seed)
                        .isInstanceOf(HistoryVerdict.Holds.class);
                assertThat(swarm.reads()).isGreaterThan(100);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void withoutTheOneFlagThatPromiseIsBroken(Mode mode) {
        assertThat(isFound(mode, false, true, Check.READ_YOUR_WRITES)).isTrue();
        assertThat(isFound(mode, true, false, Check.MONOTONIC_READS)).isTrue();
    }

    @Test
    void aSessionRemembersTheLatestOfWhatItIsToldToKeep() {
        ClientSession session = new ClientSession(true, false);
        StoreRequest write = StoreRequest.write(1, 7, 1);
        StoreRequest read = StoreRequest.read(2, 7);
        session.told(write, StoreResult.OK, Found.of(1, new LogPosition(2, 5)));
        session.told(read, StoreResult.OK, Found.of(1, new LogPosition(2, 9)));
        session.told(write, StoreResult.UNKNOWN, Found.of(1, new LogPosition(2, 8)));
        session.told(write, StoreResult.OK, Found.of(1, new LogPosition(1, 7)));
        assertThat(session.seen(3)).as("of all keys").isEqualTo(new LogPosition(2, 5));
        assertThat(session.context(7)).isEqualTo(new LogPosition(2, 9));
    }

    /** Of consensus the bound of versions holds by asking the leader, of a primary by asking it, without a leader by asking enough. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void readsShowOneOfTheLatestVersions(Mode mode) {
        for (WhenBehind behind : WhenBehind.values()) {
            for (long versions = 1; versions <= 3; versions += 2) {
                SessionSwarm swarm = new SessionSwarm(
                                mode, versions, WAITING.when(behind).withVersions(versions), false, false)
                        .run();
                HistoryVerdict verdict = swarm.verdict(Check.K_ATOMIC, versions);
                boolean isAsPromised = mode != Mode.LEADERLESS || behind != WhenBehind.REFUSE;
                assertThat(verdict).as("%s %s %d", mode, behind, versions).isInstanceOf(HistoryVerdict.Holds.class);
                assertThat(swarm.reads() > 50)
                        .as("%s %s %d", mode, behind, versions)
                        .isEqualTo(isAsPromised);
            }
        }
        assertThat(LongStream.range(0, 10)
                        .anyMatch(seed -> new SessionSwarm(mode, seed, WAITING, false, false)
                                        .run()
                                        .verdict(Check.K_ATOMIC, 1)
                                instanceof HistoryVerdict.Broken))
                .isTrue();
    }

    /** A bound that is younger than what a member can know is not met by waiting; one that is older is met by most. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void readsShowAllThatIsOlderThanTheBound(Mode mode) {
        long age = 150 * MILLIS;
        for (WhenBehind behind : WhenBehind.values()) {
            for (long seed = 0; seed < SEEDS; seed++) {
                SessionSwarm swarm =
                        new SessionSwarm(mode, seed, WAITING.when(behind).withAge(age), false, false).run();
                assertThat(swarm.verdict(Check.DELTA_ATOMIC, age))
                        .as("%s %s %d", mode, behind, seed)
                        .isInstanceOf(HistoryVerdict.Holds.class);
                assertThat(swarm.reads()).as("%s %s %d", mode, behind, seed).isGreaterThan(100);
            }
        }
        assertThat(LongStream.range(0, 10)
                        .anyMatch(seed -> new SessionSwarm(mode, seed, WAITING, false, false)
                                        .run()
                                        .verdict(Check.DELTA_ATOMIC, age)
                                instanceof HistoryVerdict.Broken))
                .isTrue();
    }
}
