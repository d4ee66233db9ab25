package roundhouse.storage.consensus;

import roundhouse.storage.replication.StoreRequest;

/** Reads that must not be stale: the leader says how far it must have applied who answers them, after it made sure that it leads. */
final class LinearizableReads implements MemberReads.Leader {
    private static final long NOT_THE_LEADER = -1;

    private final RaftState state;
    private final Runnable beginRound;
    final ReadRounds rounds;
    final WaitingReads waiting;
    final MemberReads local;

    /** @param beginRound sends the heartbeats of a round */
    LinearizableReads(RaftState state, Runnable beginRound) {
        this.state = state;
        this.beginRound = beginRound;
        rounds = new ReadRounds(state, this::tell);
        waiting = new WaitingReads(state);
        local = new MemberReads(state, this);
    }

    void forget() {
        waiting.forget();
        local.forget();
    }

    void tick() {
        waiting.tick();
        local.tick();
    }

    @Override
    public void read(StoreRequest request) {
        waiting.add(request.id(), request.key(), request.wantsSeen());
        askIndex(request);
    }

    @Override
    public void askIndex(StoreRequest request) {
        if (state.isLeader()) {
            ask(state.self, request.id());
        } else if (state.leader == RaftState.NOBODY) {
            told(request.id(), NOT_THE_LEADER);
        } else {
            state.outbox.send(state.leader, new RaftMessage.AskIndex(0, request.id()));
        }
    }

    void asked(int from, RaftMessage.AskIndex ask) {
        if (state.isLeader()) {
            ask(from, ask.request());
        } else {
            tell(from, ask.request(), NOT_THE_LEADER);
        }
    }

    private void ask(int origin, long request) {
        rounds.ask(origin, request, state.nowNanos);
        beginRoundIfWanted();
    }

    void beginRoundIfWanted() {
        if (rounds.wantsRound()) {
            beginRound.run();
        }
    }

    private void tell(int origin, long request, long index) {
        if (origin == state.self) {
            told(request, index);
        } else {
            state.outbox.send(origin, new RaftMessage.IndexReply(0, request, index));
        }
    }

    void told(long request, long index) {
        if (!waiting.told(request, index)) {
            local.told(request, index);
        }
    }
}
