package roundhouse.topology.nodes.guarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.limits.LimiterSettings;
import roundhouse.routing.RequestMatch;
import roundhouse.topology.json.Problems;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.types.RecordTrial;

/** A limit on one line: how it is read and written, what it is called, and what does not do together. */
final class LimitRulesTest {
    private static final LimitItem ITEM = new LimitItem();

    private static Limit limit(String line) {
        Parsed<Limit> parsed = ITEM.parse(line);
        assertThat(parsed).as(line).isInstanceOf(Parsed.Value.class);
        return ((Parsed.Value<Limit>) parsed).value();
    }

    private static String refusal(String line) {
        return ITEM.parse(line) instanceof Parsed.Wrong<Limit>(String reason) ? reason : "";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "leaky-bucket rate=50/s",
                "leaky-bucket rate=50/s burst=100 delay=none",
                "leaky-bucket rate=50/s burst=100 delay=7",
                "token-bucket rate=50/s burst=5 intervally=true",
                "gcra rate=50/s burst=5",
                "guava rate=50/s timeout=1s",
                "guava-warming-up rate=50/s warm-up=3s",
                "resilience4j rate=50/s timeout=2s",
                "haproxy-rate rate=50/s accepted-only=true",
                "fixed-window per=session rate=50/s",
                "sliding-window per=header rate=50/s header=x-key",
                "sliding-log per=all rate=50/s",
                "concurrency most=20 tarpit=2s",
                "shed most=20 status=429",
                "priority class=-10",
                "deny methods=\"POST, PUT\" path=/admin/*",
                "allow from=10.0.0.0/8",
                "deny name=9 header=x-kind value=7"
            })
    void aLineIsReadAndWritten(String line) {
        assertThat(ITEM.line(limit(line))).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            leaky-bucket               | leaky-bucket needs "rate", like "50/s"
            concurrency                | concurrency needs "most", like 10
            shed                       | shed needs "most", like 10
            priority                   | priority needs "class", like -10
            deny class=3               | deny does not know "class"; it is for priority
            deny rate=5/s              | deny does not know "rate"; it is for rates
            deny most=5                | deny does not know "most"; it is for concurrency and shed
            deny per=all               | deny does not know "per"; it is for rates and concurrency
            guava rate=5/s burst=3     | guava does not know "burst"; it is for leaky-bucket, token-bucket and gcra
            gcra rate=5/s delay=3      | gcra does not know "delay"; it is for leaky-bucket
            gcra rate=5/s intervally=true | gcra does not know "intervally"; it is for token-bucket
            gcra rate=5/s timeout=3s   | gcra does not know "timeout"; it is for guava, guava-warming-up and resilience4j
            guava rate=5/s warm-up=3s  | guava does not know "warm-up"; it is for guava-warming-up
            guava rate=5/s accepted-only=true | guava does not know "accepted-only"; it is for haproxy-rate
            allow tarpit=3s            | allow does not know "tarpit"; it is for limits that turn away
            priority class=1 tarpit=3s | priority does not know "tarpit"; it is for limits that turn away
            gcra rate=5/s per=header   | a limit per header needs "header", like "x-api-key"
            gcra rate=5/s per=header header=k value=v | the header is counted by, so it cannot be a condition too
            deny header=k              | a condition on a header has both "header" and "value"
            deny value=v               | a condition on a header has both "header" and "value"
            deny header=" " value=v    | the header's name is empty
            gcra rate=5/s burst=0      | burst is 0; gcra would let nothing through; at least 1 is allowed
            token-bucket rate=5/s burst=0 | burst is 0; token-bucket would let nothing through; at least 1 is allowed
            """)
    void whatDoesNotDoTogetherIsSaid(String line, String reason) {
        assertThat(refusal(line)).contains(reason);
    }

    @Test
    void aLineThatIsNoLimitIsRefused() {
        assertThat(refusal("nonsense rate=5/s")).isNotEmpty();
        assertThat(refusal("deny stray"))
                .isEqualTo("found \"deny stray\"; a limit is written like"
                        + " \"leaky-bucket rate=50/s burst=100 per=address\"");
        assertThat(refusal("deny statos=403")).contains("did you mean \"status\"?");
    }

    @Test
    void aBurstOfNothingIsUsualOfALeakyBucket() {
        assertThat(refusal("leaky-bucket rate=5/s burst=0")).isEmpty();
        assertThat(ITEM.example().lines())
                .hasSize(4)
                .allSatisfy(line -> assertThat(refusal(line)).isEmpty());
        assertThat(ITEM.plural()).isEqualTo("limits");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            leaky-bucket rate=50/s               | leaky-bucket 50/s per address
            leaky-bucket rate=50/s per=all       | leaky-bucket 50/s
            gcra rate=5/s per=header header=key  | gcra 5/s per key
            gcra rate=5/s per=session            | gcra 5/s per session
            concurrency most=20                  | concurrency 20 per address
            shed most=20                         | shed 20
            priority class=-10                   | priority -10
            allow from=10.0.0.0/8                | allow from 10.0.0.0/8
            deny methods=POST path=/a            | deny of POST on /a
            deny header=k value=v                | deny with k: v
            deny name=mine                       | mine
            """)
    void isCalledByItsNameOrByWhatItDoes(String line, String title) {
        assertThat(limit(line).title()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource({
        "gcra rate=5/s, false",
        "gcra rate=5/s per=all, false",
        "gcra rate=5/s per=session, true",
        "gcra rate=5/s per=path, true",
        "gcra rate=5/s per=header header=k, true",
        "deny from=10.0.0.0/8, false",
        "deny path=/a, true",
        "deny methods=POST, true",
        "deny header=k value=v, true"
    })
    void requestsAreReadAtLayer7Only(String line, boolean reads) {
        assertThat(limit(line).readsRequests()).isEqualTo(reads);
        Problems problems = new Problems();
        Limit.checkAtLayer4(List.of(Limit.of(LimitKind.ALLOW), limit(line)), new Checks("", "it", problems));
        assertThat(problems.inOrder()).hasSize(reads ? 1 : 0);
        if (reads) {
            assertThat(problems.inOrder().getFirst().pointer()).isEqualTo("/limits/1");
        }
    }

    @Test
    void itsConditionsMustHoldTogether() {
        assertThat(limit("deny from=10.0.0.0/8").match()).isNull();
        assertThat(limit("gcra rate=5/s per=header header=k").match()).isNull();
        assertThat(limit("deny methods=POST path=/a header=k value=v").match())
                .isEqualTo(new RequestMatch.All(List.of(
                        new RequestMatch.Methods(List.of("POST"), false),
                        new RequestMatch.Path("/a"),
                        new RequestMatch.Header("k", "v"))));
    }

    @Test
    void whatIsNotSaidIsUsualForTheLimiter() {
        assertThat(limit("leaky-bucket rate=5/s").limiter())
                .isEqualTo(new LimiterSettings(
                        Objects.requireNonNull(limit("leaky-bucket rate=5/s").rate()),
                        LimiterSettings.USUAL,
                        0,
                        false,
                        LimiterSettings.USUAL,
                        Duration.ofSeconds(10).toNanos(),
                        false));
        LimiterSettings said = limit("leaky-bucket rate=5/s burst=3 delay=none").limiter();
        assertThat(said.burst()).isEqualTo(3);
        assertThat(said.undelayed()).isEqualTo(Long.MAX_VALUE);
        assertThat(limit("guava rate=5/s timeout=2s").limiter().timeoutNanos()).isEqualTo(2_000_000_000);
    }

    @Test
    void whoIsDeniedGetsAnotherStatusThanWhoIsTooMany() {
        RecordTrial<Limit> trial = new RecordTrial<>(Limit.SETTINGS);
        assertThat(Limit.of(LimitKind.DENY).status()).isEqualTo(403);
        assertThat(Limit.of(LimitKind.SHED).status()).isEqualTo(503);
        assertThat(trial.read("{ \"type\": \"deny\" }").status()).isEqualTo(403);
        assertThat(trial.read("{ \"type\": \"shed\", \"most\": 3 }").status()).isEqualTo(503);
    }

    @Test
    void aFormShowsWhatItsTypeKnows() {
        RecordTrial<Limit> trial = new RecordTrial<>(Limit.SETTINGS);
        assertThat(trial.shown(Limit.of(LimitKind.ALLOW)))
                .doesNotContain("rate", "burst", "delay", "most", "class", "status", "tarpit", "per", "timeout");
        assertThat(trial.shown(Limit.of(LimitKind.LEAKY_BUCKET)))
                .contains("rate", "burst", "delay", "status", "tarpit", "per")
                .doesNotContain("intervally", "timeout", "warm-up", "accepted-only", "most", "class");
        assertThat(trial.shown(Limit.of(LimitKind.TOKEN_BUCKET))).contains("intervally", "burst");
        assertThat(trial.shown(Limit.of(LimitKind.GCRA))).contains("burst").doesNotContain("timeout");
        assertThat(trial.shown(Limit.of(LimitKind.GUAVA))).contains("timeout").doesNotContain("burst");
        assertThat(trial.shown(Limit.of(LimitKind.RESILIENCE4J))).contains("timeout");
        assertThat(trial.shown(Limit.of(LimitKind.GUAVA_WARMING_UP))).contains("timeout", "warm-up");
        assertThat(trial.shown(Limit.of(LimitKind.HAPROXY_RATE))).contains("accepted-only");
        assertThat(trial.shown(Limit.of(LimitKind.CONCURRENCY))).contains("most", "per");
        assertThat(trial.shown(Limit.of(LimitKind.PRIORITY))).contains("class").doesNotContain("status");
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasANameInFilesAndASentence(LimitKind kind) {
        assertThat(kind.key()).isEqualTo(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        assertThat(LimitKind.type().allowed()).contains(kind.key());
        assertThat(LimitPer.type().allowed()).isEqualTo("address, session, header, path, all");
    }

    @Test
    void aBreakerOpensAtAShareAboveNone() {
        RecordTrial<Breaker> trial = new RecordTrial<>(Breaker.SETTINGS);
        assertThat(trial.refusal("{ \"failure-rate\": 0, \"slow-rate\": 0 }"))
                .containsExactly(
                        "/failure-rate it: failure-rate is 0, at which it would open with its first call;"
                                + " a share above 0 is allowed",
                        "/slow-rate it: slow-rate is 0, at which it would open with its first call;"
                                + " a share above 0 is allowed");
        assertThat(trial.refusal("{ \"window-time\": \"1h\" }")).isEmpty();
        assertThat(trial.refusal("{ \"window-time\": \"3601s\" }"))
                .containsExactly("/window-time it: window-time is longer than an hour; at most \"1h\" is allowed");
        assertThat(trial.shown(trial.read("{}"))).contains("window");
        assertThat(trial.shown(trial.read("{ \"window-time\": \"1h\" }"))).doesNotContain("window");
    }
}
