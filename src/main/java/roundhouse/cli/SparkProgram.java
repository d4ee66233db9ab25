package roundhouse.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The program together with Apache Spark, which it does not carry: a JVM of its own with Spark's jars from {@code SPARK_HOME}, opened as
 * Spark needs it.
 */
final class SparkProgram {
    private static final Pattern URL =
            Pattern.compile("local(\\[(\\d{1,4}|\\*)])?|spark://[^\\s/:]+:\\d{1,5}(,[^\\s/:]+:\\d{1,5})*");

    /** What Spark reaches into: its own {@code JavaModuleOptions}. */
    private static final List<String> OPENED = List.of(
            "java.base/java.lang",
            "java.base/java.lang.invoke",
            "java.base/java.lang.reflect",
            "java.base/java.io",
            "java.base/java.net",
            "java.base/java.nio",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.base/java.util.concurrent.atomic",
            "java.base/jdk.internal.ref",
            "java.base/sun.nio.ch",
            "java.base/sun.nio.cs",
            "java.base/sun.security.action",
            "java.base/sun.util.calendar");

    private SparkProgram() {}

    /** @throws InputException when it is no URL of a cluster */
    static void check(String url) {
        if (!URL.matcher(url).matches()) {
            throw new InputException(
                    "--spark: found \"" + url
                            + "\"; a cluster is named like spark://10.0.0.5:7077, and local[*] means the cores of this machine");
        }
    }

    /** Whether Spark is in this JVM. */
    static boolean isHere() {
        try {
            Class.forName("org.apache.spark.SparkContext", false, SparkProgram.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException _) {
            return false;
        }
    }

    /**
     * The jars that workers need beside Spark's.
     *
     * @throws InputException when the program is not in jars, as only workers of this JVM can do with that
     */
    static List<Path> libraries(String url) {
        if (url.startsWith("local")) {
            return List.of();
        }
        Path spark = jars();
        List<Path> libraries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry).toAbsolutePath();
            if (spark != null && path.startsWith(spark)) {
                continue;
            }
            if (Files.isDirectory(path)) {
                throw new InputException("--spark: workers need the program as jars; use the packaged program");
            }
            libraries.add(path);
        }
        return libraries;
    }

    /** Does the same command there; returns its exit code. */
    static int run(List<String> arguments) throws IOException {
        Path jars = jars();
        if (jars == null) {
            throw new InputException("--spark needs Apache Spark 4.2, which this program does not carry: "
                    + "set SPARK_HOME to the folder of Spark that has its jars in jars/");
        }
        List<String> command = new ArrayList<>(List.of(java(), "-XX:+UseParallelGC"));
        OPENED.forEach(module -> command.add("--add-opens=" + module + "=ALL-UNNAMED"));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + jars.resolve("*"),
                "roundhouse.Roundhouse"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).inheritIO().start();
        Thread end = new Thread(process::destroy, "spark-program");
        Runtime.getRuntime().addShutdownHook(end);
        try {
            int code = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(end);
            return code;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            process.destroy();
            return ExitCode.INTERRUPTED;
        } catch (IllegalStateException _) {
            return ExitCode.INTERRUPTED;
        }
    }

    /** Spark's workers run on a whole JDK, and so must what talks to them: the program's own runtime has only what it needs itself. */
    private static String java() {
        String home = System.getenv("JAVA_HOME");
        return Path.of(home == null || home.isBlank() ? System.getProperty("java.home") : home, "bin", "java")
                .toString();
    }

    /** Where Spark's jars are; null when nothing says so. */
    private static @Nullable Path jars() {
        String home = System.getenv("SPARK_HOME");
        if (home == null || home.isBlank()) {
            return null;
        }
        Path jars = Path.of(home).toAbsolutePath().resolve("jars");
        try (Stream<Path> files = Files.list(jars)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("spark-core")) ? jars : null;
        } catch (IOException _) {
            return null;
        }
    }
}
