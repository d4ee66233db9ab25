package roundhouse.workbench.shell;

import static roundhouse.workbench.texts.Texts.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import roundhouse.workbench.files.Prompts;
import roundhouse.workbench.importing.ImportedLines;
import roundhouse.workbench.importing.ImportedView;
import roundhouse.workbench.remembering.Folders;

/** Asks with dialogs of the window. */
public final class DialogPrompts implements Prompts {
    private static final ButtonType SAVE = new ButtonType(text("shell.save"), ButtonData.YES);
    private static final ButtonType DO_NOT_SAVE = new ButtonType(text("shell.dont-save"), ButtonData.NO);
    private static final ButtonType CANCEL = new ButtonType(text("shell.cancel"), ButtonData.CANCEL_CLOSE);
    private static final ButtonType RECOVER = new ButtonType(text("shell.recover"), ButtonData.YES);
    private static final ButtonType DISCARD = new ButtonType(text("shell.discard"), ButtonData.NO);
    private static final ButtonType RELOAD = new ButtonType(text("shell.reload"), ButtonData.NO);
    private static final ButtonType KEEP_MINE = new ButtonType(text("shell.keep-mine"), ButtonData.YES);
    private static final ButtonType SAVE_AS = new ButtonType(text("shell.save-as"), ButtonData.OTHER);
    private static final ButtonType NOT_NOW = new ButtonType(text("shell.not-now"), ButtonData.CANCEL_CLOSE);

    private static final int MOST_DETAILS = 12;
    private static final double LINES_WIDTH = 920;
    private static final double LINES_HEIGHT = 440;
    /** What a small window around them keeps. */
    private static final double AROUND = 90;

    private static final double AROUND_ABOVE = 190;

    private final Stage owner;
    private final Folders folders;

    public DialogPrompts(Stage owner, Folders folders) {
        this.owner = owner;
        this.folders = folders;
    }

    @Override
    public Answer saveChanges(String name) {
        ButtonType answer = ask(
                text("shell.save-the-changes-to", name), text("shell.they-are-lost-if-you"), SAVE, DO_NOT_SAVE, CANCEL);
        return answer == SAVE ? Answer.SAVE : answer == DO_NOT_SAVE ? Answer.DO_NOT_SAVE : Answer.CANCEL;
    }

    @Override
    public Recovery recover(String name) {
        ButtonType answer = ask(
                text("shell.recover-unsaved-changes-to", name),
                text("shell.roundhouse-ended-without-saving-them"),
                RECOVER,
                DISCARD,
                NOT_NOW);
        return answer == RECOVER ? Recovery.RECOVER : answer == DISCARD ? Recovery.DISCARD : Recovery.NOT_NOW;
    }

    @Override
    public Conflict fileChanged(String name, boolean readable, List<String> details) {
        String listed = details.stream()
                .limit(MOST_DETAILS)
                .map(detail -> "\n• " + detail)
                .collect(Collectors.joining());
        int more = details.size() - MOST_DETAILS;
        String explanation =
                (readable ? text("shell.keep-mine-replaces-what-the") : text("shell.it-cannot-be-opened-as")) + "\n"
                        + listed + (more > 0 ? "\n" + text("shell.and-so-many-more", more) : "");
        ButtonType answer = readable
                ? ask(
                        text("shell.was-changed-by-another-program", name),
                        explanation,
                        RELOAD,
                        KEEP_MINE,
                        SAVE_AS,
                        CANCEL)
                : ask(text("shell.was-changed-by-another-program", name), explanation, KEEP_MINE, SAVE_AS, CANCEL);
        return answer == RELOAD
                ? Conflict.RELOAD
                : answer == KEEP_MINE ? Conflict.KEEP_MINE : answer == SAVE_AS ? Conflict.SAVE_AS : Conflict.CANCEL;
    }

    @Override
    public Optional<Path> fileToOpen(@Nullable Path near) {
        FileChooser chooser = chooser(text("shell.open-a-topology-or-a"));
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(
                                text("shell.topologies-and-configurations"),
                                "*.json",
                                "*.conf",
                                "*.cfg",
                                "*.yaml",
                                "*.yml"),
                        new FileChooser.ExtensionFilter(text("shell.all-files"), "*.*"));
        return folders.open(chooser, "topology", near, owner);
    }

    @Override
    public Optional<Path> fileToSave(@Nullable Path near, String suggested) {
        return saved(chooser(text("shell.save-the-topology")), "topology", near, suggested);
    }

    @Override
    public Optional<Path> fileForPicture(@Nullable Path near, String suggested) {
        FileChooser chooser = chooser(text("shell.export-a-picture"));
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(text("shell.png-and-svg-pictures"), "*.png", "*.svg"),
                        new FileChooser.ExtensionFilter(text("shell.png-pictures"), "*.png"),
                        new FileChooser.ExtensionFilter(text("shell.svg-drawings"), "*.svg"));
        return saved(chooser, "picture", near, suggested);
    }

    @Override
    public Optional<Path> fileToExport(@Nullable Path near, String kind, String suggested) {
        FileChooser chooser = chooser(text("shell.export"));
        String ending = suggested.substring(suggested.lastIndexOf('.'));
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(kind, "*" + ending));
        return saved(chooser, "export", near, suggested);
    }

    @Override
    public Optional<Path> runToSave(@Nullable Path near, String suggested) {
        FileChooser chooser = chooser(text("shell.save-the-run"));
        chooser.getExtensionFilters()
                .setAll(new FileChooser.ExtensionFilter(text("shell.roundhouse-runs"), "*.run.json"));
        return saved(chooser, "run", near, suggested);
    }

    @Override
    public Optional<Path> runToOpen(@Nullable Path near) {
        FileChooser chooser = chooser(text("shell.open-a-run"));
        chooser.getExtensionFilters()
                .addFirst(new FileChooser.ExtensionFilter(text("shell.roundhouse-runs"), "*.run.json"));
        chooser.setSelectedExtensionFilter(chooser.getExtensionFilters().getFirst());
        return folders.open(chooser, "run", near, owner);
    }

    @Override
    public Optional<Path> historyToOpen(@Nullable Path near) {
        FileChooser chooser = chooser(text("shell.open-a-history"));
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(text("shell.histories"), "*.jsonl", "*.ndjson", "*.json"),
                        new FileChooser.ExtensionFilter(text("shell.all-files"), "*.*"));
        return folders.open(chooser, "history", near, owner);
    }

    @Override
    public void showLines(String title, List<String> lines) {
        TextArea area = new TextArea(String.join("\n", lines));
        area.setAccessibleText(title);
        area.setEditable(false);
        area.setWrapText(true);
        shown(title, area).showAndWait();
    }

    @Override
    public void showImported(ImportedLines imported) {
        ImportedView view = new ImportedView(imported);
        Alert alert = shown(imported.title(), view);
        // A list keeps Escape to itself.
        view.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                alert.close();
                event.consume();
            }
        });
        alert.setOnShown(_ -> view.focusLines());
        alert.showAndWait();
    }

    /** A window with that in it, as large as it wants to be and the window around it allows. */
    private Alert shown(String title, Region content) {
        content.setPrefSize(
                Math.min(LINES_WIDTH, owner.getWidth() - AROUND),
                Math.min(LINES_HEIGHT, owner.getHeight() - AROUND_ABOVE));
        Alert alert = new Alert(Alert.AlertType.NONE, "", ButtonType.CLOSE);
        alert.initOwner(owner);
        alert.setTitle(text("shell.roundhouse"));
        alert.setHeaderText(title);
        alert.setResizable(true);
        alert.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        alert.getDialogPane().getStyleClass().add("wide-dialog");
        alert.getDialogPane().setContent(content);
        return alert;
    }

    private ButtonType ask(String question, String explanation, ButtonType... answers) {
        Alert alert = new Alert(Alert.AlertType.NONE, explanation, answers);
        alert.initOwner(owner);
        alert.setTitle(text("shell.roundhouse"));
        alert.setHeaderText(question);
        alert.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        return alert.showAndWait().orElse(CANCEL);
    }

    private Optional<Path> saved(FileChooser chooser, String kind, @Nullable Path near, String suggested) {
        chooser.setInitialFileName(suggested);
        return folders.save(chooser, kind, near, owner);
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(text("shell.roundhouse-topologies"), "*.json"),
                        new FileChooser.ExtensionFilter(text("shell.all-files"), "*.*"));
        return chooser;
    }
}
