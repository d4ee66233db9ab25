package roundhouse.workbench.compare.several;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.WorkLane;
import roundhouse.workbench.compare.measured.Best;
import roundhouse.workbench.compare.measured.ComparedFigure;
import roundhouse.workbench.compare.measured.Entrant;
import roundhouse.workbench.compare.measured.MeasuredRow;
import roundhouse.workbench.compare.measured.SeedsWork;

/**
 * What is compared at once: a row for each design that was run, kept until they are cleared, and which of them play. A view model: needs
 * no screen.
 */
final class SeveralModel {
    /** So many play at once at most. */
    static final int MOST = 8;
    /** Numbers of seeds that are offered. */
    static final List<Integer> SEEDS = List.of(3, 5, 10, 20, 40);

    private final WorkLane lane;
    private final ObservableList<MeasuredRow> rows = FXCollections.observableArrayList();
    private final ObservableList<MeasuredRow> seen = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyObjectWrapper<List<Integer>> playing =
            new ReadOnlyObjectWrapper<>(this, "playing", List.of());
    private final IntegerProperty seeds = new SimpleIntegerProperty(this, "seeds", 10);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running", false);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", 0);
    /** The number of the row that the others are compared with; 0 for the first. */
    private final ReadOnlyIntegerWrapper baseline = new ReadOnlyIntegerWrapper(this, "baseline", 0);
    /** Of what was asked since the rows changed. */
    private final Map<ComparedFigure, Best> best = new EnumMap<>(ComparedFigure.class);

    private List<ComparedFigure> live = ComparedFigure.LIVE;
    private int done;
    private int planned;
    private int given;

    /** @param lane runs designs */
    SeveralModel(WorkLane lane) {
        this.lane = lane;
        rows.addListener((ListChangeListener<MeasuredRow>) _ -> best.clear());
        seeds.addListener((_, _, _) -> {
            if (!rows.isEmpty()) {
                measure();
            }
        });
    }

    /** In the order in which they were asked for. */
    ObservableList<MeasuredRow> rows() {
        return seen;
    }

    /** The numbers of the rows that play, {@link #MOST} at most. */
    ReadOnlyObjectProperty<List<Integer>> playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** Under how many seeds each is run. */
    IntegerProperty seedsProperty() {
        return seeds;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** The part of the runs that is done, 0 to 1. */
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** {@code 12 of 80 runs}. */
    String progressText() {
        return text("compare.progress", done, planned);
    }

    /** The figures to show of each that plays. */
    List<ComparedFigure> live() {
        return live;
    }

    /** What the others are compared with: the first row, until another one is chosen; null before anything was. */
    @Nullable
    MeasuredRow baseline() {
        return rows.isEmpty() ? null : row(baseline.get()).orElseGet(rows::getFirst);
    }

    /** Changes with what the others are compared with. */
    ReadOnlyIntegerProperty baselineProperty() {
        return baseline.getReadOnlyProperty();
    }

    /** Compares the others with the row of that number from now on. */
    void compareWith(int number) {
        baseline.set(number);
    }

    Optional<MeasuredRow> row(int number) {
        return rows.stream().filter(row -> row.number() == number).findFirst();
    }

    /** Which rows are best by that figure. */
    Best best(ComparedFigure figure) {
        return best.computeIfAbsent(figure, by -> Best.of(by, rows));
    }

    /** Those that play, in order. */
    List<MeasuredRow> players() {
        return playing.get().stream().flatMap(number -> row(number).stream()).toList();
    }

    /**
     * Plays these and runs them for the table. What there is a row of already keeps it.
     *
     * @param figures to show of each that plays
     */
    void compare(List<Entrant> entrants, List<ComparedFigure> figures) {
        live = figures;
        List<Integer> numbers = entrants.stream().map(this::rowOf).toList();
        playing.set(numbers.stream().distinct().limit(MOST).toList());
        measure();
    }

    /** Plays these beside those that play already; where there is no room, in place of the last of those. */
    void add(List<Entrant> entrants) {
        List<Integer> added = entrants.stream().map(this::rowOf).toList();
        List<Integer> before = playing.get().stream()
                .filter(number -> !added.contains(number))
                .limit(Math.max(0, MOST - added.size()))
                .toList();
        playing.set(Stream.concat(before.stream(), added.stream())
                .distinct()
                .limit(MOST)
                .toList());
        measure();
    }

    private int rowOf(Entrant entrant) {
        for (int i = 0; i < rows.size(); i++) {
            MeasuredRow row = rows.get(i);
            if (row.entrant().isLike(entrant)) {
                rows.set(i, row.named(entrant));
                return row.number();
            }
        }
        rows.add(MeasuredRow.of(++given, entrant));
        return given;
    }

    /** Whether that row could play, or does. */
    boolean canPlay(int number) {
        return playing.get().contains(number) || playing.get().size() < MOST;
    }

    /** Begins to play a row, or ends it. */
    void play(int number, boolean on) {
        if (on && canPlay(number)) {
            playing.set(Stream.concat(playing.get().stream(), Stream.of(number))
                    .distinct()
                    .sorted()
                    .toList());
        } else if (!on) {
            playing.set(playing.get().stream().filter(other -> other != number).toList());
        }
    }

    /**
     * Runs what has not been run yet under as many seeds as are asked for: everything once, so that each row has figures soon, and then
     * what plays first.
     */
    void measure() {
        lane.cancel();
        List<MeasuredRow> others = new ArrayList<>(rows);
        others.removeAll(players());
        List<SeedsWork.Planned> plan = new ArrayList<>();
        plan(players(), 0, 1, plan);
        plan(others, 0, 1, plan);
        plan(players(), 1, seeds.get(), plan);
        plan(others, 1, seeds.get(), plan);
        done = 0;
        planned = plan.size();
        progress.set(0);
        running.set(!plan.isEmpty());
        if (!plan.isEmpty()) {
            lane.replace(new BackgroundTask<>(
                    text("compare.seeds-failed"),
                    new SeedsWork(plan, this::take),
                    last -> {
                        take(last);
                        running.set(false);
                    },
                    _ -> running.set(false)));
        }
    }

    private static void plan(List<MeasuredRow> rows, int from, int until, List<SeedsWork.Planned> plan) {
        for (int i = from; i < until; i++) {
            for (MeasuredRow row : rows) {
                long seed = row.entrant().design().start().seed() + i;
                if (!row.bySeed().containsKey(seed)) {
                    plan.add(new SeedsWork.Planned(row.number(), row.entrant(), seed));
                }
            }
        }
    }

    private void take(List<SeedsWork.Measurement> news) {
        for (SeedsWork.Measurement measured : news) {
            for (int i = 0; i < rows.size(); i++) {
                MeasuredRow row = rows.get(i);
                if (row.number() == measured.row()) {
                    rows.set(
                            i,
                            measured.done()
                                    ? row.measured(measured.seed(), measured.figures())
                                    : row.soFar(measured.figures()));
                }
            }
            done += measured.done() ? 1 : 0;
        }
        progress.set((double) done / planned);
    }

    /** Ends where it has got to; what is measured stays. */
    void stop() {
        lane.cancel();
        running.set(false);
    }

    /** Forgets every row. */
    void clear() {
        stop();
        playing.set(List.of());
        rows.clear();
        baseline.set(0);
        given = 0;
    }
}
