package roundhouse.workbench.tradeoffs;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import org.controlsfx.control.SegmentedButton;

/** One of a few values, each a button beside the next. */
final class ToggleChoice<T extends Enum<T>> extends SegmentedButton {
    /**
     * @param id what the ids of its buttons begin with
     * @param title what a value is called, for people
     */
    ToggleChoice(String id, List<T> values, Function<T, String> title, ObjectProperty<T> chosen) {
        getStyleClass().add("pacelc-choice");
        ToggleGroup group = new ToggleGroup();
        for (T value : values) {
            ToggleButton button = new ToggleButton(title.apply(value));
            button.setId(id + "-" + value.name().toLowerCase(Locale.ROOT));
            button.setMinWidth(USE_PREF_SIZE);
            getButtons().add(button);
        }
        setToggleGroup(group);
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                chosen.set(values.get(getButtons().indexOf(now)));
            }
        });
        chosen.subscribe(now -> getButtons().get(values.indexOf(now)).setSelected(true));
    }

    static SegmentedButton ofStaleness(PacelcModel model) {
        return new ToggleChoice<>(
                "pacelc",
                List.of(PacelcModel.Staleness.values()),
                PacelcModel.Staleness::title,
                model.stalenessProperty());
    }
}
