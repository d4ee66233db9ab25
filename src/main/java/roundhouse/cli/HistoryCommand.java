package roundhouse.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import roundhouse.cli.options.InputException;
import roundhouse.cli.options.Inputs;
import roundhouse.cli.reports.HistoryReport;
import roundhouse.cli.words.Nearest;
import roundhouse.exchange.history.HistoryFile;
import roundhouse.storage.checking.Check;
import roundhouse.storage.checking.Checker;
import roundhouse.storage.checking.HistoryVerdict;
import roundhouse.storage.history.ModelKind;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.searching.Budget;

/** {@code roundhouse history}: does what clients were told keep a promise? */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Holds a history of what clients asked a store and were told against a promise.",
            "A history is a line of JSON for each operation, as 'run --history' writes it, or an object with \"model\", "
                    + "\"initial\" and \"operations\": a list of [client, kind, key, argument, result, call, return] each, "
                    + "with a return of null where the outcome is unknown."
        },
        footer = {
            "",
            "Exit codes: 0 the promise is kept, 1 it is broken, with the smallest counter-example on stdout, 2 a history "
                    + "that cannot be read, 3 unknown within the budget."
        })
final class HistoryCommand implements Callable<Integer> {
    private static final long USUAL_BUDGET = 20_000_000;

    enum Format {
        text,
        json
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the history; '-' for the standard input")
    private Path file = Path.of("");

    @Option(
            names = "--check",
            required = true,
            paramLabel = "C",
            description = "one of: ${COMPLETION-CANDIDATES}",
            completionCandidates = Checks.class)
    private String check = "";

    @Option(
            names = "--model",
            paramLabel = "M",
            description = "what is under a key; default: what the file says, else the first that fits of "
                    + "${COMPLETION-CANDIDATES}",
            completionCandidates = Models.class)
    private String model = "";

    @Option(
            names = "--bound",
            paramLabel = "N",
            description = "for k-atomic how many versions, for delta-atomic how much time, in the unit of the file; "
                    + "without it the least that holds is looked for")
    private @Nullable Long bound;

    @Option(
            names = "--budget",
            paramLabel = "N|T",
            description = "how many situations to look at, or for how long, as 10s; default: " + USUAL_BUDGET)
    private String budget = Long.toString(USUAL_BUDGET);

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}")
    private Format format = Format.text;

    /** The checks' names, for the help text. */
    static final class Checks extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Checks() {
            super(Check.keys());
        }
    }

    /** The models' names, for the help text. */
    static final class Models extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Models() {
            super(ModelKind.keys());
        }
    }

    @Override
    public Integer call() {
        Check asked = Check.of(check)
                .orElseThrow(() -> new InputException(
                        "--check: '" + check + "' is not a check" + Nearest.suggestionOrAll(check, Check.keys())));
        if (!model.isEmpty() && ModelKind.of(model).isEmpty()) {
            throw new InputException(
                    "--model: '" + model + "' is not a model" + Nearest.suggestionOrAll(model, ModelKind.keys()));
        }
        OptionalLong most = bound(asked);
        Budget spent = budget();
        OperationHistory history = switch (HistoryFile.read(file, model)) {
            case HistoryFile.Result.Read read -> read.history();
            case HistoryFile.Result.Refused refused -> throw new InputException(refused.message());
        };
        suits(history, asked);
        HistoryVerdict verdict = new Checker(history, spent).check(asked, most);
        HistoryReport report = new HistoryReport(history, asked, most, verdict);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(format == Format.text ? report.text() : report.json());
        return switch (verdict) {
            case HistoryVerdict.Holds _ -> ExitCode.WELL;
            case HistoryVerdict.Broken _ -> ExitCode.EXPECTATION_FAILED;
            case HistoryVerdict.Unknown _ -> ExitCode.UNKNOWN;
        };
    }

    private OptionalLong bound(Check asked) {
        if (bound == null) {
            return OptionalLong.empty();
        }
        if (asked != Check.K_ATOMIC && asked != Check.DELTA_ATOMIC) {
            throw new InputException("--bound: " + asked.key() + " has none; k-atomic and delta-atomic have");
        }
        long least = asked == Check.K_ATOMIC ? 1 : 0;
        if (bound < least) {
            throw new InputException("--bound: " + bound + " is less than " + least);
        }
        return OptionalLong.of(bound);
    }

    /** A number of situations, or a time by the clock of this machine. */
    private Budget budget() {
        if (budget.strip().matches("[0-9]{1,18}")) {
            long most = Long.parseLong(budget.strip());
            if (most == 0) {
                throw new InputException("--budget: 0 situations tell nothing");
            }
            return Budget.of(most);
        }
        long until = System.nanoTime() + Inputs.length("--budget", budget).toNanos();
        BooleanSupplier isOver = () -> System.nanoTime() - until > 0;
        return new Budget(Long.MAX_VALUE, isOver);
    }

    private void suits(OperationHistory history, Check asked) {
        asked.objection(history).ifPresent(objection -> {
            throw new InputException(file + ": " + objection);
        });
    }
}
