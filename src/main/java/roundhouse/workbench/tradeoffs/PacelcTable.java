package roundhouse.workbench.tradeoffs;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import roundhouse.analysis.stores.PacelcFinding;
import roundhouse.analysis.stores.PacelcRow;
import roundhouse.analysis.stores.StoreMeasures;
import roundhouse.simulation.observing.Report.Latency;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.origins.AskedFigure;
import roundhouse.workbench.origins.OriginPop;

/** The figures of every setting, filled while its runs go. */
final class PacelcTable extends GridPane {
    private static final List<PacelcFigure> FIGURES = List.of(PacelcFigure.values());
    private static final int WHOLE =
            (int) FIGURES.stream().filter(figure -> !figure.parted()).count();
    private static final int COLUMNS = 1 + FIGURES.size() + 1;

    private final Consumer<String> taken;
    private final List<Node> headings;
    private List<PacelcRow> rows = List.of();
    private String current = "";

    /**
     * @param taken is given the setting whose name is clicked
     * @param asked a column, to be asked where it comes from
     * @param origins is asked
     */
    PacelcTable(Consumer<String> taken, Function<PacelcFigure, Optional<AskedFigure>> asked, OriginPop origins) {
        this.taken = taken;
        setId("pacelc-table");
        getStyleClass().addAll("compare-table", "pacelc-table");
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHalignment(i == 0 || i == COLUMNS - 1 ? HPos.LEFT : HPos.RIGHT);
            getColumnConstraints().add(column);
        }
        headings = headings(asked, origins);
    }

    void current(String setting) {
        current = setting;
        fill();
    }

    void show(List<PacelcRow> next) {
        rows = next;
        fill();
    }

    private void fill() {
        // The headings stay, and with them who has the focus.
        getChildren().removeIf(child -> !headings.contains(child));
        if (rows.isEmpty()) {
            getChildren().clear();
        } else if (getChildren().isEmpty()) {
            getChildren().addAll(headings);
        }
        for (int i = 0; i < rows.size(); i++) {
            row(rows.get(i), i + 2);
        }
    }

    private static List<Node> headings(Function<PacelcFigure, Optional<AskedFigure>> asked, OriginPop origins) {
        List<Node> all = new ArrayList<>();
        Label whole = heading(text("tradeoffs.else"), 1, 0, all);
        setColumnSpan(whole, WHOLE);
        setHalignment(whole, HPos.LEFT);
        Label parted = heading(text("tradeoffs.partition"), 1 + WHOLE, 0, all);
        setColumnSpan(parted, FIGURES.size() - WHOLE);
        setHalignment(parted, HPos.LEFT);
        heading(text("tradeoffs.setting"), 0, 1, all);
        for (PacelcFigure figure : FIGURES) {
            Label heading = heading(figure.title(), 1 + figure.ordinal(), 1, all);
            heading.setId("pacelc-column-" + figure.ordinal());
            origins.attach(() -> asked.apply(figure), heading);
        }
        heading("PACELC", COLUMNS - 1, 1, all);
        return all;
    }

    private void row(PacelcRow row, int line) {
        add(name(row), 0, line);
        StoreMeasures measures = row.measures();
        int at = 1;
        at = latency(measures.readLatency(), row, at, line);
        at = latency(measures.writeLatency(), row, at, line);
        figure(measures.reads() == 0 ? "" : FigureText.percent(measures.staleShare()), row, at++, line);
        figure(measures.staleReads() == 0 ? "" : FigureText.duration(measures.staleP99Nanos()), row, at++, line);
        StoreMeasures.Parted parted = row.parted().orElse(null);
        if (parted != null) {
            figure(FigureText.percent(parted.availability()), row, at++, line);
            figure(FigureText.percent(parted.staleShare()), row, at++, line);
            figure(FigureText.count(parted.lost()), row, at, line);
        }
        PacelcFinding finding = row.finding().orElse(null);
        if (finding != null) {
            Label letters = new Label(finding.letters());
            letters.setMinWidth(USE_PREF_SIZE);
            letters.getStyleClass().add("pacelc-letters");
            letters.setTooltip(new Tooltip(finding.sentence()));
            add(letters, COLUMNS - 1, line);
        }
    }

    private Node name(PacelcRow row) {
        if (row.name().equals(current)) {
            Label name = new Label(row.name());
            name.setMinWidth(USE_PREF_SIZE);
            name.getStyleClass().add("compare-own");
            return name;
        }
        Hyperlink link = new Hyperlink(row.name());
        link.setMinWidth(USE_PREF_SIZE);
        link.setTooltip(new Tooltip(text("tradeoffs.set-tip")));
        link.setOnAction(_ -> taken.accept(row.name()));
        return link;
    }

    private int latency(Latency latency, PacelcRow row, int at, int line) {
        boolean any = latency.count() > 0;
        figure(any ? FigureText.duration(latency.p50Nanos()) : "", row, at, line);
        figure(any ? FigureText.duration(latency.p99Nanos()) : "", row, at + 1, line);
        return at + 2;
    }

    private void figure(String text, PacelcRow row, int at, int line) {
        Label figure = new Label(text);
        figure.setMinWidth(USE_PREF_SIZE);
        figure.getStyleClass().add("compare-figure");
        if (!row.isDone()) {
            figure.getStyleClass().add("compare-so-far");
        }
        add(figure, at, line);
    }

    private static Label heading(String text, int column, int line, List<Node> all) {
        Label heading = new Label(text);
        heading.setMinWidth(USE_PREF_SIZE);
        heading.getStyleClass().add("compare-heading");
        setConstraints(heading, column, line);
        all.add(heading);
        return heading;
    }
}
