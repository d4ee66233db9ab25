package roundhouse.workbench.ring;

import static roundhouse.workbench.texts.Texts.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputDialog;
import javafx.scene.control.Tooltip;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.Notice;
import roundhouse.workbench.Notices;
import roundhouse.workbench.remembering.Folders;
import roundhouse.workbench.ring.model.KeySet;
import roundhouse.workbench.ring.model.LiveKeys;
import roundhouse.workbench.ring.model.RingModel;
import roundhouse.workbench.ring.run.BalancerSource;

/** Which keys are placed: so many, after a pattern, from a file, or those that the run's clients ask for. */
final class KeySetControls {
    /** Pictures of the run from one look at its traffic to the next. */
    private static final int REFRESH = 60;

    private final RingModel model;
    private final LiveKeys live;
    private final Folders folders;
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
    private MenuItem liveTraffic;

    /** The run's traffic as it was shown last; null when never. */
    private @Nullable KeySet traffic;

    private int pictures;

    KeySetControls(RingModel model, LiveKeys live, Folders folders, Notices notices) {
        this.folders = folders;
        this.model = model;
        this.live = live;
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
        liveTraffic.setOnAction(_ -> traffic());
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
            count.setText(FigureText.count(wanted));
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
        dialog.setTitle(text("ring.keys-by-pattern-title"));
        dialog.setHeaderText(text("ring.keys-by-pattern-header"));
        dialog.showAndWait()
                .ifPresent(form -> model.keys(KeySet.pattern(form, model.keys().size())));
    }

    private void askFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(text("ring.keys-from-file-title"));
        folders.open(chooser, "keys", null, window()).ifPresent(this::read);
    }

    private void read(Path chosen) {
        try {
            model.keys(KeySet.file(chosen));
        } catch (IOException | UncheckedIOException e) {
            notices.tell(Notice.problem(
                    text("ring.keys-unreadable", chosen, Objects.requireNonNullElse(e.getMessage(), e.toString()))));
        }
    }

    private void traffic() {
        newest().ifPresentOrElse(this::show, () -> notices.tell(Notice.hint(text("ring.no-traffic"))));
    }

    private void show(KeySet next) {
        traffic = next;
        model.keys(next);
    }

    private Optional<KeySet> newest() {
        return live.of(model.source() instanceof BalancerSource source ? source.balancer() : "");
    }

    /** The run has shown another picture: about once a second the keys of its traffic, where they are shown, are taken again. */
    void picture() {
        if (++pictures >= REFRESH && model.keys().equals(traffic) && !model.previewing()) {
            pictures = 0;
            newest().ifPresent(next -> {
                traffic = next;
                model.keys(next);
            });
        }
    }

    private void fill() {
        title.setText(text("ring.keys", model.keys().title()));
        title.setTooltip(new Tooltip(model.keys().title()));
        if (!count.isFocused()) {
            count.setText(FigureText.count(model.keys().size()));
        }
    }
}
