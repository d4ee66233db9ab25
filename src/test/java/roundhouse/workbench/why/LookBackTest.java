package roundhouse.workbench.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.simulation.Tracer;
import roundhouse.simulation.observing.tracing.Trace;
import roundhouse.simulation.observing.tracing.TraceSelection;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.Job;
import roundhouse.workbench.QueuedScreen;
import roundhouse.workbench.WorkLane;

class LookBackTest {
    private static final long FOREVER = Long.MAX_VALUE;

    @TempDir
    private Path state;

    private final List<Trace> found = new ArrayList<>();
    private final List<Double> progress = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private QueuedScreen screen;
    private WorkLane lane;

    @BeforeEach
    void open() {
        screen = new QueuedScreen(state);
        lane = screen.lane("look-back");
    }

    @AfterEach
    void close() {
        screen.close();
    }

    private static Tracer tracer(TraceSelection wanted) {
        Topology topology = ((ReadResult.Read) TopologyFile.read(Path.of("samples", "three-servers.json"))).topology();
        return new Tracer(topology, List.of(), wanted, FOREVER, true);
    }

    private Job look(long request, DoubleConsumer toldPart, Function<Tracer, List<Trace>> read) {
        return lane.add(new BackgroundTask<>(
                "The look back broke",
                new LookBack<>(() -> tracer(TraceSelection.request(request)), FOREVER, read, toldPart),
                found::addAll,
                failed::add));
    }

    @Test
    void whatIsFoundIsToldOnTheScreensThread() throws InterruptedException {
        look(100, _ -> {}, Tracer::traces);
        Runnable result = screen.take();
        assertThat(found).isEmpty();
        result.run();
        assertThat(found).extracting(Trace::number).containsExactly(100L);
    }

    @Test
    void aLookThatTakesLongTellsHowFarItIsAndEndsWhenCancelled() throws InterruptedException {
        Job endless = look(FOREVER, progress::add, Tracer::traces);
        screen.take().run();
        assertThat(progress).hasSize(1);
        endless.cancel();
        look(7, _ -> {}, Tracer::traces);
        while (found.isEmpty()) {
            screen.take().run();
        }
        assertThat(progress).as("nothing is told once it is cancelled").hasSize(1);
        assertThat(found).extracting(Trace::number).containsExactly(7L);
    }

    @Test
    void closingEndsAnEndlessLook() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        lane.add(new BackgroundTask<>(
                "The look back broke",
                new LookBack<>(
                        () -> {
                            begun.countDown();
                            return tracer(TraceSelection.request(FOREVER));
                        },
                        FOREVER,
                        Tracer::traces,
                        _ -> {}),
                found::addAll));
        begun.await();
        screen.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("roundhouse-look-back"));
    }

    @Test
    void whatBreaksIsTold() throws InterruptedException {
        look(1, _ -> {}, _ -> {
            throw new IllegalStateException("the disk is full");
        });
        screen.take().run();
        assertThat(failed).containsExactly("the disk is full");
    }
}
