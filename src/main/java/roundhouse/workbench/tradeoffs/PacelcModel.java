package roundhouse.workbench.tradeoffs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import roundhouse.workbench.playback.charts.LatencyScale;

/** The settings of a store that were tried, as their results come in, and what theory expects. On the screen's thread. */
public final class PacelcModel {
    /** What is called staleness. */
    public enum Staleness {
        SHARE("Share of stale reads"),
        AGE("Age of stale reads");

        private final String title;

        Staleness(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper(this, "changes");
    private final ObjectProperty<Staleness> staleness = new SimpleObjectProperty<>(this, "staleness", Staleness.SHARE);
    private final String latency;
    private final List<PacelcPoint> points = new ArrayList<>();
    private final List<PbsLine> lines = new ArrayList<>();

    /** @param latency which latency it is, for people: "Median latency of reads" */
    public PacelcModel(String latency) {
        this.latency = latency;
        staleness.subscribe(_ -> changed());
    }

    String latency() {
        return latency;
    }

    /** Counts what came in, so that whoever shows it knows that there is something new. */
    ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    public ObjectProperty<Staleness> stalenessProperty() {
        return staleness;
    }

    /** A further setting, or more of one that is there; it keeps its place. */
    public void put(PacelcPoint point) {
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).setting().equals(point.setting())) {
                points.set(i, point);
                changed();
                return;
            }
        }
        points.add(point);
        changed();
    }

    /** A line of what theory expects. */
    public void add(PbsLine line) {
        lines.add(line);
        changed();
    }

    /** Forgets all. */
    public void clear() {
        points.clear();
        lines.clear();
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

    /** From the fastest to the slowest. */
    List<PacelcPoint> byLatency() {
        return points.stream()
                .sorted(Comparator.comparingLong(PacelcPoint::latencyNanos))
                .toList();
    }

    LatencyScale across() {
        return LatencyScale.of(LongStream.concat(
                points.stream().mapToLong(PacelcPoint::latencyNanos),
                lines.stream().flatMap(line -> line.points().stream()).mapToLong(PbsLine.Point::latencyNanos)));
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
}
