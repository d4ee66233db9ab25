import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Records the packaged program's cache of loaded and linked classes (JEP 483) into its image, and fails where the program cannot
 * start from it. The JVM, its options and the class path are those of the image's own launcher, because a cache fits no others.
 *
 * <p>Arguments: the image's folder, the class that is run to record, a folder to work in, and the arguments of that class.
 */
final class StartCache {
    private static final String APP_FOLDER = "$APPDIR";
    private static final String CACHE_OPTION = "-XX:AOTCache=";
    private static final long MOST_SECONDS = 120;

    private final Path app;
    private final Path java;
    private final List<String> options = new ArrayList<>();
    private final List<String> classPath = new ArrayList<>();
    private String mainClass = "";
    private String cache = "";

    private StartCache(Path image) throws IOException {
        app = image.resolve("lib").resolve("app").toAbsolutePath();
        java = image.resolve("lib")
                .resolve("runtime")
                .resolve("bin")
                .resolve("java")
                .toAbsolutePath();
        for (String line : Files.readAllLines(app.resolve("roundhouse.cfg"))) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                read(line.substring(0, equals), line.substring(equals + 1).replace(APP_FOLDER, app.toString()));
            }
        }
    }

    private void read(String key, String value) {
        switch (key) {
            case "app.classpath" -> classPath.add(value);
            case "app.mainclass" -> mainClass = value;
            case "java-options" -> {
                if (value.startsWith(CACHE_OPTION)) {
                    cache = value.substring(CACHE_OPTION.length());
                } else {
                    options.add(value);
                }
            }
            default -> {}
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        StartCache image = new StartCache(Path.of(args[0]));
        Path folder = Files.createDirectories(Path.of(args[2]));
        String recording = folder.resolve("classes.aotconf").toString();
        List<String> training = new ArrayList<>(List.of(args).subList(3, args.length));
        training.addFirst(args[1]);
        // Profiles of methods (JEP 515) make the JVM compile at once what a short run never needs.
        image.run(
                folder.resolve("record.log"),
                List.of(
                        "-XX:AOTMode=record",
                        "-XX:AOTConfiguration=" + recording,
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:-AOTRecordTraining"),
                training);
        image.run(
                folder.resolve("create.log"),
                List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + recording, CACHE_OPTION + image.cache),
                List.of());
        image.run(
                folder.resolve("check.log"),
                List.of("-XX:AOTMode=on", CACHE_OPTION + image.cache),
                List.of(image.mainClass, "--version"));
    }

    private void run(Path log, List<String> more, List<String> program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(options);
        command.addAll(more);
        command.add("-cp");
        command.add(String.join(System.getProperty("path.separator"), classPath));
        command.addAll(program);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("not done after " + MOST_SECONDS + " s: " + command);
        }
        if (process.exitValue() != 0) {
            throw new IOException("ended with " + process.exitValue() + ": " + command + "\n" + Files.readString(log));
        }
    }
}
