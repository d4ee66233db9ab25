package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.transform.Transform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import roundhouse.workbench.canvas.pictures.Png;
import roundhouse.workbench.start.FirstStep;

/**
 * The path of the first two minutes, walked by nothing but what the hints say. {@code docs/tour.md} shows it;
 * {@code -Dgenerated.write=true} makes page and pictures anew.
 */
@Tag("own-screen")
class TourWindowTest extends BuildingWindowTest {
    private static final Path PAGE = Path.of("docs/tour.md");
    private static final Path PICTURES = Path.of("docs/tour");
    private static final double SCALE = 2.0 / 3;
    private static final String START = "0-start-page.png";
    private static final String DONE = "9-that-was-it.png";
    /** Pictures that are whole in sight on the start page. */
    private static final int SEEN = 12;

    private static final long TWO_MINUTES = 120 * SECOND;

    @BeforeAll
    static void write() throws IOException {
        if (Boolean.getBoolean("generated.write")) {
            Files.writeString(PAGE, page());
        }
    }

    @Test
    void fromNothingReadToACrashThatWasNoticedInUnderTwoMinutes() throws IOException {
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        until(() -> there("#start-templates-web-shop"));
        picture(START);
        long began = System.nanoTime();
        clickOn("#start-tour");
        next(FirstStep.CLIENTS);
        carry("clients", 0.15, 0.4);
        next(FirstStep.BALANCER);
        carry("load-balancer", 0.45, 0.4);
        next(FirstStep.SERVERS);
        carry("server", 0.8, 0.15);
        carry("server", 0.8, 0.4);
        carry("server", 0.8, 0.65);
        next(FirstStep.LINKS);
        link("clients", "lb-1");
        link("lb-1", "s1");
        link("lb-1", "s2");
        link("lb-1", "s3");
        clickOn("#node-lb-1");
        next(FirstStep.CHECKS);
        interact(lookup("#field-checks").queryAs(CheckBox.class)::fire);
        next(FirstStep.PLAY);
        interact(() -> stage.getScene().getRoot().requestFocus());
        clickOn("#node-s2").type(KeyCode.SPACE);
        until(() -> session.playback().timeProperty().get() > SECOND / 20);
        next(FirstStep.CRASH);
        type(KeyCode.X);
        next(FirstStep.NOTICED);
        while (session.playback().speedProperty().get() < 1) {
            type(KeyCode.EQUALS);
        }
        until(() -> hint().equals("That was it"));
        picture(DONE);
        assertThat(System.nanoTime() - began).as("nanoseconds").isLessThan(TWO_MINUTES);
        assertThat(asked(() -> session.playback().noticesProperty().get()))
                .extracting(line -> line.text())
                .anySatisfy(text -> assertThat(text).contains("lb-1 removed s2 after ", " missed check"));
        clickOn("#hints-close");
        until(() -> !lookup("#hints").query().isVisible());
    }

    @Test
    void thePageSaysWhatTheHintsSay() throws IOException {
        assertThat(PAGE)
                .as("after a change: mvn -Pquick test -Dtest=TourWindowTest -Dgenerated.write=true")
                .hasContent(page());
        try (Stream<Path> files = Files.list(PICTURES)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())).sorted())
                    .containsExactlyElementsOf(names());
        }
    }

    private String hint() {
        return lookup("#hints-title")
                .tryQueryAs(Label.class)
                .map(Label::getText)
                .orElse("");
    }

    private void next(FirstStep step) throws IOException {
        until(() -> hint().endsWith(": " + step.title()));
        picture(name(step));
    }

    private void picture(String name) throws IOException {
        if (!Boolean.getBoolean("generated.write")) {
            return;
        }
        until(() -> lookup(".start-picture").queryAll().stream()
                .limit(name.equals(START) ? SEEN : 0)
                .allMatch(frame -> frame.lookup(".image-view") instanceof ImageView view && view.getImage() != null));
        WaitForAsyncUtils.waitForFxEvents();
        Files.createDirectories(PICTURES);
        WritableImage image = asked(() -> {
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setTransform(Transform.scale(SCALE, SCALE));
            return stage.getScene().getRoot().snapshot(parameters, null);
        });
        int wide = (int) image.getWidth();
        int high = (int) image.getHeight();
        int[] pixels = new int[wide * high];
        image.getPixelReader().getPixels(0, 0, wide, high, PixelFormat.getIntArgbInstance(), pixels, 0, wide);
        Png.write(pixels, wide, high, PICTURES.resolve(name));
    }

    private static String name(FirstStep step) {
        return step.ordinal() + 1 + "-" + step.name().toLowerCase(Locale.ROOT) + ".png";
    }

    private static List<String> names() {
        return Stream.of(Stream.of(START), Stream.of(FirstStep.values()).map(TourWindowTest::name), Stream.of(DONE))
                .flatMap(names -> names)
                .toList();
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # The first two minutes

                From nothing read to a server that crashed and a balancer that noticed. `mvn` opens the workbench on a sample that plays; the hint at the lower left leads here, and so does File, Start page, Build one in two minutes. The hints in the window say the same step by step and know when each is done. This page is made of them, and the pictures by the test that walks the path: `mvn -Pquick test -Dtest=TourWindowTest -Dgenerated.write=true`.

                ## The start page

                All samples as small pictures of their runs; one plays while the pointer is on it. Press Build one in two minutes.

                ![The start page](tour/%s)
                """.formatted(START));
        for (FirstStep step : FirstStep.values()) {
            page.append("\n## %d. %s\n\n%s\n\n![%s](tour/%s)\n"
                    .formatted(step.ordinal() + 1, step.title(), step.text(), step.title(), name(step)));
        }
        page.append("""

                ## That was it

                The balancer's card says that a server is out, the transcript says when and after how many checks, and the errors have ended. Drag the timeline back to before the crash, set the checks' interval to 500 ms, and play again: fewer users see an error.

                ![The crash was noticed](tour/%s)
                """.formatted(DONE));
        return page.toString();
    }
}
