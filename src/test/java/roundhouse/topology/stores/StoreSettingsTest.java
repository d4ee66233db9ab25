package roundhouse.topology.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.topology.types.RecordTrial;
import roundhouse.topology.types.TypeTrial;

/** The settings of replications and of what users are promised: which are written, which a form shows. */
final class StoreSettingsTest {
    private static final RecordTrial<PrimaryReplication> PRIMARY = new RecordTrial<>(PrimaryReplication.SETTINGS);
    private static final RecordTrial<LeaderlessReplication> LEADERLESS =
            new RecordTrial<>(LeaderlessReplication.SETTINGS);

    @Test
    void whichFollowersMattersOnlyWhereAWriteWaitsForThem() {
        PrimaryReplication none = PrimaryReplication.SETTINGS.usual();
        List<String> ofWaits = List.of("choice", "level", "visible", "wait");
        assertThat(PRIMARY.shown(none)).doesNotContainAnyElementsOf(ofWaits);
        assertThat(PRIMARY.shown(none.with(PrimaryReplication.SYNCHRONOUS, 1))).containsAll(ofWaits);
    }

    @Test
    void whatComesAfterAWaitMattersOnlyWithOne() {
        PrimaryReplication none = PrimaryReplication.SETTINGS.usual();
        assertThat(PRIMARY.shown(none)).doesNotContain("on-timeout", "max-lag");
        assertThat(PRIMARY.shown(none.with(PrimaryReplication.WAIT, Duration.ofSeconds(1))))
                .contains("on-timeout");
        assertThat(PRIMARY.shown(none.with(PrimaryReplication.MIN_FOLLOWERS, 1)))
                .contains("max-lag");
    }

    @Test
    void hintsAreKeptForSoLongOnlyWithHintedHandoff() {
        LeaderlessReplication usual = LeaderlessReplication.SETTINGS.usual();
        assertThat(LEADERLESS.shown(usual)).contains("hint-window");
        assertThat(LEADERLESS.shown(usual.with(LeaderlessReplication.HINTED_HANDOFF, false)))
                .doesNotContain("hint-window");
    }

    @Test
    void aPrimaryIsReadWithAllThatAFileSays() {
        PrimaryReplication read = PRIMARY.read("""
                { "mode": "primary", "synchronous": 2, "choice": "first", "level": "applied", "visible": true,
                  "wait": "1s", "on-timeout": "fall-back", "apply-delay": "20ms", "min-followers": 1, "max-lag": "3s",
                  "reads": "local", "watchers": { "quorum": 2, "down-after": "1s", "timeout": "9s" }, "fence": "4s" }
                """);
        assertThat(read)
                .isEqualTo(new PrimaryReplication(
                        2,
                        PrimaryReplication.Choice.FIRST,
                        PrimaryReplication.Level.APPLIED,
                        true,
                        Duration.ofSeconds(1),
                        PrimaryReplication.OnTimeout.FALL_BACK,
                        Duration.ofMillis(20),
                        1,
                        Duration.ofSeconds(3),
                        PrimaryReplication.Reads.LOCAL,
                        new PrimaryReplication.Watchers(2, Duration.ofSeconds(1), Duration.ofSeconds(9)),
                        Duration.ofSeconds(4)));
        assertThat(PRIMARY.read(PRIMARY.written(read))).isEqualTo(read);
    }

    @Test
    void consensusIsReadWithAllThatAFileSays() {
        RecordTrial<ConsensusReplication> trial = new RecordTrial<>(ConsensusReplication.SETTINGS);
        ConsensusReplication read = trial.read("""
                { "mode": "consensus", "heartbeat": "10ms", "election-timeout": "50ms", "reads": "lease",
                  "pre-vote": false, "check-quorum": false, "snapshot-after": 20 }
                """);
        assertThat(read)
                .isEqualTo(new ConsensusReplication(
                        Duration.ofMillis(10),
                        Duration.ofMillis(50),
                        ConsensusReplication.Reads.LEASE,
                        false,
                        false,
                        20));
        assertThat(trial.read(trial.written(read))).isEqualTo(read);
        assertThat(trial.written(ConsensusReplication.SETTINGS.usual())).isEqualTo("{ \"mode\": \"consensus\" }");
    }

    @Test
    void leaderlessIsReadWithAllThatAFileSays() {
        LeaderlessReplication read = LEADERLESS.read("""
                { "mode": "leaderless", "n": 5, "r": "one", "w": 3, "sloppy": true, "ask-all": true,
                  "read-repair": false, "hinted-handoff": false, "hint-window": "1min", "anti-entropy": "10s",
                  "conflicts": "siblings" }
                """);
        assertThat(read)
                .isEqualTo(new LeaderlessReplication(
                        5,
                        QuorumSize.Level.ONE,
                        QuorumSize.of(3),
                        true,
                        true,
                        false,
                        false,
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(10),
                        LeaderlessReplication.Conflicts.SIBLINGS,
                        null));
        assertThat(LEADERLESS.written(LeaderlessReplication.SETTINGS.usual()))
                .isEqualTo("{ \"mode\": \"leaderless\", \"n\": 3, \"r\": 2, \"w\": 2 }");
    }

    @Test
    void trueIsEveryPromiseOfASession() {
        TypeTrial<SessionRule> trial = new TypeTrial<>(SessionRule.TYPE);
        assertThat(trial.read("true")).isEqualTo(SessionRule.SETTINGS.usual());
        assertThat(trial.written(SessionRule.SETTINGS.usual())).isEqualTo("true");
        SessionRule less = SessionRule.SETTINGS
                .usual()
                .with(SessionRule.READ_YOUR_WRITES, false)
                .with(SessionRule.MONOTONIC_READS, false)
                .with(SessionRule.WHEN_BEHIND, SessionRule.WhenBehind.REFUSE)
                .with(SessionRule.PATIENCE, Duration.ofSeconds(3));
        assertThat(trial.read(trial.written(less)))
                .isEqualTo(new SessionRule(false, false, SessionRule.WhenBehind.REFUSE, Duration.ofSeconds(3)));
    }

    @Test
    void aBoundOfStalenessSaysVersionsOrAge() {
        RecordTrial<StalenessBound> trial = new RecordTrial<>(StalenessBound.SETTINGS);
        assertThat(trial.refusal("{}"))
                .containsExactly("/age it: a bound says \"versions\" or \"age\", like \"age\": \"5s\"");
        assertThat(trial.refusal("{ \"versions\": 2 }")).isEmpty();
        assertThat(trial.refusal("{ \"age\": \"5s\" }")).isEmpty();
        assertThat(trial.read("{ \"versions\": 2, \"age\": \"5s\" }"))
                .isEqualTo(new StalenessBound(2, Duration.ofSeconds(5)));
    }
}
