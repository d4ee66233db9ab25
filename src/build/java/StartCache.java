import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Records the packaged program's cache of loaded and linked classes (JEP 483) into its image, fails where the program cannot start
 * from it, and puts a script in the place of jpackage's launcher, which asks the package manager twice at each start whom it
 * belongs to. The JVM, its options and the class path are those that jpackage wrote for its launcher: a cache fits no others.
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
        if (!System.getProperty("os.name").equals("Linux")) {
            System.out.println(
                    "No cache for the start: only images of Linux are known here. The program starts without one.");
            return;
        }
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
        image.writeScript(Path.of(args[0], "bin", "roundhouse"));
    }

    private void writeScript(Path launcher) throws IOException {
        StringBuilder command = new StringBuilder("exec \"$home/lib/runtime/bin/java\"");
        options.forEach(option -> command.append(" \\\n    ").append(quoted(option)));
        command.append(" \\\n    ").append(quoted(CACHE_OPTION + cache));
        command.append(" \\\n    -cp ").append(quoted(String.join(":", classPath)));
        command.append(" \\\n    ").append(mainClass).append(" \"$@\"\n");
        Files.delete(launcher);
        Files.writeString(launcher, """
                #!/bin/sh
                # Starts the program with the options of lib/app/roundhouse.cfg. Written by the build.
                file=$0
                while [ -L "$file" ]; do
                    link=$(readlink "$file")
                    case $link in
                        /*) file=$link ;;
                        *) file=${file%/*}/$link ;;
                    esac
                done
                home=$(cd "${file%/*}/.." >/dev/null && pwd -P)
                """ + command);
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String quoted(String word) {
        return '"' + word.replaceAll("([\\\\\"`$])", "\\\\$1").replace(app.toString(), "$home/lib/app") + '"';
    }

    private void run(Path log, List<String> more, List<String> program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(options);
        command.add("-Xlog:aot*=warning");
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
