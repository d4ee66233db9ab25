package roundhouse.workbench.inspector;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.analysis.caching.TheoryTable;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.forms.Editor;
import roundhouse.workbench.Throttled;
import roundhouse.workbench.WorkLane;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.KnownNodes;
import roundhouse.workbench.document.Selection.Item;
import roundhouse.workbench.inspector.figures.FiguresPane;
import roundhouse.workbench.inspector.figures.LiveFigure;
import roundhouse.workbench.inspector.figures.PickShare;
import roundhouse.workbench.inspector.figures.SampleCounts;
import roundhouse.workbench.inspector.theory.TheoryModel;
import roundhouse.workbench.inspector.theory.TheoryPane;
import roundhouse.workbench.origins.AskedFigure;
import roundhouse.workbench.origins.OriginPop;

/**
 * Edits what is selected, the document as a whole when nothing is. The live figures stand below the main settings and above the
 * rarer ones, where they are seen without scrolling.
 */
public final class InspectorView extends VBox {
    /** Faster cannot be read. */
    private static final Duration BETWEEN = Duration.millis(125);

    private final InspectorModel model;
    private final KnownNodes known;
    private final Label title = new Label();
    private final Label kind = new Label();
    private final VBox main = new VBox();
    private final VBox further = new VBox();
    private final FiguresPane figures;
    private final TheoryPane theoryPane = new TheoryPane();
    private final TheoryModel theory;
    private final ExpectationsPane expectations;
    private final Throttled pacedFigures = new Throttled(BETWEEN);
    private final Throttled pacedExpectations = new Throttled(BETWEEN);
    private FieldDecorations decorations = new FieldDecorations();
    private Optional<Item> figuresOf = Optional.empty();
    private Optional<Item> formOf = Optional.empty();
    /** What somebody went to before there were the figures, which come to stand above it. */
    private @Nullable Node sought;

    private List<String> captions = List.of();

    /**
     * @param theories works out what theory expects of what is selected
     * @param origins is asked where figures come from
     */
    public InspectorView(Document document, WorkLane theories, OriginPop origins) {
        figures = new FiguresPane(origins);
        expectations = new ExpectationsPane(origins);
        theory = new TheoryModel(theories);
        model = new InspectorModel(document);
        known = document.known();
        getStyleClass().add("inspector");
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(text("inspector.inspector"));
        title.getStyleClass().add("inspector-title");
        title.setWrapText(true);
        kind.getStyleClass().add("muted");
        kind.setWrapText(true);
        main.getStyleClass().addAll("inspector-groups", "inspector-main");
        further.getStyleClass().add("inspector-groups");
        getChildren().setAll(title, kind, main, figures, expectations, further, theoryPane);
        model.subjectProperty().subscribe(this::show);
    }

    /** Shows the figures of this instant, if anybody can see them; the frame can be reused when this returns. */
    public void show(Frame frame) {
        if (getScene() == null) {
            return;
        }
        showExpectations(frame);
        Optional<Item> alone = model.alone();
        List<LiveFigure> values = alone.map(item -> LiveFigure.of(frame, item)).orElse(List.of());
        List<PickShare> shares =
                alone.map(item -> PickShare.of(frame, item, known)).orElse(List.of());
        List<TheoryTable.Line> lines = theory(frame, alone);
        SampleCounts counts =
                alone.map(item -> SampleCounts.of(frame, item)).orElseGet(() -> SampleCounts.ofAll(frame));
        List<AskedFigure> asked =
                values.stream().map(figure -> figure.asked(alone, counts)).toList();
        List<AskedFigure> askedShares =
                shares.stream().map(share -> share.asked(counts)).toList();
        Runnable shown = () -> {
            figures.show(values, asked, shares, askedShares);
            theoryPane.show(lines);
        };
        if (alone.equals(figuresOf)) {
            pacedFigures.show(shown);
        } else {
            figuresOf = alone;
            pacedFigures.showNow(shown);
            if (sought != null) {
                reveal(sought);
                sought = null;
            }
        }
    }

    private List<TheoryTable.Line> theory(Frame frame, Optional<Item> alone) {
        if (alone.orElse(null) instanceof Item.NodeItem(String id)) {
            int node = PickShare.index(frame.topology, id);
            return node < 0 ? List.of() : theory.lines(frame, node);
        }
        return List.of();
    }

    /** Goes to the field of that key, if it is shown. */
    public void edit(String key) {
        Node field = lookup("#field-" + key.replace('.', '-'));
        if (field == null) {
            return;
        }
        field.requestFocus();
        reveal(field);
        sought = model.alone().equals(figuresOf) ? null : field;
    }

    private void reveal(Node field) {
        for (Parent parent = getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof ScrollPane scroll) {
                scroll.applyCss();
                scroll.layout();
                double above =
                        field.localToScene(0, 0).getY() - localToScene(0, 0).getY();
                double hidden = getHeight() - scroll.getViewportBounds().getHeight();
                scroll.setVvalue(hidden <= 0 ? 0 : Math.clamp((above - 80) / hidden, 0, 1));
            }
        }
    }

    /** One that becomes known, and the end, at once; what is measured so far not too often to be read. */
    private void showExpectations(Frame frame) {
        if (!model.isOfTopology()) {
            return;
        }
        List<ExpectationLine> lines = ExpectationLine.of(frame);
        expectations.counts(SampleCounts.ofAll(frame));
        if (ExpectationLine.areNews(expectations.lines(), lines)) {
            pacedExpectations.showNow(() -> expectations.show(lines));
        } else {
            pacedExpectations.show(() -> expectations.show(lines));
        }
    }

    private void show(Subject subject) {
        Optional<String> edited = edited();
        begin(subject);
        title.setText(subject.title());
        kind.setText(subject.kind());
        decorations = new FieldDecorations();
        main.getChildren().clear();
        further.getChildren().clear();
        for (Group group : subject.groups()) {
            VBox place = group.main() ? main : further;
            if (!group.title().isEmpty()) {
                place.getChildren().add(FiguresPane.heading(group.title()));
            }
            place.getChildren().add(form(group.lines()));
        }
        if (model.alone().isEmpty()) {
            pacedFigures.showNow(() -> {
                figures.clear();
                theoryPane.show(List.of());
            });
        }
        if (!model.isOfTopology()) {
            pacedExpectations.showNow(() -> expectations.show(List.of()));
        }
        // Else the focus, and the key that chose the value, would go on to the first control of the window.
        edited.map(id -> lookup("#" + id)).ifPresent(Node::requestFocus);
    }

    /** What has other fields than what was shown is read from its title on; of the like of it one goes on where one was. */
    private void begin(Subject subject) {
        List<String> next = subject.groups().stream()
                .flatMap(group -> group.lines().stream())
                .map(Line::caption)
                .toList();
        if (!model.alone().equals(formOf) && !next.equals(captions)) {
            for (Parent parent = getParent(); parent != null; parent = parent.getParent()) {
                if (parent instanceof ScrollPane scroll) {
                    scroll.setVvalue(0);
                }
            }
        }
        formOf = model.alone();
        captions = next;
    }

    /** The id of the field that has the focus; nothing when the focus is elsewhere. */
    private Optional<String> edited() {
        String field = null;
        Node node = getScene() == null ? null : getScene().getFocusOwner();
        while (node != null && node != this) {
            String id = node.getId();
            field = id != null && id.startsWith("field-") ? id : field;
            node = node.getParent();
        }
        return node == null ? Optional.empty() : Optional.ofNullable(field);
    }

    private GridPane form(List<Line> lines) {
        GridPane form = new GridPane();
        form.getStyleClass().add("form");
        ColumnConstraints label = new ColumnConstraints();
        label.setPercentWidth(100 * ChoiceLine.CAPTION);
        ColumnConstraints editor = new ColumnConstraints();
        editor.setHgrow(Priority.ALWAYS);
        form.getColumnConstraints().setAll(label, editor);
        int row = 0;
        for (Line line : lines) {
            Control control = LineEditor.of(line);
            decorations.follow(line, control);
            if (control instanceof ComboBox<?> box && !line.caption().isEmpty()) {
                form.add(new ChoiceLine(caption(line, control), box), 0, row++, 2, 1);
            } else {
                boolean wide = LineEditor.isWide(line) || line.caption().isEmpty();
                if (!line.caption().isEmpty()) {
                    form.add(caption(line, control), 0, row, wide ? 2 : 1, 1);
                    row += wide ? 1 : 0;
                }
                form.add(control, wide ? 0 : 1, row++, wide ? 2 : 1, 1);
            }
            if (line.editor() instanceof Editor.Shown(String formula)) {
                Label how = new Label("= " + formula);
                how.getStyleClass().add("formula");
                how.setWrapText(true);
                form.add(how, 0, row++, 2, 1);
            }
            form.add(error(line), 0, row++, 2, 1);
        }
        return form;
    }

    private static Label caption(Line line, Control control) {
        Label caption = new Label(line.caption());
        caption.setLabelFor(control);
        caption.setWrapText(true);
        caption.getStyleClass().add("field-label");
        caption.setOnMouseClicked(_ -> LineEditor.explain(line, control));
        return caption;
    }

    private static Label error(Line line) {
        Label error = new Label();
        error.getStyleClass().add("field-error");
        error.setWrapText(true);
        error.textProperty().bind(line.errorProperty());
        error.visibleProperty().bind(line.errorProperty().isNotEmpty());
        error.managedProperty().bind(error.visibleProperty());
        return error;
    }
}
