package roundhouse.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import roundhouse.analysis.ProgramVersion;
import roundhouse.analysis.ReplayCheck;
import roundhouse.analysis.ReplayVerdict;
import roundhouse.cli.options.Inputs;
import roundhouse.cli.reports.ReportFigures;
import roundhouse.cli.reports.ReportJson;
import roundhouse.topology.files.SavedRun;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code roundhouse replay}: does a saved run come out the same here? */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Replays a run that 'run --save-run' or the workbench saved.",
            "Ends with 1 when the replay differs, and names the first event that differs; after 4,194,304 events, the stretch it is in."
        })
final class ReplayCommand implements Callable<Integer> {
    enum Format {
        text,
        json
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "the saved run")
    private Path file = Path.of("");

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}")
    private Format format = Format.text;

    @Override
    public Integer call() {
        SavedRun saved = Inputs.run(file);
        ReplayVerdict verdict = new ReplayCheck(saved).finish();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(format == Format.text ? text(saved, verdict) : json(saved, verdict));
        return verdict instanceof ReplayVerdict.Same ? ExitCode.WELL : ExitCode.EXPECTATION_FAILED;
    }

    private static String text(SavedRun saved, ReplayVerdict verdict) {
        return switch (verdict) {
            case ReplayVerdict.Same(long events, long digest) ->
                "the same: " + ReportFigures.count(events) + " events in " + ReportFigures.seconds(saved.untilNanos())
                        + ", digest " + ReportJson.digest(digest) + "\n";
            case ReplayVerdict.ReportDiffers(long events, long digest) ->
                "the report differs; all " + ReportFigures.count(events) + " events are the same, digest "
                        + ReportJson.digest(digest) + "\n";
            case ReplayVerdict.Differs differs -> "differs: " + differs.inWords() + versions(saved) + "\n";
        };
    }

    private static String versions(SavedRun saved) {
        String here = ProgramVersion.text();
        return saved.program().equals(here) ? "" : "\nrecorded by " + saved.program() + ", replayed by " + here;
    }

    private static String json(SavedRun saved, ReplayVerdict verdict) {
        JsonMapper mapper = JsonMapper.shared();
        ObjectNode root = mapper.createObjectNode();
        root.put("same", verdict instanceof ReplayVerdict.Same);
        root.put("recorded-by", saved.program());
        root.put("replayed-by", ProgramVersion.text());
        root.put("events", saved.events());
        root.put("digest", ReportJson.digest(saved.digest()));
        root.put("report-differs", verdict instanceof ReplayVerdict.ReportDiffers);
        if (verdict instanceof ReplayVerdict.Differs differs) {
            root.putObject("differs")
                    .put("first-event", differs.first())
                    .put("last-event", differs.last())
                    .put("missing", differs.missing())
                    .put("time", differs.timeNanos() / 1e9)
                    .put("component", differs.component());
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }
}
