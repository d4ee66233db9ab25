package roundhouse.workbench.inspector;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.Selection.Item;

/**
 * What the inspector shows: a new subject when something else is selected or the subject's fields became others, else the same
 * lines with their values read again, so that whoever is typing can go on. A view model: needs no screen.
 */
final class InspectorModel {
    private final Document document;
    private final ReadOnlyObjectWrapper<Subject> subject;
    private List<Object> shape;

    InspectorModel(Document document) {
        this.document = document;
        Subject first = Subject.of(document);
        shape = shape(first);
        subject = new ReadOnlyObjectWrapper<>(this, "subject", first);
        document.selection().itemsProperty().addListener((_, _, _) -> update());
        document.topologyProperty().addListener((_, _, _) -> update());
    }

    ReadOnlyObjectProperty<Subject> subjectProperty() {
        return subject.getReadOnlyProperty();
    }

    /** Whether nothing is selected, so that the topology as a whole is shown. */
    boolean isOfTopology() {
        return document.selection().items().isEmpty();
    }

    /** The node or link that is selected alone. */
    Optional<Item> alone() {
        return document.selection().items().size() == 1
                ? document.selection().items().stream().findFirst()
                : Optional.empty();
    }

    private void update() {
        Subject next = Subject.of(document);
        List<Object> itsShape = shape(next);
        if (itsShape.equals(shape)) {
            subject.get().groups().forEach(group -> group.lines().forEach(Line::refresh));
        } else {
            shape = itsShape;
            subject.set(next);
        }
    }

    private List<Object> shape(Subject of) {
        return List.of(
                document.selection().items(),
                of.title(),
                of.kind(),
                of.groups().stream().map(Group::shape).toList());
    }
}
