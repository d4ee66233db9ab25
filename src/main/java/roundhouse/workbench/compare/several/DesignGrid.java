package roundhouse.workbench.compare.several;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.WorkLane;
import roundhouse.workbench.compare.measured.Best;
import roundhouse.workbench.compare.measured.ComparedFigure;
import roundhouse.workbench.compare.measured.MeasuredRow;
import roundhouse.workbench.origins.OriginPop;

/** The designs that play, in rows of cards of one size. */
final class DesignGrid extends Pane {
    private static final double GAP = 10;
    /** A card is no narrower where there can be fewer in a row. */
    private static final double NARROWEST = 225;

    /** Of a canvas, with what is around it in its card. */
    private static final double LOWEST = 124;

    private static final double HIGHEST = 320;
    /** Of a card: its height by its width. */
    private static final double SHAPE = 0.68;

    private final SeveralModel model;
    private final SharedClock clock;
    private final WorkLane lane;
    private final OriginPop origins;
    private final List<DesignCard> cards = new ArrayList<>();
    private final ReadOnlyLongWrapper time = new ReadOnlyLongWrapper(this, "time", 0);
    private double room = Double.MAX_VALUE;
    private double speed;
    private boolean on;

    /**
     * @param lane plays them
     * @param origins is asked where figures come from
     */
    DesignGrid(SeveralModel model, SharedClock clock, WorkLane lane, OriginPop origins) {
        this.origins = origins;
        this.model = model;
        this.clock = clock;
        this.lane = lane;
        setId("several-grid");
        getStyleClass().add("several-grid");
        model.playingProperty().subscribe(this::fill);
    }

    /** Plays while somebody looks. */
    void look(boolean looks) {
        on = looks;
        lane.cancel();
        begin();
    }

    void speed(double simulatedSecondsPerSecond) {
        speed = simulatedSecondsPerSecond;
        cards.forEach(card -> card.speed(speed));
    }

    private void fill() {
        List<DesignCard> before = List.copyOf(cards);
        cards.clear();
        for (MeasuredRow row : model.players()) {
            DesignCard card = before.stream()
                    .filter(old -> old.row().number() == row.number()
                            && old.row().entrant().equals(row.entrant())
                            && old.live().equals(model.live()))
                    .findFirst()
                    .orElseGet(() -> new DesignCard(row, model.live(), origins, () -> model.play(row.number(), false)));
            card.speed(speed);
            cards.add(card);
        }
        getChildren().setAll(cards);
        lane.cancel();
        begin();
    }

    private void begin() {
        if (on && !cards.isEmpty()) {
            lane.replace(new BackgroundTask<>(
                    text("compare.playing-failed"),
                    new PlayingWork(
                            cards.stream().map(card -> card.row().entrant()).toList(), clock, this::show),
                    _ -> {}));
        }
    }

    /** The instant that all show, simulated nanoseconds. */
    ReadOnlyLongProperty timeProperty() {
        return time.getReadOnlyProperty();
    }

    private void show(List<DesignPicture> pictures) {
        time.set(pictures.getFirst().frame().timeNanos);
        for (int i = 0; i < pictures.size(); i++) {
            cards.get(i).show(pictures.get(i));
        }
        for (ComparedFigure figure : model.live()) {
            double[] values =
                    cards.stream().mapToDouble(card -> card.value(figure)).toArray();
            double most = Arrays.stream(values)
                    .filter(value -> !Double.isNaN(value))
                    .max()
                    .orElse(Double.NaN);
            Set<Integer> best = Best.of(figure, values);
            for (int i = 0; i < cards.size(); i++) {
                cards.get(i).show(figure, best.contains(i));
                if (figure == model.live().getFirst()) {
                    cards.get(i).share(values[i] / most, best.contains(i));
                }
            }
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private int columns(double width) {
        int count = cards.size();
        int wanted = count <= 3 ? Math.max(1, count) : count <= 4 ? (width > 1_100 ? 4 : 2) : (count + 1) / 2;
        int room = Math.max(1, (int) ((width + GAP) / (NARROWEST + GAP)));
        return Math.min(wanted, room);
    }

    private static double cardWidth(double width, int columns) {
        return Math.floor((width - (columns - 1) * GAP) / columns);
    }

    private int lines(int columns) {
        return (cards.size() + columns - 1) / columns;
    }

    private double cardHeight(double width) {
        int columns = columns(width);
        double share = room / lines(columns) - GAP;
        double wide = cardWidth(width, columns);
        double lowest = Math.min(HIGHEST, wordsHeight(wide) + LOWEST);
        return Math.rint(Math.clamp(Math.min(wide * SHAPE, share), lowest, HIGHEST));
    }

    private double wordsHeight(double cardWidth) {
        return cards.stream()
                .mapToDouble(card -> card.wordsHeight(cardWidth))
                .max()
                .orElse(0);
    }

    /** The table below must have room as well: no higher than that, if cards are not too low then. */
    void room(double height) {
        room = height;
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        if (cards.isEmpty()) {
            return 0;
        }
        double available = width < 0 ? getWidth() : width;
        int lines = lines(columns(available));
        return lines * cardHeight(available) + (lines - 1) * GAP;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        if (cards.isEmpty()) {
            return;
        }
        int columns = columns(getWidth());
        double wide = cardWidth(getWidth(), columns);
        double high = cardHeight(getWidth());
        double words = wordsHeight(wide);
        cards.forEach(card -> card.words(words));
        int at = 0;
        for (Node card : getChildren()) {
            card.resizeRelocate(at % columns * (wide + GAP), Math.floorDiv(at, columns) * (high + GAP), wide, high);
            at++;
        }
    }
}
