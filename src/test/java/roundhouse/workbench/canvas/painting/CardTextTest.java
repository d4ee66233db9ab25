package roundhouse.workbench.canvas.painting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.components.CacheFigures;
import roundhouse.simulation.components.PairRole;
import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.CrashMode;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.workbench.canvas.Topologies;
import roundhouse.workbench.canvas.model.Drawing;

class CardTextTest {
    private static final String THIN = "\u202f";

    private final Topology topology = Topologies.twoServers();
    private final Drawing drawing = new Drawing(topology);
    private final Frame frame = new Frame();

    @BeforeEach
    void observe() {
        frame.topology = topology;
        frame.ensureNodes(4, 3);
    }

    private CardText text(int node) {
        return CardText.of(drawing, node, frame, node);
    }

    @Test
    void aServerShowsItsLoad() {
        frame.inFlight[3] = 14;
        frame.queue[3] = 3;
        frame.utilization[3] = 0.87;
        frame.share[3] = 0.497;
        assertThat(text(3))
                .isEqualTo(new CardText(
                        "s2",
                        "4 cores · weight 3",
                        NodeState.UP,
                        PairRole.ALONE,
                        false,
                        false,
                        "",
                        0.87,
                        "in flight 14 · queue 3",
                        "49.7 % of traffic"));
    }

    @Test
    void ofRealClientsTheArrivalsOfTheFileSayNothing() {
        assertThat(text(0).subtitle()).contains("req/s");
        frame.live = true;
        assertThat(text(0).subtitle()).isEqualTo("real clients");
        assertThat(text(3).subtitle()).isEqualTo("4 cores · weight 3");
    }

    @Test
    void aBalancerShowsItsLatency() {
        frame.p50Nanos[1] = 11_900_000;
        frame.p99Nanos[1] = 41_000_000;
        frame.rate[1] = 1_187.4;
        frame.inFlight[1] = 27;
        CardText text = text(1);
        assertThat(text.subtitle()).isEqualTo("L7 · round robin");
        assertThat(text.first()).isEqualTo("11.9 ms p50 · 41.0 ms p99");
        assertThat(text.second()).isEqualTo("1" + THIN + "187 req/s · 27 in flight");
    }

    @Test
    void clientsShowWhatBecameOfTheirRequests() {
        frame.arrived[0] = 14_976;
        assertThat(text(0).subtitle()).isEqualTo("1" + THIN + "000 req/s · Poisson");
        assertThat(text(0).first()).isEqualTo("sent 14" + THIN + "976 · ok –");
        frame.ok[0] = 9_999;
        assertThat(text(0).first()).endsWith("ok 100 %");
        frame.timedOut[0] = 1;
        assertThat(text(0).first()).as("never rounded up to all").endsWith("ok 99.9 %");
        assertThat(text(0).busy()).isNegative();
        assertThat(text(0).second()).as("there were some, but not lately").isEqualTo("no successful reply for 1 s");
        frame.ok[0] = 0;
        assertThat(text(0).second()).isEqualTo("no successful reply yet");
    }

    @Test
    void aServerThatIsDownSaysSinceWhen() {
        frame.condition[2] = NodeState.DOWN;
        frame.sinceNanos[2] = 11_900_000_000L;
        frame.bad[2] = 14;
        frame.crash[2] = CrashMode.REFUSE;
        frame.utilization[2] = 0.4;
        CardText text = text(2);
        assertThat(text.status()).isEqualTo("down");
        assertThat(text.first()).isEqualTo("crashed at 00:11.900");
        assertThat(text.second()).isEqualTo("14 did not succeed");
        assertThat(text.busy()).isZero();
        assertThat(text.spoken()).startsWith("s1, down, 4 cores");
    }

    @Test
    void theWayItIsDownIsSaid() {
        frame.condition[2] = NodeState.DOWN;
        frame.crash[2] = CrashMode.BLACK_HOLE;
        assertThat(text(2).second()).isEqualTo("does not answer");
        frame.crash[2] = CrashMode.AFTER_ACCEPT;
        assertThat(text(2).second()).isEqualTo("accepts, never answers");
    }

    @Test
    void aCrashThatLostSessionsSaysHowMany() {
        frame.condition[2] = NodeState.DOWN;
        frame.crash[2] = CrashMode.REFUSE;
        frame.sessionsLost[2] = 155;
        assertThat(text(2).second()).isEqualTo("155 sessions lost");
    }

    @Test
    void whatIsWrongIsSaidSinceWhen() {
        frame.sinceNanos[2] = 4_100_000_000L;
        frame.condition[2] = NodeState.PAUSED;
        assertThat(text(2).status()).isEqualTo("paused");
        assertThat(text(2).subtitle()).isEqualTo("paused since 00:04.100");
        frame.condition[2] = NodeState.FAULTY;
        frame.errorRate[2] = 0.2;
        assertThat(text(2).status()).isEqualTo("errors");
        assertThat(text(2).subtitle()).isEqualTo("20 % fail since 00:04.100");
        assertThat(text(2).spoken()).contains("answering with errors");
    }

    @Test
    void errorsOfChecksAreNoErrorsOfRequests() {
        frame.condition[2] = NodeState.FAULTY;
        frame.errorRate[2] = 1;
        frame.checksOnly[2] = true;
        assertThat(text(2).subtitle()).startsWith("100 % of checks fail since ");
    }

    /** One card for three, and how many of them are well. */
    @Test
    void aServerThatStandsForSeveralSaysHowMany() {
        Server three = ((Server) topology.nodes().get(2)).with(Server.COUNT, 3);
        Drawing stack = new Drawing(topology.with(three));
        frame.members = List.of(
                new Frame.Member(2, "s1-1", NodeState.UP, 0, 0, 0, 0),
                new Frame.Member(2, "s1-2", NodeState.DOWN, 0, 0, 0, 0),
                new Frame.Member(2, "s1-3", NodeState.UP, 0, 0, 0, 0));
        CardText text = CardText.of(stack, 2, frame, 2);
        assertThat(text.title()).isEqualTo(three.title() + " × 3");
        assertThat(text.status()).isEqualTo("2 of 3 well");
        assertThat(CardText.of(stack, 1, frame, 1).status()).isEmpty();
    }

    @Test
    void aRetryStormIsNamedWhereItIs() {
        frame.storm[2] = true;
        assertThat(text(2).status()).isEqualTo("retry storm");
        assertThat(text(2).spoken()).contains("in a retry storm");
    }

    @Test
    void aBalancerWithACacheSaysWhatThatAnswers() {
        frame.rate[1] = 681;
        frame.data.caches[1] = true;
        frame.data.hitRatio[1] = 0.148;
        assertThat(text(1).second()).isEqualTo("681 req/s · 14.8 % hits");
    }

    @Test
    void clientsWithCachesOfTheirOwnSaySo() {
        Clients users = (Clients) topology.nodes().getFirst();
        Topology cached = topology.with(users.with(Clients.CACHE, CacheSettings.of(10)));
        frame.topology = cached;
        frame.data.caches[0] = true;
        frame.data.hitRatio[0] = 0.086;
        frame.p99Nanos[0] = 79_400_000;
        CardText text = CardText.of(new Drawing(cached), 0, frame, 0);
        assertThat(text.subtitle()).endsWith(" req/s · own caches");
        assertThat(text.second()).isEqualTo("8.6 % hits · 79.4 ms p99");
    }

    @Test
    void aStampedeIsNamedWhereItIs() {
        frame.data.stampede[2] = true;
        assertThat(text(2).status()).isEqualTo("stampede");
        assertThat(text(2).alarm()).isTrue();
        assertThat(text(2).spoken()).contains("in a stampede");
    }

    /** A cache says what part of its hits was old, and what a crash took that nobody else has. */
    @Test
    void aCacheSaysWhatIsWrongWithItsData() {
        CacheNode cache = CacheNode.of("cache", CacheSettings.of(500));
        Topology cached = topology.with(cache);
        Drawing drawn = new Drawing(cached);
        frame.topology = cached;
        frame.ensureNodes(5, 3);
        CacheFigures figures = new CacheFigures();
        figures.entries = 500;
        figures.hits = 10_000;
        frame.data.count(4, figures);
        assertThat(CardText.of(drawn, 4, frame, 4).second()).isEqualTo("500 entries");
        figures.stale = 1;
        frame.data.count(4, figures);
        assertThat(CardText.of(drawn, 4, frame, 4).second()).isEqualTo("500 entries · <0.1 % stale");
        figures.stale = 562;
        frame.data.count(4, figures);
        assertThat(CardText.of(drawn, 4, frame, 4).second()).isEqualTo("500 entries · 5.6 % stale");
        figures.dirty = 75;
        frame.data.count(4, figures);
        assertThat(CardText.of(drawn, 4, frame, 4).second()).isEqualTo("500 entries · 75 dirty");
        frame.data.lostHere[4] = 139;
        frame.condition[4] = NodeState.DOWN;
        assertThat(CardText.of(drawn, 4, frame, 4).second()).isEqualTo("139 writes lost for good");
    }

    @Test
    void balancersOfAPairSayWhichIsActive() {
        frame.role[1] = PairRole.STANDBY;
        assertThat(text(1).status()).isEqualTo("standby");
        assertThat(text(1).spoken()).contains(", standby,");
        frame.role[1] = PairRole.ACTIVE;
        assertThat(text(1).status()).isEqualTo("active");
    }

    @Test
    void aSlowServerSaysHowSlowAndSinceWhen() {
        frame.condition[2] = NodeState.SLOW;
        frame.slowFactor[2] = 3;
        frame.sinceNanos[2] = 4_100_000_000L;
        assertThat(text(2).status()).isEqualTo("slow");
        assertThat(text(2).subtitle()).isEqualTo("×3 since 00:04.100");
    }

    @Test
    void aNodeTheRunDoesNotKnowYetShowsNoFigures() {
        CardText text = CardText.of(drawing, 2, frame, -1);
        assertThat(text.first()).isEmpty();
        assertThat(text.second()).isEmpty();
        assertThat(text.condition()).isEqualTo(NodeState.UP);
    }
}
