package roundhouse.workbench.ring;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputDialog;
import javafx.scene.control.Tooltip;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import roundhouse.workbench.Figures;
import roundhouse.workbench.Notice;
import roundhouse.workbench.Notices;
import roundhouse.workbench.document.Document;

/** Which keys are placed: so many, after a pattern, from a file, or those that the document's clients ask for. */
final class KeySetControls {
    private final Document document;
    private final RingModel model;
    private final Notices notices;

    @FXML
    private Label title;

    @FXML
    private TextField count;

    @FXML
    private MenuItem counted;

    @FXML
    private MenuItem pattern;

    @FXML
    private MenuItem file;

    @FXML
    private MenuItem traffic;

    KeySetControls(Document document, RingModel model, Notices notices) {
        this.document = document;
        this.model = model;
        this.notices = notices;
    }

    @FXML
    void initialize() {
        count.setOnAction(_ -> count());
        count.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                count();
            }
        });
        counted.setOnAction(_ -> model.keys(KeySet.counted(KeySet.USUAL)));
        pattern.setOnAction(_ -> askPattern());
        file.setOnAction(_ -> askFile());
        traffic.setOnAction(_ -> traffic());
        model.onChange(this::fill);
        fill();
    }

    /** Another number of the same kind of keys where there is one, else of a run's. */
    private void count() {
        String digits = count.getText().replaceAll("[^0-9]", "");
        int wanted = digits.isEmpty() || digits.length() > 9
                ? model.keys().size()
                : Math.clamp(Integer.parseInt(digits), 1, KeySet.MOST);
        if (wanted == model.keys().size()) {
            count.setText(Figures.count(wanted));
        } else {
            model.keys(model.keys().resized(wanted));
        }
    }

    private Window window() {
        return count.getScene().getWindow();
    }

    private void askPattern() {
        TextInputDialog dialog = new TextInputDialog("cart:{n}");
        dialog.initOwner(window());
        dialog.setTitle("Keys by a pattern");
        dialog.setHeaderText("{n} is the number of the key, from 0.");
        dialog.showAndWait()
                .ifPresent(form -> model.keys(KeySet.pattern(form, model.keys().size())));
    }

    private void askFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Keys, one a line");
        File chosen = chooser.showOpenDialog(window());
        if (chosen != null) {
            try {
                model.keys(KeySet.file(chosen.toPath()));
            } catch (IOException | UncheckedIOException e) {
                notices.tell(Notice.problem(chosen + " cannot be read: " + e.getMessage() + "."));
            }
        }
    }

    private void traffic() {
        String balancer = model.source() instanceof BalancerSource source ? source.balancer() : "";
        KeySet.live(document.topology(), balancer)
                .ifPresentOrElse(
                        model::keys,
                        () -> notices.tell(Notice.hint("There are no clients whose keys could be taken.")));
    }

    private void fill() {
        title.setText("Keys: " + model.keys().title());
        title.setTooltip(new Tooltip(model.keys().title()));
        if (!count.isFocused()) {
            count.setText(Figures.count(model.keys().size()));
        }
    }
}
