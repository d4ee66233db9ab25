package roundhouse.workbench.undo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import roundhouse.topology.Topology;
import roundhouse.workbench.document.Document;

class UndoListTest {
    private final Document document = new Document();
    private final UndoList undo = new UndoList(document);

    private void change(String name) {
        document.edit("Rename to " + name, document.topology().named(name, ""));
    }

    @Test
    void tellsWhatWasDoneAndWhereTheDocumentStands() {
        change("One");
        change("Two");
        change("Three");
        document.undo();
        assertThat(undo.rows())
                .extracting(UndoRow::spoken)
                .containsExactly(
                        "Rename to Three, undone",
                        "Rename to Two, the document is here",
                        "Rename to One, done",
                        "As opened, done");
        assertThat(undo.current()).isEqualTo(1);
    }

    @Test
    void goesBackAndForthToAnyPlace() {
        change("One");
        change("Two");
        change("Three");
        undo.goTo(undo.rows().get(2));
        assertThat(document.topology().name()).isEqualTo("One");
        undo.goTo(undo.rows().get(0));
        assertThat(document.topology().name()).isEqualTo("Three");
        undo.goTo(undo.rows().get(3));
        assertThat(document.topology()).isEqualTo(Topology.EMPTY);
        change("Other");
        assertThat(undo.rows()).as("what was undone is no more").hasSize(2);
    }

    @Test
    void anotherDocumentHasAnotherHistory() {
        change("One");
        document.open(Topology.EMPTY.named("New", ""), null);
        assertThat(undo.rows()).extracting(UndoRow::label).containsExactly("As opened");
        assertThat(undo.current()).isZero();
    }
}
