package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aSoundTopologyEndsWell() {
        assertThat(CliRunner.run("check", "samples/three-servers.json").code()).isZero();
    }

    @Test
    void aBalancerWithoutTargetsIsAnError() throws IOException {
        Path file = Files.writeString(folder.resolve("lonely.json"), """
                {
                  "format": 1,
                  "nodes": [
                    { "id": "users", "kind": "clients", "arrivals": { "type": "poisson", "rate": "100/s" } },
                    { "id": "lb", "kind": "load-balancer" }
                  ],
                  "links": [ { "from": "users", "to": "lb" } ]
                }
                """);
        CliRunner result = CliRunner.run("check", file.toString());
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("lb");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void theChecklistIsAnsweredFromTheDesignAndFromRuns() {
        CliRunner design = CliRunner.run("check", "samples/three-servers.json");
        assertThat(design.lines())
                .contains(
                        "Scaling checklist",
                        "   warning: lb-1: notices nothing of its targets, so one that is dead keeps its share of the requests:"
                                + " 33 % fail [3 targets]",
                        "      fix: Check the targets of lb-1");
        CliRunner run = CliRunner.run("check", "--run", "samples/three-servers.json");
        assertThat(run.code()).isZero();
        assertThat(run.lines())
                .contains("   error: lb-1: when it crashes, 100 % of the requests of the next 5 s are not answered well"
                        + " [100 % of requests lost]");
    }
}
