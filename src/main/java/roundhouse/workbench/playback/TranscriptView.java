package roundhouse.workbench.playback;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.texts.Texts;

/** What happened, in words, the newest at the bottom: the animation for those who listen. Lines can be selected and copied. */
public final class TranscriptView extends StackPane {
    /** Older lines are left out. */
    static final int LINES = 1000;

    /** The room at the right that lines leave free, pixels. */
    private static final double SCROLL_BAR = 28;

    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

    private final ListView<TranscriptLine> lines = new ListView<>();
    /** Is never seen; knows how high lines are. */
    private final Row measured = new Row();

    private List<TranscriptLine> shown = List.of();

    public TranscriptView() {
        getStyleClass().add("transcript");
        PlaybackStyle.addTo(this);
        Label nothing = new Label(Texts.text("playback.nothing-has-happened-yet"));
        nothing.getStyleClass().add("transcript-nothing");
        lines.setPlaceholder(nothing);
        lines.setId("transcript-lines");
        lines.setCellFactory(_ -> new Line());
        lines.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        lines.setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                copy();
                event.consume();
            }
        });
        measured.setVisible(false);
        measured.setManaged(false);
        lines.widthProperty().subscribe(this::resized);
        lines.heightProperty().subscribe(this::resized);
        getChildren().addAll(measured, lines);
        summarise();
    }

    /** Shows the lines of this frame if there are others than before, and keeps the newest in sight if it was. */
    public void show(Frame frame) {
        List<TranscriptLine> next = frame.transcript;
        if (next.equals(shown)) {
            return;
        }
        boolean atEnd = lines.getSelectionModel().isEmpty();
        int kept = lines.getItems().size();
        boolean goesOn = next.size() >= shown.size()
                && next.size() <= LINES
                && kept == shown.size()
                && (kept == 0 || next.get(kept - 1).equals(shown.getLast()));
        if (goesOn) {
            lines.getItems().addAll(next.subList(kept, next.size()));
        } else {
            lines.getSelectionModel().clearSelection();
            lines.getItems().setAll(newest(next));
        }
        shown = next;
        if (atEnd) {
            toEnd();
            readNewest();
        }
        summarise();
    }

    /** While the list has the focus, a screen reader reads each new line: it is where the focus is then. */
    private void readNewest() {
        if (lines.isFocused()) {
            lines.getFocusModel().focus(lines.getItems().size() - 1);
        }
    }

    /** The keys go to the transcript, and on with it. */
    public void listen() {
        lines.getSelectionModel().clearSelection();
        lines.requestFocus();
        toEnd();
        readNewest();
    }

    private void resized() {
        if (lines.getSelectionModel().isEmpty()) {
            toEnd();
        }
    }

    /** Brings the newest line into sight: once more when it is there, and the list knows how high it is. */
    private void toEnd() {
        scroll();
        Platform.runLater(this::scroll);
    }

    /** A list that has room for all its lines would scroll to the last all the same, and leave the others out of sight. */
    private void scroll() {
        lines.scrollTo(haveRoom() ? 0 : lines.getItems().size() - 1);
    }

    /** Whether all lines are in sight, as high as they are in that width. */
    private boolean haveRoom() {
        double left = lines.getHeight();
        for (int i = lines.getItems().size() - 1; i >= 0 && left >= 0; i--) {
            measured.show(lines.getItems().get(i));
            measured.applyCss();
            left -= measured.prefHeight(-1);
        }
        return left >= 0;
    }

    /** The newest lines, and before them one that says so when there were older ones. */
    static List<TranscriptLine> newest(List<TranscriptLine> notices) {
        int from = notices.size() - LINES;
        if (from <= 0) {
            return notices;
        }
        List<TranscriptLine> newest = new ArrayList<>(LINES + 1);
        newest.add(
                new TranscriptLine(notices.get(from - 1).timeNanos(), Texts.text("playback.older-lines-are-left-out")));
        newest.addAll(notices.subList(from, notices.size()));
        return newest;
    }

    private void summarise() {
        lines.setAccessibleRole(AccessibleRole.LIST_VIEW);
        lines.setAccessibleText(summary(shown));
    }

    /** {@code Transcript, 12 lines. Newest: 00:12.500 s3 crashed} */
    static String summary(List<TranscriptLine> notices) {
        return notices.isEmpty()
                ? Texts.text("playback.transcript-empty")
                : Texts.text("playback.transcript-newest", notices.size(), text(notices.getLast()));
    }

    private static String text(TranscriptLine notice) {
        return FigureText.clock(notice.timeNanos()) + " " + FigureText.sentence(notice.text());
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(lines.getSelectionModel().getSelectedItems().stream()
                .map(TranscriptView::text)
                .collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** The time, and the words in as many lines as they need. */
    private final class Row extends HBox {
        private final Label time = new Label();
        private final Label text = new Label();

        Row() {
            getStyleClass().add("transcript-row");
            time.getStyleClass().add("transcript-time");
            text.getStyleClass().add("transcript-text");
            text.setWrapText(true);
            text.setMinWidth(0);
            text.setMinHeight(USE_PREF_SIZE);
            setHgrow(text, Priority.ALWAYS);
            getChildren().addAll(time, text);
        }

        void show(TranscriptLine notice) {
            time.setText(FigureText.clock(notice.timeNanos()));
            text.setText(FigureText.sentence(notice.text()));
        }

        /** A cell asks for the height in no certain width, but it has that of the list. */
        @Override
        protected double computePrefHeight(double width) {
            return super.computePrefHeight(lines.getWidth() - SCROLL_BAR);
        }
    }

    private final class Line extends ListCell<TranscriptLine> {
        private final Row row = new Row();

        Line() {
            getStyleClass().add("transcript-line");
            // As wide as the list, not as the words.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable TranscriptLine notice, boolean empty) {
            super.updateItem(notice, empty);
            if (empty || notice == null) {
                setGraphic(null);
                setAccessibleText("");
            } else {
                row.show(notice);
                setGraphic(row);
                setAccessibleText(text(notice));
            }
        }
    }
}
