package roundhouse.workbench.playback.charts.sheets;

import static roundhouse.workbench.texts.Texts.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import roundhouse.files.WholeFile;
import roundhouse.workbench.Failures;
import roundhouse.workbench.Notice;
import roundhouse.workbench.Notices;
import roundhouse.workbench.canvas.painting.ScreenInk;
import roundhouse.workbench.canvas.pictures.Png;
import roundhouse.workbench.canvas.pictures.SvgInk;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.files.Prompts;

/** Writes a chart to a file: its values as a table, or a picture of it in pixels twice as fine as the screen, or as SVG. */
public final class ChartExport {
    private static final int WIDTH = 1_200;
    private static final int HEIGHT = 480;
    private static final int SCALE = 2;

    private final Document document;
    private final Prompts prompts;
    private final Notices notices;
    private final Failures failures;

    public ChartExport(Document document, Prompts prompts, Notices notices, Failures failures) {
        this.document = document;
        this.prompts = prompts;
        this.notices = notices;
        this.failures = failures;
    }

    /** What a chart can be written as. */
    public enum Format {
        CSV(text("playback.comma-separated-values"), ".csv"),
        PNG(text("playback.png-pictures"), ".png"),
        SVG(text("playback.svg-pictures"), ".svg");

        private final String title;
        private final String suffix;

        Format(String title, String suffix) {
            this.title = title;
            this.suffix = suffix;
        }
    }

    /** Asks where to, and writes. */
    public void export(ChartSheet sheet, Format format) {
        String name = sheet.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        prompts.fileToExport(document.fileProperty().get(), format.title, name + format.suffix)
                .ifPresent(file -> tell(sheet, format, file));
    }

    private void tell(ChartSheet sheet, Format format, Path file) {
        try {
            write(sheet, format, file);
            notices.tell(Notice.hint(text("playback.the-chart-is-in", sheet.title(), file)));
        } catch (IOException e) {
            failures.tell(text("playback.the-chart-was-not-written", file), e);
        }
    }

    /** Writes to that file. */
    public static void write(ChartSheet sheet, Format format, Path file) throws IOException {
        switch (format) {
            case CSV -> WholeFile.text(file, sheet.csv());
            case SVG -> WholeFile.text(file, svg(sheet));
            case PNG -> Png.write(pixels(sheet), SCALE * WIDTH, SCALE * HEIGHT, file);
        }
    }

    private static String svg(ChartSheet sheet) {
        StringBuilder svg = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
                .append(WIDTH)
                .append("\" height=\"")
                .append(HEIGHT)
                .append("\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(HEIGHT)
                .append("\">\n");
        sheet.paint(new SvgInk(svg), WIDTH, HEIGHT);
        return svg.append("</svg>\n").toString();
    }

    private static int[] pixels(ChartSheet sheet) {
        Canvas canvas = new Canvas(WIDTH, HEIGHT);
        sheet.paint(new ScreenInk(canvas.getGraphicsContext2D()), WIDTH, HEIGHT);
        SnapshotParameters finer = new SnapshotParameters();
        finer.setTransform(Transform.scale(SCALE, SCALE));
        WritableImage image = canvas.snapshot(finer, new WritableImage(SCALE * WIDTH, SCALE * HEIGHT));
        int[] pixels = new int[SCALE * WIDTH * SCALE * HEIGHT];
        image.getPixelReader()
                .getPixels(
                        0,
                        0,
                        SCALE * WIDTH,
                        SCALE * HEIGHT,
                        PixelFormat.getIntArgbInstance(),
                        pixels,
                        0,
                        SCALE * WIDTH);
        return pixels;
    }
}
