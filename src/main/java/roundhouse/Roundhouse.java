package roundhouse;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import roundhouse.cli.Cli;
import roundhouse.cli.ExitCode;
import roundhouse.files.StandardOutput;
import roundhouse.files.StateDirectory;
import roundhouse.workbench.shell.WorkbenchApp;

/**
 * The program: no arguments open the workbench on a sample, a file opens the workbench on that file, and everything else is the
 * command line. Where no window can be opened, the workbench's part is done without one.
 */
public final class Roundhouse {
    /** What the workbench opens on when it is given nothing, beside the program's own copy of it. */
    private static final Path SAMPLE = Path.of("samples", "three-servers.json");

    /** Prices of one's own, for the workbench too. */
    private static final String PRICES = "--prices";

    private Roundhouse() {}

    public static void main(String[] args) {
        PrintWriter out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        try {
            start(args, out, err);
        } catch (Throwable e) {
            // Errors too: nothing may end as a stack trace.
            end(Cli.tell(e, err, StateDirectory.ofUser()));
        }
    }

    private static void start(String[] given, PrintWriter out, PrintWriter err) {
        String[] args = given;
        if (given.length >= 2
                && given.length <= 3
                && given[0].equals(PRICES)
                && (given.length == 2 || isFile(given[2]))) {
            Cli.price(Path.of(given[1]));
            args = Arrays.copyOfRange(given, 2, given.length);
        }
        boolean workbench = args.length == 0 || (args.length == 1 && isFile(args[0]));
        if (!workbench) {
            end(Cli.run(args, out, err, new OffScreen()));
        } else {
            Path file = args.length == 0 ? null : Path.of(args[0]);
            Optional<String> obstacle = Display.obstacle();
            if (obstacle.isPresent()) {
                out.println("No window can be opened (" + obstacle.get() + "), so this runs without one.");
                end(runWithoutWindow(file, out, err));
            } else {
                WorkbenchApp.open(file);
            }
        }
    }

    private static boolean isFile(String word) {
        return !word.startsWith("-") && !Cli.isCommand(word) && Files.exists(Path.of(word));
    }

    /** What the window would have shown: the report, and a picture of the canvas. */
    private static int runWithoutWindow(@Nullable Path file, PrintWriter out, PrintWriter err) {
        Path topology = file == null ? SAMPLE : file;
        int code = Cli.run(new String[] {"run", topology.toString()}, out, err, new OffScreen());
        if (code != ExitCode.WELL) {
            return code;
        }
        Path target = Path.of("target");
        String name = topology.getFileName().toString().replaceFirst("\\.json$", "") + ".png";
        Path picture = Files.isDirectory(target) ? target.resolve(name) : Path.of(name);
        return Cli.run(
                new String[] {"render", topology.toString(), "--at", "12s", "--out", picture.toString()},
                out,
                err,
                new OffScreen());
    }

    /** JavaFX leaves threads behind that do not let the program end by itself. */
    private static void end(int code) {
        System.exit(code);
    }
}
