package roundhouse.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import roundhouse.cli.options.InputException;
import roundhouse.cli.options.Inputs;
import roundhouse.cli.words.Nearest;
import roundhouse.exchange.configuration.ConfigurationImporter;
import roundhouse.exchange.configuration.Imported;
import roundhouse.exchange.configuration.LineNote;
import roundhouse.exchange.configuration.formats.ConfigurationFile;
import roundhouse.exchange.configuration.formats.ConfigurationFormats;
import roundhouse.files.PlainText;
import roundhouse.topology.files.TopologyFile;

/** {@code roundhouse import}: makes a topology of another program's configuration, and tells what became of each line. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes a topology of a configuration of nginx, HAProxy, Envoy or Docker Compose.",
            "Tells of each line whether it was understood, and why not, and what was assumed."
        })
final class ImportCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "the configuration: nginx.conf, haproxy.cfg, envoy.yaml, compose.yaml, …")
    private Path file = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "writes the topology there")
    private @Nullable Path out;

    @Option(
            names = "--from",
            paramLabel = "FORMAT",
            description = "whose configuration it is; default: what its name says, else its text")
    private @Nullable String from;

    @Override
    public Integer call() throws IOException {
        ConfigurationImporter format = from == null ? null : format(from);
        if (out != null) {
            new Outputs(file).add("--out", out);
        }
        Imported.Read read = switch (ConfigurationFile.read(file, format)) {
            case Imported.Read its -> its;
            case Imported.Refused(var problems) -> throw Inputs.refusal(file, problems);
        };
        PrintWriter console = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter people = out == null ? spec.commandLine().getErr() : console;
        if (out == null) {
            console.print(TopologyFile.format(read.topology()));
            console.flush();
        } else {
            TopologyFile.write(read.topology(), out);
        }
        tell(read, people);
        people.flush();
        return ExitCode.WELL;
    }

    private void tell(Imported.Read read, PrintWriter people) {
        int missed = read.missed().size();
        int nodes = read.topology().nodes().size();
        people.println(file + ", a configuration of " + read.format() + ": "
                + (read.notes().size() - missed)
                + " settings understood, " + missed + " not; " + nodes + (nodes == 1 ? " node" : " nodes")
                + (out == null ? "" : ", written to " + out));
        for (LineNote note : read.notes()) {
            people.println("  " + PlainText.of(note.toString().replace('\n', ' ')));
        }
        if (!read.assumed().isEmpty()) {
            people.println("assumed, since no configuration says it:");
            read.assumed().forEach(sentence -> people.println("  " + PlainText.of(sentence)));
        }
    }

    private static ConfigurationImporter format(String key) {
        List<String> keys = ConfigurationFormats.importerKeys();
        return ConfigurationFormats.importer(key)
                .orElseThrow(() -> new InputException("--from: '" + key + "' is not a format; there are "
                        + String.join(", ", keys) + Nearest.suggestion(key, keys)));
    }
}
