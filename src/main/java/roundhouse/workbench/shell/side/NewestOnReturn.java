package roundhouse.workbench.shell.side;

import javafx.scene.Node;
import roundhouse.workbench.playback.Playback;

/** A view that shows nothing while nobody sees it has the newest instant when it comes back, though the run may be paused. */
final class NewestOnReturn {
    private NewestOnReturn() {}

    static void of(Node view, Playback playback) {
        view.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                playback.again();
            }
        });
    }
}
