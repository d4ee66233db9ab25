package roundhouse.cli.options;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import roundhouse.analysis.ComparedDesign;
import roundhouse.analysis.RunRecorder;
import roundhouse.analysis.sizing.Goals;
import roundhouse.cli.reports.ReportFigures;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.CommandText;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.RunFile;
import roundhouse.topology.files.SavedRun;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.json.Problem;
import roundhouse.topology.json.Units;
import roundhouse.topology.prices.PriceCatalogue;
import roundhouse.topology.prices.PriceCatalogueFile;

/** Reads what commands are given, or says in one line why it cannot. */
public final class Inputs {
    private Inputs() {}

    public static Topology topology(Path file) {
        return switch (TopologyFile.read(file)) {
            case ReadResult.Read read -> read.topology();
            case ReadResult.Refused refused -> throw refusal(file, refused.problems());
        };
    }

    public static PriceCatalogue prices(Path file) {
        return switch (PriceCatalogueFile.read(file)) {
            case Units.Parsed.Value<PriceCatalogue>(PriceCatalogue catalogue) -> catalogue;
            case Units.Parsed.Wrong<PriceCatalogue>(String reason) -> throw new InputException(reason);
        };
    }

    /** What must hold, of those given or of the file. */
    public static Goals goals(List<String> texts, Topology topology) {
        return switch (Goals.parse(texts, topology)) {
            case Units.Parsed.Value<Goals>(Goals goals) -> goals;
            case Units.Parsed.Wrong<Goals>(String reason) -> throw new InputException("--goal: " + reason);
        };
    }

    public static SavedRun run(Path file) {
        return switch (RunFile.read(file)) {
            case RunFile.Result.Read read -> read.run();
            case RunFile.Result.Refused refused -> throw refusal(file, refused.problems());
        };
    }

    /** A topology, or a saved run with all that was done in it. */
    public static ComparedDesign design(Path file) {
        if (!file.toString().endsWith(RunFile.EXTENSION)) {
            return ComparedDesign.of(topology(file));
        }
        SavedRun run = run(file);
        return new ComparedDesign(run.start().name(), run.start(), RunRecorder.log(run));
    }

    public static InputException refusal(Path file, List<Problem> problems) {
        int more = problems.size() - 1;
        String first = problems.getFirst().toString();
        String named = first.startsWith(file + " ") ? first : file + ": " + first;
        return new InputException(named + (more == 0 ? "" : " (and " + more + " more)"));
    }

    /** A span of simulated time, as {@code 60s} or {@code 1.5s}. */
    public static Duration duration(String option, String text) {
        return switch (Units.duration(text)) {
            case Units.Parsed.Value<Duration> length -> length.value();
            case Units.Parsed.Wrong<Duration> wrong -> throw new InputException(option + ": " + wrong.reason());
        };
    }

    /** The length of a run: a span of simulated time that is not 0, which nothing happens in. */
    public static Duration length(String option, String text) {
        Duration length = duration(option, text);
        if (length.isZero()) {
            throw new InputException(option + ": found " + text + "; a run is longer than 0s");
        }
        return length;
    }

    /** @return the number */
    public static int atLeastOne(String option, int number) {
        if (number < 1) {
            throw new InputException(option + ": found " + number + "; a whole number of at least 1 is allowed");
        }
        return number;
    }

    /** The topology with that command added to its scenario, as {@code 10s crash s1}, for a run of that length. */
    public static Topology doing(Topology topology, String command, Duration length) {
        return switch (CommandText.added(topology, command)) {
            case Units.Parsed.Value<Topology>(Topology next) -> {
                if (next.scenario().getLast().at().compareTo(length) > 0) {
                    throw new InputException("--do: \"" + command + "\" is never done; the run ends before, after "
                            + ReportFigures.seconds(length.toNanos()));
                }
                yield next;
            }
            case Units.Parsed.Wrong<Topology> wrong -> throw new InputException("--do: " + wrong.reason());
        };
    }
}
