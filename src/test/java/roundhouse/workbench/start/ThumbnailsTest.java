package roundhouse.workbench.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.Failures;
import roundhouse.workbench.Notice;
import roundhouse.workbench.files.Samples;

/** Small pictures of runs. The screen is a queue that the test runs by hand, and the drawer notes what it is shown. */
class ThumbnailsTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path state;

    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final List<Notice> notices = new ArrayList<>();
    private final List<Long> shown = new ArrayList<>();
    private final StartEntry entry = new StartEntry(
            "three-servers.json", Samples.named("three-servers.json").orElseThrow(), "");
    private BackgroundWork background;
    private Thumbnails thumbnails;

    @BeforeEach
    void open() {
        background = new BackgroundWork(screen::add, new Failures(state, screen::add, notices::add));
        thumbnails = new Thumbnails(background.lane("stills"), background.lane("live"), Noting::new);
    }

    @AfterEach
    void close() {
        background.close();
        assertThat(notices).isEmpty();
    }

    private final class Noting implements Thumbnails.Pen {
        Noting(Topology topology) {
            assertThat(topology).isEqualTo(entry.topology());
        }

        @Override
        public void show(Frame frame, long atNanos) {
            shown.add(frame.timeNanos);
        }

        @Override
        public Image image() {
            return new WritableImage(1, 1);
        }
    }

    private void showNext() throws InterruptedException {
        Runnable next = screen.poll(60, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        next.run();
    }

    @Test
    void aStillIsMadeOnceAndShowsItsMoment() throws InterruptedException {
        assertThat(thumbnails.picture(entry).get()).isNull();
        showNext();
        assertThat(thumbnails.picture(entry).get()).isNotNull();
        assertThat(shown)
                .as("what came before makes the dots")
                .hasSizeGreaterThan(5)
                .isSorted();
        assertThat(shown.getLast()).isEqualTo(23 * SECOND);
        assertThat(screen).isEmpty();
    }

    @Test
    void isMadeAnewAfterAnotherTheme() throws InterruptedException {
        thumbnails.picture(entry);
        showNext();
        thumbnails.forget();
        assertThat(thumbnails.picture(entry).get()).isNull();
        showNext();
        assertThat(thumbnails.picture(entry).get()).isNotNull();
    }

    @Test
    void playsFromItsMomentUntilItIsStopped() throws InterruptedException {
        List<Image> pictures = new ArrayList<>();
        thumbnails.play(entry, pictures::add);
        showNext();
        showNext();
        showNext();
        assertThat(pictures).hasSize(3);
        assertThat(shown).containsExactly(23 * SECOND, 23 * SECOND + 4_000_000, 23 * SECOND + 8_000_000);
        thumbnails.stop();
        Runnable late = screen.poll(300, TimeUnit.MILLISECONDS);
        if (late != null) {
            late.run();
        }
        assertThat(screen.poll(300, TimeUnit.MILLISECONDS)).isNull();
        assertThat(pictures).as("nothing after it was stopped").hasSize(3);
    }
}
