package roundhouse.workbench.caches;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.KeyTracer;
import roundhouse.simulation.Run;
import roundhouse.simulation.reasons.CacheKeyStory;
import roundhouse.topology.Topology;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.Job;
import roundhouse.workbench.WorkLane;
import roundhouse.workbench.playback.Playback;
import roundhouse.workbench.why.LookBack;

/**
 * The story of the key that is followed: the run is run again to the instant it is asked at. While it plays the story stays as it was
 * told, for telling it takes as long as running there; when it stands, goes back, or another future is shown, it is
 * told anew.
 */
public final class KeyStoryModel {
    private final ReadOnlyObjectWrapper<@Nullable CacheKeyStory> story =
            new ReadOnlyObjectWrapper<>(this, "story", null);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", -1);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final Playback playback;
    private final WorkLane looks;
    private @Nullable Job look;
    private String cache = "";
    private long key;
    private long askedAtNanos = -1;

    public KeyStoryModel(Playback playback, BackgroundWork background) {
        this.playback = playback;
        looks = background.lane("key-story", text("caches.replaying-for-a-key"));
        playback.startProperty().subscribe((_, _) -> close());
        playback.playingProperty().subscribe(_ -> follow());
        playback.commandsProperty().subscribe((_, _) -> {
            askedAtNanos = -1;
            follow();
        });
    }

    /** Null until it is known, and where no key is followed. */
    public ReadOnlyObjectProperty<@Nullable CacheKeyStory> storyProperty() {
        return story.getReadOnlyProperty();
    }

    /** How much of the time to look through is done, 0 to 1; -1 while there is nothing to tell. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Why there is no story; empty while all is well. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** That key is followed now, in the cache of that name. */
    void follow(String itsCache, long itsKey) {
        if (!itsCache.equals(cache) || itsKey != key) {
            close();
            cache = itsCache;
            key = itsKey;
        }
        follow();
    }

    private void follow() {
        long nowNanos = playback.timeProperty().get();
        boolean stands = !playback.playingProperty().get();
        if (!cache.isEmpty() && (askedAtNanos < 0 || askedAtNanos > nowNanos || (stands && askedAtNanos != nowNanos))) {
            ask();
        }
    }

    /** Tells the story on, up to now. */
    void ask() {
        stop();
        problem.set("");
        askedAtNanos = playback.timeProperty().get();
        long untilNanos = askedAtNanos;
        Topology start = playback.startProperty().get();
        List<Run.Entry> log = playback.commandsProperty().get();
        String itsCache = cache;
        long itsKey = key;
        look = looks.replace(new BackgroundTask<>(
                text("caches.the-replay-for-key-failed", key),
                new LookBack<>(
                        () -> new KeyTracer(start, log, itsCache, itsKey, untilNanos),
                        untilNanos,
                        KeyTracer::story,
                        progress::set),
                this::answer,
                this::fail));
    }

    private void answer(CacheKeyStory told) {
        stop();
        story.set(told);
    }

    private void fail(String what) {
        stop();
        problem.set(text("caches.the-replay-failed", what));
    }

    private void stop() {
        if (look != null) {
            look.cancel();
            look = null;
        }
        progress.set(-1);
    }

    /** Whether anybody sees it. */
    public void show(boolean visible) {
        if (!visible) {
            close();
        }
    }

    /** No key is followed. */
    void close() {
        stop();
        story.set(null);
        problem.set("");
        cache = "";
        askedAtNanos = -1;
    }
}
