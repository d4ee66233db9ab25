package roundhouse.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.topology.Command;
import roundhouse.topology.Deletion;
import roundhouse.topology.Topology;
import roundhouse.topology.files.RunFile;
import roundhouse.topology.files.SavedRun;
import roundhouse.topology.files.SavedRun.Given;
import roundhouse.topology.files.SavedRun.Trail;

class ReplayCheckTest {
    private static final long SECOND = 1_000_000_000;

    /** A run in which things are done at odd points of the event stream: between events of one instant, twice at once. */
    private static Run handled(Topology topology, long until) {
        Run run = Run.of(topology);
        Random random = new Random(3);
        List<String> ids = topology.nodes().stream()
                .map(roundhouse.topology.nodes.Node::id)
                .toList();
        for (int i = 1; i <= 6; i++) {
            run.runUntil(i * until / 8);
            for (int steps = random.nextInt(5); steps > 0; steps--) {
                run.step();
            }
            String id = ids.get(random.nextInt(ids.size()));
            run.apply(i % 2 == 0 ? new Command.Recover(id) : new Command.Slow(id, 2));
            if (i == 3) {
                run.apply(new Command.Crash(id));
            }
            if (i == 5) {
                run.apply(new Command.Revise(Deletion.of(run.topology(), java.util.Set.of(ids.getLast()))));
            }
        }
        run.runUntil(until);
        return run;
    }

    @ParameterizedTest
    @MethodSource("roundhouse.SampleFiles#all")
    void everySampleComesOutTheSameThroughTheFile(Path sample) {
        Topology topology =
                PairedRunsTest.sample(sample.getFileName().toString().replace(".json", ""));
        long until = 8 * SECOND;
        Run run = handled(topology, until);
        SavedRun saved = new RunRecorder(topology, run.log(), until).finish();
        assertThat(saved.digest()).isEqualTo(run.digest());
        assertThat(saved.events()).isEqualTo(run.events());
        RunFile.Result result = RunFile.parse(RunFile.format(saved));
        assertThat(result).isInstanceOf(RunFile.Result.Read.class);
        SavedRun read = ((RunFile.Result.Read) result).run();
        assertThat(new ReplayCheck(read).finish()).isEqualTo(new ReplayVerdict.Same(run.events(), run.digest()));
    }

    /** Where two runs first differ, found by walking through both. */
    private static long firstDifference(SavedRun a, SavedRun b) {
        Replay first = new Replay(a.start(), RunRecorder.log(a));
        Replay second = new Replay(b.start(), RunRecorder.log(b));
        while (event(first) && event(second)) {
            if (first.run().digest() != second.run().digest()) {
                return first.run().events();
            }
        }
        throw new AssertionError("the same");
    }

    private static boolean event(Replay replay) {
        long before = replay.run().events();
        while (replay.run().events() == before) {
            if (!replay.step()) {
                return false;
            }
        }
        return true;
    }

    private static SavedRun recorded(long slowedAt) {
        return new RunRecorder(
                        PairedRunsTest.sample("three-servers"),
                        List.of(new Run.Entry(slowedAt, Replay.AFTER_ALL, new Command.Slow("s2", 2))),
                        4 * SECOND)
                .finish();
    }

    private static SavedRun withLog(SavedRun run, List<Given> log) {
        return new SavedRun(
                run.program(), run.start(), log, run.untilNanos(), run.events(), run.digest(), null, run.trail());
    }

    private static SavedRun withTrail(SavedRun run, Trail trail) {
        return new SavedRun(
                run.program(),
                run.start(),
                run.log(),
                run.untilNanos(),
                run.events(),
                run.digest(),
                run.report(),
                trail);
    }

    @Test
    void theFirstEventThatDiffersIsNamed() {
        SavedRun saved = recorded(2 * SECOND);
        for (long other : new long[] {SECOND, 2 * SECOND - 1_000_000, 3 * SECOND}) {
            SavedRun changed = withLog(saved, recorded(other).log());
            long first = firstDifference(saved, changed);
            assertThat(new ReplayCheck(changed).finish())
                    .isInstanceOfSatisfying(ReplayVerdict.Differs.class, differs -> {
                        assertThat(differs.first()).isEqualTo(first);
                        assertThat(differs.last()).isEqualTo(differs.first());
                        assertThat(differs.component()).isNotEmpty();
                        assertThat(differs.timeNanos()).isBetween(SECOND, 3 * SECOND + 100_000_000);
                    });
        }
    }

    @Test
    void withoutFingerprintsTheStretchIsNamed() {
        SavedRun saved = recorded(2 * SECOND);
        Trail trail = saved.trail();
        SavedRun coarse = withTrail(saved, new Trail(trail.every(), trail.digests(), new short[0]));
        assertThat(new ReplayCheck(coarse).finish()).isInstanceOf(ReplayVerdict.Same.class);
        SavedRun changed = withLog(coarse, recorded(SECOND).log());
        long first = firstDifference(saved, changed);
        assertThat(new ReplayCheck(changed).finish()).isInstanceOfSatisfying(ReplayVerdict.Differs.class, differs -> {
            assertThat(first).isBetween(differs.first(), differs.last());
            assertThat(differs.last() - differs.first() + 1).isEqualTo(trail.every());
            assertThat(differs.inWords()).startsWith("the first is one of the events from");
        });
    }

    @Test
    void eventsThatAreMissingOrTooManyAreNamed() {
        SavedRun saved = recorded(2 * SECOND);
        long events = saved.events();
        SavedRun longer = new SavedRun(
                saved.program(),
                saved.start(),
                saved.log(),
                saved.untilNanos(),
                events + 5,
                saved.digest(),
                saved.report(),
                saved.trail());
        assertThat(new ReplayCheck(longer).finish()).isInstanceOfSatisfying(ReplayVerdict.Differs.class, differs -> {
            assertThat(differs.missing()).isTrue();
            assertThat(differs.first()).isEqualTo(events + 1);
        });
        SavedRun shorter = new SavedRun(
                saved.program(),
                saved.start(),
                saved.log(),
                saved.untilNanos(),
                events - 5,
                saved.digest(),
                saved.report(),
                new Trail(1, new long[0], Arrays.copyOf(saved.trail().fingerprints(), (int) events - 5)));
        assertThat(new ReplayCheck(shorter).finish()).isInstanceOfSatisfying(ReplayVerdict.Differs.class, differs -> {
            assertThat(differs.first()).isEqualTo(events - 4);
            assertThat(differs.last()).isEqualTo(differs.first());
        });
    }

    @Test
    void aTrailHasABoundedNumberOfDigestsAtEqualDistances() {
        for (int events : new int[] {0, 1, 4_096, 4_097, 100_000}) {
            TrailBuilder builder = new TrailBuilder();
            for (int i = 1; i <= events; i++) {
                builder.add((long) i << 48 | i);
            }
            Trail trail = builder.trail();
            assertThat(trail.digests().length).isBetween(Math.min(events, 2_048), Trail.MOST_DIGESTS);
            for (int i = 0; i < trail.digests().length; i++) {
                assertThat(trail.digests()[i] & 0xffff_ffffL).isEqualTo((i + 1) * trail.every());
            }
            assertThat(trail.fingerprints()).hasSize(events);
        }
    }

    @Test
    void theReportIsPartOfWhatIsChecked() {
        SavedRun saved = recorded(SECOND);
        Run run = replayed(saved);
        assertThat(saved.report()).isEqualTo(run.report().figuresDigest());
        assertThat(new ReplayCheck(reporting(saved, saved.program(), 1L)).finish())
                .isEqualTo(new ReplayVerdict.ReportDiffers(saved.events(), saved.digest()));
        ReplayVerdict same = new ReplayVerdict.Same(saved.events(), saved.digest());
        assertThat(new ReplayCheck(reporting(saved, saved.program(), null)).finish())
                .as("saved by a program that wrote no digest of the report")
                .isEqualTo(same);
        assertThat(new ReplayCheck(reporting(saved, "roundhouse 0.0", 1L)).finish())
                .as("another version may count more than this one")
                .isEqualTo(same);
    }

    private static SavedRun reporting(SavedRun run, String program, @Nullable Long report) {
        return new SavedRun(
                program, run.start(), run.log(), run.untilNanos(), run.events(), run.digest(), report, run.trail());
    }

    private static Run replayed(SavedRun saved) {
        Replay replay = new Replay(saved.start(), RunRecorder.log(saved));
        replay.runUntil(saved.untilNanos());
        return replay.run();
    }
}
