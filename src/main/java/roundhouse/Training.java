package roundhouse;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.application.Platform;
import javafx.stage.Window;
import roundhouse.cli.Cli;
import roundhouse.cli.ExitCode;
import roundhouse.workbench.shell.WorkbenchApp;

/**
 * What the packaged program's cache of classes is recorded from while the program is built: the commands that people wait for,
 * once each, and the window on JavaFX's own headless platform. A class that comes up here is ready when the program starts.
 */
final class Training {
    /** Long enough for the window to be drawn and to play. */
    private static final Duration WINDOW_OPEN = Duration.ofSeconds(3);

    private Training() {}

    /** @param args a sample, and a folder that may be written to */
    public static void main(String[] args) throws IOException {
        String sample = args[0];
        Path folder = Files.createDirectories(Path.of(args[1]));
        Path keys = Files.write(folder.resolve("keys.txt"), List.of("a", "b", "c"));
        command("--version");
        command("--help");
        command("check", sample);
        command("run", sample, "--for", "1s");
        command("run", sample, "--for", "1s", "--format", "json");
        command("route", "--algorithm", "weighted-round-robin", "--targets", "a=5,b=1,c=1", "--requests", "10");
        command("place", "--placement", "ring", "--targets", "a=1,b=1", "--keys", keys.toString());
        Display.obstacle();
        window(Path.of(sample), folder);
        System.exit(ExitCode.WELL);
    }

    private static void command(String... words) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        int code = Cli.run(words, nowhere, nowhere, new OffScreen());
        if (code == ExitCode.BAD_INPUT) {
            throw new IllegalStateException("not understood: " + List.of(words));
        }
    }

    private static void window(Path sample, Path home) {
        System.setProperty("user.home", home.toString());
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Thread.ofPlatform().daemon().start(() -> {
            try {
                Thread.sleep(WINDOW_OPEN);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            Platform.runLater(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
        });
        WorkbenchApp.open(sample);
    }
}
