package roundhouse.simulation;

import java.util.ArrayList;
import java.util.List;
import roundhouse.kernel.Kernel;

/** What happened in a run, in plain words. */
final class Transcript {
    private final Kernel kernel;
    private final List<Frame.Notice> notices = new ArrayList<>();
    private List<Frame.Notice> shown = List.of();

    Transcript(Kernel kernel) {
        this.kernel = kernel;
    }

    void say(String text) {
        notices.add(new Frame.Notice(kernel.now(), text));
    }

    /** All notices; the same object as long as nothing was added. */
    List<Frame.Notice> all() {
        if (shown.size() != notices.size()) {
            shown = List.copyOf(notices);
        }
        return shown;
    }
}
