package roundhouse.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.BaseStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A run is a pure function of topology, seed and commands. What the simulation reaches may therefore not look at a clock, draw from an
 * unseeded source, or depend on the order of a hash table, which is nobody's promise. Rules of static types cannot see what a variable of
 * type {@code Map} holds, so making such a table is forbidden, but for those listed here, which are only looked up.
 */
final class DeterminismTest {
    private static final List<String> REACHED = List.of(
            "roundhouse.kernel",
            "roundhouse.metrics",
            "roundhouse.hashing",
            "roundhouse.health",
            "roundhouse.limits",
            "roundhouse.caching",
            "roundhouse.routing",
            "roundhouse.storage",
            "roundhouse.topology",
            "roundhouse.simulation");

    private static final Set<Class<?>> HASH_TABLES =
            Set.of(HashMap.class, HashSet.class, IdentityHashMap.class, WeakHashMap.class, ConcurrentHashMap.class);

    /** Who makes hash tables, and what is looked up in them. None of them is gone through. */
    private static final Map<String, String> LOOKUPS = Map.ofEntries(
            Map.entry("Streams", "the random stream of an owner and purpose"),
            Map.entry("ComponentKinds", "the component of a kind of node"),
            Map.entry("AbstractPlacement", "the number of a target's name"),
            Map.entry("NginxConsistent", "the first point of an address"),
            Map.entry("Movement", "targets of the other placement by name"),
            Map.entry("Transfer", "whether a replica has a key already"),
            Map.entry("ValueTable", "the number of a value"),
            Map.entry("NameTable", "the number of a client's or key's name"),
            Map.entry("KeyNames", "the number of a key of a trace"),
            Map.entry("RequestKeys", "what limits count a kind of request by"),
            Map.entry("RequestRules", "the rule of a kind of request"),
            Map.entry("RegionIndex", "the number of a region"),
            Map.entry("Network", "nodes and links by name"),
            Map.entry("TraceRecorder", "the attempt in a slot"),
            Map.entry("Fields", "whether a key was misspelt"),
            Map.entry("CallTree", "the calls that a request at a node becomes"),
            Map.entry("Graph", "nodes and links by id"),
            Map.entry("ScenarioChecks", "whether two nodes were ever linked"),
            Map.entry("HaproxyUri", "the encoded path of a kind of request"),
            Map.entry("Validation", "where an id was first used"));

    /** Sets and maps of several constants have another order in each JVM; these are only looked up. */
    private static final Set<String> CONSTANT_LOOKUPS = Set.of("JsonPrinter", "CurvePoint", "Deletion");

    private static Stream<JavaClass> reached() {
        return House.CLASSES.stream()
                .filter(javaClass -> REACHED.stream()
                        .anyMatch(name -> javaClass.getPackageName().equals(name)
                                || javaClass.getPackageName().startsWith(name + ".")));
    }

    private static Stream<JavaCodeUnitAccess<?>> calls() {
        return reached().flatMap(javaClass -> javaClass.getCodeUnitAccessesFromSelf().stream());
    }

    private static String outermost(JavaClass javaClass) {
        String name = javaClass.getName();
        name = name.substring(name.lastIndexOf('.') + 1);
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    private static boolean isMade(JavaCodeUnitAccess<?> call, Class<?> type) {
        return call.getTarget().getOwner().isEquivalentTo(type)
                && call.getTarget().getName().equals("<init>");
    }

    @Test
    void everyPackageOfTheRulesIsThere() {
        for (String name : REACHED) {
            assertThat(reached()
                            .anyMatch(javaClass -> javaClass.getPackageName().startsWith(name)))
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void hashTablesAreOnlyLookedUp() {
        Set<String> makers = new TreeSet<>();
        calls().filter(call -> HASH_TABLES.stream().anyMatch(type -> isMade(call, type)))
                .forEach(call -> makers.add(outermost(call.getOriginOwner())));
        assertThat(makers)
                .as(
                        "use LinkedHashMap, LinkedHashSet or TreeMap; where a table is only looked up, list it with what is looked up")
                .isEqualTo(new TreeSet<>(LOOKUPS.keySet()));
    }

    @Test
    void constantsAreOnlyLookedUp() {
        Set<String> makers = new TreeSet<>();
        calls().filter(DeterminismTest::isUnorderedConstant)
                .forEach(call -> makers.add(outermost(call.getOriginOwner())));
        assertThat(makers)
                .as(
                        "Set.of and Map.of of several things have another order in each JVM; use List.of or a LinkedHashMap")
                .isEqualTo(new TreeSet<>(CONSTANT_LOOKUPS));
    }

    private static boolean isUnorderedConstant(JavaCodeUnitAccess<?> call) {
        AccessTarget.CodeUnitAccessTarget target = call.getTarget();
        int arguments = target.getRawParameterTypes().size();
        boolean isSet = target.getOwner().isEquivalentTo(Set.class);
        boolean isMap = target.getOwner().isEquivalentTo(Map.class);
        return switch (target.getName()) {
            case "of" -> (isSet && (arguments > 1 || isArray(target))) || (isMap && arguments > 2);
            case "ofEntries", "copyOf" -> isSet || isMap;
            default -> false;
        };
    }

    private static boolean isArray(AccessTarget.CodeUnitAccessTarget target) {
        return target.getRawParameterTypes().stream().anyMatch(JavaClass::isArray);
    }

    @Test
    void collectorsKeepTheOrder() {
        assertThat(calling(Collectors.class, "toSet", "toMap", "groupingBy", "toUnmodifiableSet", "toUnmodifiableMap"))
                .as("these collect into hash tables; name a LinkedHashMap or a list")
                .isEmpty();
    }

    @Test
    void nobodyLooksAtAClock() {
        assertThat(calling(System.class, "nanoTime", "currentTimeMillis", "identityHashCode"))
                .as("time is simulated")
                .isEmpty();
        assertThat(calling(Instant.class, "now")).isEmpty();
        assertThat(calling(LocalDateTime.class, "now")).isEmpty();
        assertThat(calling(ZonedDateTime.class, "now")).isEmpty();
        assertThat(naming(Clock.class)).isEmpty();
    }

    @Test
    void chanceIsSeededByTheRun() {
        assertThat(calling(Math.class, "random"))
                .as("a run draws from the streams of its kernel alone")
                .isEmpty();
        assertThat(calling(UUID.class, "randomUUID")).isEmpty();
        for (Class<?> source : List.of(
                Random.class,
                SplittableRandom.class,
                SecureRandom.class,
                ThreadLocalRandom.class,
                RandomGeneratorFactory.class)) {
            assertThat(naming(source)).as(source.getName()).isEmpty();
        }
    }

    @Test
    void oneThreadRunsARun() {
        assertThat(calling(BaseStream.class, "parallel"))
                .as("what runs side by side has no order")
                .isEmpty();
        assertThat(calling(java.util.Collection.class, "parallelStream")).isEmpty();
        assertThat(naming(Thread.class)).isEmpty();
        assertThat(naming(java.util.concurrent.Executor.class)).isEmpty();
    }

    /** Functions whose last digit a JVM may choose; StrictMath has them all. */
    @Test
    void numbersAreTheSameEverywhere() {
        assertThat(calling(
                        Math.class,
                        "sin",
                        "cos",
                        "tan",
                        "asin",
                        "acos",
                        "atan",
                        "atan2",
                        "exp",
                        "expm1",
                        "log",
                        "log10",
                        "log1p",
                        "pow",
                        "cbrt",
                        "sinh",
                        "cosh",
                        "tanh",
                        "hypot"))
                .as("platforms may differ in the last digit; use StrictMath")
                .isEmpty();
    }

    private static Set<String> calling(Class<?> owner, String... names) {
        Set<String> found = new TreeSet<>();
        calls().filter(call -> call.getTarget().getOwner().isAssignableTo(owner)
                        && List.of(names).contains(call.getTarget().getName()))
                .forEach(call -> found.add(outermost(call.getOriginOwner()) + " calls "
                        + call.getTarget().getName()));
        return found;
    }

    private static Set<String> naming(Class<?> type) {
        Set<String> found = new TreeSet<>();
        reached()
                .forEach(javaClass -> javaClass.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> dependency.getTargetClass().isEquivalentTo(type))
                        .forEach(_ -> found.add(outermost(javaClass))));
        return found;
    }
}
