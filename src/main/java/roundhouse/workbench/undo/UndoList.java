package roundhouse.workbench.undo;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import roundhouse.workbench.document.Document;

/** The document's undo history, the newest first and the document as it was opened at the end. A view model: needs no screen. */
public final class UndoList {
    private final Document document;
    private final ObservableList<UndoRow> rows = FXCollections.observableArrayList();
    private final ObservableList<UndoRow> seen = FXCollections.unmodifiableObservableList(rows);

    public UndoList(Document document) {
        this.document = document;
        InvalidationListener follow = _ -> fill();
        document.changes().addListener(follow);
        document.doneProperty().addListener(follow);
        fill();
    }

    public ObservableList<UndoRow> rows() {
        return seen;
    }

    /** Where in the list the document stands. */
    public int current() {
        return rows.size() - 1 - document.doneProperty().get();
    }

    /** Undoes or redoes until the document stands there. */
    public void goTo(UndoRow row) {
        document.goTo(row.done());
    }

    private void fill() {
        List<UndoRow> all = new ArrayList<>();
        for (int i = document.changes().size(); i >= 0; i--) {
            all.add(new UndoRow(
                    i,
                    i == 0
                            ? text("undo.as-opened")
                            : document.changes().get(i - 1).label(),
                    state(i)));
        }
        rows.setAll(all);
    }

    private UndoRow.State state(int place) {
        int done = document.doneProperty().get();
        return place < done ? UndoRow.State.DONE : place == done ? UndoRow.State.CURRENT : UndoRow.State.UNDONE;
    }
}
