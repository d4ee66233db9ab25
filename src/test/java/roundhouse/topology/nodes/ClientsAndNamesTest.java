package roundhouse.topology.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import roundhouse.naming.AnswerType;
import roundhouse.topology.nodes.checking.MarkedActions;
import roundhouse.topology.nodes.data.CacheCapacity;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.types.RecordTrial;

/** What clients and DNS nodes may not be, and what of a DNS node its form shows. */
final class ClientsAndNamesTest {
    private static final RecordTrial<Clients> CLIENTS = new RecordTrial<>(Clients.SETTINGS);
    private static final RecordTrial<Dns> NAMES = new RecordTrial<>(Dns.SETTINGS);

    @Test
    void inAClosedLoopThereAreAMillionUsersAtMost() {
        Clients loop = OneOfEach.CLIENTS.with(
                Clients.ARRIVALS, new Arrivals.Closed(new Distribution.Fixed(Duration.ofSeconds(1))));
        assertThat(CLIENTS.checked(loop.with(Clients.USERS, 1_000_000))).isEmpty();
        assertThat(CLIENTS.checked(loop.with(Clients.USERS, 1_000_001)))
                .containsExactly(
                        "it: users is 1000001; in a closed loop 1 to 1000000 are allowed, for each has a request"
                                + " or a pause of its own at any time");
        assertThat(CLIENTS.checked(OneOfEach.CLIENTS.with(Clients.USERS, 1_000_001)))
                .isEmpty();
    }

    @Test
    void allBrowsersTogetherHaveTwentyMillionEntriesAtMost() {
        Clients users = OneOfEach.CLIENTS.with(Clients.USERS, 10_000);
        assertThat(CLIENTS.checked(users.cachingBy(CacheSettings.of(2_000)))).isEmpty();
        assertThat(CLIENTS.checked(users.cachingBy(CacheSettings.of(2_001))))
                .containsExactly(
                        "it: its capacity is 2001 for each of 10000 users; at most 20,000,000 entries for all of"
                                + " them together are allowed");
        CacheSettings memory = OneOfEach.CACHE.with(CacheSettings.CAPACITY, CacheCapacity.ofBytes(1 << 20));
        assertThat(CLIENTS.checked(users.cachingBy(memory)))
                .as("memory is not counted")
                .isEmpty();
    }

    @Test
    void theSharesOfRequestsAreNotAllNothing() {
        String some =
                "{ \"id\": \"c\", \"kind\": \"clients\", \"arrivals\": { \"type\": \"poisson\", \"rate\": \"7/s\" },"
                        + " \"requests\": [ { \"share\": 0, \"path\": \"/a\" }, { \"share\": %s, \"path\": \"/b\" } ] }";
        assertThat(CLIENTS.refusal(some.formatted("1"))).isEmpty();
        assertThat(CLIENTS.refusal(some.formatted("0")))
                .containsExactly("/requests it: the shares of all requests are 0; at least one must be more");
    }

    @Test
    void aDnsNodeShowsWhatItsRuleAndItsChecksNeed() {
        Dns mixed = OneOfEach.DNS;
        assertThat(NAMES.shown(mixed)).contains("ttl", "negative-ttl").doesNotContain("order", "none-healthy");
        assertThat(NAMES.shown(mixed.with(Dns.ANSWERS, AnswerType.ROUND_ROBIN))).contains("order");
        assertThat(NAMES.shown(mixed.with(Dns.CHECKS, Health.Active.SETTINGS.usual())))
                .contains("none-healthy");
    }

    @Test
    void aDnsNodeNamesAllForAMinuteInTurnWhereNothingIsSaid() {
        assertThat(NAMES.written(Dns.of("d", AnswerType.ROUND_ROBIN)))
                .isEqualTo("{ \"id\": \"d\", \"kind\": \"dns\" }");
        Dns usual = NAMES.read("{ \"id\": \"d\", \"kind\": \"dns\" }");
        assertThat(usual).isEqualTo(Dns.of("d", AnswerType.ROUND_ROBIN));
        assertThat(usual.ttl()).isEqualTo(Duration.ofMinutes(1));
        assertThat(usual.negativeTtl()).isEqualTo(Duration.ofMinutes(1));
        assertThat(usual.allWhenNoneIsHealthy()).isTrue();
        assertThat(usual.health()).isEqualTo(Health.NONE);
    }

    @Test
    void aDnsNodeChecksButCutsNothing() {
        Health.Active check = Health.Active.SETTINGS.usual();
        Dns checking = OneOfEach.DNS.with(Dns.CHECKS, check);
        assertThat(checking.health().active()).isEqualTo(check);
        assertThat(NAMES.checked(checking)).isEmpty();
        Health.Active cutting = Health.Active.MARKED.with(check, MarkedActions.DOWN.with(MarkedActions.NONE, true));
        assertThat(NAMES.checked(checking.with(Dns.CHECKS, cutting)))
                .containsExactly("it: on-marked-down and on-marked-up are for load balancers; requests do not pass"
                        + " through a DNS node");
    }
}
