package roundhouse.workbench.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A program of these tests in a process of its own. */
final class OtherProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;

    /** @param before what the command begins with, such as a shell that runs the rest */
    OtherProcess(List<String> before, Class<?> program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                program.getName()));
        command.addAll(arguments);
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        said = process.inputReader(StandardCharsets.UTF_8);
    }

    /** The next line that it says; null at its end. */
    String line() throws IOException {
        return said.readLine();
    }

    /** All that it still says. */
    List<String> lines() {
        try (Stream<String> lines = said.lines()) {
            return lines.toList();
        }
    }

    /** Ends it as {@code kill -9} does, and waits for its end. */
    void kill() {
        // Of the handle: the process itself would close what it said as well.
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
