package roundhouse.workbench.shell;

import static roundhouse.workbench.shell.finding.Action.Group.FILE;
import static roundhouse.workbench.texts.Texts.text;

import roundhouse.exchange.TraceFormat;
import roundhouse.exchange.configuration.ConfigurationExporter;
import roundhouse.exchange.configuration.formats.ConfigurationFormats;
import roundhouse.workbench.files.DocumentFiles;
import roundhouse.workbench.shell.exporting.ConfigurationExport;
import roundhouse.workbench.shell.exporting.FilmExport;
import roundhouse.workbench.shell.exporting.PageExport;
import roundhouse.workbench.shell.exporting.PictureExport;
import roundhouse.workbench.shell.exporting.RequestsExport;
import roundhouse.workbench.shell.finding.Action;
import roundhouse.workbench.shell.finding.Actions;

/** The File menu. */
final class FileActions {
    private FileActions() {}

    static void register(
            Actions actions,
            DocumentFiles files,
            PictureExport picture,
            FilmExport film,
            PageExport page,
            RequestsExport requests,
            ConfigurationExport configurations,
            RunFiles runs,
            HistoryFiles histories,
            Runnable leave) {
        actions.add(
                Action.of("file.new", FILE, text("shell.new"), files::create, "Shortcut+N"),
                Action.of("file.open", FILE, text("shell.open"), files::openAsking, "Shortcut+O"),
                Action.of("file.save", FILE, text("shell.save"), files::save, "Shortcut+S"),
                Action.of("file.save-as", FILE, text("shell.save-as"), files::saveAs, "Shortcut+Shift+S"),
                Action.of("file.save-run", FILE, text("shell.save-run"), runs::save),
                Action.of("file.open-run", FILE, text("shell.open-run"), runs::open),
                Action.of("file.open-history", FILE, text("shell.open-history"), histories::open),
                Action.of("file.picture", FILE, text("shell.export-picture"), picture::export, "Shortcut+E"),
                Action.of("file.copy-picture", FILE, text("shell.copy-as-picture"), picture::copy, "Shortcut+Shift+E"),
                Action.of("file.film", FILE, text("shell.export-animation"), film::export),
                Action.of("file.report", FILE, text("shell.export-report"), page::export),
                Action.of(
                        "file.requests-otlp",
                        FILE,
                        text("shell.export-requests-for-jaeger-otlp"),
                        () -> requests.export(TraceFormat.OTLP)),
                Action.of(
                        "file.requests-chrome",
                        FILE,
                        text("shell.export-requests-for-perfetto"),
                        () -> requests.export(TraceFormat.CHROME)));
        for (ConfigurationExporter exporter : ConfigurationFormats.exporters()) {
            actions.add(Action.of(
                    "file.configuration-" + exporter.key(),
                    FILE,
                    text("shell.export-for", exporter.title()),
                    () -> configurations.export(exporter)));
        }
        actions.add(Action.of("file.close", FILE, text("shell.close-the-window"), leave, "Shortcut+Q"));
    }
}
