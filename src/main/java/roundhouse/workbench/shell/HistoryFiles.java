package roundhouse.workbench.shell;

import static roundhouse.workbench.texts.Texts.text;

import javafx.stage.Stage;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.WorkLane;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.files.Prompts;
import roundhouse.workbench.history.HistoryDialog;

/** Opens histories of what clients asked a store, from any program. */
final class HistoryFiles {
    private final Document document;
    private final Prompts prompts;
    private final WorkLane checks;
    private final Stage owner;

    HistoryFiles(Document document, Prompts prompts, BackgroundWork background, Stage owner) {
        this.document = document;
        this.prompts = prompts;
        this.owner = owner;
        checks = background.lane("check-history", text("shell.checking-a-history"));
    }

    /** Asks which, and shows it in a window of its own. */
    void open() {
        prompts.historyToOpen(document.fileProperty().get()).ifPresent(file -> HistoryDialog.show(file, checks, owner));
    }
}
