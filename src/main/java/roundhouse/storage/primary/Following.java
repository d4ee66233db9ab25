package roundhouse.storage.primary;

import java.util.ArrayDeque;
import roundhouse.storage.replication.LogEntries;

/** What a follower does: it joins its primary, takes what that ships, applies it when it is time, and says what it has. */
final class Following {
    private final PrimaryState state;
    private final Fencing fencing;
    /** What was received and may be applied later. */
    private final ArrayDeque<Arrived> arrived = new ArrayDeque<>();
    /** Whether the primary has answered since this wanted to join. */
    private boolean isJoined;

    /** @param freshNanos what all that is known to be behind the last entry is as of; the least number if more is behind */
    private record Arrived(long last, long dueNanos, long freshNanos) {}

    Following(PrimaryState state, Fencing fencing) {
        this.state = state;
        this.fencing = fencing;
    }

    /** Applies at once what waits, because there is nobody whom it could follow. */
    void settle() {
        arrived.clear();
        state.applyTo(state.log.lastIndex());
    }

    void join() {
        isJoined = false;
        state.freshNanos = Long.MIN_VALUE / 2;
        if (!fencing.hasPromised(state.epoch)) {
            state.outbox.send(state.primary, new PrimaryMessage.Join(state.log.lastIndex(), state.log.lastTerm()));
        }
    }

    void everyPeriod() {
        if (isJoined) {
            acknowledge(true);
        } else {
            join();
        }
    }

    private boolean isFromPrimary(int from, int itsEpoch) {
        return from == state.primary && !state.isPrimary() && itsEpoch >= state.epoch && !fencing.hasPromised(itsEpoch);
    }

    void shipped(int from, PrimaryMessage.Ship ship) {
        if (!isFromPrimary(from, ship.epoch())) {
            return;
        }
        boolean isNews = !isJoined || ship.entries().count() > 0;
        state.epoch = ship.epoch();
        isJoined = true;
        long last = ship.previousIndex() + ship.entries().count();
        if (isOther(ship, last)) {
            join();
            return;
        }
        if (ship.previousIndex() > state.log.lastIndex() || ship.previousIndex() < state.log.snapshotIndex()) {
            lacks(ship);
            return;
        }
        if (last > state.log.lastIndex()) {
            append(ship);
        }
        boolean hasAll = ship.lastIndex() <= state.log.lastIndex();
        arrive(last, ship.sentNanos(), hasAll ? ship.sentNanos() : Long.MIN_VALUE);
        if (isNews) {
            acknowledge(false);
        }
    }

    /**
     * Whether this log is not the beginning of the primary's: an entry is another, or one of an earlier epoch is where the primary may have
     * another.
     */
    private boolean isOther(PrimaryMessage.Ship ship, long last) {
        int previous = state.log.term(ship.previousIndex());
        boolean isOther = previous >= 0 && previous != ship.previousEpoch();
        for (int i = 0; i < ship.entries().count(); i++) {
            int own = state.log.term(ship.previousIndex() + 1 + i);
            isOther |= own >= 0 && own != ship.entries().terms()[i];
        }
        return isOther || (state.log.lastIndex() > last && state.log.lastTerm() != ship.epoch());
    }

    /** Something before it got lost; what is before the snapshot is here already. */
    private void lacks(PrimaryMessage.Ship ship) {
        if (ship.previousIndex() > state.log.snapshotIndex()) {
            join();
        }
    }

    private void append(PrimaryMessage.Ship ship) {
        LogEntries entries = ship.entries();
        for (int i = (int) (state.log.lastIndex() - ship.previousIndex()); i < entries.count(); i++) {
            state.log.append(entries.terms()[i], entries.keys()[i], entries.values()[i]);
            state.outbox.holds(entries.keys()[i], entries.values()[i]);
        }
    }

    private void arrive(long last, long sentNanos, long freshNanos) {
        long due = sentNanos + state.settings.applyDelayNanos();
        if (state.settings.applyDelayNanos() == 0 || (arrived.isEmpty() && due <= state.nowNanos)) {
            apply(last, freshNanos);
        } else {
            arrived.add(new Arrived(last, due, freshNanos));
            if (arrived.size() == 1) {
                state.outbox.setTimer(PrimaryTimer.APPLY, due);
            }
        }
    }

    private void apply(long last, long freshNanos) {
        state.applyTo(last);
        state.freshNanos = Math.max(state.freshNanos, freshNanos);
    }

    void applyArrived() {
        while (!arrived.isEmpty() && arrived.getFirst().dueNanos() <= state.nowNanos) {
            Arrived next = arrived.removeFirst();
            apply(next.last(), next.freshNanos());
        }
        if (!arrived.isEmpty()) {
            state.outbox.setTimer(PrimaryTimer.APPLY, arrived.getFirst().dueNanos());
        }
        if (!state.isPrimary()) {
            acknowledge(false);
        }
    }

    void filled(int from, PrimaryMessage.Full full) {
        if (!isFromPrimary(from, full.epoch())) {
            return;
        }
        state.epoch = full.epoch();
        isJoined = true;
        arrived.clear();
        state.log.restart(full.index(), full.lastEpoch());
        state.values = full.values().copy();
        state.applied = full.index();
        acknowledge(false);
    }

    private void acknowledge(boolean isPeriodic) {
        if (!fencing.hasPromised(state.epoch)) {
            state.outbox.send(
                    state.primary,
                    new PrimaryMessage.Ack(state.epoch, state.log.lastIndex(), state.applied, isPeriodic));
        }
    }
}
