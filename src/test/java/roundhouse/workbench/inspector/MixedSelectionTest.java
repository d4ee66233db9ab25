package roundhouse.workbench.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import roundhouse.workbench.document.Selection.Item;

/** Nodes of different kinds selected together. */
class MixedSelectionTest extends Inspected {
    MixedSelectionTest() {
        super(twoBalancers());
    }

    @Test
    void theyShowWhatTheyShareAndNothingElse() {
        select("lb-1", "s1");
        assertThat(model.subjectProperty().get().kind()).isEqualTo("Nodes of several kinds");
        assertThat(keys()).containsExactly("limits", "cache", "cores", "region", "zone", "price");
    }

    @Test
    void anEditIsForAllAndOneUndo() {
        select("lb-1", "s1", "s2");
        int before = document.changes().size();
        set("zone", "eu-1");
        assertThat(document.changes()).hasSize(before + 1);
        assertThat(lastEdit()).isEqualTo("Set zone of 3 to eu-1");
        for (String id : new String[] {"lb-1", "s1", "s2"}) {
            assertThat(document.topology().node(id).orElseThrow().zone()).isEqualTo("eu-1");
        }
        assertThat(document.topology().node("s3").orElseThrow().zone()).isNull();
        document.undo();
        assertThat(document.topology().node("lb-1").orElseThrow().zone()).isNull();
        assertThat(document.topology().node("s1").orElseThrow().zone()).isNull();
    }

    @Test
    void whereTheyDifferTheySaySo() {
        select("s1");
        set("zone", "eu-1");
        select("lb-1", "s1");
        assertThat(line("zone").mixedProperty().get()).isTrue();
        assertThat(line("zone").valueProperty().get()).isEmpty();
    }

    @Test
    void withoutACommonSettingTheySaySo() {
        document.selection().set(Set.of(new Item.NodeItem("s1"), new Item.LinkItem("lb-1", "s1")));
        assertThat(model.subjectProperty().get().kind()).isEqualTo("Nodes and links, which have no settings in common");
        assertThat(lines()).isEmpty();
    }

    @Test
    void aBoxToTickHasItsNameBesideItAlsoUnderTheSameHeading() {
        select("s1");
        assertThat(line("data").caption()).isEqualTo("Data");
    }
}
