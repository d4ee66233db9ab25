package roundhouse.workbench.canvas.model;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.PlacementChecks;

/** Why what was just asked for on the canvas is not done; said there until something is done. */
public final class Refusals {
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");

    /** A sentence; empty when nothing was refused. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    public void say(String why) {
        text.set(why);
    }

    /** Nothing is refused any more. */
    public void clear() {
        text.set("");
    }

    /** Whether the topology could not run for what its placements would need; says so then. */
    boolean refuses(Topology next) {
        Optional<String> refusal = PlacementChecks.refusal(next);
        text.set(refusal.map(reason -> text("canvas.not-done", reason)).orElse(""));
        return refusal.isPresent();
    }
}
