package roundhouse.simulation.clients;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.caching.fetching.FetchEnd;
import roundhouse.caching.fetching.FetchStep;
import roundhouse.caching.fetching.WokenListener;
import roundhouse.caching.freshness.Held;
import roundhouse.kernel.RandomStream;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.CacheFigures;
import roundhouse.simulation.components.KeptCache;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.reasons.CacheReason;
import roundhouse.simulation.reasons.Leaving;
import roundhouse.simulation.tiers.CacheTier;
import roundhouse.tables.LongTable;
import roundhouse.topology.nodes.data.CacheSettings;

/**
 * The cache of each user of a clients node, as a browser has one; made when the user first needs it. A read that it can answer goes
 * nowhere. What a user writes goes out of that user's cache (RFC 9111, section 4.4).
 */
final class BrowserCaches {
    private static final long NO_FETCH = -1;

    private final RunContext context;
    private final NodeComponent clients;
    private final Host host;
    private final CacheFigures figures = new CacheFigures();
    private final RandomStream random;
    private final WokenListener waker = this::woken;
    /** By request, the number of the fetch that it is for its user's cache; twice it, and 1 if what it brings is kept. */
    private final LongTable fetching = new LongTable();

    private @Nullable CacheSettings settings;
    private DurationSampler hit = DurationSampler.NONE;
    private @Nullable CacheTier[] tiers = {};
    /** Goes on when there are no caches any more; what was begun for earlier ones is of no concern. */
    private int generation;

    private int[] woken = new int[8];
    private boolean[] shares = new boolean[8];
    private int wokenCount;

    /** Whose users they are. */
    interface Host {
        /** A read ends where it began. It is of no concern any more after this. */
        void answerHere(Attempt attempt, Outcome outcome);

        /** The same with what is old; its key is fetched anew behind it. */
        void answerAndRefresh(Attempt attempt, int ticket);

        /** It goes out. */
        void send(Attempt attempt);

        /** It looks again at that time, nanoseconds. */
        void lookLater(Attempt attempt, long nanos);
    }

    BrowserCaches(RunContext context, NodeComponent clients, Host host) {
        this.context = context;
        this.clients = clients;
        this.host = host;
        random = context.streams.of(clients.id, "browser hits");
    }

    void become(@Nullable CacheSettings next) {
        settings = next;
        hit = next == null ? DurationSampler.NONE : DurationSampler.of(next.hitTime(), random);
        if (next != null) {
            context.data.turnOn();
        }
        for (int user = 0; user < tiers.length; user++) {
            CacheTier before = tiers[user];
            if (before != null) {
                tiers[user] = CacheTier.become(before, context, name(user), next, figures);
                if (next == null) {
                    before.fetches().disband(waker);
                }
            }
        }
        if (next == null) {
            fetching.clear();
            generation++;
        }
        wake(null, Outcome.OK);
    }

    int generation() {
        return generation;
    }

    private String name(int user) {
        return clients.id + " user " + user;
    }

    boolean isOn() {
        return settings != null;
    }

    /** Whether it may fetch what nobody waits for. */
    boolean refreshes() {
        return settings != null && (settings.staleWhileRevalidate() != null || settings.earlyRefresh() > 0);
    }

    @Nullable
    CacheFigures figures() {
        return settings == null && figures.lookups() == 0 ? null : figures;
    }

    void addTo(List<KeptCache> caches) {
        for (CacheTier tier : tiers) {
            if (tier != null) {
                caches.add(tier.commands());
            }
        }
    }

    /** How long the next lookup takes, nanoseconds. */
    long lookupNanos() {
        return hit.nextNanos();
    }

    private @Nullable CacheTier tier(int user) {
        CacheSettings its = settings;
        if (its == null) {
            return null;
        }
        if (user >= tiers.length) {
            tiers = Arrays.copyOf(tiers, Math.max(user + 1, tiers.length * 2));
        }
        CacheTier tier = tiers[user];
        if (tier == null) {
            tier = new CacheTier(context, name(user), its, figures);
            tiers[user] = tier;
        }
        return tier;
    }

    /** The request writes, and its user's cache is not asked. */
    void pass(Attempt attempt) {
        if (settings != null && context.observer.caches() != null) {
            context.passes(attempt, name(attempt.user), CacheReason.Bypass.WRITE);
        }
    }

    /** The lookup for a read is over. */
    void read(Attempt attempt) {
        CacheTier tier = tier(attempt.user);
        if (tier == null) {
            host.send(attempt);
            return;
        }
        long nowNanos = context.kernel.nowNanos();
        long key = attempt.key();
        boolean again = attempt.data().again;
        Held found = again ? tier.lookAgain(key, nowNanos) : tier.look(key, nowNanos);
        if (found != Held.ABSENT && tier.isNegative()) {
            if (found == Held.FRESH && !again) {
                tier.refuse(attempt, nowNanos);
                host.answerHere(attempt, Outcome.FAILED);
                return;
            }
            tier.drop(key, Leaving.Cause.TAKEN_OUT, attempt.request, nowNanos);
            found = Held.ABSENT;
        }
        FetchStep step = found == Held.FRESH && !again && tier.isEarly(nowNanos)
                ? tier.fetches().refreshEarly(key, nowNanos)
                : tier.fetches().ask(key, found, attempt.slot, attempt.data().askedNanos, nowNanos);
        switch (step) {
            case SERVE, SERVE_STALE -> {
                give(tier, attempt, again, nowNanos);
                host.answerHere(attempt, Outcome.OK);
            }
            case SERVE_STALE_AND_FETCH -> {
                give(tier, attempt, again, nowNanos);
                figures.refreshes++;
                host.answerAndRefresh(attempt, tier.fetches().ticket());
            }
            case FETCH, FETCH_UNKEPT -> {
                missed(tier, attempt, again, false);
                attempt.data().again = false;
                fetching.put(attempt.request, tier.fetches().ticket() * 2L + (step == FetchStep.FETCH ? 1 : 0));
                host.send(attempt);
            }
            case WAIT -> {
                missed(tier, attempt, again, true);
                attempt.data().again = true;
                if (tier.fetches().lookNanos() != Long.MAX_VALUE) {
                    host.lookLater(attempt, tier.fetches().lookNanos());
                }
            }
        }
    }

    private void give(CacheTier tier, Attempt attempt, boolean again, long nowNanos) {
        if (again) {
            tier.bring(attempt, clients, nowNanos);
        } else {
            tier.give(attempt, clients, nowNanos);
        }
    }

    private void missed(CacheTier tier, Attempt attempt, boolean again, boolean waits) {
        if (!again) {
            tier.missAlone(attempt, attempt.key());
            figures.coalesced += waits ? 1 : 0;
        }
    }

    /** Whether what the user's cache has may do for a read that failed. */
    boolean helps(Attempt attempt) {
        CacheTier tier = attempt.read && attempt.user < tiers.length ? tiers[attempt.user] : null;
        return tier != null && tier.helpsOnError(attempt.key(), context.kernel.nowNanos());
    }

    /** After {@link #helps}: it is given. Returns for how long there had been a newer value, as the attempt itself may be under way. */
    long giveInstead(Attempt attempt) {
        CacheTier tier = tier(attempt.user);
        return tier == null ? 0 : tier.giveInstead(attempt, context.kernel.nowNanos());
    }

    /** A request has ended well, elsewhere. */
    void ended(Attempt attempt) {
        CacheTier tier = tier(attempt.user);
        if (tier == null) {
            return;
        }
        long nowNanos = context.kernel.nowNanos();
        if (!attempt.read) {
            tier.drop(attempt.key(), Leaving.Cause.WRITTEN, attempt.request, nowNanos);
        } else if ((fetching.get(attempt.request, 1) & 1) != 0) {
            tier.keep(
                    attempt.key(),
                    attempt.data().stamp,
                    attempt.valueBytes,
                    nowNanos - attempt.startedAtNanos,
                    nowNanos);
        }
    }

    /** A request that had gone out has ended so; what it brought is kept already. */
    void concluded(Attempt attempt, Outcome outcome) {
        long fetch = fetching.size() == 0 ? NO_FETCH : fetching.remove(attempt.request, NO_FETCH);
        if (fetch == NO_FETCH) {
            return;
        }
        CacheTier tier = tier(attempt.user);
        if (tier != null) {
            over(tier, attempt, (int) (fetch / 2), (fetch & 1) != 0, outcome);
        }
    }

    /** A fetch behind an answer has ended so. */
    void refreshed(Attempt child, Outcome outcome) {
        CacheTier tier = child.data().cacheNumber == generation ? tier(child.user) : null;
        if (tier != null) {
            long nowNanos = context.kernel.nowNanos();
            if (outcome == Outcome.OK && child.bringsData()) {
                tier.keep(child.key(), child.data().stamp, child.valueBytes, nowNanos - child.sentAtNanos, nowNanos);
            }
            over(tier, child, child.data().ticket, true, outcome);
        }
    }

    private void over(CacheTier tier, Attempt fetch, int ticket, boolean keeps, Outcome outcome) {
        if (outcome == Outcome.FAILED) {
            tier.keepNothing(fetch.key(), context.kernel.nowNanos());
        }
        FetchEnd end = outcome != Outcome.OK
                ? FetchEnd.FAILED
                : keeps && fetch.bringsData() ? FetchEnd.KEPT : FetchEnd.UNCACHEABLE;
        tier.fetches().ended(fetch.key(), ticket, end, waker);
        wake(fetch, outcome);
    }

    private void woken(long waiter, boolean sharesAnswer) {
        if (wokenCount == woken.length) {
            woken = Arrays.copyOf(woken, wokenCount * 2);
            shares = Arrays.copyOf(shares, wokenCount * 2);
        }
        woken[wokenCount] = (int) waiter;
        shares[wokenCount++] = sharesAnswer;
    }

    /** One that waited has what was fetched. */
    private void share(Attempt attempt) {
        CacheTier tier = tier(attempt.user);
        if (tier != null) {
            tier.shared(attempt, attempt.data().stamp);
        }
    }

    private void wake(@Nullable Attempt fetched, Outcome outcome) {
        if (wokenCount == 0) {
            return;
        }
        int[] these = Arrays.copyOf(woken, wokenCount);
        boolean[] share = Arrays.copyOf(shares, wokenCount);
        wokenCount = 0;
        for (int i = 0; i < these.length; i++) {
            Attempt attempt = context.attempts.at(these[i]);
            if (!share[i] || fetched == null) {
                read(attempt);
            } else {
                if (outcome == Outcome.OK) {
                    attempt.takeData(fetched);
                    share(attempt);
                }
                host.answerHere(attempt, outcome);
            }
        }
    }
}
