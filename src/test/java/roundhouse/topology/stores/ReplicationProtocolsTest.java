package roundhouse.topology.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.topology.types.RecordTrial;

/** What each protocol needs, what is left of it with fewer members, and what its settings must be together. */
final class ReplicationProtocolsTest {
    private static final ConsensusReplication RAFT = ConsensusReplication.SETTINGS.usual();
    private static final PrimaryReplication PRIMARY = PrimaryReplication.SETTINGS.usual();
    private static final LeaderlessReplication LEADERLESS = LeaderlessReplication.SETTINGS.usual();

    private static LeaderlessReplication leaderless(int n, int r, int w) {
        return LEADERLESS
                .with(LeaderlessReplication.N, n)
                .with(LeaderlessReplication.R, QuorumSize.of(r))
                .with(LeaderlessReplication.W, QuorumSize.of(w));
    }

    @Test
    void eachHasItsNameInFiles() {
        assertThat(List.of(RAFT.mode(), PRIMARY.mode(), LEADERLESS.mode()))
                .containsExactly("consensus", "primary", "leaderless");
    }

    @Test
    void consensusAndAPrimaryHaveNoShardsAndStayAsTheyAre() {
        assertThat(RAFT.shards()).isNull();
        assertThat(PRIMARY.shards()).isNull();
        assertThat(RAFT.fewest()).isEqualTo(1);
        assertThat(RAFT.among(List.of())).isSameAs(RAFT);
        assertThat(RAFT.wherever()).isSameAs(RAFT);
        assertThat(PRIMARY.wherever()).isSameAs(PRIMARY);
    }

    @Test
    void anElectionTimeoutIsAtLeastTwoHeartbeats() {
        RecordTrial<ConsensusReplication> trial = new RecordTrial<>(ConsensusReplication.SETTINGS);
        ConsensusReplication just = RAFT.with(ConsensusReplication.HEARTBEAT, Duration.ofMillis(500));
        assertThat(trial.checked(just)).isEmpty();
        assertThat(trial.checked(just.with(ConsensusReplication.HEARTBEAT, Duration.ofMillis(501))))
                .singleElement()
                .asString()
                .contains("an election timeout is at least two heartbeats");
    }

    @Test
    void onlyLocalReadsCanBeStale() {
        assertThat(RAFT.canBeStale()).isFalse();
        assertThat(RAFT.with(ConsensusReplication.READS, ConsensusReplication.Reads.LEASE)
                        .canBeStale())
                .isFalse();
        assertThat(RAFT.with(ConsensusReplication.READS, ConsensusReplication.Reads.LOCAL)
                        .canBeStale())
                .isTrue();
        assertThat(PRIMARY.canBeStale()).isFalse();
        assertThat(PRIMARY.with(PrimaryReplication.READS, PrimaryReplication.Reads.LOCAL)
                        .canBeStale())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "2, 0, 3", "0, 2, 3", "1, 3, 4", "3, 1, 4"})
    void aPrimaryNeedsItselfAndTheFollowersThatItWaitsFor(int synchronous, int least, int fewest) {
        assertThat(primary(synchronous, least).fewest()).isEqualTo(fewest);
    }

    private static PrimaryReplication primary(int synchronous, int least) {
        return PRIMARY.with(PrimaryReplication.SYNCHRONOUS, synchronous).with(PrimaryReplication.MIN_FOLLOWERS, least);
    }

    @Test
    void aPrimaryWaitsForNoMoreThanAreLeft() {
        assertThat(primary(3, 2).among(List.of("a", "b", "c"))).isEqualTo(primary(2, 2));
        assertThat(primary(1, 2).among(List.of("a", "b"))).isEqualTo(primary(1, 1));
        assertThat(primary(1, 0).among(List.of("a", "b", "c"))).isEqualTo(primary(1, 0));
        assertThat(primary(2, 2).among(List.of())).isEqualTo(primary(0, 0));
    }

    @Test
    void toFallBackThereMustBeAWait() {
        RecordTrial<PrimaryReplication> trial = new RecordTrial<>(PrimaryReplication.SETTINGS);
        PrimaryReplication back = PRIMARY.with(PrimaryReplication.ON_TIMEOUT, PrimaryReplication.OnTimeout.FALL_BACK);
        assertThat(trial.checked(back)).containsExactly("it: to fall back there must be a \"wait\", like \"1s\"");
        assertThat(trial.checked(back.with(PrimaryReplication.WAIT, Duration.ofSeconds(1))))
                .isEmpty();
        assertThat(trial.checked(PRIMARY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3, 2, 2, false", "3, 1, 2, true", "3, 1, 3, false", "3, 1, 1, true", "1, 1, 1, false"})
    void leaderlessReadsCanBeStaleUnlessTheyMeetTheWrites(int n, int r, int w, boolean stale) {
        assertThat(leaderless(n, r, w).canBeStale()).isEqualTo(stale);
    }

    @Test
    void aLevelPromisesNothingOfMeeting() {
        assertThat(leaderless(3, 3, 3)
                        .with(LeaderlessReplication.R, QuorumSize.Level.ALL)
                        .canBeStale())
                .isTrue();
        assertThat(leaderless(3, 3, 3)
                        .with(LeaderlessReplication.W, QuorumSize.Level.ALL)
                        .canBeStale())
                .isTrue();
    }

    @Test
    void quorumsAreAtMostTheCopies() {
        RecordTrial<LeaderlessReplication> trial = new RecordTrial<>(LeaderlessReplication.SETTINGS);
        assertThat(trial.checked(leaderless(3, 3, 3))).isEmpty();
        assertThat(trial.checked(leaderless(3, 4, 5)))
                .containsExactly(
                        "it: r is 4; a key is kept at 3 members, so at most so many can answer",
                        "it: w is 5; a key is kept at 3 members, so at most so many can answer");
        assertThat(trial.checked(leaderless(1, 1, 1).with(LeaderlessReplication.R, QuorumSize.Level.THREE)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2, 3, 3, true", "2, 3, 2, false", "3, 2, 2, false", "2, 2, 2, true"})
    void soManyCopiesAreEnoughForBothQuorums(int r, int w, int copies, boolean enough) {
        assertThat(leaderless(3, r, w).canKeep(copies)).isEqualTo(enough);
    }

    @Test
    void aLevelIsKeptByAnyNumberOfCopies() {
        LeaderlessReplication byLevel = LEADERLESS
                .with(LeaderlessReplication.R, QuorumSize.Level.QUORUM)
                .with(LeaderlessReplication.W, QuorumSize.Level.ALL);
        assertThat(byLevel.canKeep(1)).isTrue();
        assertThat(byLevel.among(List.of("a"))).isEqualTo(byLevel.with(LeaderlessReplication.N, 1));
    }

    @Test
    void withFewerMembersThereAreFewerCopiesAndSmallerQuorums() {
        assertThat(leaderless(3, 3, 2).among(List.of("a", "b"))).isEqualTo(leaderless(2, 2, 2));
        assertThat(leaderless(3, 1, 3).among(List.of("a", "b"))).isEqualTo(leaderless(2, 1, 2));
        assertThat(leaderless(2, 1, 2).among(List.of("a", "b", "c"))).isEqualTo(leaderless(2, 1, 2));
        assertThat(leaderless(3, 2, 2).among(List.of())).isEqualTo(leaderless(1, 1, 1));
        assertThat(leaderless(3, 2, 2).fewest()).isEqualTo(3);
    }
}
