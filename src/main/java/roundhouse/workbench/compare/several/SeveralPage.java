package roundhouse.workbench.compare.several;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.playback.Playback;

/** Up to eight designs that play at once, and the table of all that were run. Before that, what can be compared with one click. */
public final class SeveralPage extends VBox {
    private static final String EMPTY =
            "Up to eight designs play side by side under the same requests, and a table says how they differ and how sure that is.";
    private static final String NOTHING =
            "There is no load balancer and no cache in this design, so there is no algorithm or policy to change. Compare it with a file, or add one.";
    private static final String KEY =
            "★ best for sure, ☆ best so far; below each figure the difference to the first row, ✓ better or ✗ worse for sure, ± holds in 95 of 100 cases. Point at a figure, or go there by the arrow keys, to read what it means.";

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
    private final FlowPane bar;
    private final Label basis = new Label();
    private final Label explained = new Label(KEY);
    private final VBox empty = new VBox();
    private final VBox compared = new VBox();
    private final MenuButton more = new MenuButton("Compare");
    private final ProgressBar progress = new ProgressBar(0);
    private final Label runs = new Label();
    private final Button cancel = new Button("Cancel");
    private final Button detail = new Button("In detail");
    /** Where policies are chosen before anything was compared, and after that. */
    private final HBox choosing = new HBox();

    private final HBox choosingMore = new HBox();
    private List<String> offered = List.of();
    private final HBox working = new HBox(progress, runs, cancel);

    /** @param details shows two of them in every figure: what the others are compared with, and another */
    public SeveralPage(
            Playback playback,
            OtherDesigns others,
            BackgroundWork background,
            BiConsumer<ComparedFile, ComparedFile> details) {
        this.playback = playback;
        model = new SeveralModel(background.lane("compare-seeds", "Comparing over seeds"));
        offers = new Offers(playback, others, model, policies);
        grid = new DesignGrid(model, clock, background.lane("compare-playing"));
        table = new SeedsTable(model);
        getStyleClass().add("several");
        empty.getStyleClass().add("several-empty");
        compared.getStyleClass().add("several-compared");
        for (Label label : List.of(basis, explained)) {
            label.getStyleClass().add("muted");
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        explained.setId("several-explained");
        detail.setId("several-detail");
        detail.setTooltip(new Tooltip("Every figure of the chosen row beside the first one (Enter)"));
        detail.setOnAction(_ -> chosen(details));
        table.setOnKeyPressed(event -> key(event, details));
        table.getFocusModel().focusedCellProperty().subscribe(_ -> focused());
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(compared, Priority.ALWAYS);
        bar = bar();
        compared.getChildren().addAll(basis, grid, table, explained);
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
        sceneProperty().subscribe(scene -> {
            grid.look(scene != null);
            if (scene != null) {
                offer();
            }
        });
    }

    /** In so much height at least; the cards take no more than their part of it. */
    public void arrange(double height) {
        setMinHeight(height);
        grid.room(height * CARDS);
    }

    /** What can be done with what is compared; shown elsewhere. */
    public Node actions() {
        return bar;
    }

    private FlowPane bar() {
        more.setId("several-more");
        more.setTooltip(new Tooltip("What can be compared further; the rows there are stay"));
        ComboBox<Integer> seeds = new ComboBox<>();
        seeds.setId("several-seeds");
        seeds.setAccessibleText("Under how many seeds each is run");
        seeds.setTooltip(new Tooltip("Under how many seeds each is run: more make the intervals narrower"));
        seeds.getItems().setAll(SeveralModel.SEEDS);
        seeds.setValue(model.seedsProperty().get());
        seeds.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Integer count) {
                return count + " seeds";
            }

            @Override
            public Integer fromString(String text) {
                return Integer.valueOf(text.replaceAll("\\D", ""));
            }
        });
        seeds.valueProperty().subscribe(count -> model.seedsProperty().set(count));
        cancel.setId("several-cancel");
        cancel.setOnAction(_ -> model.stop());
        progress.setPrefWidth(110);
        working.getStyleClass().add("several-working");
        Button goOn = new Button("Clear");
        goOn.setId("several-clear");
        goOn.setTooltip(new Tooltip("Forgets all rows"));
        goOn.setOnAction(_ -> model.clear());
        Button markdown = copying("Copy as Markdown", "several-markdown", this::markdown);
        markdown.setTooltip(
                new Tooltip("The table as it is sorted (" + SeedsTable.MARKDOWN.getDisplayText() + " in it)"));
        Button csv = copying("Copy as CSV", "several-csv", this::csv);
        csv.setTooltip(new Tooltip("The table as it is sorted (" + SeedsTable.CSV.getDisplayText() + " in it)"));
        FlowPane made = new FlowPane(more, choosingMore, seeds, detail, markdown, csv, goOn, working);
        for (Node node : made.getChildren()) {
            if (node instanceof Region region) {
                region.setMinWidth(USE_PREF_SIZE);
            }
        }
        made.widthProperty().subscribe(wide -> made.setPrefWrapLength(wide.doubleValue()));
        made.getStyleClass().add("compare-actions");
        return made;
    }

    private Button copying(String text, String id, Runnable copy) {
        Button button = new Button(text);
        button.setId(id);
        button.setOnAction(_ -> copy.run());
        return button;
    }

    private void markdown() {
        copy(SeveralText::markdown);
    }

    private void csv() {
        copy(SeveralText::csv);
    }

    private interface Form {
        String of(List<MeasuredRow> rows, @Nullable MeasuredRow baseline);
    }

    private void copy(Form form) {
        ClipboardContent content = new ClipboardContent();
        content.putString(form.of(table.seen(), model.baseline()));
        Clipboard.getSystemClipboard().setContent(content);
        explained.setText("Copied " + table.seen().size() + " rows.");
    }

    private void key(KeyEvent event, BiConsumer<ComparedFile, ComparedFile> details) {
        if (SeedsTable.MARKDOWN.match(event)) {
            markdown();
        } else if (SeedsTable.CSV.match(event)) {
            csv();
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
        detail.setDisable(chosenRow() == null);
    }

    private @Nullable MeasuredRow chosenRow() {
        int line = table.getFocusModel().getFocusedIndex();
        MeasuredRow baseline = model.baseline();
        if (line < 0 || line >= table.getItems().size() || baseline == null) {
            return null;
        }
        MeasuredRow row = model.row(table.getItems().get(line)).orElse(null);
        return row == null || row.number() == baseline.number() ? null : row;
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
            basis.setText("All play under the same requests, by the clock and the buttons above. Seed "
                    + baseline.entrant().design().start().seed() + " at " + FigureText.clock(shownNanos)
                    + (behind ? ", catching up with the clock: at a lower speed they keep up." : "."));
        }
    }

    /** What can be compared has changed. */
    private void offer() {
        List<Offer> now = offers.now();
        empty.lookupAll("#compare-" + Variation.EVICTION.key())
                .forEach(button -> button.setDisable(policies.chosen().isEmpty()));
        List<String> titles = now.stream().map(Offer::title).toList();
        if (titles.equals(offered)) {
            return;
        }
        offered = titles;
        more.getItems().setAll(now.stream().map(this::item).toList());
        empty.getChildren().setAll(emptyState(now));
        show();
    }

    private MenuItem item(Offer offer) {
        MenuItem item = new MenuItem(offer.title());
        item.setId("several-more-" + offer.id());
        item.setOnAction(_ -> start(offer));
        return item;
    }

    private List<Node> emptyState(List<Offer> now) {
        Label title = new Label("What do you want to compare?");
        title.getStyleClass().add("compare-headline");
        Label about = new Label(offers.canVary() ? EMPTY : NOTHING);
        about.setId("compare-alone");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        about.getStyleClass().add("compare-alone");
        GridPane list = new GridPane();
        list.getStyleClass().add("several-offers");
        int line = 0;
        for (Offer offer : now) {
            Button button = new Button(offer.title());
            button.setId("compare-" + offer.id());
            button.setMinWidth(USE_PREF_SIZE);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(_ -> start(offer));
            if (line == 0) {
                button.getStyleClass().add("accent");
            }
            Label says = new Label(offer.says() + ".");
            says.getStyleClass().add("muted");
            says.setWrapText(true);
            says.setMinHeight(USE_PREF_SIZE);
            list.addRow(line, button, says);
            if (offer.id().equals(Variation.EVICTION.key())) {
                button.setDisable(policies.chosen().isEmpty());
                list.add(choosing, 2, line);
            }
            line++;
        }
        return List.of(title, about, list);
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
        shown(empty, !any);
        shown(compared, any);
        shown(bar, any);
        HBox place = any ? choosingMore : choosing;
        if (!place.equals(policies.getParent())) {
            place.getChildren().setAll(policies);
        }
        shown(choosingMore, Variation.EVICTION.canVary(playback.document().topology()));
        shown(working, model.runningProperty().get());
        progress.setProgress(model.progressProperty().get());
        runs.setText(model.progressText());
        basis();
        focused();
    }

    private static void shown(Node node, boolean yes) {
        node.setVisible(yes);
        node.setManaged(yes);
    }
}
