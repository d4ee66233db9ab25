package roundhouse.workbench.document;

import static roundhouse.workbench.texts.Texts.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;

/**
 * The open document. Every change goes through {@link #edit} or {@link #act} and can be undone; the topology is an immutable
 * value, so undo is a list of values. A view model: used on one thread, needs no screen.
 */
public final class Document {
    private final ReadOnlyObjectWrapper<Topology> topology =
            new ReadOnlyObjectWrapper<>(this, "topology", Topology.EMPTY);
    private final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>(this, "file", null);
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper(this, "dirty", false);
    private final ReadOnlyIntegerWrapper done = new ReadOnlyIntegerWrapper(this, "done", 0);
    private final ObservableList<Change> changes = FXCollections.observableArrayList();
    private final List<Consumer<Command>> actors = new ArrayList<>();
    private final List<Runnable> openers = new ArrayList<>();
    private final Selection selection = new Selection();
    private final KnownNodes known = new KnownNodes();
    private @Nullable Topology saved = Topology.EMPTY;

    /** One entry of the undo history. */
    public sealed interface Change {
        /** What was done, as the undo menu says it: "Move s1". */
        String label();

        record Edit(String label, Topology before, Topology after) implements Change {}

        /** Something done to the running system rather than to the document, in order, and what takes it back. */
        record Act(String label, List<Command> commands, List<Command> inverses) implements Change {}
    }

    public ReadOnlyObjectProperty<Topology> topologyProperty() {
        return topology.getReadOnlyProperty();
    }

    public Topology topology() {
        return topology.get();
    }

    /** Where it was opened from or saved to; null for a new one. */
    public ReadOnlyObjectProperty<@Nullable Path> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /** Where its file is, from which the names of other files count; null for nowhere yet. */
    public @Nullable Path directory() {
        Path its = file.get();
        return its == null ? null : its.toAbsolutePath().getParent();
    }

    /** What files that are made from it are called but for their endings: as its own file is, or by its name. */
    public String fileStem() {
        Path its = file.get();
        String name = its == null
                ? topology()
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", "-")
                        .replaceAll("^-|-$", "")
                : String.valueOf(its.getFileName()).replaceAll("(\\.roundhouse)?\\.[^.]+$", "");
        return name.isEmpty() ? "untitled" : name;
    }

    /** Whether it differs from what is in its file. */
    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    /** What is in its file, as far as is known; null when the file is gone. */
    public @Nullable Topology inFile() {
        return saved;
    }

    /** Another program wrote that to the file, and the person knows; null when it is gone. */
    public void fileHas(@Nullable Topology there) {
        saved = there;
        dirty.set(!topology.get().equals(there));
    }

    public Selection selection() {
        return selection;
    }

    /** The ids of the selected nodes, and of the members of the selected stores. */
    public Set<String> selectedNodes() {
        Set<String> ids = new LinkedHashSet<>(selection.nodes());
        selection.stores().forEach(id -> topology().store(id).ifPresent(store -> ids.addAll(store.members())));
        return Collections.unmodifiableSet(ids);
    }

    /** The name and the colour of every node that is or was there. */
    public KnownNodes known() {
        return known;
    }

    /** The whole history, oldest first; the first {@link #doneProperty} entries are done, the rest can be redone. */
    public ObservableList<Change> changes() {
        return FXCollections.unmodifiableObservableList(changes);
    }

    public ReadOnlyIntegerProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** What the history calls the edit that led to this topology. */
    public String nameOfEdit(Topology topology) {
        int last = done.get();
        if (last > 0
                && changes.get(last - 1) instanceof Change.Edit edit
                && edit.after().equals(topology)) {
            return edit.label();
        }
        return last < changes.size() ? text("document.undo", changes.get(last).label()) : text("document.edit");
    }

    /** Called when another document takes this one's place, after its topology was set. */
    public void onOpened(Runnable listener) {
        openers.add(listener);
    }

    /** Called with each command done to the running system (and with inverses on undo). */
    public void onAct(Consumer<Command> listener) {
        actors.add(listener);
    }

    /** Another document takes this one's place: no history, nothing selected, clean. */
    public void open(Topology opened, @Nullable Path from) {
        selection.clear();
        changes.clear();
        done.set(0);
        saved = opened;
        file.set(from);
        known.begin(opened);
        topology.set(opened);
        dirty.set(false);
        openers.forEach(Runnable::run);
    }

    /** It was written to that file. */
    public void saved(Path to) {
        saved = topology.get();
        file.set(to);
        dirty.set(false);
    }

    /** One undoable edit. Nothing happens when the topology is the same. */
    public void edit(String label, Topology next) {
        if (!next.equals(topology.get())) {
            record(new Change.Edit(label, topology.get(), next));
            become(next);
        }
    }

    /** One undoable command to the running system. */
    public void act(String label, Command command, Command inverse) {
        act(label, List.of(command), List.of(inverse));
    }

    /** Commands to the running system that are undone together: the inverses are given in their order. */
    public void act(String label, List<Command> commands, List<Command> inverses) {
        record(new Change.Act(label, List.copyOf(commands), List.copyOf(inverses)));
        give(commands);
    }

    public void undo() {
        if (done.get() > 0) {
            done.set(done.get() - 1);
            switch (changes.get(done.get())) {
                case Change.Edit edit -> become(edit.before());
                case Change.Act act -> give(act.inverses());
            }
        }
    }

    public void redo() {
        if (done.get() < changes.size()) {
            Change change = changes.get(done.get());
            done.set(done.get() + 1);
            switch (change) {
                case Change.Edit edit -> become(edit.after());
                case Change.Act act -> give(act.commands());
            }
        }
    }

    private void give(List<Command> commands) {
        commands.forEach(command -> actors.forEach(actor -> actor.accept(command)));
    }

    /** Undoes or redoes until that many entries of the history are done. */
    public void goTo(int wanted) {
        while (done.get() > Math.max(0, wanted)) {
            undo();
        }
        while (done.get() < Math.min(wanted, changes.size())) {
            redo();
        }
    }

    private void record(Change change) {
        changes.remove(done.get(), changes.size());
        changes.add(change);
        done.set(changes.size());
    }

    private void become(Topology next) {
        known.follow(next);
        topology.set(next);
        dirty.set(!next.equals(saved));
    }
}
