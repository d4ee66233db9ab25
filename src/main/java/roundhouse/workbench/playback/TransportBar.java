package roundhouse.workbench.playback;

import static roundhouse.workbench.texts.Texts.text;

import atlantafx.base.controls.ProgressSliderSkin;
import java.util.List;
import java.util.OptionalLong;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import roundhouse.topology.Topology;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.Fxml;

/** The transport: restart, steps, play and pause, the speed, the clock, the seed. */
public final class TransportBar extends HBox {
    private static final PseudoClass PLAYING = PseudoClass.getPseudoClass("playing");
    private static final PseudoClass BEHIND = PseudoClass.getPseudoClass("behind");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Playback playback;

    @FXML
    private Button restart;

    @FXML
    private Button stepBack;

    @FXML
    private Button previousEvent;

    @FXML
    private Button play;

    @FXML
    private Button step;

    @FXML
    private Button nextEvent;

    @FXML
    private Label speedTitle;

    @FXML
    private Slider speed;

    @FXML
    private Label speedValue;

    @FXML
    private Label motion;

    @FXML
    private ToggleButton follow;

    @FXML
    private Label clock;

    @FXML
    private Label length;

    @FXML
    private HBox seedBox;

    @FXML
    private TextField seed;

    public TransportBar(Playback playback) {
        this.playback = playback;
        Fxml.fill(this, "transport-bar");
        PlaybackStyle.addTo(this);
        button(restart, TransportAction.RESTART);
        button(stepBack, TransportAction.STEP_BACK);
        button(previousEvent, TransportAction.PREVIOUS_EVENT);
        button(play, TransportAction.PLAY);
        button(step, TransportAction.STEP);
        button(nextEvent, TransportAction.NEXT_EVENT);
        playback.playingProperty().subscribe(playing -> {
            pseudoClassStateChanged(PLAYING, playing);
            play.setAccessibleText(playing ? text("playback.pause") : text("playback.play"));
        });
        speed();
        clock.textProperty().bind(playback.timeProperty().map(time -> FigureText.clock(time.longValue())));
        length.textProperty().bind(topology().map(topology -> "of " + LengthText.of(topology.duration())));
        seed();
    }

    /** What a narrow window can do without, first to last: the inspector, the timeline and the menu have the same. */
    public List<Node> spare() {
        return List.of(length, motion, seedBox, previousEvent, nextEvent, restart);
    }

    /** What a very narrow window leaves to the keys and the menu. */
    public List<Node> steps() {
        return List.of(stepBack, step, follow);
    }

    private void button(Button button, TransportAction action) {
        button.setAccessibleText(action.label());
        button.setTooltip(new Tooltip(action.tip()));
        button.setOnAction(_ -> action.run(playback));
    }

    private void speed() {
        speed.setSkin(new ProgressSliderSkin(speed));
        playback.speedProperty().subscribe(value -> speed.setValue(SpeedScale.position(value.doubleValue())));
        speed.valueProperty().subscribe(value -> {
            double chosen = SpeedScale.speed(value.doubleValue());
            if (chosen
                    != SpeedScale.speed(
                            SpeedScale.position(playback.speedProperty().get()))) {
                playback.speedProperty().set(chosen);
            }
            speed.setValue(SpeedScale.position(playback.speedProperty().get()));
        });
        speedValue.textProperty().bind(playback.speedProperty().map(value -> SpeedScale.text(value.doubleValue())));
        speed.accessibleTextProperty().bind(speedValue.textProperty().map(text -> text("playback.speed-2", text)));
        speed.setTooltip(new Tooltip(text(
                "playback.simulated-time-per-real-time", TransportAction.SLOWER.tip(), TransportAction.FASTER.tip())));
        speedTitle
                .textProperty()
                .bind(Bindings.createStringBinding(
                        this::speedTitle,
                        playback.behindProperty(),
                        playback.achievedSpeedProperty(),
                        playback.followsProperty(),
                        playback.commandsProperty(),
                        topology(),
                        playback.timeProperty()));
        follow.selectedProperty().bindBidirectional(playback.followsProperty());
        follow.setAccessibleText(TransportAction.FOLLOW.label());
        follow.setTooltip(new Tooltip(text(
                "playback.fast-to-the-next-event",
                TransportAction.FOLLOW.tip(),
                TransportAction.NEXT_FLAG.tip(),
                TransportAction.PREVIOUS_FLAG.tip())));
        motion.textProperty().bind(playback.motionProperty());
        motion.setTooltip(new Tooltip(text("playback.how-many-requests-each-dot")));
        playback.behindProperty().subscribe(behind -> speedTitle.pseudoClassStateChanged(BEHIND, behind));
    }

    private String speedTitle() {
        if (playback.behindProperty().get()) {
            return text(
                    "playback.reaches",
                    SpeedScale.text(playback.achievedSpeedProperty().get()));
        }
        OptionalLong next = playback.followsProperty().get() ? playback.nextEventNanos() : OptionalLong.empty();
        return next.isPresent() ? text("playback.then", SpeedScale.text(Story.SLOWEST)) : text("playback.speed");
    }

    private void seed() {
        topology().subscribe(_ -> showSeed());
        seed.setTooltip(new Tooltip(text("playback.all-randomness-of-the-run")));
        seed.textProperty().subscribe(text -> {
            seed.pseudoClassStateChanged(WRONG, !isSeed(text));
            seed.setPrefColumnCount(Math.clamp(text.length(), 2, 19));
        });
        seed.setOnAction(_ -> commitSeed());
        seed.focusedProperty().subscribe(focused -> {
            if (!focused) {
                commitSeed();
            }
        });
        seed.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                showSeed();
                event.consume();
            }
        });
    }

    private void showSeed() {
        seed.setText(Long.toString(playback.document().topology().seed()));
    }

    private void commitSeed() {
        Topology topology = playback.document().topology();
        if (isSeed(seed.getText())) {
            long value = Long.parseLong(seed.getText().strip());
            playback.document().edit(text("playback.seed-2", value), topology.withSeed(value));
        }
        showSeed();
    }

    private static boolean isSeed(String text) {
        try {
            Long.parseLong(text.strip());
            return true;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private ObservableValue<Topology> topology() {
        return playback.document().topologyProperty();
    }
}
