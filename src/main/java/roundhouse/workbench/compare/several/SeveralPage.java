package roundhouse.workbench.compare.several;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.access.HasPanes;
import roundhouse.workbench.access.Panes;
import roundhouse.workbench.compare.measured.Entrant;
import roundhouse.workbench.compare.measured.MeasuredRow;
import roundhouse.workbench.origins.OriginPop;
import roundhouse.workbench.playback.Playback;

/** Up to eight designs that play at once, and the table of all that were run. Before that, what can be compared with one click. */
public final class SeveralPage extends VBox implements HasPanes {
    private static final String KEY = text("compare.key");

    /** The part of the height that the cards may take. */
    private static final double CARDS = 0.58;

    /** Simulated time by which the canvases may be late unnoticed, at a speed of 1. */
    private static final double BEHIND_NANOS = 3e8;

    private final Playback playback;
    private final SeveralModel model;
    private final Offers offers;
    private final PolicyChoice policies = new PolicyChoice(this::offer);
    private final SharedClock clock = new SharedClock();
    private final DesignGrid grid;
    private final SeedsTable table;
    private final SeveralBar bar;
    private final Label basis = new Label();
    private final Label explained = new Label(KEY);
    private final Hyperlink ask = new Hyperlink(OriginPop.ASK);
    private final OriginPop origins;
    private final OfferList empty = new OfferList(this::start);
    /** The height in sight, px. */
    private double room;

    private final VBox compared = new VBox();
    private List<Offer> offered = List.of();

    /**
     * @param details shows two of them in every figure: what the others are compared with, and another
     * @param origins is asked where figures come from
     */
    public SeveralPage(
            Playback playback,
            OtherDesigns others,
            BackgroundWork background,
            BiConsumer<ComparedFile, ComparedFile> details,
            OriginPop origins) {
        this.playback = playback;
        this.origins = origins;
        model = new SeveralModel(background.lane("compare-seeds", text("compare.comparing-seeds")));
        offers = new Offers(playback, others, model, policies);
        grid = new DesignGrid(model, clock, background.lane("compare-playing"), origins);
        table = new SeedsTable(model);
        bar = new SeveralBar(model, deeds(details));
        getStyleClass().add("several");
        compared.getStyleClass().add("several-compared");
        for (Label label : List.of(basis, explained)) {
            label.getStyleClass().add("muted");
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        explained.setId("several-explained");
        table.setOnKeyPressed(event -> key(event, details));
        table.getFocusModel().focusedCellProperty().subscribe(_ -> focused());
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(compared, Priority.ALWAYS);
        ask.setId("several-ask");
        ask.setMinWidth(USE_PREF_SIZE);
        ask.setOnAction(_ -> ask());
        HBox.setHgrow(explained, Priority.ALWAYS);
        explained.setMaxWidth(Double.MAX_VALUE);
        HBox meaning = new HBox(explained, ask);
        meaning.getStyleClass().add("several-meaning");
        compared.getChildren().addAll(basis, grid, table, meaning);
        getChildren().addAll(empty, compared);
        playback.timeProperty().subscribe(this::tick);
        grid.timeProperty().subscribe(this::basis);
        playback.speedProperty().subscribe(this::tick);
        playback.playingProperty().subscribe(this::tick);
        playback.document().topologyProperty().subscribe(this::offer);
        playback.keptProperty().subscribe(this::offer);
        model.playingProperty().subscribe(this::show);
        model.runningProperty().subscribe(this::show);
        model.progressProperty().subscribe(this::show);
        model.baselineProperty().subscribe(this::show);
        sceneProperty().subscribe(scene -> {
            grid.look(scene != null);
            if (scene != null) {
                offer();
            }
        });
    }

    /** Whether designs are compared there now. */
    public boolean compares() {
        return !model.rows().isEmpty();
    }

    @Override
    public List<Node> panes() {
        return List.of(empty, grid, table);
    }

    /** In so much height at least once there is something to see; the cards take no more than their part of it. */
    public void arrange(double height) {
        room = height;
        fit();
        grid.room(height * CARDS);
    }

    private void fit() {
        setMinHeight(compared.isVisible() ? room : USE_COMPUTED_SIZE);
    }

    /** What can be done with what is compared; shown elsewhere. */
    public Node actions() {
        return bar;
    }

    private SeveralBar.Deeds deeds(BiConsumer<ComparedFile, ComparedFile> details) {
        return new SeveralBar.Deeds() {
            @Override
            public void detail() {
                chosen(details);
            }

            @Override
            public void baseline() {
                compareWithChosen();
            }

            @Override
            public void markdown() {
                copy(SeveralText::markdown);
            }

            @Override
            public void csv() {
                copy(SeveralText::csv);
            }
        };
    }

    private interface Form {
        String of(List<MeasuredRow> rows, @Nullable MeasuredRow baseline);
    }

    private void copy(Form form) {
        ClipboardContent content = new ClipboardContent();
        content.putString(form.of(table.seen(), model.baseline()));
        Clipboard.getSystemClipboard().setContent(content);
        explained.setText(text("compare.copied", table.seen().size()));
    }

    private void key(KeyEvent event, BiConsumer<ComparedFile, ComparedFile> details) {
        if (SeedsTable.MARKDOWN.match(event)) {
            copy(SeveralText::markdown);
        } else if (SeedsTable.CSV.match(event)) {
            copy(SeveralText::csv);
        } else if (SeedsTable.BASELINE.match(event)) {
            compareWithChosen();
        } else if (SeedsTable.ORIGIN.match(event)) {
            ask();
        } else if (event.getCode() == KeyCode.ENTER) {
            chosen(details);
        } else {
            return;
        }
        event.consume();
    }

    private void focused() {
        String text = table.explained();
        explained.setText(text.isEmpty() ? KEY : text);
        shown(ask, !text.isEmpty());
        bar.canCompare(chosenRow() != null);
    }

    /** Where the figure of the cell with the focus comes from. */
    private void ask() {
        table.asked().ifPresent(asked -> origins.open(table.chosenCell(), asked));
    }

    private void compareWithChosen() {
        MeasuredRow row = chosenRow();
        if (row != null) {
            model.compareWith(row.number());
            table.requestFocus();
        }
    }

    private @Nullable MeasuredRow chosenRow() {
        MeasuredRow baseline = model.baseline();
        return table.chosen()
                .filter(row -> baseline != null && row.number() != baseline.number())
                .orElse(null);
    }

    private void chosen(BiConsumer<ComparedFile, ComparedFile> details) {
        MeasuredRow row = chosenRow();
        MeasuredRow baseline = model.baseline();
        if (row != null && baseline != null) {
            details.accept(file(baseline), file(row));
        }
    }

    private static ComparedFile file(MeasuredRow row) {
        Entrant entrant = row.entrant();
        return new ComparedFile(entrant.design().named(entrant.title()), entrant.lengthNanos());
    }

    private void tick() {
        double speed =
                playback.playingProperty().get() ? playback.speedProperty().get() : 0;
        clock.set(playback.timeProperty().get(), playback.speedProperty().get());
        grid.speed(speed);
        basis();
    }

    private void basis() {
        MeasuredRow baseline = model.baseline();
        if (baseline != null) {
            long shownNanos = grid.timeProperty().get();
            double behindNanos = playback.timeProperty().get() - (double) shownNanos;
            boolean behind = behindNanos > BEHIND_NANOS * Math.max(1, clock.speed());
            basis.setText(text(
                    behind ? "compare.plays-behind" : "compare.plays-along",
                    Long.toString(baseline.entrant().design().start().seed()),
                    FigureText.clock(shownNanos)));
        }
    }

    /** What can be compared has changed. */
    private void offer() {
        List<Offer> now = offers.now();
        if (!says(now).equals(says(offered))) {
            offered = now;
            bar.offer(now, this::start);
            empty.show(now, offers.canVary());
            show();
        }
        empty.canEvict(!policies.chosen().isEmpty());
    }

    private static List<String> says(List<Offer> offers) {
        return offers.stream().map(offer -> offer.title() + offer.says()).toList();
    }

    /** Everything moves at once. */
    private void start(Offer offer) {
        offer.act().run();
        if (!model.rows().isEmpty() && !playback.playingProperty().get()) {
            long endNanos = playback.document().topology().duration().toNanos();
            if (playback.timeProperty().get() >= endNanos) {
                playback.restart();
            }
            playback.play();
        }
    }

    private void show() {
        boolean any = !model.rows().isEmpty();
        boolean chosen =
                any && getScene() != null && Panes.has(empty, getScene().getFocusOwner());
        shown(compared, any);
        if (chosen) {
            // Else the focus would go on to the button that takes the first of them away.
            table.requestFocus();
        }
        shown(empty, !any);
        fit();
        shown(bar, any);
        HBox place = any ? bar.policies() : empty.policies();
        if (!place.equals(policies.getParent())) {
            place.getChildren().setAll(policies);
        }
        shown(bar.policies(), Variation.EVICTION.canVary(playback.document().topology()));
        bar.show();
        basis();
        focused();
    }

    private static void shown(Node node, boolean yes) {
        node.setVisible(yes);
        node.setManaged(yes);
    }
}
