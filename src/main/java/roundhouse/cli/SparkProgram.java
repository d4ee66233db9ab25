package roundhouse.cli;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import roundhouse.cli.options.InputException;
import roundhouse.topology.json.Json;

/**
 * The program together with Apache Spark, which it does not carry: a JVM of its own with Spark's jars from {@code SPARK_HOME}, opened as
 * Spark needs it.
 */
final class SparkProgram {
    private static final Pattern URL =
            Pattern.compile("local(\\[([1-9]\\d{0,3}|\\*)])?|spark://(?<host>[^\\s/:,]+):(?<port>\\d{1,5})");

    private static final int PATIENCE_MILLIS = 5_000;

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
            "java.base/sun.util.calendar");

    private SparkProgram() {}

    /** @throws InputException when it is no URL of a cluster, or nobody answers there */
    static void check(String url) {
        Matcher matcher = URL.matcher(url);
        if (!matcher.matches()) {
            throw new InputException("--spark: found " + Json.quoted(url)
                    + "; a cluster is named like spark://10.0.0.5:7077, and local[*] means the cores of this machine");
        }
        if (matcher.group("host") == null) {
            return;
        }
        // Spark itself would go on asking for a minute.
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(matcher.group("host"), Integer.parseInt(matcher.group("port"))),
                    PATIENCE_MILLIS);
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException("--spark: no cluster answers at " + url + " (" + e.getMessage() + ")");
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
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
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
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-XX:+UseParallelGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlog4j2.configurationFile=classpath:roundhouse/analysis/sweeping/spark/log4j2.properties"));
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
