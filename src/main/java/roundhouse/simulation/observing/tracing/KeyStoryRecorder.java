package roundhouse.simulation.observing.tracing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.data.KeyVersions;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.CacheObserver;
import roundhouse.simulation.engine.Component;
import roundhouse.simulation.engine.RunObserver;
import roundhouse.simulation.reasons.CacheAnswer;
import roundhouse.simulation.reasons.CacheKeyStory;
import roundhouse.simulation.reasons.CacheKeyStory.Event;
import roundhouse.simulation.reasons.CacheReason;
import roundhouse.simulation.reasons.KeptValue;
import roundhouse.simulation.reasons.Leaving;
import roundhouse.simulation.reasons.Newer;

/** Writes down what becomes of one key in one cache, the newest {@link #MOST} events. */
public final class KeyStoryRecorder extends RunObserver implements CacheObserver {
    private static final int MOST = 200;

    private final String cache;
    private final long key;
    private final Deque<Event> events = new ArrayDeque<>();
    private long before;
    private boolean here;

    /**
     * @param cache the name of the cache, as {@code CacheContents} has it
     * @param key as clients ask for it
     */
    public KeyStoryRecorder(String cache, long key) {
        this.cache = cache;
        this.key = key;
    }

    public CacheKeyStory story(long untilNanos) {
        return new CacheKeyStory(cache, key, untilNanos, before, List.copyOf(events));
    }

    @Override
    public CacheObserver caches() {
        return this;
    }

    private boolean isOf(String itsCache, long itsKey) {
        return itsKey == key && itsCache.equals(cache);
    }

    private void add(Event event) {
        events.add(event);
        if (events.size() > MOST) {
            events.remove();
            before++;
        }
    }

    @Override
    public void answered(Attempt attempt, CacheAnswer answer) {
        if (!isOf(answer.cache(), answer.key())) {
            return;
        }
        switch (answer.reason()) {
            case CacheReason.Given(KeptValue value, CacheReason.How how) -> given(answer.timeNanos(), value, how);
            case CacheReason.Expired _ -> missed(answer.timeNanos(), true);
            case CacheReason.Absent _ -> missed(answer.timeNanos(), false);
            case CacheReason.Bypassed _ -> {}
        }
    }

    private void given(long timeNanos, KeptValue value, CacheReason.How how) {
        long stale = value.newer() == null ? 0 : 1;
        long old = how == CacheReason.How.WHILE_FETCHED || how == CacheReason.How.ON_ERROR ? 1 : 0;
        if (events.peekLast() instanceof Event.Given(long first, long _, long times, long stales, long olds)) {
            events.removeLast();
            add(new Event.Given(first, timeNanos, times + 1, stales + stale, olds + old));
        } else {
            add(new Event.Given(timeNanos, timeNanos, 1, stale, old));
        }
    }

    private void missed(long timeNanos, boolean expired) {
        if (events.peekLast() instanceof Event.Missed(long first, long _, long times, boolean was) && was == expired) {
            events.removeLast();
            add(new Event.Missed(first, timeNanos, times + 1, expired));
        } else {
            add(new Event.Missed(timeNanos, timeNanos, 1, expired));
        }
    }

    @Override
    public void kept(String itsCache, long itsKey, KeptValue value) {
        if (isOf(itsCache, KeyVersions.version(itsKey))) {
            add(new Event.Came(value.storedNanos(), value, here));
            here = true;
        }
    }

    @Override
    public void left(String itsCache, long itsKey, Leaving leaving) {
        if (isOf(itsCache, KeyVersions.version(itsKey))) {
            add(new Event.Left(leaving));
            here = false;
        }
    }

    @Override
    public @Nullable Leaving leaving(String itsCache, long itsKey) {
        return null;
    }

    @Override
    public void deleted(String itsCache, long itsKey, long request, long timeNanos) {}

    @Override
    public void wrote(Attempt attempt, long stamp, Component at) {}

    @Override
    public void told(Component node, long itsKey, long stamp, Newer.Message message) {}
}
