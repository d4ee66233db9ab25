package roundhouse.workbench.compare.several;

import static roundhouse.workbench.texts.Texts.text;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import roundhouse.workbench.compare.measured.MeasuredRow;

/** What a row is, and words about it. */
final class NameCell extends RowCell {
    private static final double PADDING = 20;

    private final Text title = new Text();
    private final Text words = new Text();
    private final VBox both = new VBox(title, words);

    NameCell(SeveralModel model, ObservableValue<Number> changes) {
        super(model, changes);
        title.getStyleClass().add("several-name");
        words.getStyleClass().add("several-words");
        words.managedProperty().bind(words.textProperty().isNotEmpty());
        for (Text text : new Text[] {title, words}) {
            text.wrappingWidthProperty().bind(widthProperty().subtract(PADDING));
        }
        setGraphic(both);
    }

    @Override
    void show(MeasuredRow row) {
        MeasuredRow baseline = model().baseline();
        boolean first = baseline != null && baseline.number() == row.number();
        title.setText(row.entrant().title());
        words.setText(
                first
                        ? text("compare.is-baseline", row.entrant().words()).strip()
                        : row.entrant().words());
    }

    @Override
    void visible(boolean any) {
        both.setVisible(any);
        both.setManaged(any);
        if (!any) {
            title.setText("");
            words.setText("");
        }
    }
}
