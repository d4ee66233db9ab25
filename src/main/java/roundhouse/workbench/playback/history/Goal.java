package roundhouse.workbench.playback.history;

/** Where a seek goes. */
sealed interface Goal {
    /** Goes on towards it, but stops when the clock passes the deadline; whether it got there. */
    boolean advance(Tape tape, long deadlineNanos);

    /** How much of the way is done, 0 to 1. */
    double progress(Tape tape);

    /**
     * A simulated time.
     *
     * @param fromNanos where the way begins
     */
    record Time(long fromNanos, long toNanos) implements Goal {
        @Override
        public boolean advance(Tape tape, long deadlineNanos) {
            return tape.advance(toNanos, deadlineNanos);
        }

        @Override
        public double progress(Tape tape) {
            return toNanos == fromNanos ? 1 : (double) (tape.nowNanos() - fromNanos) / (toNanos - fromNanos);
        }
    }

    /** The state after so many events and commands. */
    record Position(long to) implements Goal {
        @Override
        public boolean advance(Tape tape, long deadlineNanos) {
            return tape.advanceTo(to, deadlineNanos);
        }

        @Override
        public double progress(Tape tape) {
            return to == 0 ? 1 : (double) tape.position() / to;
        }
    }
}
