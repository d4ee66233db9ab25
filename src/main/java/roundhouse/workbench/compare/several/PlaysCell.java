package roundhouse.workbench.compare.several;

import static roundhouse.workbench.texts.Texts.text;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;
import roundhouse.workbench.compare.measured.MeasuredRow;

/** The number of a row, and whether it plays. */
final class PlaysCell extends RowCell {
    private final CheckBox plays = new CheckBox();

    PlaysCell(SeveralModel model, ObservableValue<Number> changes) {
        super(model, changes);
        plays.setMinWidth(USE_PREF_SIZE);
        plays.setTooltip(new Tooltip(text("compare.plays-tip", SeveralModel.MOST)));
        plays.setOnAction(_ -> {
            Integer number = getItem();
            if (number != null) {
                model.play(number, plays.isSelected());
            }
        });
        setGraphic(plays);
    }

    @Override
    void show(MeasuredRow row) {
        plays.setText(Integer.toString(row.number()));
        plays.setAccessibleText(text(
                "compare.play", Integer.toString(row.number()), row.entrant().title()));
        plays.setSelected(model().playingProperty().get().contains(row.number()));
        plays.setDisable(!model().canPlay(row.number()));
    }

    @Override
    void visible(boolean any) {
        plays.setVisible(any);
    }
}
