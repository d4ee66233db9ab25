package roundhouse.workbench.canvas.painting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.components.TargetState;
import roundhouse.simulation.faults.LinkState;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.parts.Heartbeat;
import roundhouse.workbench.document.NewNode;

class LinkTextTest {
    private final Frame frame = new Frame();
    private final Link link = Link.of("lb-1", "s1", NewNode.LATENCY);

    @BeforeEach
    void time() {
        frame.linkSinceNanos[0] = 12_300_000_000L;
    }

    private LinkText text() {
        return LinkText.of(link, frame, 0, false, false);
    }

    @Test
    void nothingIsSaidWhileAllIsWell() {
        assertThat(text().words()).isEmpty();
        assertThat(text().plain()).isTrue();
        assertThat(LinkText.of(link, frame, -1, false, false).plain()).isTrue();
    }

    @Test
    void aCutSaysWhichWayAndSinceWhen() {
        frame.linkCondition[0] = LinkState.CUT;
        assertThat(text()).isEqualTo(new LinkText("cut 00:12.300", true, false, false));
        frame.linkCondition[0] = LinkState.REPLIES_CUT;
        assertThat(text().words()).isEqualTo("replies cut 00:12.300");
        assertThat(text().cut()).isTrue();
    }

    @Test
    void lossAndDelaySayHowMuch() {
        frame.linkCondition[0] = LinkState.LOSSY;
        frame.linkLoss[0] = 0.1;
        assertThat(text().words()).isEqualTo("10.0 % lost");
        frame.linkCondition[0] = LinkState.DELAYED;
        frame.linkDelayNanos[0] = 100_000_000;
        assertThat(text().words()).isEqualTo("+100 ms");
        frame.linkDelayNanos[0] = 0;
        frame.linkJitterNanos[0] = 2_000_000;
        assertThat(text().words()).isEqualTo("+0 to 2.00 ms");
        assertThat(text().wrong()).isTrue();
    }

    @Test
    void whatTheBalancerThinksOfItsTargetIsSaid() {
        frame.target[0] = TargetState.CHECKED_OUT;
        assertThat(text()).isEqualTo(new LinkText("out: checks failed", false, true, false));
        frame.target[0] = TargetState.WARMING;
        assertThat(text().words()).isEqualTo("warming up");
        frame.target[0] = TargetState.ADDRESS_ELSEWHERE;
        assertThat(text()).isEqualTo(new LinkText("", false, false, true));
    }

    @Test
    void aHeartbeatIsCalledOne() {
        Link heartbeat = Link.of("lb-1", "lb-2", NewNode.LATENCY).with(Link.HEARTBEAT, Heartbeat.DEFAULT);
        assertThat(LinkText.of(heartbeat, frame, 0, false, false).words()).isEqualTo("heartbeat");
        frame.linkCondition[0] = LinkState.CUT;
        assertThat(LinkText.of(heartbeat, frame, 0, false, false).words()).isEqualTo("cut 00:12.300");
        assertThat(LinkText.of(heartbeat, frame, 0, true, false).words()).isEqualTo("split brain · cut 00:12.300");
    }

    @Test
    void whatAStandbyWouldSendOverIsDashedUntilItTakesOver() {
        byte fine = frame.linkCondition[0];
        assertThat(LinkText.of(link, frame, 0, false, true)).isEqualTo(new LinkText("", false, false, true));
        frame.linkCondition[0] = LinkState.CUT;
        assertThat(LinkText.of(link, frame, 0, false, true).cut())
                .as("what is wrong is said all the same")
                .isTrue();
        Link heartbeat = Link.of("lb-1", "lb-2", NewNode.LATENCY).with(Link.HEARTBEAT, Heartbeat.DEFAULT);
        frame.linkCondition[0] = fine;
        assertThat(LinkText.of(heartbeat, frame, 0, false, true).words()).isEqualTo("heartbeat");
    }
}
