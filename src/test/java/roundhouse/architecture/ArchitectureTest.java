package roundhouse.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house rules: arrows point down only. Each rule says why it is there; none has exceptions. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("roundhouse");

    private static final String[] BELOW_SIMULATION = {
        "kernel", "metrics", "hashing", "health", "caching", "routing", "storage", "topology"
    };

    /** The floors of the house from the ground up: a package may use itself and what its row names. */
    private static final String[][] MAY_USE = {
        {"kernel"},
        {"metrics"},
        {"hashing"},
        {"health"},
        {"caching"},
        {"routing", "hashing"},
        {"storage", "hashing"},
        {"topology", "hashing", "routing"},
        above(BELOW_SIMULATION, "simulation"),
        above(BELOW_SIMULATION, "analysis", "simulation"),
        above(BELOW_SIMULATION, "exchange", "simulation"),
        above(BELOW_SIMULATION, "cli", "exchange", "analysis", "simulation"),
        above(BELOW_SIMULATION, "workbench", "exchange", "analysis", "simulation"),
    };

    private static String[] above(String[] below, String... floors) {
        return Stream.concat(Arrays.stream(floors), Arrays.stream(below)).toArray(String[]::new);
    }

    @TestFactory
    Stream<DynamicTest> arrowsPointDown() {
        return Arrays.stream(MAY_USE)
                .map(row -> DynamicTest.dynamicTest(row[0], () -> {
                    String[] allowed = Arrays.stream(row)
                            .map(name -> "roundhouse." + name + "..")
                            .toArray(String[]::new);
                    classes()
                            .that()
                            .resideInAPackage("roundhouse." + row[0] + "..")
                            .should()
                            .onlyDependOnClassesThat(
                                    resideInAnyPackage(allowed).or(resideOutsideOfPackages("roundhouse..")))
                            .because(
                                    "a balancer must be the same object in a unit test, on the command line and in a run, so what is"
                                            + " below knows nothing of what is above")
                            .allowEmptyShould(true)
                            .check(CLASSES);
                }));
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("roundhouse.(**)")
                .should()
                .beFreeOfCycles()
                .because("a reader must be able to understand one room before the next")
                .check(CLASSES);
    }

    @Test
    void theGroundFloorNeedsOnlyTheJdk() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "roundhouse.kernel..",
                        "roundhouse.metrics..",
                        "roundhouse.hashing..",
                        "roundhouse.health..",
                        "roundhouse.routing..",
                        "roundhouse.simulation..")
                .should()
                .dependOnClassesThat(resideOutsideOfPackages(
                        "roundhouse..", "java..", "org.jspecify..", "org.HdrHistogram..", "com.dynatrace.hash4j.."))
                .because("the engine must run wherever a JDK does, and be read without knowing a framework")
                .check(CLASSES);
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
                .check(CLASSES);
    }

    @Test
    void jsonStaysAtTheEdge() {
        noClasses()
                .that()
                .resideOutsideOfPackages("roundhouse.topology..", "roundhouse.exchange..", "roundhouse.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..", "com.fasterxml..")
                .because("a change of the file format must not reach the engine")
                .check(CLASSES);
    }

    @Test
    void timeIsSimulatedAndChanceIsSeeded() {
        noClasses()
                .that(areReachedBySimulation())
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.time.Clock.class)
                .orShould()
                .callMethod(java.util.concurrent.ThreadLocalRandom.class, "current")
                .because("a run is a pure function of topology, seed and commands")
                .check(CLASSES);
    }

    @Test
    void orderIsTotal() {
        noClasses()
                .that(areReachedBySimulation())
                .should()
                .callConstructor(HashSet.class)
                .orShould()
                .callMethod(HashMap.class, "keySet")
                .orShould()
                .callMethod(HashMap.class, "values")
                .orShould()
                .callMethod(HashMap.class, "entrySet")
                .orShould()
                .callMethod(java.util.IdentityHashMap.class, "keySet")
                .orShould()
                .callMethod(java.util.IdentityHashMap.class, "values")
                .orShould()
                .callMethod(java.util.IdentityHashMap.class, "entrySet")
                .because("the order of a hash table is nobody's promise, so nothing may depend on it")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> areReachedBySimulation() {
        return resideInAnyPackage(
                        "roundhouse.kernel..",
                        "roundhouse.metrics..",
                        "roundhouse.hashing..",
                        "roundhouse.health..",
                        "roundhouse.caching..",
                        "roundhouse.storage..",
                        "roundhouse.routing..",
                        "roundhouse.simulation..")
                .as("are reached by the simulation");
    }
}
