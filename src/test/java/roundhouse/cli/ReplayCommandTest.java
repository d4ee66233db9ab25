package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReplayCommandTest {
    @TempDir
    private Path folder;

    private Path saved;

    @BeforeEach
    void save() {
        saved = folder.resolve("three.run.json");
        CliRunner run = CliRunner.run(
                "run", "samples/three-servers.json", "--for", "3s", "--format", "json", "--save-run", saved.toString());
        // Three seconds are not enough for what the sample expects, but the run is saved all the same.
        assertThat(saved).exists();
        digest = JsonMapper.shared().readTree(run.out()).get("digest").asString();
    }

    private String digest = "";

    @Test
    void aRunIsTheSameAgain() {
        CliRunner replay = CliRunner.run("replay", saved.toString());
        assertThat(replay.code()).isZero();
        assertThat(replay.out()).startsWith("the same: ").contains("3 s").contains(digest);
    }

    @Test
    void anotherSeedDiffersFromTheFirstEvent() throws IOException {
        Files.writeString(saved, Files.readString(saved).replace("\"seed\": 42", "\"seed\": 43"));
        CliRunner replay = CliRunner.run("replay", saved.toString());
        assertThat(replay.code()).isEqualTo(ExitCode.EXPECTATION_FAILED);
        assertThat(replay.out())
                .startsWith("differs: event 1 is the first; here it is at ")
                .contains("clients arrivals");
        CliRunner json = CliRunner.run("replay", saved.toString(), "--format", "json");
        assertThat(json.code()).isEqualTo(ExitCode.EXPECTATION_FAILED);
        JsonNode root = JsonMapper.shared().readTree(json.out());
        assertThat(root.get("same").booleanValue()).isFalse();
        assertThat(root.at("/differs/first-event").intValue()).isEqualTo(1);
    }

    @Test
    void whatIsNoRunIsRefused() {
        CliRunner replay = CliRunner.run("replay", "samples/three-servers.json");
        assertThat(replay.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(replay.err()).contains("this is a topology").hasLineCount(1);
    }

    @Test
    void aSavedRunIsComparedWithATopology() {
        CliRunner compared = CliRunner.run("compare", saved.toString(), "samples/three-servers.json", "--for", "8s");
        assertThat(compared.code()).isZero();
        assertThat(compared.out()).contains("B − A");
    }
}
