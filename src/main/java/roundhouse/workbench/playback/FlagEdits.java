package roundhouse.workbench.playback;

import static roundhouse.workbench.texts.Texts.text;

import java.util.function.LongConsumer;
import javafx.scene.input.KeyEvent;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.document.Document;

/** What is done to the scenario by its flags on the timeline: each an edit of the document. */
final class FlagEdits {
    private static final long STEP_NANOS = 100_000_000;
    private static final long LONG_STEP_NANOS = 1_000_000_000;

    private final Document document;

    FlagEdits(Document document) {
        this.document = document;
    }

    /** The flag's command happens at that simulated time from now on. */
    void move(TimelineModel.Flag flag, long timeNanos) {
        document.edit(
                text("playback.move-to", flag.text().words(), FigureText.clock(timeNanos)),
                TimelineModel.moved(document.topology(), flag.scenario(), timeNanos));
    }

    /**
     * A key was pressed on a flag that can be moved: the arrows move it, with Shift further, and Delete removes its command.
     *
     * @param move is told the time, simulated nanoseconds, that the flag is to move to
     */
    void key(KeyEvent event, TimelineModel.Flag flag, LongConsumer move) {
        long step = event.isShiftDown() ? LONG_STEP_NANOS : STEP_NANOS;
        switch (event.getCode()) {
            case LEFT -> move.accept(Math.max(0, flag.timeNanos() - step));
            case RIGHT -> move.accept(flag.timeNanos() + step);
            case DELETE, BACK_SPACE ->
                document.edit(
                        text("playback.remove", flag.text().words()),
                        TimelineModel.removed(document.topology(), flag.scenario()));
            default -> {
                return;
            }
        }
        event.consume();
    }
}
