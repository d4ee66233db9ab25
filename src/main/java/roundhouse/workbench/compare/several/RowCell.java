package roundhouse.workbench.compare.several;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import roundhouse.workbench.compare.measured.MeasuredRow;

/** A cell that shows something of a row, by its number, and follows what becomes of it without being made anew. */
abstract class RowCell extends TableCell<Integer, Integer> {
    private final SeveralModel model;

    /** @param changes changes with the rows */
    RowCell(SeveralModel model, ObservableValue<Number> changes) {
        this.model = model;
        setText(null);
        changes.addListener((_, _, _) -> show());
    }

    final SeveralModel model() {
        return model;
    }

    @Override
    protected final void updateItem(@Nullable Integer number, boolean empty) {
        super.updateItem(number, empty);
        show();
    }

    private void show() {
        Integer number = getItem();
        MeasuredRow row = number == null || isEmpty() ? null : model.row(number).orElse(null);
        if (row != null) {
            show(row);
        }
        visible(row != null);
    }

    abstract void show(MeasuredRow row);

    /** There is a row to show, or none. */
    abstract void visible(boolean any);
}
