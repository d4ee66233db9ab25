package roundhouse.workbench.playback;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;

/** What a person can do to time, with its keys: the one list behind buttons, tooltips, menus and shortcuts. */
public enum TransportAction {
    RESTART(text("playback.restart"), "Home"),
    STEP_BACK(text("playback.step-back-1-ms"), "Open Bracket"),
    PREVIOUS_EVENT(text("playback.previous-event"), "Shift+N"),
    PLAY(text("playback.play-or-pause"), "Space,Period"),
    STEP(text("playback.step-1-ms"), "Close Bracket"),
    NEXT_EVENT(text("playback.next-event"), "N"),
    PREVIOUS_FLAG(text("playback.previous-flag"), "Shift+G"),
    NEXT_FLAG(text("playback.next-flag"), "G"),
    NEXT_FUTURE(text("playback.next-future"), "Shift+F"),
    FOLLOW(text("playback.slow-down-at-events"), "T"),
    SLOWER(text("playback.slower"), "Minus"),
    FASTER(text("playback.faster"), "Equals");

    private final String label;
    private final String keys;

    /**
     * @param keys by the names of key codes, with commas between them
     */
    TransportAction(String label, String keys) {
        this.label = label;
        this.keys = keys;
    }

    public String label() {
        return label;
    }

    /** Any of them does it. */
    public List<KeyCombination> keys() {
        return Stream.of(keys.split(",", -1)).map(KeyCombination::valueOf).toList();
    }

    /** The label and the keys: {@code Play or pause (Space or .)}. */
    public String tip() {
        return label
                + keys().stream().map(KeyCombination::getDisplayText).collect(Collectors.joining(" or ", " (", ")"));
    }

    public void run(Playback playback) {
        switch (this) {
            case RESTART -> playback.restart();
            case STEP_BACK -> playback.stepBack();
            case PREVIOUS_EVENT -> playback.previousEvent();
            case PLAY -> playback.toggle();
            case STEP -> playback.step();
            case NEXT_EVENT -> playback.nextEvent();
            case PREVIOUS_FLAG -> playback.previousFlag();
            case NEXT_FLAG -> playback.nextFlag();
            case NEXT_FUTURE -> playback.nextFuture();
            case FOLLOW ->
                playback.followsProperty().set(!playback.followsProperty().get());
            case SLOWER -> speed(playback, -1);
            case FASTER -> speed(playback, 1);
        }
    }

    private static void speed(Playback playback, int direction) {
        playback.speedProperty().set(SpeedScale.next(playback.speedProperty().get(), direction));
    }
}
