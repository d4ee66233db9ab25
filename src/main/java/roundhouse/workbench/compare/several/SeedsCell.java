package roundhouse.workbench.compare.several;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import roundhouse.workbench.compare.measured.MeasuredRow;

/** Under how many seeds a row was run. */
final class SeedsCell extends RowCell {
    private final Label seeds = new Label();

    SeedsCell(SeveralModel model, ObservableValue<Number> changes) {
        super(model, changes);
        seeds.setMinWidth(USE_PREF_SIZE);
        setGraphic(seeds);
    }

    @Override
    void show(MeasuredRow row) {
        seeds.setText(SeveralText.seeds(row));
    }

    @Override
    void visible(boolean any) {
        seeds.setVisible(any);
    }
}
