package roundhouse.workbench.shell.exporting;

import static roundhouse.workbench.texts.Texts.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import roundhouse.exchange.configuration.ConfigurationExporter;
import roundhouse.exchange.configuration.Exported;
import roundhouse.exchange.configuration.Unwritten;
import roundhouse.files.WholeFile;
import roundhouse.topology.Topology;
import roundhouse.topology.json.Problem;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.Notice;
import roundhouse.workbench.Notices;
import roundhouse.workbench.WorkLane;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.files.Prompts;

/** Writes the design as a configuration of another load balancer, and tells what that cannot say. */
public final class ConfigurationExport {
    private final Document document;
    private final Prompts prompts;
    private final Notices notices;
    private final WorkLane exports;

    public ConfigurationExport(Document document, Prompts prompts, Notices notices, BackgroundWork background) {
        this.document = document;
        this.prompts = prompts;
        this.notices = notices;
        exports = background.lane("export-configuration", text("shell.writing-a-configuration"));
    }

    /** Asks where to, if the design can be written so at all. */
    public void export(ConfigurationExporter exporter) {
        Topology topology = document.topology();
        Optional<Problem> refusal = exporter.refusal(topology);
        if (refusal.isPresent()) {
            notices.tell(Notice.problem(text(
                    "shell.no-configuration", exporter.title(), refusal.get().message())));
            return;
        }
        prompts.fileToExport(document.fileProperty().get(), exporter.title(), exporter.fileName())
                .ifPresent(file -> write(exporter, topology, file));
    }

    private void write(ConfigurationExporter exporter, Topology topology, Path file) {
        exports.add(new BackgroundTask<>(
                text("shell.the-configuration-was-not-written", file),
                _ -> {
                    Exported exported = exporter.export(topology);
                    WholeFile.text(file, exported.text());
                    return exported.unwritten();
                },
                unwritten -> notices.tell(notice(exporter, file, unwritten))));
    }

    private Notice notice(ConfigurationExporter exporter, Path file, List<Unwritten> unwritten) {
        if (unwritten.isEmpty()) {
            return Notice.hint(text("shell.configuration-is-in", exporter.title(), file));
        }
        String message = text(
                unwritten.size() == 1 ? "shell.configuration-lacks-one" : "shell.configuration-lacks",
                exporter.title(),
                file,
                unwritten.size());
        List<String> lines = unwritten.stream().map(Unwritten::toString).toList();
        return new Notice(
                Notice.Kind.PROBLEM,
                message,
                List.of(),
                List.of(new Notice.Choice(text("files.details"), () -> prompts.showLines(message, lines))));
    }
}
