package roundhouse.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.server;
import static roundhouse.simulation.testing.Systems.system;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Server;

class DiagramFormatTest {
    private static final Topology TOPOLOGY = system(
            1,
            List.of(
                    poisson(10).build(),
                    Systems.balancer("end", Algorithm.ROUND_ROBIN),
                    server("s1", 1, fixed(1_000)).with(Server.LABEL, "a \"big\" <one> for $5"),
                    server("s2", 1, fixed(1_000)).with(Server.ZONE, "eu").with(Server.COUNT, 3)),
            List.of(
                    link("users", "end"),
                    link("end", "s1").with(Link.WEIGHT, 3),
                    link("end", "s2").with(Link.BACKUP, true)));

    private static List<String> lines(DiagramFormat format) {
        StringWriter text = new StringWriter();
        format.write(TOPOLOGY, new PrintWriter(text));
        return text.toString().lines().toList();
    }

    @Test
    void mermaid() {
        assertThat(lines(DiagramFormat.MERMAID))
                .containsExactly(
                        "flowchart LR",
                        "    n0([\"users<br>clients\"])",
                        "    n1[\"end<br>load-balancer\"]",
                        "    n2[\"a #quot;big#quot; #lt;one#gt; for $5<br>server\"]",
                        "    n3[\"s2 × 3<br>server<br>zone eu\"]",
                        "    n0 --> n1",
                        "    n1 -->|\"weight 3\"| n2",
                        "    n1 -.->|\"backup\"| n3");
    }

    @Test
    void d2() {
        assertThat(lines(DiagramFormat.D2))
                .containsExactly(
                        "direction: right",
                        "n0: \"users\\nclients\" {shape: oval}",
                        "n1: \"end\\nload-balancer\"",
                        "n2: \"a \\\"big\\\" <one> for \\$5\\nserver\"",
                        "n3: \"s2 × 3\\nserver\\nzone eu\"",
                        "n0 -> n1",
                        "n1 -> n2: \"weight 3\"",
                        "n1 -> n3: \"backup\" {style.stroke-dash: 4}");
    }
}
