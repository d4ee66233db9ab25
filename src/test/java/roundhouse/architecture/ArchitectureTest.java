package roundhouse.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The house rules: arrows point down only, and no room is a knot. Each rule says why it is there; none has exceptions. */
final class ArchitectureTest {
    private static final int MOST_FILES = 30;
    private static final int LARGEST_CIRCLE = 3;

    private static final Set<String> BELOW_SIMULATION = Set.of(
            "files",
            "kernel",
            "tables",
            "metrics",
            "hashing",
            "health",
            "limits",
            "caching",
            "naming",
            "scaling",
            "routing",
            "storage",
            "topology");

    /** The floors of the house from the ground up: what a package may use beside itself. */
    private static final Map<String, Set<String>> MAY_USE = mayUse();

    private static Map<String, Set<String>> mayUse() {
        Map<String, Set<String>> rows = new TreeMap<>();
        rows.put("files", Set.of());
        rows.put("kernel", Set.of());
        // A table of numbers is of no domain, and two domains need the same one.
        rows.put("tables", Set.of());
        rows.put("metrics", Set.of());
        rows.put("hashing", Set.of());
        rows.put("health", Set.of());
        rows.put("limits", Set.of());
        rows.put("caching", Set.of("tables"));
        rows.put("naming", Set.of());
        rows.put("scaling", Set.of());
        rows.put("routing", Set.of("hashing"));
        rows.put("storage", Set.of("hashing", "tables"));
        rows.put(
                "topology", Set.of("files", "hashing", "limits", "routing", "caching", "naming", "scaling", "storage"));
        rows.put("simulation", BELOW_SIMULATION);
        rows.put("analysis", above("simulation"));
        rows.put("arranging", Set.of("topology"));
        rows.put("exchange", above("simulation", "arranging"));
        // Real traffic drives a run; what a run is does not know of it.
        rows.put("live", above("simulation"));
        rows.put("lessons", above("simulation", "analysis"));
        rows.put("cli", above("simulation", "analysis", "exchange", "live", "lessons"));
        rows.put("workbench", above("simulation", "analysis", "arranging", "exchange", "lessons", "live"));
        return rows;
    }

    private static Set<String> above(String... floors) {
        Set<String> all = new TreeSet<>(BELOW_SIMULATION);
        all.addAll(List.of(floors));
        return all;
    }

    static Stream<Arguments> floors() {
        return MAY_USE.entrySet().stream().map(row -> Arguments.of(row.getKey(), row.getValue()));
    }

    @Test
    void everyPackageHasItsRow() {
        Set<String> there = new TreeSet<>();
        House.filesByPackage().keySet().forEach(name -> {
            if (name.startsWith("roundhouse.")) {
                there.add(name.split("\\.", -1)[1]);
            }
        });
        assertThat(there)
                .as("a new package must say what it may use, and a row without a package guards nothing")
                .isEqualTo(MAY_USE.keySet());
    }

    @ParameterizedTest
    @MethodSource("floors")
    void arrowsPointDown(String floor, Set<String> below) {
        String[] allowed = Stream.concat(Stream.of(floor), below.stream())
                .map(name -> "roundhouse." + name + "..")
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage("roundhouse." + floor + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(resideOutsideOfPackages("roundhouse..")))
                .because(
                        "a balancer must be the same object in a unit test, on the command line and in a run, so what is"
                                + " below knows nothing of what is above")
                .check(House.CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("roundhouse.(**)")
                .should()
                .beFreeOfCycles()
                .because("a reader must be able to understand one room before the next")
                .check(House.CLASSES);
    }

    @Test
    void noRoomIsAKnot() {
        assertThat(House.circles().stream().filter(circle -> circle.size() > LARGEST_CIRCLE))
                .as("files that all name each other can only be understood all at once")
                .isEmpty();
    }

    @Test
    void noRoomIsAHall() {
        Map<String, Integer> halls = new TreeMap<>();
        House.filesByPackage().forEach((name, files) -> {
            if (files.size() > MOST_FILES) {
                halls.put(name, files.size());
            }
        });
        assertThat(halls).as("a reader finds nothing among so many files").isEmpty();
    }

    @Test
    void noNameIsGivenTwice() {
        Map<String, List<String>> named = new TreeMap<>();
        House.filesByPackage()
                .values()
                .forEach(files -> files.forEach(
                        file -> named.computeIfAbsent(file.substring(file.lastIndexOf('.') + 1), _ -> new ArrayList<>())
                                .add(file)));
        assertThat(named.values().stream().filter(files -> files.size() > 1))
                .as("two classes of one name are mistaken for each other")
                .isEmpty();
    }

    /** What each kind of node is made of in a run. */
    static Stream<String> kinds() {
        return Stream.of("clients", "balancing", "serving", "caching", "storing", "naming");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void kindsOfNodeKnowNothingOfEachOther(String kind) {
        noClasses()
                .that()
                .resideInAPackage("roundhouse.simulation." + kind + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(kinds().filter(other -> !other.equals(kind))
                        .map(other -> "roundhouse.simulation." + other + "..")
                        .toArray(String[]::new))
                .because("a further kind of node must touch no file of another")
                .check(House.CLASSES);
    }

    @Test
    void theGroundFloorNeedsOnlyTheJdk() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "roundhouse.files..",
                        "roundhouse.kernel..",
                        "roundhouse.tables..",
                        "roundhouse.metrics..",
                        "roundhouse.hashing..",
                        "roundhouse.health..",
                        "roundhouse.limits..",
                        "roundhouse.caching..",
                        "roundhouse.naming..",
                        "roundhouse.scaling..",
                        "roundhouse.routing..",
                        "roundhouse.storage..",
                        "roundhouse.simulation..")
                .should()
                .dependOnClassesThat(resideOutsideOfPackages(
                        "roundhouse..", "java..", "org.jspecify..", "org.HdrHistogram..", "com.dynatrace.hash4j.."))
                .because("the engine must run wherever a JDK does, and be read without knowing a framework")
                .check(House.CLASSES);
    }

    @Test
    void onlyTheWorkbenchKnowsTheScreen() {
        noClasses()
                .that()
                .resideOutsideOfPackages("roundhouse.workbench..", "roundhouse")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..")
                .because("the same engine runs on machines without a display")
                .check(House.CLASSES);
    }

    @Test
    void jsonStaysAtTheEdge() {
        noClasses()
                .that()
                .resideOutsideOfPackages("roundhouse.topology.json..", "roundhouse.exchange..", "roundhouse.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..", "com.fasterxml..")
                .because("a change of the file format must not reach the engine")
                .check(House.CLASSES);
    }

    @Test
    void everyPackageOfTheRulesIsThere() {
        Set<String> there = House.filesByPackage().keySet();
        assertThat(kinds().map(kind -> "roundhouse.simulation." + kind)).allMatch(there::contains);
        assertThat(there).contains("roundhouse.topology.json", "roundhouse.exchange");
        assertThat(House.CLASSES.stream().map(JavaClass::getPackageName)).contains("roundhouse");
    }
}
