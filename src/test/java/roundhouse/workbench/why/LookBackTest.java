package roundhouse.workbench.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Trace;
import roundhouse.simulation.Tracer;
import roundhouse.simulation.Tracer.Wanted;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

class LookBackTest {
    private static final long FOREVER = Long.MAX_VALUE;

    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();

    private static Tracer tracer(Wanted wanted) {
        Topology topology = ((ReadResult.Read) TopologyFile.read(Path.of("samples", "three-servers.json"))).topology();
        return new Tracer(topology, List.of(), wanted, FOREVER, true);
    }

    @Test
    void whatIsFoundIsToldOnTheScreensThread() throws InterruptedException {
        List<Trace> found = new ArrayList<>();
        try (LookBack lookBack = new LookBack(screen::add)) {
            lookBack.look(
                    () -> tracer(Wanted.request(100)),
                    FOREVER,
                    Tracer::traces,
                    new LookBack.Asker<>(_ -> {}, found::addAll, _ -> {}));
            screen.take().run();
        }
        assertThat(found).extracting(Trace::number).containsExactly(100L);
    }

    @Test
    void aLookThatTakesLongTellsHowFarItIsAndEndsWhenCancelled() throws InterruptedException {
        List<Double> progress = new ArrayList<>();
        List<Trace> found = new ArrayList<>();
        try (LookBack lookBack = new LookBack(screen::add)) {
            LookBack.Look endless = lookBack.look(
                    () -> tracer(Wanted.request(FOREVER)),
                    FOREVER,
                    Tracer::traces,
                    new LookBack.Asker<>(progress::add, found::addAll, _ -> {}));
            screen.take().run();
            assertThat(progress).hasSize(1);
            endless.cancel();
            lookBack.look(
                    () -> tracer(Wanted.request(7)),
                    FOREVER,
                    Tracer::traces,
                    new LookBack.Asker<>(_ -> {}, found::addAll, _ -> {}));
            while (found.isEmpty()) {
                screen.take().run();
            }
        }
        assertThat(progress).as("nothing is told once it is cancelled").hasSize(1);
        assertThat(found).extracting(Trace::number).containsExactly(7L);
    }

    @Test
    void closingEndsAnEndlessLook() throws InterruptedException {
        LookBack lookBack = new LookBack(screen::add);
        CountDownLatch begun = new CountDownLatch(1);
        lookBack.look(
                () -> {
                    begun.countDown();
                    return tracer(Wanted.request(FOREVER));
                },
                FOREVER,
                Tracer::traces,
                new LookBack.Asker<>(_ -> {}, _ -> {}, _ -> {}));
        begun.await();
        lookBack.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("roundhouse-look-back"));
    }

    @Test
    void whatBreaksIsTold() throws InterruptedException {
        List<String> failed = new ArrayList<>();
        try (LookBack lookBack = new LookBack(screen::add)) {
            lookBack.look(
                    () -> tracer(Wanted.request(1)),
                    FOREVER,
                    _ -> {
                        throw new IllegalStateException("the disk is full");
                    },
                    new LookBack.Asker<>(_ -> {}, _ -> {}, failed::add));
            screen.take().run();
        }
        assertThat(failed).containsExactly("the disk is full");
    }
}
