package roundhouse.workbench.canvas.gestures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.arranging.Arrangement;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.stores.Store;
import roundhouse.workbench.canvas.Topologies;
import roundhouse.workbench.canvas.gestures.Gesture.Pointer;
import roundhouse.workbench.canvas.model.Area;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.NewNode;
import roundhouse.workbench.document.Selection.Item;

/** A store of three is placed by one gesture, and taken hold of by its outline. */
class PlaceStoreGestureTest {
    private final Document document = new Document();
    private final CanvasModel model = new CanvasModel(document);

    @BeforeEach
    void open() {
        document.open(Topologies.twoServers(), null);
        model.resize(1000, 600);
    }

    private Topology now() {
        return document.topology();
    }

    private static Pointer at(double x, double y) {
        return new Pointer(x, y, x, y, false, false);
    }

    private List<String> asked(String server) {
        return now().links().stream()
                .filter(link -> link.from().equals(server))
                .map(Link::to)
                .toList();
    }

    @Test
    void isOneUndoEntryAndAskedByTheServersEachAtAnotherMember() {
        List<Position> before = List.copyOf(Arrangement.of(now()).values());
        new PlaceStoreGesture(model).atFreePlace();
        assertThat(Validation.problems(now())).isEmpty();
        assertThat(now().stores())
                .extracting(Store::id, Store::members)
                .containsExactly(tuple("store", List.of("db", "db-2", "db-3")));
        assertThat(now().links().stream().filter(link -> link.from().startsWith("db")))
                .extracting(Link::from, Link::to)
                .containsExactly(tuple("db", "db-2"), tuple("db", "db-3"), tuple("db-2", "db-3"));
        assertThat(asked("s1")).containsExactly("db");
        assertThat(asked("s2")).containsExactly("db-2");
        assertThat(Objects.requireNonNull(((Server) now().node("s2").orElseThrow()).data())
                        .store())
                .isEqualTo("store");
        assertThat(model.selection().items()).containsExactly(new Item.StoreItem("store"));
        assertThat(List.copyOf(Arrangement.of(now()).values()))
                .as("what was there stays where it was")
                .startsWith(before.toArray(Position[]::new));
        assertThat(document.changes()).hasSize(1);
        document.undo();
        assertThat(now()).isEqualTo(Topologies.twoServers());
    }

    @Test
    void coversNoCardAndIsNotAskedByWhoAsksAnother() {
        new PlaceStoreGesture(model).atFreePlace();
        new PlaceStoreGesture(model).atFreePlace();
        assertThat(Validation.problems(now())).isEmpty();
        assertThat(now().stores()).extracting(Store::id).containsExactly("store", "store-2");
        assertThat(asked("s1")).containsExactly("db");
        for (int i = 0; i < model.drawing().nodeCount(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(model.drawing().area(i).meets(model.drawing().area(j)))
                        .isFalse();
            }
        }
    }

    @Test
    void isCarriedByItsMiddle() {
        PlaceStoreGesture gesture = new PlaceStoreGesture(model);
        gesture.drag(at(1_500, 700));
        assertThat(model.marks().ghost()).isEqualTo(new Area(1_270, 530, 460, 332));
        gesture.cancel();
        assertThat(document.changes()).isEmpty();
        gesture.finish(at(1_500, 700));
        assertThat(model.marks().ghost()).isNull();
        assertThat(now().layout())
                .containsEntry("db", new Position(1_270, 530))
                .containsEntry("db-2", new Position(1_550, 650))
                .containsEntry("db-3", new Position(1_270, 770));
        assertThat(asked("s1")).isEmpty();
        assertThat(document.changes()).hasSize(1);
    }

    @Test
    void itsOutlineAndItsNameAreTheStoreAndTheGroundWithinIsNot() {
        new PlaceStoreGesture(model).finish(at(1_500, 700));
        Area area = model.stores().area("store").orElseThrow();
        assertThat(area).isEqualTo(new Area(1_261, 513, 478, 358));
        assertThat(model.stores().at(1_261 - 5, 700, 6, 0)).contains("store");
        assertThat(model.stores().at(1_739 + 5, 700, 6, 0)).contains("store");
        assertThat(model.stores().at(1_500, 871 + 5, 6, 0)).contains("store");
        assertThat(model.stores().at(1_600, 513 + 15, 6, 0)).contains("store");
        assertThat(model.stores().at(1_600, 513 - 14, 6, 0)).isEmpty();
        assertThat(model.stores().at(1_600, 513 - 14, 6, 16)).contains("store");
        assertThat(model.stores().at(1_600, 600, 6, 0)).isEmpty();
        assertThat(model.stores().at(1_261 - 8, 700, 6, 0)).isEmpty();
    }

    @Test
    void membersMoveTogether() {
        new PlaceStoreGesture(model).finish(at(1_500, 700));
        model.selection().select(new Item.StoreItem("store"));
        MoveGesture move = new MoveGesture(model, "db", at(1_261, 600));
        move.drag(at(1_300, 600));
        assertThat(model.stores().area("store").orElseThrow().x()).isEqualTo(1_301);
        move.finish(at(1_362, 640));
        assertThat(now().layout())
                .containsEntry("db", new Position(1_370, 570))
                .containsEntry("db-3", new Position(1_370, 810));
        assertThat(document.changes()).hasSize(2);
    }

    @Test
    void aStoreThatIsGoneIsNotSelectedAnyLonger() {
        document.edit("Add", now().with(NewNode.database(now())));
        new PlaceStoreGesture(model).finish(at(1_500, 700));
        model.selection().set(Set.of(new Item.StoreItem("store"), new Item.NodeItem("db")));
        document.undo();
        assertThat(model.selection().items()).containsExactly(new Item.NodeItem("db"));
    }
}
