package roundhouse.workbench.canvas.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;

/** The JDK's reader of GIFs gets back what was written. */
class GifWriterTest {
    private static final int WIDTH = 97;
    private static final int HEIGHT = 61;

    private record Film(List<int[]> pictures, List<IIOMetadata> about) {
        String attribute(int picture, String node, String attribute) {
            IIOMetadataNode root = (IIOMetadataNode) about.get(picture).getAsTree("javax_imageio_gif_image_1.0");
            return ((IIOMetadataNode) root.getElementsByTagName(node).item(0)).getAttribute(attribute);
        }
    }

    private static byte[] written(List<int[]> pictures) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        GifWriter writer = new GifWriter(bytes, WIDTH, HEIGHT);
        for (int[] picture : pictures) {
            writer.frame(picture, 5);
        }
        writer.finish();
        return bytes.toByteArray();
    }

    /** Lays each frame over the one before, as whoever shows it does. */
    private static Film read(byte[] gif) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
            reader.setInput(in);
            int[] shown = new int[WIDTH * HEIGHT];
            Film film = new Film(new ArrayList<>(), new ArrayList<>());
            for (int i = 0; i < reader.getNumImages(true); i++) {
                BufferedImage frame = reader.read(i);
                film.about.add(reader.getImageMetadata(i));
                int left = Integer.parseInt(film.attribute(i, "ImageDescriptor", "imageLeftPosition"));
                int top = Integer.parseInt(film.attribute(i, "ImageDescriptor", "imageTopPosition"));
                for (int y = 0; y < frame.getHeight(); y++) {
                    for (int x = 0; x < frame.getWidth(); x++) {
                        if (frame.getRGB(x, y) >>> 24 != 0) {
                            shown[(top + y) * WIDTH + left + x] = frame.getRGB(x, y);
                        }
                    }
                }
                film.pictures.add(shown.clone());
            }
            return film;
        }
    }

    private static int[] noise(long seed, int colours) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] palette = random.ints(colours, 0, 1 << 24).toArray();
        int[] pixels = new int[WIDTH * HEIGHT];
        Arrays.setAll(pixels, _ -> 0xFF000000 | palette[random.nextInt(colours)]);
        return pixels;
    }

    @Test
    void upTo255ColoursComeBackAsTheyWere() throws IOException {
        // Noise fills the table of codes several times over, so every length of code and the clearing occur.
        for (int colours : new int[] {1, 2, 3, 4, 5, 17, 64, 128, 255}) {
            List<int[]> pictures = List.of(noise(1, colours), noise(2, colours), noise(3, colours));
            List<int[]> back = read(written(pictures)).pictures;
            for (int i = 0; i < pictures.size(); i++) {
                assertThat(back.get(i)).as(colours + " colours, picture " + i).isEqualTo(pictures.get(i));
            }
        }
    }

    @Test
    void everyLengthOfDataEnds() throws IOException {
        for (int length = 1; length < 1_200; length++) {
            byte[] places = new byte[length];
            SplittableRandom random = new SplittableRandom(length);
            for (int i = 0; i < length; i++) {
                places[i] = (byte) random.nextInt(4);
            }
            ByteArrayOutputStream gif = new ByteArrayOutputStream();
            gif.write("GIF89a".getBytes(StandardCharsets.US_ASCII));
            gif.write(new byte[] {(byte) length, (byte) (length >> 8), 1, 0, (byte) 0x81, 0, 0});
            gif.write(new byte[] {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3});
            gif.write(new byte[] {0x2C, 0, 0, 0, 0, (byte) length, (byte) (length >> 8), 1, 0, 0});
            gif.write(GifCodes.of(places, 2));
            gif.write(0x3B);
            BufferedImage back = ImageIO.read(new ByteArrayInputStream(gif.toByteArray()));
            for (int x = 0; x < length; x++) {
                assertThat(back.getRGB(x, 0) & 0xFF)
                        .as("pixel " + x + " of " + length)
                        .isEqualTo(places[x]);
            }
        }
    }

    @Test
    void moreColoursComeBackNearly() throws IOException {
        int[] slope = new int[WIDTH * HEIGHT];
        Arrays.setAll(slope, i -> 0xFF000000 | i % WIDTH * 255 / WIDTH << 16 | i / WIDTH * 255 / HEIGHT << 8);
        int[] back = read(written(List.of(slope))).pictures.getFirst();
        for (int i = 0; i < slope.length; i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                assertThat((back[i] >> shift & 0xFF) - (slope[i] >> shift & 0xFF))
                        .isBetween(-16, 16);
            }
        }
    }

    @Test
    void aFrameHasOnlyWhatChanged() throws IOException {
        int[] first = noise(4, 200);
        int[] second = first.clone();
        second[10 * WIDTH + 20] ^= 0xFF;
        second[12 * WIDTH + 25] ^= 0xFF;
        Film film = read(written(List.of(first, second, second.clone())));
        assertThat(film.pictures.get(1)).isEqualTo(second);
        assertThat(film.pictures.get(2)).isEqualTo(second);
        assertThat(film.attribute(1, "ImageDescriptor", "imageLeftPosition")).isEqualTo("20");
        assertThat(film.attribute(1, "ImageDescriptor", "imageTopPosition")).isEqualTo("10");
        assertThat(film.attribute(1, "ImageDescriptor", "imageWidth")).isEqualTo("6");
        assertThat(film.attribute(1, "ImageDescriptor", "imageHeight")).isEqualTo("3");
        assertThat(film.attribute(2, "ImageDescriptor", "imageWidth")).isEqualTo("1");
    }

    @Test
    void itGoesOnForEverAtItsPace() throws IOException {
        byte[] gif = written(List.of(noise(5, 9), noise(6, 9)));
        Film film = read(gif);
        assertThat(film.attribute(0, "GraphicControlExtension", "delayTime")).isEqualTo("5");
        IIOMetadataNode loop =
                (IIOMetadataNode) ((IIOMetadataNode) film.about.getFirst().getAsTree("javax_imageio_gif_image_1.0"))
                        .getElementsByTagName("ApplicationExtension")
                        .item(0);
        assertThat(loop.getAttribute("applicationID")).isEqualTo("NETSCAPE");
        assertThat((byte[]) loop.getUserObject()).containsExactly(1, 0, 0);
    }
}
