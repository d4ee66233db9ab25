package roundhouse.storage.primary;

/**
 * Keeps two primaries apart: one that did not hear from a majority for a while refuses, who voted for another deals with no earlier one,
 * and who is promoted waits as long as the old one may need to notice.
 */
final class Fencing {
    private final PrimaryState state;
    private final FollowerTable followers;
    private int promisedEpoch;
    private long promisedUntil;
    private long quietUntil = Long.MIN_VALUE;

    Fencing(PrimaryState state, FollowerTable followers) {
        this.state = state;
        this.followers = followers;
    }

    /** Until a time this member deals with no primary of an epoch before one, nor is one. */
    void promise(int epoch, long untilNanos) {
        promisedEpoch = state.settings.refusal().fenceNanos() > 0 ? epoch : 0;
        promisedUntil = untilNanos;
    }

    boolean hasPromised(int otherEpoch) {
        return otherEpoch < promisedEpoch && state.nowNanos < promisedUntil;
    }

    /** This member is the primary from now on. */
    void promoted() {
        long fence = state.settings.refusal().fenceNanos();
        quietUntil = state.nowNanos + fence + fence / 4;
    }

    boolean refusesAll() {
        int others = state.settings.members() / 2;
        return state.settings.refusal().fenceNanos() > 0
                && (state.nowNanos < quietUntil
                        || hasPromised(state.epoch)
                        || followers.heardWithin(state.settings.refusal().fenceNanos(), state.nowNanos) < others);
    }
}
