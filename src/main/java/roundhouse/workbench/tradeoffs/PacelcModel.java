package roundhouse.workbench.tradeoffs;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import roundhouse.workbench.FigureText;

/** The settings of a store that were tried, as their results come in, and what theory expects. On the screen's thread. */
public final class PacelcModel {
    /** What is called staleness. */
    public enum Staleness {
        SHARE(text("tradeoffs.stale-share"), "tradeoffs.against-share"),
        AGE(text("tradeoffs.stale-age"), "tradeoffs.against-age");

        private final String title;
        private final String against;

        Staleness(String title, String against) {
            this.title = title;
            this.against = against;
        }

        /** Something against it, as the name of a chart. */
        String against(String across) {
            return text(against, across);
        }

        public String title() {
            return title;
        }
    }

    /** What goes from left to right. */
    public enum Across {
        /** How long an answer takes. */
        LATENCY,
        /** The share of what was asked that was not answered. */
        REFUSED
    }

    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper(this, "changes");
    private final ObjectProperty<Staleness> staleness = new SimpleObjectProperty<>(this, "staleness", Staleness.SHARE);
    private final Across across;
    private final List<PacelcPoint> points = new ArrayList<>();
    private final List<PbsLine> lines = new ArrayList<>();
    private String name;
    private String current = "";

    /** @param name which latency it is, for people: "Median latency of reads" */
    public PacelcModel(String name) {
        this(Across.LATENCY, name);
    }

    /** @param name what goes from left to right, for people */
    public PacelcModel(Across across, String name) {
        this.across = across;
        this.name = name;
        staleness.subscribe(_ -> changed());
    }

    String name() {
        return name;
    }

    /** What its lower left corner is. */
    String corner() {
        return across == Across.LATENCY ? text("tradeoffs.corner-faster") : text("tradeoffs.corner-answers");
    }

    /** What goes from left to right is called otherwise; its points come anew. */
    public void rename(String to) {
        name = to;
        changed();
    }

    /** Counts what came in, so that whoever shows it knows that there is something new. */
    ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    public ObjectProperty<Staleness> stalenessProperty() {
        return staleness;
    }

    /** The setting that the store has now; empty for none of these. */
    public void current(String setting) {
        current = setting;
        changed();
    }

    boolean isCurrent(PacelcPoint point) {
        return point.setting().equals(current);
    }

    /** All of them, in their order, and all lines. */
    public void show(List<PacelcPoint> all, List<PbsLine> expected) {
        points.clear();
        points.addAll(all);
        lines.clear();
        lines.addAll(expected);
        changed();
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }

    /** In the order in which the settings came. */
    public List<PacelcPoint> points() {
        return List.copyOf(points);
    }

    public List<PbsLine> lines() {
        return List.copyOf(lines);
    }

    /** From left to right. */
    List<PacelcPoint> inOrder() {
        return points.stream()
                .sorted(Comparator.comparingDouble(PacelcPoint::across))
                .toList();
    }

    PacelcAxis axis() {
        DoubleStream all = DoubleStream.concat(
                points.stream().mapToDouble(PacelcPoint::across),
                lines.stream().flatMap(line -> line.points().stream()).mapToDouble(PbsLine.Point::latencyNanos));
        return across == Across.LATENCY
                ? PacelcAxis.ofLatencies(all)
                : StaleScale.upTo(all.max().orElse(0), Staleness.SHARE);
    }

    /** How stale a setting is: a share, or nanoseconds. */
    double stale(PacelcPoint point) {
        return staleness.get() == Staleness.SHARE ? point.staleShare() : point.staleAgeNanos();
    }

    double stale(PbsLine.Point point) {
        return staleness.get() == Staleness.SHARE ? point.staleShare() : point.staleAgeNanos();
    }

    /** The most stale of all, what theory expects included; 0 where nothing is. */
    double mostStale() {
        return Stream.concat(
                        points.stream().map(this::stale),
                        lines.stream().flatMap(line -> line.points().stream()).map(this::stale))
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    /** {@code async: 2.10 ms, 12.5 % of reads stale, by 40.0 ms; 3 of 5 runs}. */
    String told(PacelcPoint point) {
        return text(
                point.isDone() ? "tradeoffs.point" : "tradeoffs.point-so-far",
                point.setting(),
                told(point.across()),
                told(point.staleShare(), point.staleAgeNanos()),
                point.runs(),
                point.of());
    }

    String told(PbsLine line, PbsLine.Point point) {
        return text(
                "tradeoffs.point-expected",
                line.name(),
                point.name(),
                told(point.latencyNanos()),
                told(point.staleShare(), point.staleAgeNanos()));
    }

    private String told(double value) {
        return across == Across.LATENCY
                ? FigureText.duration(Math.round(value))
                : value == 0
                        ? text("tradeoffs.all-answered")
                        : text("tradeoffs.not-answered", FigureText.percent(value));
    }

    private static String told(double share, long ageNanos) {
        if (share == 0) {
            return text("tradeoffs.no-stale-reads");
        }
        return ageNanos == 0
                ? text("tradeoffs.stale-reads", FigureText.percent(share))
                : text("tradeoffs.stale-reads-by", FigureText.percent(share), FigureText.duration(ageNanos));
    }
}
