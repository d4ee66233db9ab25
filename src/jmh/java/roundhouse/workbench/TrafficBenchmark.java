package roundhouse.workbench;

import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import roundhouse.workbench.canvas.painting.traffic.DotPixels;
import roundhouse.workbench.canvas.painting.traffic.DotSprites;

/** One picture of the traffic layer at 1600 × 1000 pixels: clearing the last one and drawing that many dots along 32 lines. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TrafficBenchmark {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1000;
    private static final int LINES = 32;

    @Param({"10000", "100000"})
    int dots;

    private final DotPixels pixels = new DotPixels(WIDTH, HEIGHT);
    private DotSprites sprites;
    private double[] x;
    private double[] y;
    private long[] age;

    @Setup
    public void scatter() {
        int[] colours = new int[8];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = 0xFF000000 | i * 0x1F2A35;
        }
        sprites = new DotSprites(dots > 40_000 ? 2 : 4, colours, new boolean[8], 0xFFFFFFFF, dots > 10_000 ? 0 : 1);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        x = new double[dots];
        y = new double[dots];
        for (int i = 0; i < dots; i++) {
            int line = random.nextInt(LINES);
            double along = random.nextDouble();
            x[i] = WIDTH * (0.1 + 0.8 * along);
            y[i] = HEIGHT * (0.5 + along * (line - LINES / 2) / LINES);
        }
        age = random.longs(dots, 0, 2_000_000_000L).toArray();
    }

    /** Returns the pixels so that nothing of it can be left out. */
    @Benchmark
    public int[] frame() {
        pixels.begin();
        for (int i = 0; i < dots; i++) {
            sprites.draw(pixels, x[i], y[i], i & 7, i % 20 == 0 ? DotSprites.CROSS : DotSprites.DISC, age[i]);
        }
        return pixels.pixels();
    }
}
