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
     * @param from where the way begins
     */
    record Time(long from, long to) implements Goal {
        @Override
        public boolean advance(Tape tape, long deadlineNanos) {
            return tape.advance(to, deadlineNanos);
        }

        @Override
        public double progress(Tape tape) {
            return to == from ? 1 : (double) (tape.now() - from) / (to - from);
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
