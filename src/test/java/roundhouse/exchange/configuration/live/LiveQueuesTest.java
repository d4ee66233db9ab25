package roundhouse.exchange.configuration.live;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.parts.Sticky;

/**
 * HAProxy by chance with servers that have limits, so that requests wait, for a server of theirs or for any, while servers drain, go into
 * maintenance and come back: the same server begins the same request each time, in the same order, and as many wait.
 * {@code -Dlive.seeds=N} tries N.
 */
@Tag("live")
class LiveQueuesTest {
    private static final int STEPS = 80;

    @TempDir
    private Path folder;

    private final LiveProgram program = new LiveHaproxy();
    private final Set<String> drained = new HashSet<>();

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("live.seeds", 3));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    void requestsWaitAlike(long seed) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        compare(LiveDraw.queueing(program, random), random, () -> LiveDraw.asked(random));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    void usersStickAlike(long seed) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        compare(LiveDraw.sticky(program, random, Sticky.By.COOKIE), random, () -> LiveDraw.user(random));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    void addressesStickAlike(long seed) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        compare(LiveDraw.sticky(program, random, Sticky.By.ADDRESS), random, () -> LiveDraw.user(random));
    }

    private void compare(Topology topology, SplittableRandom random, Supplier<LiveModel.Asked> asked)
            throws IOException, InterruptedException {
        assumeTrue(program.program().isPresent(), program.format() + " is not installed");
        try (LiveBench bench = new LiveBench(program, topology, folder)) {
            LiveRun model = new LiveRun(bench.topology);
            WaitingRequests requests = new WaitingRequests(bench, model, new LiveAdmin(folder), random);
            for (int i = 0; i < STEPS; i++) {
                if (i > 0 && random.nextInt(10) == 0) {
                    change(requests, model, random);
                }
                requests.either(asked.get());
            }
            requests.finish();
        }
    }

    /**
     * Not drawn while requests wait for any server, since HAProxy 2.6.12 is at odds with its own rules then: a server that comes back from
     * maintenance takes more than it may, one that comes back from draining takes none of them, and neither does a backup when the last
     * primary goes, each until a request ends there.
     */
    private void change(WaitingRequests requests, LiveRun model, SplittableRandom random)
            throws IOException, InterruptedException {
        Link link = model.link(random.nextInt(model.servers()));
        String state = List.of("ready", "ready", "drain", "maint").get(random.nextInt(4));
        boolean back = state.equals("ready") || drained.contains(link.to()) || link.down();
        if (requests.anyWaits() && (back || model.anyBackup())) {
            return;
        }
        requests.change("set server lb/" + link.to() + " state " + state, () -> {
            boolean drains = state.equals("drain");
            if (drains) {
                drained.add(link.to());
                model.apply(new Command.Drain("lb", link.to()));
            }
            model.revise(link.with(Link.DOWN, state.equals("maint")));
            if (!drains && drained.remove(link.to())) {
                model.apply(new Command.Undrain("lb", link.to()));
            }
        });
    }
}
