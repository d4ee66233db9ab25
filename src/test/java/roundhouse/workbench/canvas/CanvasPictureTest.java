package roundhouse.workbench.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import roundhouse.topology.Topology;
import roundhouse.workbench.document.KnownNodes;

class CanvasPictureTest {
    @TempDir
    Path directory;

    @BeforeAll
    static void start() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private BufferedImage picture(double scale, boolean dark) throws IOException {
        Topology topology = Topologies.twoServers();
        Path png = directory.resolve("canvas.png");
        CanvasPicture.write(
                topology,
                KnownNodes.of(topology),
                SyntheticFrame.of(topology, 40),
                new PictureSize(900, 400, scale, dark),
                png);
        return ImageIO.read(png.toFile());
    }

    private static Set<Integer> colours(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }

    @Test
    void drawsCardsLinksAndDotsAtTheScaleAskedFor() throws IOException {
        BufferedImage image = picture(2, false);
        assertThat(image.getWidth()).isEqualTo(1800);
        assertThat(image.getHeight()).isEqualTo(800);
        assertThat(colours(image)).contains(0xFF005F9E, 0xFFBA7F00, 0xFF858FA4);
        assertThat(image.getRGB(3, 3)).isEqualTo(0xFFF6F7F9);
    }

    @Test
    void knowsTheDark() throws IOException {
        BufferedImage image = picture(1, true);
        assertThat(image.getWidth()).isEqualTo(900);
        assertThat(image.getRGB(3, 3) & 0xFF).isLessThan(0x40);
    }
}
