package roundhouse.topology.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.Heartbeat;
import roundhouse.topology.nodes.parts.SessionState;

/** A group is what each of its servers is, and links say what they join. */
class ServerGroupTest {
    private static final Server SERVER = Server.of("", new Distribution.Fixed(Duration.ofMillis(10)))
            .with(Server.CORES, 4)
            .with(Server.ZONE, "eu-1")
            .with(Server.REGION, "eu")
            .with(Server.STATE, new SessionState("redis", Duration.ofMinutes(1), 10));
    private static final ServerGroup GROUP = ServerGroup.of("web", 3, SERVER);

    @Test
    void standsForAsManyServersAsItHas() {
        assertThat(Members.of(GROUP)).containsExactly("web-1", "web-2", "web-3");
        assertThat(Members.of(GROUP.counting(1))).as("even for one").containsExactly("web-1");
        assertThat(GROUP.member("web-2", "Web-2"))
                .isEqualTo(SERVER.renamed("web-2").labelled("Web-2"));
    }

    @Test
    void isWhereAndWhatItsServersAre() {
        assertThat(List.of(GROUP.zone(), GROUP.region(), GROUP.store())).containsExactly("eu-1", "eu", "redis");
        assertThat(GROUP.capacity()).as("of one: four cores at 10 ms").isEqualTo(400);
        assertThat(GROUP.storedIn(null).server().remembersInMemory()).isTrue();
        assertThat(GROUP.store()).isEqualTo("redis");
        assertThat(List.of(
                        GROUP.answersRequests(),
                        GROUP.keepsSessions(),
                        GROUP.makesCalls(),
                        GROUP.asksKeepers(),
                        GROUP.caches()))
                .containsExactly(true, true, true, true, false);
        assertThat(GROUP.startUp()).isEqualTo(Duration.ZERO);
    }

    @Test
    void itsServersCallAndKeepDataForIt() {
        ServerGroup calling = GROUP.calling("stock").calling("stock").calling("late");
        assertThat(calling.called()).as("each once").containsExactly("stock", "late");
        assertThat(calling.calledAs(id -> id.equals("late") ? null : id + "-1").called())
                .containsExactly("stock-1");
        ServerGroup keeping = GROUP.keptBy("db", true).keptBy("memo", false);
        assertThat(keeping.keepers()).containsExactly("memo", "db");
        assertThat(keeping.keptAs(id -> null).keepers()).isEmpty();
        assertThat(GROUP.keptBy("memo", false).keepersWithStore()).containsExactly("memo");
        assertThat(keeping.keepersWithStore()).isEmpty();
        assertThat(keeping.cachingBy(CacheSettings.of(5)).caches()).isTrue();
    }

    @Test
    void itsServersAreResized() {
        assertThat(GROUP.resized(new Resizing(8, 2.0, null)).server())
                .isEqualTo(SERVER.with(Server.CORES, 8).with(Server.SPEED, 2.0));
        assertThat(GROUP.resized(new Resizing(null, null, null))).isEqualTo(GROUP);
    }

    @Test
    void aLinkHasThePassiveRuleOfItsTargetOrOfTheBalancer() {
        Link link = Link.of("a", "b", Link.DEFAULT_LATENCY);
        Health.Passive balancers = Health.Passive.SETTINGS.usual();
        assertThat(link.passive(balancers)).isSameAs(balancers);
        assertThat(link.passive(null)).isNull();
        assertThat(link.with(Link.MAX_FAILS, 7).passive(null))
                .isEqualTo(new Health.Passive(7, balancers.failTimeout(), balancers.on()));
        assertThat(link.with(Link.FAIL_TIMEOUT, Duration.ofSeconds(77)).passive(balancers))
                .isEqualTo(new Health.Passive(balancers.maxFails(), Duration.ofSeconds(77), balancers.on()));
    }

    @Test
    void aLinkJoinsItsEndsInItsDirection() {
        Link link = Link.of("a", "b", Link.DEFAULT_LATENCY);
        assertThat(List.of(link.joins("a", "b"), link.joins("b", "a"), link.joins("a", "c")))
                .containsExactly(true, false, false);
        Link heartbeat = link.with(Link.HEARTBEAT, Heartbeat.SETTINGS.usual());
        assertThat(heartbeat.isHeartbeatOf("b", "a")).isTrue();
        assertThat(heartbeat.isHeartbeatOf("a", "b")).isTrue();
        assertThat(heartbeat.isHeartbeatOf("a", "c")).isFalse();
        assertThat(link.isHeartbeatOf("a", "b")).isFalse();
        assertThat(link.name()).isEqualTo("the link from \"a\" to \"b\"");
        assertThat(link.with(Link.ADDRESS, "10.0.0.1").hashedText("b")).isEqualTo("10.0.0.1");
        assertThat(link.with(Link.ADDRESS, "10.0.0.1").hashedText("b-1")).isEqualTo("b-1");
        assertThat(link.hashedText("b")).isEqualTo("b");
    }

    @Test
    void aLongCircleIsCutShort() {
        List<String> twelve = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "1");
        assertThat(Link.circleProblem("round", twelve))
                .startsWith("round: 1 → 2")
                .endsWith("11 → 1; a request would never arrive");
        List<String> thirteen = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "1");
        assertThat(Link.circleProblem("round", thirteen)).endsWith("12 → … → 1; a request would never arrive");
    }
}
