package roundhouse.workbench.playback;

import java.util.Objects;
import javafx.scene.Parent;

/** The style sheet of this package. */
final class PlaybackStyle {
    private PlaybackStyle() {}

    /** Gives a node the sheet. */
    static void addTo(Parent node) {
        node.getStylesheets()
                .add(Objects.requireNonNull(PlaybackStyle.class.getResource("/styles/playback.css"))
                        .toExternalForm());
    }
}
