package roundhouse.topology.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.topology.nodes.data.CacheCapacity;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.DataSettings;
import roundhouse.topology.nodes.parts.Scalability;
import roundhouse.topology.nodes.parts.SessionState;
import roundhouse.topology.types.RecordTrial;

/** How much a server can bear, how it grows, and what it keeps where; a group as each of its servers. */
final class ServerRulesTest {
    private static final Server SERVER = OneOfEach.SERVER;
    private static final Server CACHING = SERVER.keptBy("db", true).cachingBy(OneOfEach.CACHE);
    private static final Scalability HALF = new Scalability(0.5, 0, 16);

    private static ServerGroup group(Server server) {
        return OneOfEach.GROUP.with(ServerGroup.SERVER, server);
    }

    @Test
    void bearsWhatItsCoresHaveTimeFor() {
        assertThat(SERVER.capacity()).as("one core at 4 ms").isEqualTo(250);
        Server four = SERVER.with(Server.CORES, 4);
        assertThat(four.capacity()).isEqualTo(1_000);
        assertThat(four.with(Server.SPEED, 0.5).capacity()).isEqualTo(500);
        assertThat(four.with(Server.SCALABILITY, HALF).capacity())
                .as("four cores do as much as 1.6: 4 / (1 + 0.5 · 3)")
                .isEqualTo(400);
    }

    @Test
    void hasAtMostTheCoresOfTheLargestMachine() {
        RecordTrial<Server> trial = new RecordTrial<>(Server.SETTINGS);
        Server bounded = SERVER.with(Server.SCALABILITY, HALF);
        assertThat(trial.checked(bounded.with(Server.CORES, 16))).isEmpty();
        assertThat(trial.checked(bounded.with(Server.CORES, 17)))
                .containsExactly("it: cores is 17, and the largest machine has 16");
        Scalability unbounded = new Scalability(0.5, 0, null);
        assertThat(trial.checked(SERVER.with(Server.SCALABILITY, unbounded).with(Server.CORES, 17)))
                .isEmpty();
    }

    @Test
    void cachesWhatItReadsElsewhereOnly() {
        RecordTrial<Server> trial = new RecordTrial<>(Server.SETTINGS);
        assertThat(trial.checked(CACHING)).isEmpty();
        assertThat(trial.checked(SERVER.cachingBy(OneOfEach.CACHE)))
                .containsExactly(
                        "it: a server's cache needs \"data\", like { \"store\": \"db\" }; it keeps what was read from there");
    }

    @Test
    void growsInCoresSpeedAndTheMemoryOfItsCache() {
        CacheCapacity memory = CacheCapacity.ofEntries(99);
        Resizing size = new Resizing(8, 2.0, memory);
        assertThat(SERVER.resized(size))
                .as("without a cache")
                .isEqualTo(SERVER.with(Server.CORES, 8).with(Server.SPEED, 2.0));
        assertThat(CACHING.resized(size))
                .isEqualTo(CACHING.with(Server.CORES, 8)
                        .with(Server.SPEED, 2.0)
                        .cachingBy(OneOfEach.CACHE.with(CacheSettings.CAPACITY, memory)));
        assertThat(CACHING.resized(new Resizing(null, null, null))).isEqualTo(CACHING);
        assertThat(group(CACHING).resized(size)).isEqualTo(group(CACHING.resized(size)));
    }

    @Test
    void aServerThatStandsForSeveralIsEachOfThem() {
        Server three = SERVER.counting(3).labelled("Web");
        assertThat(three.count()).isEqualTo(3);
        assertThat(three.standsForOthers()).isTrue();
        assertThat(Members.of(three)).containsExactly("server-1", "server-2", "server-3");
        assertThat(Members.of(SERVER)).containsExactly("server");
        assertThat(three.member("server-2", "Web-2"))
                .isEqualTo(SERVER.renamed("server-2").labelled("Web-2"));
    }

    @Test
    void itsSessionsAreInItsMemoryOrElsewhere() {
        Server remembering = SERVER.with(Server.STATE, SessionState.MEMORY);
        assertThat(remembering.remembersInMemory()).isTrue();
        assertThat(remembering.store()).isNull();
        Server stored = remembering.storedIn("redis");
        assertThat(stored.store()).isEqualTo("redis");
        assertThat(stored.remembersInMemory()).isFalse();
        assertThat(stored.storedIn(null)).isEqualTo(remembering);
        assertThat(SERVER.remembersInMemory()).isFalse();
        assertThat(SERVER.store()).isNull();
        assertThat(SERVER.storedIn("redis")).as("it has no sessions").isEqualTo(SERVER);
    }

    @Test
    void itsKeepersUnderOtherIdsAreTheSameKeepers() {
        assertThat(SERVER.keepers()).isEmpty();
        assertThat(CACHING.keepers()).containsExactly("db");
        assertThat(CACHING.keptAs(id -> id + "-1"))
                .isEqualTo(CACHING.with(Server.DATA, DataSettings.with(null, "db-1", true)));
        assertThat(CACHING.keptAs(id -> null))
                .as("without data it has no cache of it")
                .isEqualTo(SERVER);
        assertThat(SERVER.keptAs(id -> id)).isEqualTo(SERVER);
    }

    @Test
    void whoIsCalledUnderAnotherIdIsCalledAllTheSame() {
        Server calling = SERVER.calling("stock").calling("prices");
        assertThat(calling.calledAs(id -> id.equals("stock") ? null : id + "-1").called())
                .isEqualTo(List.of("prices-1"));
        assertThat(calling.calledAs(id -> id)).isEqualTo(calling);
    }

    @Test
    void aGroupGrowsAndCachesAsEachOfItsServers() {
        ServerGroup group = group(CACHING.with(Server.SCALABILITY, HALF));
        assertThat(group.scalability()).isEqualTo(HALF);
        assertThat(group.cache()).isEqualTo(OneOfEach.CACHE);
        assertThat(OneOfEach.GROUP.scalability()).isNull();
        assertThat(OneOfEach.GROUP.cache()).isNull();
    }

    @Test
    void aGroupHasTwoServersWhereNothingIsSaid() {
        RecordTrial<ServerGroup> trial = new RecordTrial<>(ServerGroup.SETTINGS);
        assertThat(
                        trial.read(
                                "{ \"id\": \"server-group\", \"kind\": \"server-group\", \"server\": { \"service\": \"4ms\" } }"))
                .isEqualTo(ServerGroup.of("server-group", 2, Server.of("", OneOfEach.SERVICE)));
        assertThat(trial.refusal("{ \"id\": \"g\", \"kind\": \"server-group\", \"server\": { \"service\": \"4ms\","
                        + " \"count\": 2 } }"))
                .singleElement()
                .asString()
                .startsWith("/server unknown key \"count\"");
    }
}
