package roundhouse.analysis.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.server;
import static roundhouse.simulation.testing.Systems.system;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.CacheCapacity;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.DataSettings;
import roundhouse.topology.nodes.data.ValueSizes;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.nodes.traffic.KeyDistribution;

/** Where theory does not apply it says so, and why, instead of giving a number. */
class WhyNoTheoryTest {
    private static final CacheSettings LRU = CacheSettings.of(100);
    private static final CacheSettings TTL = CacheSettings.of(1_000).with(CacheSettings.TTL, Duration.ofSeconds(1));

    private static Topology cached(CacheSettings cache, UnaryOperator<Clients> clients) {
        Clients users = Clients.of("users", new Arrivals.Poisson(100))
                .with(Clients.KEYS, new KeyDistribution.Zipf(1_000, 0.9))
                .with(Clients.READS, 1.0);
        return system(
                1,
                List.of(
                        clients.apply(users),
                        Server.of("web", fixed(1))
                                .with(Server.CACHE, cache)
                                .with(Server.DATA, DataSettings.SETTINGS.usual().with(DataSettings.STORE, "db")),
                        Database.of("db", fixed(0))),
                List.of(link("users", "web"), link("web", "db")));
    }

    private static List<Expected> of(Topology topology, String id) {
        return Objects.requireNonNull(CacheTheory.of(topology).get(id));
    }

    private static double hits(CacheSettings cache, UnaryOperator<Clients> clients) {
        return of(cached(cache, clients), "web").getFirst().value();
    }

    private static void refused(CacheSettings cache, UnaryOperator<Clients> clients, String why) {
        Expected hits = of(cached(cache, clients), "web").getFirst();
        assertThat(hits.whyNot()).isEqualTo(why);
        assertThat(hits.value()).isNaN();
        assertThat(hits.formula()).isEmpty();
    }

    @Test
    void theRulesOfACacheCanBeTooMuchForIt() {
        refused(LRU.with(CacheSettings.POLICY, "arc"), users -> users, "no closed form is known for the policy arc");
        refused(
                LRU.with(CacheSettings.ADMIT_AFTER, 2),
                users -> users,
                "it keeps a value only from the request number 2 for it");
        refused(
                TTL.with(CacheSettings.CAPACITY, CacheCapacity.ofEntries(100)),
                users -> users,
                "entries go for want of room as well as when their time is over");
        refused(
                TTL.with(CacheSettings.EARLY_REFRESH, 1.0),
                users -> users,
                "it fetches entries before their time is over");
    }

    @Test
    void soCanWhatComesToIt() {
        refused(
                LRU,
                users -> users.with(Clients.CACHE, CacheSettings.of(5)),
                "the cache of users has taken the repetitions out before");
        refused(LRU, users -> users.with(Clients.READS, 0.9), "what is written is put into it or taken out of it");
        refused(
                LRU.with(CacheSettings.CAPACITY, CacheCapacity.ofBytes(100_000)),
                users -> users.with(Clients.VALUES, new ValueSizes(100, 200)),
                "it is bounded by bytes, and values have several sizes");
        refused(
                TTL,
                users -> users.with(Clients.ARRIVALS, new Arrivals.Constant(100)),
                "requests do not come as a Poisson process");
    }

    /** A cache bounded by bytes holds as many values of one size as fit, and arrivals do not matter without a time to live. */
    @Test
    void whatDoesNotMatterIsNoReason() {
        double ratio = hits(LRU, users -> users);
        assertThat(ratio).isBetween(0.4, 0.6);
        assertThat(hits(
                        LRU.with(CacheSettings.CAPACITY, CacheCapacity.ofBytes(100 * 1_024 + 1_000)),
                        users -> users.with(Clients.ARRIVALS, new Arrivals.Constant(100))))
                .isCloseTo(ratio, within(1e-12));
        assertThat(hits(CacheSettings.of(1_000).with(CacheSettings.POLICY, "arc"), users -> users))
                .isEqualTo(1);
        assertThat(hits(CacheSettings.of(0), users -> users.with(Clients.READS, 0.5)))
                .isZero();
    }

    @Test
    void eachOfSeveralServersHasItsPart() {
        Topology one = cached(TTL, users -> users);
        Topology two = one.with(((Server) one.node("web").orElseThrow()).with(Server.COUNT, 2));
        assertThat(CacheTheory.of(two).keySet()).containsExactly("web-1", "web-2");
        assertThat(of(two, "web-2").getFirst().value())
                .isEqualTo(hits(TTL, users -> users.with(Clients.ARRIVALS, new Arrivals.Poisson(50))));
    }

    @Test
    void withoutCachesThereIsNone() {
        assertThat(CacheTheory.of(Systems.queue(1, Systems.poisson(10), server("s", 1, fixed(1)))))
                .isEmpty();
    }

    @Test
    void aTableHasBothAndTheReason() {
        List<Expected> expected = of(cached(LRU.with(CacheSettings.POLICY, "arc"), users -> users), "web");
        MeasuredCache measured = new MeasuredCache(60, 40, 40, 0, 0, 0, 0, 10, Double.NaN, Double.NaN, Double.NaN);
        String why = "no theory, because no closed form is known for the policy arc";
        assertThat(TheoryTable.of(expected, measured).lines())
                .containsExactly(
                        new TheoryTable.Line("Hit ratio", "60.00 %", "–", why),
                        new TheoryTable.Line("Fetches", "4.000/s", "–", why),
                        new TheoryTable.Line("Stale hits", "0.00 %", "0.00 %", "nothing is written"));
    }
}
