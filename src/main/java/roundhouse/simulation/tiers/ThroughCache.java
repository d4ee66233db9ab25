package roundhouse.simulation.tiers;

import java.util.Arrays;
import roundhouse.caching.fetching.FetchEnd;
import roundhouse.caching.fetching.FetchStep;
import roundhouse.caching.fetching.WokenListener;
import roundhouse.caching.freshness.Held;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.reasons.Leaving;

/**
 * Answers reads from a cache, and fetches what is not there from behind it: for a request, for several that wait for one fetch, or for
 * nobody, behind an answer that was old.
 */
public final class ThroughCache {
    private final RunContext context;
    private final NodeComponent node;
    private final CacheTier tier;
    private final Host host;
    private final CallbackHandler looks;
    private final WokenListener waker = this::woken;
    private int[] woken = new int[8];
    private boolean[] shares = new boolean[8];
    private int wokenCount;

    /** Who has the cache. */
    public interface Host {
        /** An attempt that will fetch what the other one is about, for it or for nobody. */
        Attempt child(Attempt about, boolean waits);

        /** Sends it out. It may end at once. */
        void send(Attempt child);

        /** An attempt that was read has its answer. */
        void answered(Attempt attempt, Outcome outcome);
    }

    public ThroughCache(RunContext context, NodeComponent node, CacheTier tier, Host host) {
        this.context = context;
        this.node = node;
        this.tier = tier;
        this.host = host;
        looks = new CallbackHandler(context.kernel, node.id + " waits", this::looksAgain);
    }

    /** A number that no other in the run has. */
    public int number() {
        return looks.number();
    }

    public CacheTier tier() {
        return tier;
    }

    /** The key as the cache has it. */
    private static long keyOf(Attempt attempt) {
        return attempt.data().cacheKey;
    }

    /** An attempt wants to read; its {@link roundhouse.simulation.engine.DataOperation#cacheKey} is set. */
    public void read(Attempt attempt) {
        long nowNanos = context.kernel.nowNanos();
        long key = keyOf(attempt);
        Held found = tier.look(key, nowNanos);
        if (found != Held.ABSENT && tier.isNegative()) {
            if (found == Held.FRESH) {
                tier.refuse(attempt, nowNanos);
                host.answered(attempt, Outcome.FAILED);
                return;
            }
            tier.drop(key, Leaving.Cause.NOTHING_OVER, 0, nowNanos);
            found = Held.ABSENT;
        }
        attempt.data().askedNanos = nowNanos;
        FetchStep step = found == Held.FRESH && tier.isEarly(nowNanos)
                ? tier.fetches().refreshEarly(key, nowNanos)
                : tier.fetches().ask(key, found, attempt.slot, nowNanos);
        boolean gives =
                step == FetchStep.SERVE || step == FetchStep.SERVE_STALE || step == FetchStep.SERVE_STALE_AND_FETCH;
        if (gives) {
            tier.give(attempt, node, nowNanos);
        } else {
            tier.miss(attempt, key, step != FetchStep.WAIT);
        }
        go(attempt, key, step);
    }

    private void go(Attempt attempt, long key, FetchStep step) {
        switch (step) {
            case SERVE, SERVE_STALE -> host.answered(attempt, Outcome.OK);
            case SERVE_STALE_AND_FETCH -> {
                tier.refreshes(context.kernel.nowNanos());
                fetch(attempt, key, false, true);
                host.answered(attempt, Outcome.OK);
            }
            case FETCH -> fetch(attempt, key, true, true);
            case FETCH_UNKEPT -> fetch(attempt, key, true, false);
            case WAIT -> {
                long lookNanos = tier.fetches().lookNanos();
                if (lookNanos != Long.MAX_VALUE) {
                    context.kernel.schedule(lookNanos - context.kernel.nowNanos(), looks, attempt.slot);
                }
            }
        }
    }

    private void fetch(Attempt about, long key, boolean waits, boolean keeps) {
        Attempt child = host.child(about, waits);
        child.data().ticket = tier.fetches().ticket();
        child.data().cacheNumber = number();
        child.data().cacheKey = key;
        child.data().keeps = keeps;
        host.send(child);
    }

    /** A fetch has ended so. */
    public void ended(Attempt child, Outcome outcome) {
        long nowNanos = context.kernel.nowNanos();
        long key = keyOf(child);
        Attempt waiting = child.whole;
        boolean well = outcome == Outcome.OK && child.bringsData();
        if (well && child.data().keeps) {
            tier.keep(key, child.data().stamp, child.valueBytes, nowNanos - child.sentAtNanos, nowNanos);
        } else if (outcome == Outcome.FAILED) {
            tier.keepNothing(key, nowNanos);
        }
        FetchEnd end = outcome != Outcome.OK
                ? FetchEnd.FAILED
                : well && child.data().keeps ? FetchEnd.KEPT : FetchEnd.UNCACHEABLE;
        tier.fetches().ended(key, child.data().ticket, end, waker);
        if (waiting != null) {
            if (outcome == Outcome.OK) {
                waiting.takeData(child);
                host.answered(waiting, Outcome.OK);
            } else {
                failed(waiting, key, outcome);
            }
        }
        wakeAll(outcome, child);
    }

    /** Its fetch has failed: what is there may do. */
    private void failed(Attempt attempt, long key, Outcome outcome) {
        long nowNanos = context.kernel.nowNanos();
        if (tier.helpsOnError(key, nowNanos)) {
            tier.giveInstead(attempt, node, nowNanos);
            host.answered(attempt, Outcome.OK);
        } else {
            host.answered(attempt, outcome == Outcome.TIMED_OUT ? Outcome.FAILED : outcome);
        }
    }

    private void woken(long waiter, boolean sharesAnswer) {
        if (wokenCount == woken.length) {
            woken = Arrays.copyOf(woken, wokenCount * 2);
            shares = Arrays.copyOf(shares, wokenCount * 2);
        }
        woken[wokenCount] = (int) waiter;
        shares[wokenCount++] = sharesAnswer;
    }

    private void wakeAll(Outcome outcome, Attempt fetched) {
        int count = wokenCount;
        if (count == 0) {
            return;
        }
        int[] these = Arrays.copyOf(woken, count);
        boolean[] share = Arrays.copyOf(shares, count);
        wokenCount = 0;
        for (int i = 0; i < count; i++) {
            Attempt attempt = context.attempts.at(these[i]);
            if (!share[i]) {
                looksAgain(these[i]);
            } else if (outcome == Outcome.OK) {
                attempt.takeData(fetched);
                tier.shared(attempt, attempt.data().stamp);
                host.answered(attempt, Outcome.OK);
            } else {
                failed(attempt, keyOf(attempt), outcome);
            }
        }
    }

    /** One that waited looks again. */
    private void looksAgain(int slot) {
        Attempt attempt = context.attempts.at(slot);
        long nowNanos = context.kernel.nowNanos();
        long key = keyOf(attempt);
        Held found = tier.lookAgain(key, nowNanos);
        FetchStep step = tier.fetches().ask(key, found, slot, attempt.data().askedNanos, nowNanos);
        if (step == FetchStep.SERVE || step == FetchStep.SERVE_STALE || step == FetchStep.SERVE_STALE_AND_FETCH) {
            tier.bring(attempt, node, nowNanos);
        }
        go(attempt, key, step);
    }

    /** The node crashes: nobody waits any more, and nothing is there any more. */
    public void forget() {
        context.kernel.cancel(looks);
        tier.fetches().clear();
        tier.empty(Leaving.Cause.CRASH, context.kernel.nowNanos());
        wokenCount = 0;
    }
}
