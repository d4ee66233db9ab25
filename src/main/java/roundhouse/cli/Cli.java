package roundhouse.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: finds the command, runs it, turns bad input into one line and an exit code. */
@Command(
        name = "roundhouse",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "Usage: ",
        customSynopsis = {
            "roundhouse [FILE]                opens the workbench",
            "       roundhouse COMMAND [OPTIONS…]   works without a screen"
        },
        description = {"", "A workbench for scaling architectures.", ""},
        footer = {"", "Exit codes: 0 success, 1 an expectation failed, 2 bad input or usage."})
public final class Cli implements Runnable {
    /** How each command is made, in the order of the help. */
    private static final Map<String, Function<CanvasRenderer, Object>> COMMANDS = commands();

    private static final Set<String> VERSION = Set.of("-V", "--version");

    @Spec
    private @Nullable CommandSpec spec;

    private Cli() {}

    /** Runs a command line and returns its exit code. */
    public static int run(String[] args, PrintWriter out, PrintWriter err, CanvasRenderer renderer) {
        int code = program(args, out, err, renderer).execute(args);
        out.flush();
        err.flush();
        return code;
    }

    /** Whether the word names a command rather than a file. */
    public static boolean isCommand(String word) {
        return COMMANDS.containsKey(word);
    }

    private static CommandLine program(String[] args, PrintWriter out, PrintWriter err, CanvasRenderer renderer) {
        CommandLine line = new CommandLine(new Cli());
        Set<String> asked = asked(args);
        COMMANDS.forEach((name, command) -> {
            if (asked.contains(name)) {
                line.addSubcommand(name, command.apply(renderer));
            }
        });
        line.setOut(out);
        line.setErr(err);
        line.setParameterExceptionHandler(Cli::sayUsage);
        line.setExecutionExceptionHandler(Cli::sayFailure);
        return line;
    }

    /** The commands that this command line can need: reading the annotations of all of them takes longer than most commands do. */
    private static Set<String> asked(String[] args) {
        if (args.length > 0 && isCommand(args[0])) {
            return Set.of(args[0]);
        }
        return args.length == 1 && VERSION.contains(args[0]) ? Set.of() : COMMANDS.keySet();
    }

    private static Map<String, Function<CanvasRenderer, Object>> commands() {
        Map<String, Function<CanvasRenderer, Object>> commands = new LinkedHashMap<>();
        commands.put("run", _ -> new RunCommand());
        commands.put("route", _ -> new RouteCommand());
        commands.put("place", _ -> new PlaceCommand());
        commands.put("check", _ -> new CheckCommand());
        commands.put("compare", _ -> new CompareCommand());
        commands.put("export", _ -> new ExportCommand());
        commands.put("replay", _ -> new ReplayCommand());
        commands.put("describe", _ -> new DescribeCommand());
        commands.put("render", RenderCommand::new);
        return Collections.unmodifiableMap(commands);
    }

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "no command given");
    }

    private static int sayUsage(ParameterException e, String[] args) {
        CommandLine at = e.getCommandLine();
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("cannot be understood");
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched && at.getParent() == null) {
            String word = unmatched.getUnmatched().getFirst();
            message = "'" + word + "' is neither a command nor a file"
                    + Nearest.suggestion(word, at.getSubcommands().keySet());
        }
        at.getErr()
                .println("roundhouse: " + message + " (see "
                        + at.getCommandSpec().qualifiedName() + " --help)");
        return ExitCode.BAD_INPUT;
    }

    private static int sayFailure(Exception e, CommandLine line, CommandLine.ParseResult parsed) throws Exception {
        if (e instanceof InputException) {
            line.getErr().println("roundhouse: " + e.getMessage());
            return ExitCode.BAD_INPUT;
        }
        if (e instanceof IOException || e instanceof UncheckedIOException) {
            line.getErr().println("roundhouse: " + notWritten(e));
            return ExitCode.BAD_INPUT;
        }
        throw e;
    }

    private static String notWritten(Exception e) {
        Exception cause =
                e instanceof UncheckedIOException unchecked ? Objects.requireNonNull(unchecked.getCause()) : e;
        return switch (cause) {
            case NoSuchFileException missing -> "cannot write " + missing.getFile() + ": its directory does not exist";
            case AccessDeniedException denied -> "cannot write " + denied.getFile() + ": writing there is not allowed";
            case FileAlreadyExistsException taken -> "cannot write into " + taken.getFile() + ": it is a file";
            default -> "cannot write: " + cause.getMessage();
        };
    }
}
