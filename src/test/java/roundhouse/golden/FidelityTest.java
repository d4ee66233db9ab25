package roundhouse.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * {@code docs/fidelity.md} says how many recorded observations come out equal, counted by the tests that compare them: they are run
 * here once more. {@code -Dgenerated.write=true} writes it anew.
 */
final class FidelityTest {
    private static final Path DOCUMENT = Path.of("docs/fidelity.md");

    /** Recordings that tests compare with and do not count; the document says so. */
    private static final List<String> COMPARED_ELSEWHERE = List.of(
            "caching/caffeine_library",
            "caching/memcached",
            "caching/redis",
            "storage/etcd",
            "storage/pbs",
            "storage/postgresql",
            "storage/redis",
            "edge/tls_cost");

    private static final String UNRECORDED = """

            ## Without recordings

            | Algorithm | What it is held to |
            |---|---|
            | `envoy-round-robin` | its schedule worked out by hand, and the contract of all algorithms |
            | `envoy-least-request` | the shares and ties of its rule, and the contract |
            | `envoy-zone-aware` | the example in Envoy's source for the split, in whole simulated systems with zones, and the contract; not its slow \
            start and local weights |
            | `haproxy-first` | what HAProxy's documents and source say of it, step by step, the contract, and recordings of requests \
            that wait, which are not counted |
            | `ipvs-rr` | `round-robin`, which it is |

            ## Compared, and not counted here

            These recordings are compared by tests that do not say how many values they compare, mostly as distributions or within \
            tolerances: caches by their statistics (Caffeine, Redis, memcached); stores over time (etcd, PostgreSQL, Redis) and PBS; \
            TLS handshakes.

            Not compared: `waf_cost` (which requests ModSecurity's rules block, and what that costs: nothing here looks into what requests \
            contain, and the costs are ratios of one machine, within a factor of two) and `storage/documented` (figures from documents). \
            Published histories of others are compared where they lie (see the README), and not counted.
            """;

    @Test
    void theDocumentSaysWhatTheTestsCount() throws IOException, ClassNotFoundException {
        Assumptions.assumeTrue(System.getProperty("golden.dir") == null, "counts are of the recordings that are here");
        String text = text();
        if (Boolean.getBoolean("generated.write")) {
            Files.writeString(DOCUMENT, text);
        }
        assertThat(DOCUMENT)
                .as("after a change of recordings: mvn -Pquick test -Dtest=FidelityTest -Dgenerated.write=true")
                .hasContent(text);
    }

    @Test
    void everyRecordingHasItsRow() throws IOException {
        Path directory = Path.of("src/test/resources/golden");
        Set<String> there = new TreeSet<>();
        try (Stream<Path> files = Files.walk(directory)) {
            files.map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".json"))
                    .forEach(name -> there.add(name.substring(0, name.length() - ".json".length())));
        }
        Set<String> listed = new TreeSet<>();
        FidelityRow.all().forEach(row -> listed.addAll(row.files()));
        there.removeIf(name -> COMPARED_ELSEWHERE.stream().anyMatch(name::startsWith));
        assertThat(listed).isEqualTo(there);
    }

    private static String text() throws ClassNotFoundException {
        StringBuilder text = new StringBuilder("""
                # Fidelity

                Made by the tests (`FidelityTest`); not to be edited. Each row is a recording, or part of one, that tests compare with: \
                an observation is a pick, a mapped key, an attempt, a change of state, a decision or a value. The tests that compare \
                count them, and a difference fails the build. *Run* means that the software itself was run and recorded; *published* \
                figures stand in its documents or unit tests; *derived* ones come from an independent model of its source.

                | System | What | Kind | Observations | Equal | Not modelled |
                |---|---|---|---:|---:|---|
                """);
        int all = 0;
        for (FidelityRow row : FidelityRow.all()) {
            int equal = equal(row);
            boolean distribution = row.kind().contains("distribution");
            all += distribution ? 0 : equal;
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %,d | %s | %s |%n",
                    row.system(),
                    row.what(),
                    row.kind(),
                    equal,
                    distribution ? "alike" : String.format(Locale.ROOT, "%,d", equal),
                    row.missing().isEmpty() ? "–" : row.missing()));
        }
        return text.append(String.format(Locale.ROOT, "%nIn all %,d comparisons, all of them equal.%n", all))
                .append(UNRECORDED)
                .toString();
    }

    /** How many observations the row's tests find equal. All of the tests pass. */
    private static int equal(FidelityRow row) throws ClassNotFoundException {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        Golden.count();
        LauncherFactory.create().execute(request(row), summary);
        int equal = Golden.count();
        assertThat(summary.getSummary().getFailures())
                .as("%s, %s", row.system(), row.what())
                .isEmpty();
        assertThat(equal).as("%s, %s", row.system(), row.what()).isPositive();
        return equal;
    }

    private static LauncherDiscoveryRequest request(FidelityRow row) throws ClassNotFoundException {
        Class<?> tests = Class.forName(row.testClass());
        List<DiscoverySelector> selectors = new ArrayList<>();
        for (String name : row.tests()) {
            Method method = Arrays.stream(tests.getDeclaredMethods())
                    .filter(any -> any.getName().equals(name) && isTest(any))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(row.testClass() + " has no test " + name));
            selectors.add(DiscoverySelectors.selectMethod(tests, method));
        }
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .build();
    }

    private static boolean isTest(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(annotation -> Set.of("Test", "TestFactory", "ParameterizedTest")
                        .contains(annotation.annotationType().getSimpleName()));
    }
}
