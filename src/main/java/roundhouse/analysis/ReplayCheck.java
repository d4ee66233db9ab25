package roundhouse.analysis;

import org.jspecify.annotations.Nullable;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.topology.files.SavedRun;
import roundhouse.topology.files.SavedRun.Trail;

/**
 * Replays a saved run and compares it with its trail: event by event as far as digests of single events were kept, then stretch by stretch.
 * Stops at the first difference.
 */
public final class ReplayCheck {
    private static final int STEPS = 10_000;

    private final SavedRun saved;
    private final Replay replay;
    private @Nullable ReplayVerdict verdict;
    /** The last event that is known to be the same. */
    private long same;

    public ReplayCheck(SavedRun saved) {
        this.saved = saved;
        replay = new Replay(saved.start(), RunRecorder.log(saved));
    }

    /** Goes on a little; false when the verdict is found. */
    public boolean advance() {
        for (int i = 0; i < STEPS && verdict == null; i++) {
            long events = replay.run().events();
            if (!replay.stepWithin(saved.untilNanos())) {
                replay.runUntil(saved.untilNanos());
                verdict = atEnd();
            } else if (replay.run().events() > events) {
                compare();
            }
        }
        return verdict == null;
    }

    public ReplayVerdict finish() {
        while (advance()) {
            // Each call runs one slice.
        }
        if (verdict == null) {
            throw new IllegalStateException("no verdict was found");
        }
        return verdict;
    }

    private void compare() {
        Trail trail = saved.trail();
        long events = replay.run().events();
        long digest = replay.run().digest();
        if (events > saved.events()) {
            verdict = differs(events, events, false);
        } else if (events <= trail.fingerprints().length) {
            check(events, trail.fingerprints()[(int) events - 1] == Trail.fingerprint(digest));
        }
        if (verdict == null && events % trail.every() == 0 && events / trail.every() <= trail.digests().length) {
            check(events, trail.digests()[(int) (events / trail.every()) - 1] == digest);
        }
    }

    private void check(long events, boolean equal) {
        if (equal) {
            same = events;
        } else {
            verdict = differs(same + 1, events, false);
        }
    }

    private ReplayVerdict atEnd() {
        Run run = replay.run();
        if (run.events() < saved.events()) {
            return differs(same + 1, run.events() + 1, true);
        }
        // The last event's own digest is not that of the end when a command came after it.
        if (run.digest() != saved.digest()) {
            return differs(Math.min(same + 1, run.events()), run.events(), false);
        }
        Long report = saved.report();
        // Another version may count more, or word it otherwise.
        return report != null
                        && saved.program().equals(ProgramVersion.text())
                        && report != run.report().figuresDigest()
                ? new ReplayVerdict.ReportDiffers(run.events(), run.digest())
                : new ReplayVerdict.Same(run.events(), run.digest());
    }

    private ReplayVerdict differs(long first, long last, boolean missing) {
        Run run = replay.run();
        return new ReplayVerdict.Differs(first, last, run.nowNanos(), run.lastEvent(), missing);
    }
}
