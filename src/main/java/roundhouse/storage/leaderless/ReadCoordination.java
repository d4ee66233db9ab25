package roundhouse.storage.leaderless;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import roundhouse.storage.replication.Found;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;
import roundhouse.storage.replication.WhenBehind;

/** A read: what enough replicas have is put together; those that had less are mended, before it is answered. */
final class ReadCoordination extends Coordination {
    private final BitSet asked = new BitSet();
    /** What each replica had. */
    private final Content[] contents;

    /** For whom each of them stands in, or itself. */
    private final int[] home;

    private Content merged;
    private boolean isRepairing;

    ReadCoordination(LeaderlessState state, long operation, int origin, StoreRequest request) {
        super(state, operation, origin, request, readers(state, request.key()));
        home = state.home(request.key());
        contents = new Content[replicas.length];
        merged = state.settings.conflicts().nothing();
    }

    /** The replicas of the key, and for those that are down whoever stands in. */
    private static int[] readers(LeaderlessState state, long key) {
        int[] home = state.home(key);
        int[] readers = state.standingIn(home, key);
        for (int place = 0; place < readers.length; place++) {
            readers[place] = readers[place] == PreferenceList.NOBODY ? home[place] : readers[place];
        }
        return readers;
    }

    @Override
    void begin() {
        BitSet up = new BitSet();
        for (int place = 0; place < replicas.length; place++) {
            boolean isOfUse = !state.settings.quorum().reads().isLocal()
                    || state.settings.datacentres()[replicas[place]] == state.local();
            up.set(place, isOfUse && state.isUp(replicas[place]));
        }
        if (!areEnough(up::get)) {
            reply(StoreResult.REFUSED, Found.NONE);
            return;
        }
        choose(up);
        asked.stream().forEach(this::ask);
        finishIfEnough();
    }

    private void ask(int place) {
        asked.set(place);
        if (replicas[place] == state.self) {
            take(place, state.known(request.key()));
        } else {
            state.outbox.send(replicas[place], new LeaderlessMessage.Get(operation, request.key()));
        }
    }

    private boolean areEnough(IntPredicate place) {
        return state.areEnough(state.settings.quorum().reads(), replicas, place);
    }

    /** Whom it asks: itself first, then by preference, until they are enough. */
    private void choose(BitSet up) {
        for (int place = 0; place < replicas.length; place++) {
            asked.set(place, up.get(place) && replicas[place] == state.self);
        }
        for (int place = up.nextSetBit(0); place >= 0; place = up.nextSetBit(place + 1)) {
            if (state.settings.quorum().asksAll() || !areEnough(asked::get)) {
                asked.set(place);
            }
        }
    }

    private void take(int place, Content content) {
        answered.set(place);
        contents[place] = content;
        merged = merged.merge(content);
    }

    private int place(int member) {
        return Arrays.stream(replicas).boxed().toList().indexOf(member);
    }

    @Override
    void got(int from, Content content) {
        int place = place(from);
        if (place >= 0 && !isRepairing && !isAnswered) {
            take(place, content);
            finishIfEnough();
        }
    }

    @Override
    void acknowledged(int from) {
        int place = place(from);
        if (place >= 0 && !isAnswered) {
            answered.set(place);
            finishIfEnough();
        }
    }

    private void finishIfEnough() {
        if (!areEnough(answered::get)) {
            return;
        }
        if (!isRepairing && isBehind()) {
            askTheRest();
            return;
        }
        if (state.settings.repair().byReads() && !isRepairing) {
            isRepairing = true;
            repair();
            if (!areEnough(answered::get)) {
                return;
            }
        }
        reply(StoreResult.OK, merged.found());
    }

    /** Whether what was found may be older than the request allows. */
    private boolean isBehind() {
        boolean isBounded = request.rule().boundsVersions() || request.rule().boundsAge();
        return !merged.shows(request.seen()) || (isBounded && !state.meetWrites(answered.cardinality(), replicas));
    }

    /** There is no leader who would know, so whoever has not been asked is; or the request is refused. */
    private void askTheRest() {
        if (request.rule().whenBehind() == WhenBehind.REFUSE) {
            reply(StoreResult.REFUSED, Found.NONE);
            return;
        }
        for (int place = 0; place < replicas.length; place++) {
            if (!asked.get(place)) {
                ask(place);
            }
        }
    }

    /** Writes all that was found back to those that answered with less, and waits for them again. */
    private void repair() {
        for (int place = answered.nextSetBit(0); place >= 0; place = answered.nextSetBit(place + 1)) {
            if (merged.equals(contents[place])) {
                continue;
            }
            state.repairs++;
            int hintFor = replicas[place] == home[place] ? PreferenceList.NOBODY : home[place];
            LeaderlessMessage.Put put = new LeaderlessMessage.Put(operation, request.key(), merged, hintFor, false);
            if (replicas[place] == state.self) {
                state.accept(put);
            } else {
                answered.clear(place);
                state.outbox.send(replicas[place], put);
            }
        }
    }

    @Override
    void timeOut() {
        if (!isAnswered) {
            reply(StoreResult.REFUSED, Found.NONE);
        }
    }

    @Override
    boolean isDone() {
        return isAnswered;
    }
}
