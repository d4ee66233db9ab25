package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

class ImportCommandTest {
    private static final String SHOP = "src/test/resources/configurations/nginx/nginx.conf";

    @TempDir
    private Path folder;

    @Test
    void writesATopologyAndTellsOfEachLine() {
        Path out = folder.resolve("shop.json");
        CliRunner result = CliRunner.run("import", SHOP, "--out", out.toString());
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .startsWith(SHOP + ", a configuration of nginx: ")
                .contains("line 28, understood: least_conn (algorithm least-connections)")
                .contains("line 33, not understood: keepalive 32 (")
                .contains("conf.d/shop.conf, line 16, understood: proxy_next_upstream ")
                .contains("assumed, since no configuration says it:")
                .contains("  Servers need 10 ms for a request on average");
        assertThat(TopologyFile.read(out)).isInstanceOf(ReadResult.Read.class);
        assertThat(CliRunner.run("run", out.toString(), "--for", "1s").code()).isZero();
    }

    @Test
    void withoutAFileTheTopologyIsTheOutputAndTheNotesAreBesideIt() {
        CliRunner result = CliRunner.run("import", SHOP);
        assertThat(TopologyFile.parse(result.out())).isInstanceOf(ReadResult.Read.class);
        assertThat(result.err()).contains("line 28, understood: least_conn");
    }

    @Test
    void theTextSaysWhoseItIsWhereTheNameDoesNot() throws IOException {
        Path file = Files.writeString(folder.resolve("site"), "upstream a {\n server h1;\n server h2;\n}\n");
        assertThat(CliRunner.run("import", file.toString()).err())
                .contains("a configuration of nginx: 3 settings understood, 0 not");
    }

    @Test
    void badInputIsALine() throws IOException {
        Path file = Files.writeString(folder.resolve("x"), "hello");
        assertThat(CliRunner.run("import", file.toString()).err())
                .startsWith("roundhouse: " + file + ": neither its name nor its text says whose configuration it is");
        assertThat(CliRunner.run("import", file.toString(), "--from", "ngimx").err())
                .startsWith("roundhouse: --from: 'ngimx' is not a format; there are nginx")
                .contains("did you mean 'nginx'?");
        assertThat(CliRunner.run("import", SHOP, "--out", SHOP).code()).isEqualTo(2);
    }

    @Test
    void whatHasNoCounterpartIsTold() {
        CliRunner result = CliRunner.run(
                "export",
                "samples/dead-server-with-checks.json",
                "--to",
                "nginx",
                "--out",
                folder.resolve("n").toString());
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .startsWith("wrote a configuration of nginx to ")
                .contains("/checks: active checks are in NGINX Plus only");
        assertThat(CliRunner.run("export", "samples/stampede.json", "--to", "nginx")
                        .err())
                .isEqualTo(
                        "roundhouse: samples/stampede.json: /nodes: it has no load balancer, so there is nothing to configure"
                                + System.lineSeparator());
    }
}
