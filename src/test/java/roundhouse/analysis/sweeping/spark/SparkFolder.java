package roundhouse.analysis.sweeping.spark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A folder as Spark's own is, of links to the jars that the build has, and the program without them. */
record SparkFolder(Path home, String programPath) {
    private static final Pattern OF_SPARK =
            Pattern.compile("(spark|hadoop|scala|rocksdbjni|kryo|chill|netty|zookeeper|log4j)[-_].*\\.jar");

    static SparkFolder in(Path directory) throws IOException {
        Path jars = Files.createDirectories(directory.resolve("spark/jars"));
        List<String> program = new ArrayList<>();
        for (String entry : classPath()) {
            Path path = Path.of(entry);
            String name = path.getFileName().toString();
            if (!OF_SPARK.matcher(name).matches()) {
                program.add(entry);
            }
            Path link = jars.resolve(name);
            if (name.endsWith(".jar") && !entry.contains("openjfx") && !Files.isSymbolicLink(link)) {
                Files.createSymbolicLink(link, path);
            }
        }
        return new SparkFolder(directory.resolve("spark"), String.join(File.pathSeparator, program));
    }

    private static List<String> classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(entry -> new File(entry).exists())
                .toList();
    }

    /** The program, which finds Spark there. */
    ProcessBuilder program(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(java(), "-cp", programPath, "roundhouse.Roundhouse"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
