package roundhouse.workbench.stores;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import roundhouse.simulation.observing.stores.StoreReport;
import roundhouse.topology.Topology;
import roundhouse.workbench.origins.AskedFigure;
import roundhouse.workbench.origins.OriginPop;

/** Each figure of a store with its name, to be asked where it comes from; its labels stay while there are as many. */
final class StoreFiguresTable extends GridPane {
    private final OriginPop origins;
    private final List<Label> names = new ArrayList<>();
    private final List<Label> values = new ArrayList<>();
    private List<AskedFigure> asked = List.of();

    /** @param origins is asked where figures come from */
    StoreFiguresTable(OriginPop origins) {
        this.origins = origins;
        getStyleClass().add("figures");
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        ColumnConstraints value = new ColumnConstraints();
        value.setHalignment(HPos.RIGHT);
        getColumnConstraints().setAll(name, value);
    }

    void show(StoreReport store, Topology topology) {
        Map<String, String> now = StoreLiveFigures.of(store, topology);
        asked = now.keySet().stream().map(label -> asked(store, label)).toList();
        if (values.size() != now.size()) {
            fill(now.size());
        }
        int row = 0;
        for (Map.Entry<String, String> figure : now.entrySet()) {
            names.get(row).setText(figure.getKey());
            values.get(row).setAccessibleText(text("stores.figure-spoken", figure.getKey(), figure.getValue()));
            values.get(row++).setText(figure.getValue());
        }
    }

    private void fill(int rows) {
        getChildren().clear();
        names.clear();
        values.clear();
        for (int i = 0; i < rows; i++) {
            int row = i;
            Label name = new Label();
            name.getStyleClass().add("muted");
            name.setWrapText(true);
            Label value = new Label();
            value.setId("store-figure-" + row);
            value.getStyleClass().add("figure-value");
            value.setMinWidth(USE_PREF_SIZE);
            origins.attach(() -> row < asked.size() ? Optional.of(asked.get(row)) : Optional.empty(), value, name);
            names.add(name);
            values.add(value);
            addRow(row, name, value);
        }
    }

    private static AskedFigure asked(StoreReport store, String label) {
        return AskedFigure.of(label, StoreOrigins.of(label), StoreOrigins.samples(store, label), Optional.empty());
    }
}
