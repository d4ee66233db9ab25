package roundhouse.simulation.network;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.metrics.TimeWeightedGauge;
import roundhouse.scaling.ScalingFinding;

/** What became of a group: its sizes over time, and what its changes cost. Counted from the beginning of the run. */
public final class GroupFigures {
    /** So many changes are kept for charts and tables. */
    private static final int MOST_KEPT = 20_000;

    /**
     * The servers of a group from a time on.
     *
     * @param wanted servers there are to be, those that start included
     * @param serving those that take requests and are wanted
     */
    public record Size(long atNanos, int wanted, int serving) {}

    private final List<Size> sizes = new ArrayList<>();
    private final TimeWeightedGauge wanted = new TimeWeightedGauge();
    private final TimeWeightedGauge existing = new TimeWeightedGauge();
    private int least = Integer.MAX_VALUE;
    private long grown;
    private long shrunk;
    private long reversals;
    private int direction;
    private long requestsCut;
    private long sessionsLost;
    private final Map<ScalingFinding, Integer> found = new EnumMap<>(ScalingFinding.class);
    private final Set<ScalingFinding> lasting = EnumSet.noneOf(ScalingFinding.class);

    GroupFigures() {}

    /** That went wrong once more, and lasts. */
    public void begin(ScalingFinding finding) {
        found.merge(finding, 1, Integer::sum);
        lasting.add(finding);
    }

    public void end(ScalingFinding finding) {
        lasting.remove(finding);
    }

    /** How often each went wrong. */
    public Map<ScalingFinding, Integer> found() {
        return new EnumMap<>(found);
    }

    /** What is wrong now, the worst first; null for nothing. */
    public @Nullable ScalingFinding lasting() {
        for (ScalingFinding finding : lasting) {
            return finding;
        }
        return null;
    }

    /** Servers had to go: what was there is cut, and what they remembered is lost. */
    public void cut(int requests, long sessions) {
        requestsCut += requests;
        sessionsLost += sessions;
    }

    /** Begins another part of the time for {@link #peak}. */
    public void cutPeak() {
        wanted.cut();
    }

    /** The most there were to be since the last {@link #cutPeak}. */
    public long peak() {
        return wanted.peak();
    }

    /** Servers that were to be there, times nanoseconds, since the beginning. */
    public double area(long nowNanos) {
        return wanted.area(nowNanos);
    }

    /** From now on it has so many. */
    public void note(int wantedNow, int serving, int all, long nowNanos) {
        Size last = sizes.isEmpty() ? new Size(0, wantedNow, -1) : sizes.getLast();
        existing.set(nowNanos, all);
        if (last.wanted() == wantedNow && last.serving() == serving) {
            return;
        }
        turn(sizes.isEmpty() ? 0 : Integer.signum(wantedNow - last.wanted()));
        wanted.set(nowNanos, wantedNow);
        least = Math.min(least, wantedNow);
        if (last.atNanos() == nowNanos && !sizes.isEmpty()) {
            sizes.removeLast();
        }
        if (sizes.size() < MOST_KEPT) {
            sizes.add(new Size(nowNanos, wantedNow, serving));
        }
    }

    private void turn(int way) {
        if (way != 0) {
            grown += way > 0 ? 1 : 0;
            shrunk += way < 0 ? 1 : 0;
            reversals += direction == -way ? 1 : 0;
            direction = way;
        }
    }

    /** Every change, oldest first; the first so many of very many. */
    public List<Size> sizes() {
        return List.copyOf(sizes);
    }

    public int least() {
        return least;
    }

    public long most() {
        return wanted.max();
    }

    /** How many there were to be on average. */
    public double mean(long nowNanos) {
        return wanted.mean(nowNanos);
    }

    /** Servers times nanoseconds that they were there, starting and leaving ones too: what is paid for. */
    public double existed(long nowNanos) {
        return existing.area(nowNanos);
    }

    /** How often it grew. */
    public long grown() {
        return grown;
    }

    public long shrunk() {
        return shrunk;
    }

    /** How often it grew after it had shrunk, or the other way round. */
    public long reversals() {
        return reversals;
    }

    /** Requests that were there when a server had to go. */
    public long requestsCut() {
        return requestsCut;
    }

    /** Sessions that a server had in memory when it had to go. */
    public long sessionsLost() {
        return sessionsLost;
    }
}
