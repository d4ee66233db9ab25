package roundhouse.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
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
        customSynopsis = {"roundhouse [FILE]                opens the workbench", "       roundhouse COMMAND [OPTIONS…]   works without a screen"},
        description = {"", "A workbench for scaling architectures.", ""},
        footer = {"", "Exit codes: 0 well, 1 an expectation failed, 2 bad input or usage."})
public final class Cli implements Runnable {
    public static final int WELL = 0;
    public static final int EXPECTATION_FAILED = 1;
    public static final int BAD_INPUT = 2;

    @Spec
    private CommandSpec spec;

    private Cli(CommandSpec spec) {
        this.spec = spec;
    }

    /** Runs a command line and returns its exit code. */
    public static int run(String[] args, PrintWriter out, PrintWriter err, CanvasRenderer renderer) {
        int code = program(out, err, renderer).execute(args);
        out.flush();
        err.flush();
        return code;
    }

    /** Whether the word names a command rather than a file. */
    public static boolean isCommand(String word) {
        return commands().contains(word);
    }

    private static List<String> commands() {
        return List.copyOf(program(new PrintWriter(System.out), new PrintWriter(System.err), (_, _, _, _, _, _) -> {})
                .getSubcommands()
                .keySet());
    }

    private static CommandLine program(PrintWriter out, PrintWriter err, CanvasRenderer renderer) {
        CommandLine line = new CommandLine(new Cli(CommandSpec.create()))
                .addSubcommand(new RunCommand())
                .addSubcommand(new RouteCommand())
                .addSubcommand(new CheckCommand())
                .addSubcommand(new RenderCommand(renderer));
        line.setOut(out);
        line.setErr(err);
        line.setParameterExceptionHandler(Cli::sayUsage);
        line.setExecutionExceptionHandler(Cli::sayFailure);
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }

    private static int sayUsage(ParameterException e, String[] args) {
        CommandLine at = e.getCommandLine();
        String message = e.getMessage().lines().findFirst().orElse("cannot be understood");
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched && at.getParent() == null) {
            String word = unmatched.getUnmatched().getFirst();
            message = "'" + word + "' is neither a command nor a file" + Nearest.suggestion(word, at.getSubcommands().keySet());
        }
        at.getErr().println("roundhouse: " + message + " (see " + at.getCommandSpec().qualifiedName() + " --help)");
        return BAD_INPUT;
    }

    private static int sayFailure(Exception e, CommandLine line, CommandLine.ParseResult parsed) throws Exception {
        if (e instanceof InputException) {
            line.getErr().println("roundhouse: " + e.getMessage());
            return BAD_INPUT;
        }
        if (e instanceof IOException || e instanceof UncheckedIOException) {
            line.getErr().println("roundhouse: cannot write: " + e.getMessage());
            return BAD_INPUT;
        }
        throw e;
    }
}
