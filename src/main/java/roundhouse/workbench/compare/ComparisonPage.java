package roundhouse.workbench.compare;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;
import roundhouse.analysis.ComparedDesign;
import roundhouse.analysis.ComparisonWords;
import roundhouse.analysis.Difference;
import roundhouse.analysis.RunComparison;
import roundhouse.workbench.origins.AskedFigure;
import roundhouse.workbench.origins.OriginPop;

/** Two runs side by side: the result in a sentence, how far it can be trusted, the figures, and pictures of them. */
final class ComparisonPage extends VBox {
    /** What the pictures need beside the table, pixels of the layout. */
    private static final double PICTURES = 340;

    private final Label headline = new Label();
    private final Label hint = new Label();
    private final FiguresTable table;
    private final Bars latency = new Bars(text("compare.mean-latency"));
    private final Bars success = new Bars(text("compare.succeeded"));
    private final CurvePlot curves = new CurvePlot();
    private final Legend legend = new Legend();
    private final Label basis = new Label();
    private final HBox beside = new HBox();
    private double width;
    private List<ComparedDesign> designs = List.of();
    /** Null before anything was compared, and where that broke. */
    private @Nullable RunComparison shown;

    private final VBox pictures;

    /** @param origins is asked where figures come from */
    ComparisonPage(OriginPop origins) {
        table = new FiguresTable(origins);
        getStyleClass().add("compare-comparison");
        headline.setId("compare-headline");
        headline.getStyleClass().add("compare-headline");
        hint.setId("compare-hint");
        hint.getStyleClass().add("compare-warning");
        basis.getStyleClass().add("muted");
        for (Label label : List.of(headline, hint, basis)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.managedProperty().bind(label.textProperty().isNotEmpty());
        }
        Label title = new Label(text("compare.curves"));
        title.getStyleClass().add("compare-heading");
        title.setWrapText(true);
        origins.attach(() -> asked(CompareOrigins::mean), latency);
        origins.attach(() -> asked(CompareOrigins::succeeded), success);
        origins.attach(() -> asked(CompareOrigins::curves), curves, title);
        pictures = new VBox(latency, success, title, curves, legend);
        pictures.setId("compare-pictures");
        pictures.getStyleClass().add("compare-pictures");
        beside.getStyleClass().add("compare-beside");
        table.setMinWidth(USE_PREF_SIZE);
        beside.getChildren().addAll(table, pictures);
        getChildren().addAll(headline, hint, beside, basis);
    }

    /** In so much width: where the pictures have no room beside the table they go under it. */
    void arrange(double available) {
        width = available;
        boolean narrow = width < table.prefWidth(-1) + beside.getSpacing() + PICTURES;
        boolean under = getChildren().contains(pictures);
        if (narrow && !under) {
            beside.getChildren().remove(pictures);
            getChildren().add(getChildren().indexOf(beside) + 1, pictures);
        } else if (!narrow && under) {
            getChildren().remove(pictures);
            beside.getChildren().add(pictures);
        }
    }

    /** What is compared from now on. */
    void of(List<ComparedDesign> compared) {
        designs = List.copyOf(compared);
        table.of(compared);
    }

    private Optional<AskedFigure> asked(BiFunction<RunComparison, List<ComparedDesign>, AskedFigure> figure) {
        return Optional.ofNullable(shown).map(comparison -> figure.apply(comparison, designs));
    }

    void show(RunComparison comparison) {
        shown = comparison;
        headline.setText(Row.headline(comparison));
        hint.setText(ComparisonWords.hint(comparison));
        table.show(comparison);
        Difference mean = comparison.latency();
        latency.show(
                new Bars.Bar(
                        comparison.a().name(),
                        mean.a(),
                        mean.ofA().halfWidth(),
                        comparison.a().hasReplies() ? Row.time(mean.a()) : text("compare.no-replies")),
                new Bars.Bar(
                        comparison.b().name(),
                        mean.b(),
                        mean.ofB().halfWidth(),
                        comparison.b().hasReplies() ? Row.time(mean.b()) : text("compare.no-replies")));
        Difference well = comparison.success();
        success.show(
                new Bars.Bar(comparison.a().name(), well.a(), well.ofA().halfWidth(), Row.percent(well.a())),
                new Bars.Bar(comparison.b().name(), well.b(), well.ofB().halfWidth(), Row.percent(well.b())));
        curves.show(comparison.a(), comparison.b());
        legend.show(comparison.a().name(), comparison.b().name());
        basis.setText(Row.basis(comparison));
        pictures.setVisible(true);
        arrange(width);
    }

    /** The comparison broke. */
    void fail(String reason) {
        shown = null;
        headline.setText(text("compare.failed-because", reason));
        hint.setText("");
        basis.setText("");
        table.clear();
        pictures.setVisible(false);
    }

    /** Which curve is whose. */
    private static final class Legend extends FlowPane {
        private static final double MARK = 25;

        Legend() {
            getStyleClass().add("compare-legend");
        }

        void show(String a, String b) {
            getChildren().setAll(entry(a, "compare-first-curve"), entry(b, "compare-second-curve"));
        }

        private static HBox entry(String name, String style) {
            Line mark = new Line(0, 0, MARK, 0);
            mark.getStyleClass().addAll("compare-curve", style);
            HBox entry = new HBox(6, mark, new Label(name));
            entry.getStyleClass().add("compare-legend-entry");
            return entry;
        }
    }
}
