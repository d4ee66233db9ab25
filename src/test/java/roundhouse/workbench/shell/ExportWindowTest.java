package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;

/** What the File menu writes for others to look at. */
class ExportWindowTest extends WindowTest {
    private void openSampleAt(long nanos) throws IOException {
        openSample("three-servers.json");
        seek(nanos);
    }

    private void choose(String action, String file) {
        prompts.save = directory.resolve(file);
        interact(() -> session.actions().get(action).run());
        until(() -> lookup("#banner").query().isVisible() && Files.exists(prompts.save));
        assertThat(lookup("#banner").query().getAccessibleText()).contains(String.valueOf(prompts.save));
    }

    @Test
    void anAnimationOfTheLastSeconds() throws IOException {
        openSampleAt(300_000_000);
        interact(() -> session.playback().speedProperty().set(1));
        choose("file.film", "mine.gif");
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(prompts.save.toFile())) {
            reader.setInput(in);
            // 0.3 s at 20 a second, both ends included.
            assertThat(reader.getNumImages(true)).isEqualTo(7);
        }
    }

    @Test
    void aPictureWithoutPixels() throws IOException {
        openSampleAt(300_000_000);
        choose("file.picture", "mine.svg");
        assertThat(prompts.save).content().startsWith("<svg ").contains(">lb-1</text>");
    }

    @Test
    void theReportAsAPage() throws IOException {
        openSampleAt(300_000_000);
        choose("file.report", "mine.html");
        assertThat(prompts.save).content().startsWith("<!DOCTYPE html>").contains("0.30 s simulated");
    }

    /** And back: what was written is opened as a design that picks the same. */
    @Test
    void aConfigurationOfAnotherLoadBalancer() throws IOException {
        openSampleAt(300_000_000);
        choose("file.configuration-nginx", "mine.conf");
        assertThat(prompts.save).content().contains("upstream ", "least_conn;");
        assertThat(lookup("#banner").query().getAccessibleText())
                .startsWith("A configuration of nginx is in ")
                .contains(" have no counterpart there");
        open(prompts.save);
        until(() -> asked(() -> session.document().topology()).linksFrom("lb-1").size() == 3);
    }

    @Test
    void aDesignWithoutABalancerIsNoConfiguration() throws IOException {
        open("alone.json", """
                { "format": 1,
                  "nodes": [ { "id": "users", "kind": "clients", "arrivals": { "type": "constant", "rate": "100/s" } },
                             { "id": "s1", "kind": "server", "service": "4ms" } ],
                  "links": [ { "from": "users", "to": "s1" } ] }
                """);
        interact(() -> session.actions().get("file.configuration-envoy").run());
        until(() -> lookup("#banner").query().isVisible());
        assertThat(lookup("#banner").query().getAccessibleText())
                .isEqualTo(
                        "This design was not written for Envoy: it has no load balancer, so there is nothing to configure");
    }
}
