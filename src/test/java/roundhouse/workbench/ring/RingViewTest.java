package roundhouse.workbench.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.workbench.WindowThread.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;
import roundhouse.hashing.measures.Transfer;
import roundhouse.hashing.registry.Placements;
import roundhouse.hashing.rings.Ring;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.Failures;
import roundhouse.workbench.HeldWork;
import roundhouse.workbench.Notices;
import roundhouse.workbench.Preferences;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.remembering.Folders;
import roundhouse.workbench.ring.model.Angle;
import roundhouse.workbench.ring.model.PlacementComparison;
import roundhouse.workbench.ring.picture.RingCanvas;
import roundhouse.workbench.ring.picture.RingLens;
import roundhouse.workbench.ring.picture.RingShape;

/** The Ring view of a balancer, by pointer and keyboard as a person would use it. */
@Tag("screen")
class RingViewTest extends ApplicationTest {
    @TempDir
    private static Path directory;

    private final Document document = new Document();
    private RingView view;
    private final Notices notices = new Notices();
    /** A comparison measures every placement for a second; it is made where a test is about it. */
    private final HeldWork comparisons = new HeldWork();

    private BackgroundWork background;
    private Stage stage;

    @Override
    public void start(Stage primary) throws IOException {
        stage = primary;
        String text = Files.readString(Path.of("samples", "consistent-hashing.json"));
        document.open(((ReadResult.Read) TopologyFile.parse(text)).topology(), null);
        background = new BackgroundWork(
                Platform::runLater, new Failures(directory, Platform::runLater, notices::tell), _ -> comparisons);
        view = new RingView(
                document, notices, _ -> {}, new Folders(Preferences.in(directory.resolve("settings"))), background);
        Scene scene = new Scene(new StackPane(view), 1440, 850);
        for (String sheet : List.of("light", "base")) {
            scene.getStylesheets()
                    .add(Objects.requireNonNull(RingView.class.getResource("/styles/" + sheet + ".css"))
                            .toExternalForm());
        }
        stage.setScene(scene);
        stage.show();
    }

    private Topology topology() {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, document::topology);
    }

    private List<Ring.MovedToken> moved() {
        return ((LoadBalancer) topology().node("lb-1").orElseThrow())
                .balancing()
                .placement()
                .tokens();
    }

    private RingCanvas ring() {
        return lookup(".ring-canvas").query();
    }

    /** Where a turn of the ring's band is on the screen. */
    private Point2D onBand(double turn) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            RingShape shape = ring().painter().shape();
            return ring().localToScreen(
                            shape.x(turn, shape.track()) / shape.scale, shape.y(turn, shape.track()) / shape.scale);
        });
    }

    private String keys() {
        return text("#ring-keys");
    }

    private static Predicate<Node> named(String text) {
        return node -> node instanceof Button && text.equals(node.getAccessibleText());
    }

    private void fire(String name) {
        interact(() -> lookup(named(name)).<Button>query().fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String text(String id) {
        return ((Label) lookup(id).query()).getText();
    }

    @Test
    void aTokenDraggedIsSavedInTheFileAsOneEditAndCanBePutBack() {
        moveTo(onBand(0.3)).press(MouseButton.PRIMARY).moveTo(onBand(0.32)).moveTo(onBand(0.35));
        assertThat(document.changes()).isEmpty();
        assertThat(text("#ring-moved")).contains(" keys moved");
        release(MouseButton.PRIMARY);
        assertThat(document.changes()).hasSize(1);
        assertThat(moved()).hasSize(1);
        assertThat(Angle.turn(moved().getFirst().position())).isBetween(0.34, 0.36);
        assertThat(text("#ring-by-hand")).isEqualTo("1 token moved by hand");
        clickOn("#ring-as-hashed");
        assertThat(moved()).isEmpty();
    }

    @Test
    void withShiftTheWholeSetOfAServerIsDragged() {
        press(KeyCode.SHIFT);
        moveTo(onBand(0.3)).press(MouseButton.PRIMARY).moveTo(onBand(0.4)).release(MouseButton.PRIMARY);
        release(KeyCode.SHIFT);
        assertThat(moved()).hasSize(Ring.DEFAULT_VIRTUAL_NODES);
        assertThat(document.changes()).hasSize(1);
    }

    @Test
    void escapeTakesADragBack() {
        moveTo(onBand(0.3)).press(MouseButton.PRIMARY).moveTo(onBand(0.35));
        push(KeyCode.ESCAPE);
        release(MouseButton.PRIMARY);
        assertThat(document.changes()).isEmpty();
        assertThat(moved()).isEmpty();
    }

    @Test
    void arrowKeysChooseATokenAndMoveIt() {
        assertThat(ring().getAccessibleText()).startsWith("Ring of ").endsWith(" servers");
        interact(() -> ring().requestFocus());
        push(KeyCode.UP);
        String chosen = ring().getAccessibleText();
        assertThat(chosen).contains(" · token ");
        press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        assertThat(ring().getAccessibleText())
                .as("a screen reader hears where it is now")
                .contains(", moved by hand")
                .isNotEqualTo(chosen);
        assertThat(moved()).hasSize(1);
        assertThat(document.changes()).hasSize(1);
        press(KeyCode.SHIFT, KeyCode.LEFT).release(KeyCode.LEFT, KeyCode.SHIFT);
        assertThat(moved()).hasSize(Ring.DEFAULT_VIRTUAL_NODES);
        interact(document::undo);
        interact(document::undo);
        assertThat(moved()).isEmpty();
        assertThat(text("#ring-moved")).contains(" keys moved");
    }

    @Test
    void theLensGoesAfterATokenThatKeysMoveAndPageUpEnlarges() {
        interact(() -> ring().requestFocus());
        push(KeyCode.UP);
        for (int i = 0; i < 4; i++) {
            push(KeyCode.CONTROL, KeyCode.RIGHT);
        }
        assertThat(ring().lens()
                        .across(Angle.turn(
                                Objects.requireNonNull(ring().chosen()).position())))
                .isBetween(0.0, 1.0);
        double width = ring().lens().width();
        push(KeyCode.PAGE_UP);
        assertThat(ring().lens().width()).isEqualTo(width / 2);
        push(KeyCode.PAGE_DOWN);
        assertThat(ring().lens().width()).isEqualTo(width);
    }

    @Test
    void aCrowdedRingHasALensInWhichATokenCanBeTakenHoldOf() {
        ToggleButton toggle = lookup("#ring-lens").query();
        assertThat(toggle.isSelected()).isTrue();
        moveTo(onBand(0.7)).clickOn(MouseButton.PRIMARY);
        RingLens lens = lookup(".ring-lens").query();
        Ring.Token chosen = Objects.requireNonNull(ring().chosen());
        double across = ring().lens().across(Angle.turn(chosen.position()));
        assertThat(across).isBetween(0.0, 1.0);
        Point2D token = lens.localToScreen(across * lens.getWidth(), lens.getHeight() / 2);
        moveTo(token).press(MouseButton.PRIMARY).moveBy(30, 0).release(MouseButton.PRIMARY);
        assertThat(moved()).hasSize(1);
        assertThat(moved().getFirst().number()).isEqualTo(chosen.number());
        double by = Angle.clockwise(chosen.position(), moved().getFirst().position());
        assertThat(by).isBetween(0.0, ring().lens().width() / 10);
    }

    @Test
    void serversAreKilledAddedAndRemovedFromTheList() {
        clickOn("#ring-moved-tab");
        clickOn("#ring-add");
        assertThat(topology().links()).extracting("to").contains("s6");
        until(() -> !transfers().getItems().isEmpty());
        assertThat(transfers().getItems())
                .allMatch(transfer -> transfer.receiver().equals("s6"));
        fire("Kill s1");
        assertThat(topology().link("lb-1", "s1").orElseThrow().down()).isTrue();
    }

    private TableView<Transfer> transfers() {
        return lookup("#ring-transfers").query();
    }

    @Test
    void aTypedKeyTellsItsWalkItsReplicasAndWhatDeathsMean() {
        clickOn("#ring-key").write("cart:8812");
        assertThat(text("#ring-key-walk"))
                .startsWith("hash 0x")
                .contains("first token clockwise")
                .contains("replica");
        assertThat(text("#ring-key-deaths").lines()).hasSize(2).allMatch(line -> line.startsWith("If s"));
    }

    @Test
    void theExampleIsOneClickAndGivesTheKeysBack() {
        clickOn("#ring-example");
        assertThat(keys()).isEqualTo("Keys: 11, 42, 34");
        clickOn("#ring-key-tab");
        assertThat(keys()).isEqualTo("Keys: key-0 to key-999");
    }

    @Test
    void theNumberOfKeysIsTyped() {
        TextField count = lookup("#ring-key-count").query();
        interact(() -> count.setText("2 500"));
        clickOn(count).push(KeyCode.ENTER);
        assertThat(keys()).isEqualTo("Keys: key-0 to key-2499");
    }

    @Test
    void aSketchCanBeHadBesideTheBalancersRing() {
        interact(() -> {
            ComboBox<?> subject = lookup("#ring-subject").query();
            subject.getSelectionModel().selectLast();
        });
        assertThat(((ComboBox<?>) lookup("#ring-subject").query()).getValue()).hasToString("A sketch");
        assertThat(lookup("#ring-undo").query().isVisible()).isTrue();
        fire("Remove s3");
        assertThat(lookup(named("Remove s3")).tryQuery()).isEmpty();
        assertThat(document.changes()).isEmpty();
    }

    @Test
    void theChangeIsComparedUnderEveryPlacement() {
        fire("Remove s3");
        until(() -> comparisons.size() > 0);
        comparisons.runAll();
        until(() -> !compared().getItems().isEmpty());
        assertThat(compared().getItems()).hasSize(Placements.all().size());
        assertThat(compared().getItems().getFirst().current()).isTrue();
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(from(compared()).lookup(".table-cell").queryAllAs(Labeled.class))
                .filteredOn(Labeled::isTextTruncated)
                .extracting(Labeled::getText)
                .isEmpty();
        assertThat(notices.currentProperty().get()).isNull();
    }

    private TableView<PlacementComparison.Row> compared() {
        return lookup(".comparison .table-view").query();
    }

    /** As on a screen of 1440 × 900 at 200 %. */
    @Test
    void inASmallWindowTheRingIsWholeAndTheFiguresAreReachedByScrolling() {
        double large = WaitForAsyncUtils.waitForAsyncFx(
                60_000, () -> lookup("#ring-side").query().getBoundsInParent().getMinX());
        assertThat(large).isGreaterThan(700);
        interact(() -> view.setMaxSize(720, 400));
        WaitForAsyncUtils.waitForFxEvents();
        ScrollPane middle = lookup(".ring-middle").query();
        RingShape shape = ring().painter().shape();
        assertThat(ring().getHeight())
                .isLessThanOrEqualTo(middle.getViewportBounds().getHeight());
        assertThat(shape.outer / shape.scale).isGreaterThan(120);
        assertThat(lookup("#ring-side").query().getParent()).isEqualTo(middle.getContent());
        interact(() -> view.setMaxSize(1440, 850));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(view.getRight()).isEqualTo(lookup("#ring-side").query());
    }

    /** What a window of 1024 × 640 leaves for the view. */
    @Test
    void inAWindowOf1024TheRingHasItsLeastSizeAndNothingIsCutShort() {
        interact(() -> view.setMaxSize(1024, 588));
        WaitForAsyncUtils.waitForFxEvents();
        RingShape shape = ring().painter().shape();
        assertThat(shape.outer / shape.scale).isGreaterThan(200);
        assertThat(lookup("#ring-side").query().getParent())
                .isEqualTo(lookup(".ring-middle").<ScrollPane>query().getContent());
        fire("Remove s3");
        List<Labeled> words = lookup(node -> node instanceof Labeled label
                        && (label.getStyleClass().contains("page-tab")
                                || label.getStyleClass().contains("ring-moved")
                                || label.getStyleClass().contains("server-name")))
                .queryAllAs(Labeled.class)
                .stream()
                .toList();
        assertThat(words).hasSize(3 + 1 + 4);
        assertThat(words)
                .allSatisfy(label -> assertThat(label.getWidth())
                        .as(label.getText())
                        .isGreaterThanOrEqualTo(Math.floor(label.prefWidth(-1))));
    }

    @Override
    public void stop() {
        interactNoWait(() -> stage.hide());
        background.close();
    }
}
