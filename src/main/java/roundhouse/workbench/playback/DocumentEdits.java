package roundhouse.workbench.playback;

import static roundhouse.workbench.texts.Texts.text;

import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import roundhouse.topology.Topology;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.playback.history.Future;

/** Keeps the run and the document the same: edits of the document become orders, another future becomes an edit of the document. */
final class DocumentEdits {
    private final Document document;
    private final Consumer<Order> orders;
    private final ChangeListener<Topology> listener = (_, _, next) -> edited(next);
    /** The document is being changed because the run has changed. */
    private boolean following;

    /** @param orders is given what to ask of the engine's thread */
    DocumentEdits(Document document, Consumer<Order> orders) {
        this.document = document;
        this.orders = orders;
        document.topologyProperty().addListener(listener);
    }

    /** A new topology without an entry in the undo history is another document; its own event follows. */
    private void edited(Topology next) {
        if (following) {
            orders.accept(new Order.Follow(next));
        } else if (!document.changes().isEmpty()) {
            orders.accept(new Order.Edit(document.nameOfEdit(next), next));
        }
    }

    /** Another future is played now: the document becomes what it was there, but keeps its words and places. */
    void goTo(Future future) {
        following = true;
        document.edit(text("playback.go-to", future.name()), future.topology().arrangedAs(document.topology()));
        following = false;
    }

    void close() {
        document.topologyProperty().removeListener(listener);
    }
}
