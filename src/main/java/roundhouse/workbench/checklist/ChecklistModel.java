package roundhouse.workbench.checklist;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import roundhouse.analysis.checklist.Advice;
import roundhouse.analysis.checklist.Checklist;
import roundhouse.topology.Topology;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.Job;
import roundhouse.workbench.WorkLane;
import roundhouse.workbench.document.Document;

/** The checklist of the open document, answered anew with each change of it once it was opened. Needs no screen. */
public final class ChecklistModel {
    private final Document document;
    private final WorkLane lane;
    private final ObservableList<Advice> answers = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running", false);
    private final ReadOnlyStringWrapper basis = new ReadOnlyStringWrapper(this, "basis", "");
    private final ReadOnlyStringWrapper effect = new ReadOnlyStringWrapper(this, "effect", "");
    private boolean open;
    private boolean measured;
    private @Nullable Job job;
    /** What was mended last, whose effect is told when the design with it has been looked at. */
    private @Nullable Mended mended;

    /** @param answers those before it */
    private record Mended(String title, List<Advice> answers) {}

    /** @param lane does the running */
    public ChecklistModel(Document document, WorkLane lane) {
        this.document = document;
        this.lane = lane;
        document.topologyProperty().subscribe(this::changed);
        document.onOpened(() -> effect.set(""));
    }

    /** Begins to answer. */
    public void open() {
        if (!open) {
            open = true;
            changed(document.topology());
        }
    }

    ObservableList<Advice> answers() {
        return answers;
    }

    /** Whether the design is being run to answer from that. */
    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** What the answers rest on, a sentence. */
    ReadOnlyStringProperty basisProperty() {
        return basis.getReadOnlyProperty();
    }

    /** What came of what was mended last, before and after; empty where nothing was. */
    ReadOnlyStringProperty effectProperty() {
        return effect.getReadOnlyProperty();
    }

    private void changed(Topology topology) {
        if (!open) {
            return;
        }
        giveUp();
        boolean again = measured && mended != null;
        measured = false;
        answers.setAll(Checklist.of(topology, null));
        basis.set(text("checklist.from-design"));
        if (again) {
            run();
        } else {
            tellEffect();
        }
    }

    /** Runs the design, and crashes each node that there is one of, in the background. */
    void run() {
        Topology topology = document.topology();
        running.set(true);
        basis.set(text("checklist.running"));
        job = lane.replace(new BackgroundTask<>(
                text("checklist.running-failed"),
                new ChecklistWork(topology),
                this::measured,
                reason -> ended(text("checklist.not-run", reason))));
    }

    private void measured(List<Advice> found) {
        measured = true;
        answers.setAll(found);
        ended(text("checklist.from-runs"));
        tellEffect();
    }

    private void ended(String rests) {
        running.set(false);
        job = null;
        basis.set(rests);
    }

    /** Stops running it. */
    void giveUp() {
        if (job != null) {
            job.cancel();
            ended(text("checklist.from-design"));
        }
    }

    /** Changes the design as the answer proposes, which one undo takes back. */
    void apply(Advice advice) {
        if (advice.fix() != null && answers.contains(advice)) {
            mended = new Mended(advice.fix().title(), List.copyOf(answers));
            effect.set("");
            document.edit(advice.fix().title(), advice.fix().after());
        }
    }

    private void tellEffect() {
        Mended before = mended;
        mended = null;
        if (before != null) {
            effect.set(EffectText.of(before.title(), before.answers(), answers));
        }
    }
}
