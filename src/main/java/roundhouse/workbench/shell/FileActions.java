package roundhouse.workbench.shell;

import static roundhouse.workbench.shell.finding.Action.Group.FILE;

import roundhouse.exchange.TraceFormat;
import roundhouse.workbench.files.DocumentFiles;
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
            RunFiles runs,
            HistoryFiles histories,
            Runnable leave) {
        actions.add(
                Action.of("file.new", FILE, "New", files::create, "Shortcut+N"),
                Action.of("file.open", FILE, "Open…", files::openAsking, "Shortcut+O"),
                Action.of("file.save", FILE, "Save", files::save, "Shortcut+S"),
                Action.of("file.save-as", FILE, "Save as…", files::saveAs, "Shortcut+Shift+S"),
                Action.of("file.save-run", FILE, "Save run…", runs::save),
                Action.of("file.open-run", FILE, "Open run…", runs::open),
                Action.of("file.open-history", FILE, "Open history…", histories::open),
                Action.of("file.picture", FILE, "Export picture…", picture::export, "Shortcut+E"),
                Action.of("file.copy-picture", FILE, "Copy as picture", picture::copy, "Shortcut+Shift+E"),
                Action.of("file.film", FILE, "Export animation…", film::export),
                Action.of("file.report", FILE, "Export report…", page::export),
                Action.of(
                        "file.requests-otlp",
                        FILE,
                        "Export requests for Jaeger (OTLP)…",
                        () -> requests.export(TraceFormat.OTLP)),
                Action.of(
                        "file.requests-chrome",
                        FILE,
                        "Export requests for Perfetto…",
                        () -> requests.export(TraceFormat.CHROME)),
                Action.of("file.close", FILE, "Close the window", leave, "Shortcut+Q"));
    }
}
