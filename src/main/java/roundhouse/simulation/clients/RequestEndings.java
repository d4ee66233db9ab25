package roundhouse.simulation.clients;

import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.RetryPolicy;
import roundhouse.simulation.data.DataPlace;
import roundhouse.simulation.data.TierTotals;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.DataOperation;
import roundhouse.simulation.engine.RunContext;

/**
 * What a clients node does when an attempt of its has ended: it retries, waits for the others under way, or ends the request. A
 * request ends in exactly one outcome, that of its last attempt or, of several at once, the first good one. An attempt that timed out
 * or was beaten by another one goes on wherever it is, and its late reply is dropped.
 */
final class RequestEndings implements AddressListener {
    private final RunContext context;
    private final ClientsComponent clients;
    private final SendingRules sending;
    private final ArrivalProcess arrivals;
    private final GroupOfAttempt groupOf;
    private final BrowserCaches browsers;

    RequestEndings(
            RunContext context,
            ClientsComponent clients,
            SendingRules sending,
            ArrivalProcess arrivals,
            GroupOfAttempt groupOf,
            BrowserCaches browsers) {
        this.context = context;
        this.clients = clients;
        this.sending = sending;
        this.arrivals = arrivals;
        this.groupOf = groupOf;
        this.browsers = browsers;
    }

    /** The reply has come back to the client. */
    @Override
    public void replied(Attempt attempt) {
        if (attempt.abandoned) {
            context.totals.lateReplies++;
            release(attempt);
        } else {
            if (attempt.timeouts != null) {
                attempt.timeouts.disarm(attempt.slot);
            }
            settle(attempt);
        }
    }

    @Override
    public void unsent(Attempt attempt) {
        release(attempt);
    }

    @Override
    public void sendElsewhere(Attempt attempt, boolean refused) {
        if (attempt.timeouts != null) {
            attempt.timeouts.disarm(attempt.slot);
        }
        giveUp(attempt);
        AttemptGroup group = groupOf.of(attempt);
        if (group != null) {
            group.owner.over(group, attempt);
            groupOf.remove(attempt);
        }
        context.observer.retrying(attempt);
        clients.sendElsewhere(attempt, group);
        context.observer.concluded(attempt, refused ? Outcome.REFUSED : null);
        if (refused) {
            release(attempt);
        } else if (attempt.lost) {
            letGo(attempt);
        }
    }

    /** No reply came in time. */
    void timedOut(Attempt attempt) {
        context.kernel.fold(attempt.number);
        giveUp(attempt);
        conclude(attempt, Outcome.TIMED_OUT);
        if (attempt.lost) {
            letGo(attempt);
        }
    }

    /** The client waits for the attempt no longer, and uses its connection for no further request. */
    private static void giveUp(Attempt attempt) {
        attempt.abandoned = true;
        if (attempt.connection != null) {
            attempt.connection.retire();
        }
    }

    /** A link or a node has lost the attempt; it is released as soon as its client waits for it no longer. */
    void lost(Attempt attempt) {
        if (attempt.abandoned) {
            letGo(attempt);
        }
    }

    /** Releases a lost attempt, with all the nodes on its stack. */
    private void letGo(Attempt attempt) {
        context.unwind(attempt, clients);
        attempt.outcome = Outcome.TIMED_OUT;
        release(attempt);
    }

    /** The attempt ended before its timeout, with the outcome it has. */
    void settle(Attempt attempt) {
        Outcome outcome = attempt.outcome;
        attempt.deliverCookies();
        conclude(attempt, outcome);
        release(attempt);
    }

    /** An attempt has ended: the request ends with it, goes on with others that are under way, or is retried. */
    private void conclude(Attempt attempt, Outcome outcome) {
        AttemptGroup group = groupOf.of(attempt);
        if (group == null) {
            goOn(attempt, outcome, null, attempt.attemptNumber);
        } else {
            group.owner.over(group, attempt);
            if (outcome == Outcome.OK || group.underWay.count() == 0) {
                goOn(attempt, outcome, group, group.retries + 1);
            }
            groupOf.remove(attempt);
        }
        context.observer.concluded(attempt, outcome);
    }

    /** @param retry which retry would be next, from 1 */
    private void goOn(Attempt attempt, Outcome outcome, @Nullable AttemptGroup group, int retry) {
        long nowNanos = context.kernel.nowNanos();
        long leftNanos = group == null ? Long.MAX_VALUE : group.owner.leftNanos(attempt.startedAtNanos, nowNanos);
        long waitNanos = clients.isRetired()
                ? RetryPolicy.NEVER
                : sending.retries.waitNanosBefore(retry, outcome, leftNanos, nowNanos);
        if (waitNanos != RetryPolicy.NEVER) {
            context.observer.retrying(attempt);
            clients.retry(attempt, group, waitNanos);
            if (group != null) {
                group.retries++;
            }
            return;
        }
        end(attempt, outcome);
        if (group != null) {
            drop(group, null);
        }
    }

    /** The time of the request as a whole is over. */
    void expired(AttemptGroup group) {
        Attempt first = context.attempts.at(group.underWay.get(0));
        context.kernel.fold(first.number);
        end(first, Outcome.TIMED_OUT);
        drop(group, Outcome.TIMED_OUT);
    }

    /**
     * The request has ended: nobody waits for its attempts that are under way.
     *
     * @param outcome how those have ended for the client; null when another one was better
     */
    private void drop(AttemptGroup group, @Nullable Outcome outcome) {
        for (int i = 0; i < group.underWay.count(); i++) {
            Attempt attempt = context.attempts.at(group.underWay.get(i));
            if (attempt.timeouts != null) {
                attempt.timeouts.disarm(attempt.slot);
            }
            if (outcome == Outcome.TIMED_OUT) {
                giveUp(attempt);
            } else {
                attempt.abandoned = true;
            }
            groupOf.remove(attempt);
            context.observer.concluded(attempt, outcome);
            if (attempt.lost) {
                letGo(attempt);
            }
        }
        group.owner.end(group);
    }

    /** A read ends where it began, with that outcome; it is not tried again. */
    void answered(Attempt attempt) {
        attempt.deliverCookies();
        end(attempt, attempt.outcome);
        context.observer.concluded(attempt, attempt.outcome);
        release(attempt);
    }

    private void end(Attempt attempt, Outcome its) {
        long nowNanos = context.kernel.nowNanos();
        boolean helped = its != Outcome.OK && browsers.helps(attempt);
        Outcome outcome = helped ? Outcome.OK : its;
        long tookNanos = nowNanos - attempt.startedAtNanos;
        context.observer.ended(attempt, outcome);
        clients.metrics.left(nowNanos, tookNanos, outcome);
        context.totals.outcomes.add(outcome);
        if (context.data.isOn()) {
            context.data
                    .asked(clients)
                    .ended(
                            attempt.read,
                            outcome == Outcome.OK,
                            context.partition.isThere(),
                            context.partition.side(clients.id));
        }
        if (helped) {
            context.data.read(
                    attempt.data().stamp,
                    browsers.giveInstead(attempt),
                    context.data.at(clients),
                    tookNanos,
                    attempt.valueBytes);
        } else if (outcome == Outcome.OK && attempt.bringsData()) {
            tellData(attempt, tookNanos);
        }
        if (outcome == Outcome.OK) {
            sending.users.answered(attempt.user, attempt.session());
        }
        context.requests.ended(clients.id, attempt.order, attempt.startedAtNanos, tookNanos, outcome);
        context.kernel.fold(outcome.ordinal());
        if (attempt.looping) {
            arrivals.ended(attempt.user, tookNanos);
        }
        if (attempt.read) {
            browsers.concluded(attempt, its);
        }
    }

    /** What was read, and from where, or that what was written is acknowledged. */
    private void tellData(Attempt attempt, long tookNanos) {
        DataOperation data = attempt.data();
        DataPlace endedAt = data.endedAt == null ? clients : data.endedAt;
        if (endedAt.number() != clients.number()) {
            browsers.ended(attempt);
        }
        TierTotals tier = context.data.at(endedAt);
        if (attempt.read) {
            context.data.read(data.stamp, data.staleNanos, tier, tookNanos, attempt.valueBytes);
        } else {
            context.data.written(tier, tookNanos);
            context.versions.acknowledged(data.stamp);
            context.ledger.acknowledged(attempt.key(), data.stamp);
        }
    }

    private void release(Attempt attempt) {
        if (attempt.connection != null) {
            attempt.connection.ended(attempt.outcome);
        }
        context.attempts.release(attempt);
    }
}
