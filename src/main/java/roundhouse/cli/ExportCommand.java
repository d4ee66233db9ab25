package roundhouse.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import roundhouse.cli.options.InputException;
import roundhouse.cli.options.Inputs;
import roundhouse.cli.options.RunLength;
import roundhouse.cli.words.Nearest;
import roundhouse.exchange.DiagramFormat;
import roundhouse.exchange.TraceFormat;
import roundhouse.exchange.TracedRun;
import roundhouse.exchange.configuration.ConfigurationExporter;
import roundhouse.exchange.configuration.Exported;
import roundhouse.exchange.configuration.formats.ConfigurationFormats;
import roundhouse.files.WholeFile;
import roundhouse.simulation.observing.tracing.TraceSelection;
import roundhouse.topology.Topology;

/** {@code roundhouse export}: writes down for other programs what became of a run's requests. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs a topology and writes its requests, hop by hop, for other programs.",
            "To otlp (OpenTelemetry JSON, for Jaeger and others) or chrome (for Perfetto).",
            "Or draws the topology, without running it: to mermaid or d2.",
            "Or writes a configuration that another program takes and that picks the same: to nginx, haproxy or envoy."
        })
final class ExportCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the topology")
    private Path file = Path.of("");

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            required = true,
            description = "otlp, chrome, mermaid, d2, nginx, haproxy or envoy")
    private String to = "";

    @Mixin
    private RunLength runLength = new RunLength();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "leaves out requests that began before that; default: ${DEFAULT-VALUE}")
    private String from = "0s";

    @Option(names = "--requests", paramLabel = "N", description = "how many at most; default: ${DEFAULT-VALUE}")
    private int requests = 1_000;

    @Option(names = "--seed", paramLabel = "N", description = "another seed than the file's")
    private @Nullable Long seed;

    @Option(names = "--out", paramLabel = "FILE", description = "writes there instead")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        Optional<DiagramFormat> diagram = DiagramFormat.of(to);
        if (diagram.isPresent()) {
            draw(diagram.get());
            return ExitCode.WELL;
        }
        Optional<ConfigurationExporter> configuration = ConfigurationFormats.exporter(to);
        if (configuration.isPresent()) {
            configure(configuration.get());
            return ExitCode.WELL;
        }
        List<String> formats = Stream.of(TraceFormat.keys(), DiagramFormat.keys(), ConfigurationFormats.exporterKeys())
                .flatMap(List::stream)
                .toList();
        TraceFormat format = TraceFormat.of(to)
                .orElseThrow(() -> new InputException("--to: '" + to + "' is not a format; there are "
                        + String.join(", ", formats) + Nearest.suggestion(to, formats)));
        if (requests < 1) {
            throw new InputException("--requests: " + requests + " is below 1");
        }
        if (out != null) {
            new Outputs(file).add("--out", out);
        }
        Topology topology = Inputs.topology(file);
        if (seed != null) {
            topology = topology.withSeed(seed);
        }
        TracedRun run = trace(topology);
        PrintWriter console = Objects.requireNonNull(spec).commandLine().getOut();
        if (out == null) {
            format.write(run, console);
            console.println();
        } else {
            WholeFile.text(out, writer -> format.write(run, writer));
            int count = run.traces().size();
            console.println("wrote " + count + (count == 1 ? " request to " : " requests to ") + out);
        }
        return ExitCode.WELL;
    }

    private void draw(DiagramFormat format) throws IOException {
        if (out != null) {
            new Outputs(file).add("--out", out);
        }
        Topology topology = Inputs.topology(file);
        PrintWriter console = Objects.requireNonNull(spec).commandLine().getOut();
        if (out == null) {
            format.write(topology, console);
        } else {
            WholeFile.text(out, writer -> {
                PrintWriter lines = new PrintWriter(writer);
                format.write(topology, lines);
                lines.flush();
            });
            console.println("wrote a diagram to " + out);
        }
    }

    /** The configuration goes where it is wanted, and what it cannot say to people. */
    private void configure(ConfigurationExporter exporter) throws IOException {
        if (out != null) {
            new Outputs(file).add("--out", out);
        }
        Topology topology = Inputs.topology(file);
        exporter.refusal(topology).ifPresent(problem -> {
            throw new InputException(file + ": " + problem);
        });
        Exported exported = exporter.export(topology);
        PrintWriter console = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter people = out == null ? spec.commandLine().getErr() : console;
        if (out == null) {
            console.print(exported.text());
            console.flush();
        } else {
            WholeFile.text(out, exported.text());
            people.println("wrote a configuration of " + exporter.title() + " to " + out);
        }
        if (!exported.unwritten().isEmpty()) {
            people.println("without a counterpart in " + exporter.title() + ", and a remark in the configuration:");
            exported.unwritten().forEach(unwritten -> people.println("  " + unwritten));
        }
        people.flush();
    }

    private TracedRun trace(Topology topology) {
        long untilNanos = runLength.of(topology).toNanos();
        long begin = Inputs.duration("--from", from).toNanos();
        if (begin >= untilNanos) {
            throw new InputException("--from: " + from + " is not before the end of the run");
        }
        return TracedRun.of(topology, List.of(), TraceSelection.begunBetween(begin, untilNanos, requests), untilNanos);
    }
}
