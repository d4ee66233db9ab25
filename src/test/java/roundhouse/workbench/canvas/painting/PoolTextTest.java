package roundhouse.workbench.canvas.painting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.Rule;
import roundhouse.workbench.document.NewNode;

class PoolTextTest {
    private final LoadBalancer plain = NewNode.loadBalancer(Topology.EMPTY);
    private final LoadBalancer byRules = plain.with(
            LoadBalancer.RULES,
            List.of(
                    Rule.cookie("beta", "1", "beta"),
                    Rule.path("/images/*", "files"),
                    Rule.path("/fonts/*", "files"),
                    Rule.path("/api/*", "api").with(Rule.METHOD, "POST")));

    private static Link pool(String pool) {
        return Link.of("lb-1", "s1", NewNode.LATENCY).with(Link.POOL, pool);
    }

    @Test
    void aLinkSaysWhichRequestsItsRulesSendThere() {
        assertThat(PoolText.of(byRules, pool("beta"))).isEqualTo("cookie beta=1");
        assertThat(PoolText.of(byRules, pool("files"))).isEqualTo("/images/* or 1 more");
        assertThat(PoolText.of(byRules, pool("api"))).isEqualTo("POST /api/*");
    }

    @Test
    void whatNoRuleTakesGoesToTheDefault() {
        assertThat(PoolText.of(byRules, pool(Link.DEFAULT_POOL))).isEqualTo("all else");
        assertThat(PoolText.of(byRules, pool("spare"))).isEqualTo("spare");
    }

    @Test
    void withoutRulesThereIsNothingToSay() {
        assertThat(PoolText.of(plain, pool(Link.DEFAULT_POOL))).isEmpty();
        assertThat(PoolText.of(NewNode.clients(Topology.EMPTY), pool("api"))).isEmpty();
    }
}
