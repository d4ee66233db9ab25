package roundhouse.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Run;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.declarations.CommandKinds;
import roundhouse.topology.json.Json;

/** Whole systems by chance, with commands and edits while they run, keep what {@link Invariants} say. */
class WholeSystemsTest {
    private static final Path FOLDER = Path.of("target", "swarm");
    private static final int FEW = 30;
    /** Systems among which every setting and so many commands must be. */
    private static final int MOST = 600;

    /** So many are drawn side by side. */
    private static final int AT_ONCE = 20;

    private static final int VERBS = 16;
    private static final int SHRINKING_SECONDS = 30;

    @Test
    void keepTheirInvariants() {
        String file = System.getProperty("swarm.run");
        if (file != null) {
            Invariants.check(WholeSystem.read(Path.of(file)));
            return;
        }
        SwarmTime.spend("systems", FEW, 0.7, seed -> {
            WholeSystem system = RandomSystem.of(seed);
            String failure = failure(system);
            if (!failure.isEmpty()) {
                throw new AssertionError(command(shrunk(system, failure), seed) + " runs into this:\n" + failure);
            }
        });
    }

    /** What does not hold; empty when all does. */
    private static String failure(WholeSystem system) {
        try {
            Invariants.check(system);
            return "";
        } catch (AssertionError | RuntimeException | StackOverflowError e) {
            StackTraceElement[] trace = e.getStackTrace();
            // One that was thrown very often has no trace any more.
            String at = trace.length == 0 ? "" : " at " + trace[0];
            String message = e instanceof AssertionError ? String.valueOf(e.getMessage()) : e + at;
            return message.strip();
        }
    }

    /** By its first line, in which an invariant has its name and an exception its place. */
    private static String kind(String failure) {
        return failure.lines().findFirst().orElse("").replaceAll("\\d+", "#");
    }

    private static WholeSystem shrunk(WholeSystem system, String failure) {
        String kind = kind(failure);
        return Shrinking.of(system, smaller -> kind(failure(smaller)).equals(kind), SHRINKING_SECONDS);
    }

    private static String command(WholeSystem system, long seed) {
        Path file = FOLDER.resolve("whole-" + seed + ".run.json");
        try {
            Files.createDirectories(FOLDER);
            system.write(file, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "mvn -o -q -Pquick test -Dtest=WholeSystemsTest#keepTheirInvariants -Dswarm.run="
                + file.toAbsolutePath();
    }

    @Test
    void haveEverySettingAndEveryCommand() {
        Set<String> verbs = new TreeSet<>();
        Set<String> all = new TreeSet<>();
        declared(SchemaDraw.root(), all);
        all.removeAll(Set.of("$schema", "layout"));
        // A file of keys is not there, and a period of flushing needs a store, a link to it and no delay, which few
        // draws have.
        all.removeAll(Set.of("file", "every"));
        for (long seed = 0; seed < MOST && (!all.isEmpty() || verbs.size() < VERBS); seed += AT_ONCE) {
            List<WholeSystem> systems = LongStream.range(seed, seed + AT_ONCE)
                    .parallel()
                    .mapToObj(RandomSystem::of)
                    .toList();
            for (WholeSystem system : systems) {
                all.removeAll(said(system, verbs));
            }
            all.removeAll(verbs);
        }
        assertThat(all)
                .as("settings and commands that are declared and never drawn")
                .isEmpty();
        assertThat(verbs).as("commands that are given while it runs").hasSizeGreaterThanOrEqualTo(VERBS);
    }

    /**
     * The settings that a system and its commands have.
     *
     * @param verbs the commands are added to these
     */
    private static Set<String> said(WholeSystem system, Set<String> verbs) {
        Set<String> seen = new TreeSet<>();
        settings(RandomSystem.json(system.start()), seen);
        for (Run.Entry entry : system.log()) {
            settings(RandomSystem.json(given(entry.command())), seen);
            if (!(entry.command() instanceof Command.Revise)) {
                verbs.add(CommandKinds.of(entry.command()).verb());
            }
        }
        return seen;
    }

    /** What the command says, in a document. */
    private static Topology given(Command command) {
        return command instanceof Command.Revise(Topology topology)
                ? topology
                : Topology.EMPTY.withScenario(List.of(new TimedCommand(Duration.ZERO, command)));
    }

    /** The names of all properties that an object may have. */
    private static void declared(Json schema, Set<String> all) {
        if (schema instanceof Json.Obj(int _, var fields)) {
            if (fields.get("properties") instanceof Json.Obj(int _, var properties)) {
                all.addAll(properties.keySet());
            }
            fields.values().forEach(value -> declared(value, all));
        } else if (schema instanceof Json.Arr(int _, var items)) {
            items.forEach(item -> declared(item, all));
        }
    }

    private static void settings(Json value, Set<String> seen) {
        if (value instanceof Json.Obj(int _, var fields)) {
            seen.addAll(fields.keySet());
            fields.values().forEach(field -> settings(field, seen));
        } else if (value instanceof Json.Arr(int _, var items)) {
            items.forEach(item -> settings(item, seen));
        }
    }

    /** Of a large system of which one link is to blame, little more than that link is left. */
    @Test
    void oneThatFailsIsMadeSmall() {
        AtomicInteger tried = new AtomicInteger();
        WholeSystem large = null;
        for (long seed = 0; large == null; seed++) {
            WholeSystem system = RandomSystem.of(seed);
            large = isToBlame(system) && system.start().nodes().size() > 4 ? system : null;
        }
        WholeSystem small = Shrinking.of(
                large,
                system -> {
                    tried.incrementAndGet();
                    return isToBlame(system);
                },
                SHRINKING_SECONDS);
        assertThat(isToBlame(small)).isTrue();
        assertThat(small.log()).isEmpty();
        assertThat(small.start().nodes()).hasSize(2);
        assertThat(small.start().links()).hasSize(1);
        assertThat(tried.get()).isPositive();
    }

    private static boolean isToBlame(WholeSystem system) {
        return system.start().links().stream().anyMatch(link -> link.weight() > 1);
    }
}
