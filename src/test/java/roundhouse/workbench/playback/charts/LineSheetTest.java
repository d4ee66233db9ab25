package roundhouse.workbench.playback.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.workbench.playback.charts.scale.TimeView;
import roundhouse.workbench.playback.charts.sheets.ChartExport;
import roundhouse.workbench.playback.charts.sheets.ChartLook;
import roundhouse.workbench.playback.charts.sheets.CsvText;

class LineSheetTest {
    private static final ChartLook LOOK = new ChartLook(
            Color.WHITE, Color.LIGHTGREY, Color.BLACK, Color.TRANSPARENT, List.of(Color.BLUE, Color.RED, Color.GREEN));

    private static LineSheet sheet(TimeView view) {
        return new LineSheet(
                "Throughput",
                new ChartModel(
                        200_000_000,
                        List.of(
                                new ChartModel.Series("s1", "Web, old", new double[] {3, 5.25, 4}, 0)
                                        .with(new Band(new double[] {3, 4, 4}, new double[] {3, 9.5, 4})),
                                new ChartModel.Series("s2", "Api", new double[] {Double.NaN, 2, 1}, 1)),
                        10,
                        Double::toString,
                        "req/s",
                        0,
                        false),
                view,
                LOOK);
    }

    @Test
    void aTableHasEverySpanThatIsStoredAndUnitsInItsHeading() {
        TimeView part = new TimeView(200_000_000, 400_000_000, 600_000_000);
        assertThat(sheet(part).csv())
                .isEqualTo(
                        "time (s),\"Web, old (req/s)\",\"Web, old least (req/s)\",\"Web, old most (req/s)\",Api (req/s)\r\n"
                                + "0,3,3,3,\r\n"
                                + "0.2,5.25,4,9.5,2\r\n"
                                + "0.4,4,4,4,1\r\n");
    }

    @Test
    void fieldsWithSignsOfTheirOwnAreQuoted() {
        CsvText csv = new CsvText();
        csv.field("say \"hi\"").field("a,b").field(1e-7).field(Double.NaN).end();
        assertThat(csv).hasToString("\"say \"\"hi\"\"\",\"a,b\",1.0E-7,\r\n");
    }

    @Test
    void aPictureAsSvgHasItsTitleItsScaleItsTimesAndEachLine(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("chart.svg");
        ChartExport.write(sheet(TimeView.whole(600_000_000)), ChartExport.Format.SVG, file);
        String svg = Files.readString(file);
        assertThat(svg)
                .contains("Throughput, up to 10 req/s")
                .contains(">Web, old</text>")
                .contains(">Api</text>")
                .contains(">0.2 s</text>")
                .contains("<polyline", "<polygon")
                .endsWith("</svg>\n");
        assertThat(svg.split("<svg", -1)).as("the picture and the clipped plot").hasSize(3);
        assertThat(svg.split("</svg>", -1)).hasSize(3);
    }
}
