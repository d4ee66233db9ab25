package roundhouse.workbench.playback;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.playback.charts.scale.TimeAxis;
import roundhouse.workbench.playback.charts.scale.TimeView;
import roundhouse.workbench.playback.history.Future;

/** How far the run has got, and what happens when: a click or a drag seeks, a dragged flag moves its command. */
public final class TimelineBar extends Region {
    private static final double TRACK_Y = 44;
    private static final double WORDS_HEIGHT = 14;
    private static final double MARK_BOTTOM = TRACK_Y - 5;
    private static final double GAP = 8;

    private final Playback playback;
    private final Document document;
    private final LongProperty cursor;
    private final FlagEdits edits;
    private final Label title = new Label("TIMELINE");
    private final Region track = part("timeline-track");
    private final Region reached = part("timeline-reached");
    private final Region passed = part("timeline-passed");
    private final Tooltip cost = new Tooltip();
    private List<FutureTrack> tracks = List.of();
    private final ReadOnlyDoubleWrapper futuresHeight = new ReadOnlyDoubleWrapper(this, "futuresHeight");
    private final Region thumb = part("timeline-thumb");
    private final Region pointed = part("timeline-cursor");
    /** What the charts below have in sight, if it is not all. */
    private final Region sight = part("timeline-sight");

    private TimeView inSight = TimeView.whole(1);
    private List<FlagNode> flags = List.of();
    private TimelineModel model = new TimelineModel(1, List.of());
    private LongConsumer asked = _ -> {};
    private boolean scrubbing;
    private boolean wasPlaying;
    private long scrubbedNanos;
    private double grabbed;
    private @Nullable FlagNode dragged;
    private long draggedToNanos;

    /** @param cursor the time that charts are read at, simulated nanoseconds; -1 for none */
    TimelineBar(Playback playback, LongProperty cursor) {
        this.playback = playback;
        this.cursor = cursor;
        this.document = playback.document();
        edits = new FlagEdits(document);
        PlaybackStyle.addTo(this);
        getStyleClass().add("timeline");
        title.getStyleClass().add("timeline-title");
        title.setMouseTransparent(true);
        getChildren().addAll(title, track, reached, passed, sight, pointed, thumb);
        setAccessibleRole(AccessibleRole.SLIDER);
        setFocusTraversable(true);
        document.topologyProperty().subscribe(_ -> rebuild());
        playback.commandsProperty().subscribe(_ -> rebuild());
        playback.startProperty().subscribe(_ -> rebuild());
        playback.noticesProperty().subscribe(_ -> rebuild());
        playback.keptProperty().subscribe(_ -> showFutures());
        playback.activeProperty().subscribe(_ -> showFutures());
        cost.setOnShowing(
                _ -> cost.setText(playback.liveProperty().get() ? Playback.LIVE_TIME : HistoryCost.text(playback)));
        Tooltip.install(this, cost);
        playback.timeProperty().subscribe(timeNanos -> moved(timeNanos.longValue()));
        cursor.subscribe(_ -> requestLayout());
        setOnMouseMoved(event -> cursor.set(event.getX() < left() ? -1 : nanosAt(event.getX())));
        setOnMouseExited(_ -> cursor.set(-1));
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(_ -> release());
        setOnKeyPressed(this::key);
    }

    private static Region part(String styleClass) {
        Region part = new Region();
        part.getStyleClass().add(styleClass);
        part.setMouseTransparent(true);
        return part;
    }

    private void rebuild() {
        TimelineModel next = TimelineModel.of(
                document.topology(),
                playback.startProperty().get(),
                playback.commandsProperty().get(),
                playback.noticesProperty().get(),
                playback.timeProperty().get());
        if (!next.flags().equals(model.flags())) {
            getChildren().removeAll(flags);
            flags = next.flags().stream().map(this::flag).toList();
            getChildren().addAll(flags);
        }
        model = next;
        requestLayout();
    }

    /** What the tracks of other futures take, px. */
    ReadOnlyDoubleProperty futuresHeight() {
        return futuresHeight.getReadOnlyProperty();
    }

    /** A track below for each future that was kept. */
    private void showFutures() {
        Future active = playback.activeProperty().get();
        List<Future> kept = playback.keptProperty().get();
        title.setText(kept.isEmpty() ? "TIMELINE" : "TIMELINE · " + active.name());
        boolean others = kept.size() != tracks.size();
        for (int i = 0; i < tracks.size() && !others; i++) {
            others = !tracks.get(i).shows(kept.get(i), active);
        }
        if (others) {
            getChildren().removeAll(tracks);
            tracks = kept.stream()
                    .map(future -> new FutureTrack(future, active, playback))
                    .toList();
            getChildren().addAll(tracks);
            futuresHeight.set(tracks.size() * FutureTrack.HEIGHT);
        }
        requestLayout();
    }

    /** The charts have that stretch in sight. */
    void inSight(TimeView view) {
        if (!view.equals(inSight)) {
            inSight = view;
            requestLayout();
        }
    }

    /** What to do when a flag is clicked, or Enter pressed on it: told its time, simulated nanoseconds. */
    void onAsked(LongConsumer listener) {
        asked = listener;
    }

    private FlagNode flag(TimelineModel.Flag flag) {
        FlagNode node = new FlagNode(flag);
        node.setOnMousePressed(event -> {
            node.requestFocus();
            node.toFront();
            grabbed = sceneToLocal(event.getSceneX(), event.getSceneY()).getX() - x(flag.timeNanos());
            event.consume();
        });
        node.setOnMouseDragged(event -> {
            if (flag.movable() && event.getButton() == MouseButton.PRIMARY) {
                dragged = node;
                draggedToNanos = nanosAt(pointer(event) - grabbed);
                node.preview(draggedToNanos);
                requestLayout();
            }
            event.consume();
        });
        node.setOnMouseReleased(event -> {
            node.settle();
            if (Objects.equals(dragged, node)) {
                dragged = null;
                move(flag, draggedToNanos);
            } else if (event.getButton() == MouseButton.PRIMARY) {
                asked.accept(flag.timeNanos());
            }
            requestLayout();
            event.consume();
        });
        node.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                asked.accept(flag.timeNanos());
                event.consume();
            } else if (flag.movable()) {
                edits.key(event, flag, timeNanos -> move(flag, timeNanos));
            }
        });
        return node;
    }

    private void move(TimelineModel.Flag flag, long timeNanos) {
        edits.move(flag, timeNanos);
        flags.stream()
                .filter(node ->
                        node.flag().text().equals(flag.text()) && node.flag().timeNanos() == timeNanos)
                .findFirst()
                .ifPresent(FlagNode::requestFocus);
    }

    private void moved(long timeNanos) {
        if (TimelineModel.spanNanos(document.topology().duration(), timeNanos) != model.spanNanos()) {
            rebuild();
        }
        setAccessibleText(text(
                "playback.timeline-of",
                FigureText.clock(timeNanos),
                LengthText.of(document.topology().duration())));
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        requestLayout();
    }

    /** Where it stands, in seconds, as screen readers ask a slider. */
    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> model.spanNanos() / 1e9;
            case VALUE -> playback.timeProperty().get() / 1e9;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private void press(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && !playback.liveProperty().get()) {
            requestFocus();
            scrubbing = true;
            wasPlaying = playback.playingProperty().get();
            playback.pause();
            drag(event);
        }
    }

    private void drag(MouseEvent event) {
        if (scrubbing) {
            scrubbedNanos = nanosAt(pointer(event));
            playback.seek(scrubbedNanos);
            requestLayout();
        }
    }

    private void release() {
        if (scrubbing) {
            scrubbing = false;
            if (wasPlaying) {
                playback.play();
            }
            requestLayout();
        }
    }

    private void key(KeyEvent event) {
        long hundredth = model.spanNanos() / 100;
        long timeNanos = playback.timeProperty().get();
        switch (event.getCode()) {
            case LEFT -> playback.seek(Math.max(0, timeNanos - hundredth));
            case RIGHT -> playback.seek(timeNanos + hundredth);
            case PAGE_DOWN -> playback.seek(Math.max(0, timeNanos - 10 * hundredth));
            case PAGE_UP -> playback.seek(timeNanos + 10 * hundredth);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private double pointer(MouseEvent event) {
        return sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
    }

    private long nanosAt(double x) {
        double width = Math.max(1, trackWidth());
        return model.timeNanos((x - left()) / width, width);
    }

    /** Where the track begins. */
    private double left() {
        return snappedLeftInset() + TimeAxis.GUTTER;
    }

    private double trackWidth() {
        return getWidth() - left() - snappedRightInset();
    }

    private double x(long timeNanos) {
        return left() + model.place(timeNanos) * trackWidth();
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + TRACK_Y + 8 + futuresHeight.get() + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double left = left();
        double y = snappedTopInset() + TRACK_Y;
        long nowNanos = scrubbing ? scrubbedNanos : playback.timeProperty().get();
        double x = x(nowNanos);
        title.resizeRelocate(snappedLeftInset(), snappedTopInset(), title.prefWidth(-1), WORDS_HEIGHT);
        track.resizeRelocate(left, y - 2, trackWidth(), 4);
        double known = x(Math.max(nowNanos, playback.activeProperty().get().furthestNanos()));
        reached.resizeRelocate(left, y - 2, known - left, 4);
        for (int i = 0; i < tracks.size(); i++) {
            FutureTrack other = tracks.get(i);
            other.resizeRelocate(left, y + 8 + i * FutureTrack.HEIGHT, trackWidth(), FutureTrack.HEIGHT);
            other.place(x(other.fromNanos()) - left, x(other.future().furthestNanos()) - left);
        }
        passed.resizeRelocate(left, y - 2, x - left, 4);
        sight.setVisible(!inSight.isWhole());
        sight.resizeRelocate(x(inSight.fromNanos()), y - 7, x(inSight.untilNanos()) - x(inSight.fromNanos()), 14);
        double radius = thumb.prefWidth(-1) / 2;
        thumb.resizeRelocate(x - radius, y - radius, 2 * radius, 2 * radius);
        double lowEnd = Double.NEGATIVE_INFINITY;
        double highEnd = title.getWidth() + GAP;
        pointed.setVisible(cursor.get() >= 0);
        pointed.resizeRelocate(Math.floor(x(cursor.get())), y - 6, 1, getHeight() - y + 6);
        for (FlagNode flag : flags) {
            if (Objects.equals(flag, dragged)) {
                flag.setCrowded(false);
                place(flag, draggedToNanos, 0);
                continue;
            }
            double width = flag.prefWidth(-1);
            double start = wordsStart(x(flag.flag().timeNanos()) - width / 2, width);
            boolean low = start >= lowEnd;
            boolean high = !low && start >= highEnd;
            flag.setCrowded(!low && !high);
            flag.setAhead(flag.flag().timeNanos() > nowNanos);
            place(flag, flag.flag().timeNanos(), high ? WORDS_HEIGHT : 0);
            lowEnd = low ? start + width + GAP : lowEnd;
            highEnd = high ? start + width + GAP : highEnd;
        }
    }

    /** Where words would start that have to stay on the bar. */
    private double wordsStart(double wanted, double width) {
        double least = left() - 3;
        return Math.clamp(wanted, least, Math.max(least, getWidth() - width));
    }

    /** Puts a flag over its time, its words higher by so much. */
    private void place(FlagNode flag, long timeNanos, double higher) {
        double width = flag.prefWidth(-1);
        double height = flag.prefHeight(-1) + higher;
        double start = x(timeNanos) - width / 2;
        flag.resizeRelocate(start, snappedTopInset() + MARK_BOTTOM - height, width, height);
        flag.shiftWords(wordsStart(start, width) - start);
        flag.setSpacing(higher + 1);
    }
}
