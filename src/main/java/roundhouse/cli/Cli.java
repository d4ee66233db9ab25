package roundhouse.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import roundhouse.analysis.ProgramVersion;
import roundhouse.cli.options.InputException;
import roundhouse.cli.options.Inputs;
import roundhouse.cli.pictures.CanvasRenderer;
import roundhouse.cli.waiting.MemoryWatch;
import roundhouse.cli.words.Nearest;
import roundhouse.cli.words.Version;
import roundhouse.cli.words.WholeNumbers;
import roundhouse.files.FailureReport;
import roundhouse.files.NotWrittenException;
import roundhouse.files.PlainText;
import roundhouse.files.StateDirectory;
import roundhouse.topology.prices.PriceCatalogue;

/** The command line: finds the command, runs it, turns bad input into one line and an exit code. */
@Command(
        name = "roundhouse",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "Usage: ",
        customSynopsis = {
            "roundhouse [--prices FILE] [FILE]  opens the workbench",
            "       roundhouse COMMAND [OPTIONS…]     works without a screen"
        },
        description = {"", "A workbench for scaling architectures.", ""},
        footer = {
            "",
            "Exit codes: 0 success, 1 an expectation failed, 2 bad input or usage, an output that",
            "cannot be written, or a run that memory cannot hold, 3 unknown within the budget, 70 a",
            "mistake of the program, of which a report is kept, 130 interrupted by Ctrl-C, with the",
            "report so far."
        })
public final class Cli implements Runnable {
    /** How each command is made, in the order of the help. */
    private static final Map<String, Function<CanvasRenderer, Object>> COMMANDS = commands();

    private static final Set<String> VERSION = Set.of("-V", "--version");

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "a catalogue of prices in place of the program's own, which 'prices' prints")
    private @Nullable Path prices;

    private Cli() {}

    /** Runs a command line and returns its exit code. Whatever goes wrong is a line on {@code err}. */
    public static int run(String[] args, PrintWriter out, PrintWriter err, CanvasRenderer renderer) {
        return run(args, out, err, renderer, StateDirectory.ofUser());
    }

    /** @param state where a report of what is unforeseen goes */
    static int run(String[] args, PrintWriter out, PrintWriter err, CanvasRenderer renderer, Path state) {
        int code;
        try {
            code = program(args, out, err, renderer, state).execute(args);
            out.flush();
        } catch (Throwable e) {
            // Errors too: whoever calls a command in a script must be told in the same way that the memory did not
            // suffice.
            code = tell(e, err, state);
        }
        err.flush();
        return code;
    }

    /** Says in one line what went wrong, and returns the exit code for it. */
    public static int tell(Throwable e, PrintWriter err, Path state) {
        Throwable cause = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
        if (cause instanceof InputException || cause instanceof NotWrittenException) {
            say(err, String.valueOf(cause.getMessage()));
            return ExitCode.BAD_INPUT;
        }
        if (cause instanceof OutOfMemoryError) {
            say(
                    err,
                    "the memory of " + MemoryWatch.all() + " is used up; a smaller system or a shorter run needs less");
            return ExitCode.BAD_INPUT;
        }
        if (FailureReport.isOfTheMachine(cause)) {
            say(err, FailureReport.reason(cause));
            return ExitCode.BAD_INPUT;
        }
        say(err, new FailureReport(state, ProgramVersion.text()).told("something unforeseen happened", cause));
        return ExitCode.UNFORESEEN;
    }

    /** One line, whatever is in names and arguments that the message quotes. */
    private static void say(PrintWriter err, String message) {
        err.println("roundhouse: " + PlainText.of(message.replace('\n', ' ')));
        err.flush();
    }

    /**
     * From now on things cost what that catalogue says.
     *
     * @throws InputException when it cannot be read, or has something wrong
     */
    public static void price(Path catalogue) {
        Inputs.prices(catalogue).use();
    }

    /** Whether the word names a command rather than a file. */
    public static boolean isCommand(String word) {
        return COMMANDS.containsKey(word);
    }

    private static CommandLine program(
            String[] args, PrintWriter out, PrintWriter err, CanvasRenderer renderer, Path state) {
        Cli cli = new Cli();
        CommandLine line = new CommandLine(cli);
        Set<String> asked = asked(args);
        COMMANDS.forEach((name, command) -> {
            if (asked.contains(name)) {
                line.addSubcommand(name, command.apply(renderer));
            }
        });
        WholeNumbers.register(line);
        line.setOut(out);
        line.setErr(err);
        line.setParameterExceptionHandler(Cli::sayUsage);
        line.setExecutionStrategy(parsed -> {
            try {
                return cli.priced(() -> new CommandLine.RunLast().execute(parsed));
            } catch (UncheckedIOException | InputException e) {
                // A help text that could not be printed, or prices; the library would print the trace.
                return tell(e, err, state);
            }
        });
        line.setExecutionExceptionHandler((e, _, _) -> tell(e, err, state));
        return line;
    }

    /** Does it by the prices that were asked for. */
    private int priced(IntSupplier work) {
        if (prices == null) {
            return work.getAsInt();
        }
        PriceCatalogue before = PriceCatalogue.inUse();
        Inputs.prices(prices).use();
        try {
            return work.getAsInt();
        } finally {
            before.use();
        }
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
        commands.put("cache", _ -> new CacheCommand());
        commands.put("history", _ -> new HistoryCommand());
        commands.put("limit", _ -> new LimitCommand());
        commands.put("check", _ -> new CheckCommand());
        commands.put("compare", _ -> new CompareCommand());
        commands.put("sweep", _ -> new SweepCommand());
        commands.put("capacity", _ -> new CapacityCommand());
        commands.put("size", _ -> new SizeCommand());
        commands.put("export", _ -> new ExportCommand());
        commands.put("import", _ -> new ImportCommand());
        commands.put("live", _ -> new LiveCommand());
        commands.put("replay", _ -> new ReplayCommand());
        commands.put("grade", _ -> new GradeCommand());
        commands.put("prices", _ -> new PricesCommand());
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
        say(at.getErr(), message + " (see " + at.getCommandSpec().qualifiedName() + " --help)");
        return ExitCode.BAD_INPUT;
    }
}
