package roundhouse.storage.leaderless;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import roundhouse.storage.replication.Found;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;

/** A write: it goes to all replicas of its key and is done when enough have it. Those that are down or silent get hints. */
final class WriteCoordination extends Coordination {
    /** Whom each replica was sent to: itself, one that stands in, or nobody. */
    private final int[] sentTo;

    /** Of both enough must have it. */
    private final int[] home;

    private final int[] alsoHome;
    private Content content;
    private boolean hasHint;
    private boolean wasSent;

    WriteCoordination(LeaderlessState state, long operation, int origin, StoreRequest request) {
        super(state, operation, origin, request, replicas(state, request.key()));
        home = state.home(request.key());
        alsoHome = state.alsoHome(request.key());
        sentTo = state.standingIn(replicas, request.key());
        content = state.settings.conflicts().nothing();
    }

    private static int[] replicas(LeaderlessState state, long key) {
        return IntStream.concat(Arrays.stream(state.home(key)), Arrays.stream(state.alsoHome(key)))
                .distinct()
                .toArray();
    }

    @Override
    void begin() {
        boolean canHint = state.settings.quorum().writes().countsHints()
                && state.settings.repair().byHints();
        if (!canHint && !areEnough(place -> sentTo[place] != PreferenceList.NOBODY)) {
            reply(StoreResult.REFUSED, Found.NONE);
            return;
        }
        wasSent = true;
        Content mine = state.contents.get(request.key());
        content = state.settings.conflicts().changed(mine, state.self, request, state.nextTimestamp());
        if (state.settings.conflicts().changesOwn()) {
            state.contents.change(request.key(), content);
        }
        for (int place = 0; place < replicas.length; place++) {
            send(place);
        }
        finishIfEnough();
    }

    private void send(int place) {
        int home = replicas[place];
        int target = sentTo[place];
        int hintFor = target == home ? PreferenceList.NOBODY : home;
        LeaderlessMessage.Put put =
                new LeaderlessMessage.Put(operation, request.key(), content, hintFor, alsoHome.length > 0);
        if (target == PreferenceList.NOBODY) {
            hint(place);
        } else if (target == state.self) {
            state.accept(put);
            answered.set(place);
        } else {
            state.outbox.send(target, put);
        }
    }

    private void hint(int place) {
        if (state.settings.repair().byHints()) {
            state.hints.store(replicas[place], request.key(), content, state.nowNanos);
            hasHint = true;
        }
    }

    private boolean areEnough(IntPredicate place) {
        return areEnough(home, place) && (alsoHome.length == 0 || areEnough(alsoHome, place));
    }

    private boolean areEnough(int[] of, IntPredicate place) {
        return state.areEnough(state.settings.quorum().writes(), of, i -> place.test(place(replicas, of[i])));
    }

    private static int place(int[] members, int member) {
        int place = members.length - 1;
        while (place >= 0 && members[place] != member) {
            place--;
        }
        return place;
    }

    @Override
    void acknowledged(int from) {
        int place = place(sentTo, from);
        if (place >= 0) {
            answered.set(place);
            finishIfEnough();
        }
    }

    private void finishIfEnough() {
        boolean hintIsEnough = hasHint && state.settings.quorum().writes().countsHints();
        if (!isAnswered && (hintIsEnough || areEnough(answered::get))) {
            reply(StoreResult.OK, new Found(request.value(), new long[] {request.value()}, content));
        }
    }

    @Override
    void timeOut() {
        for (int place = 0; place < replicas.length; place++) {
            if (!answered.get(place) && sentTo[place] != PreferenceList.NOBODY) {
                hint(place);
            }
        }
        if (!isAnswered) {
            reply(StoreResult.UNKNOWN, Found.NONE);
        }
    }

    @Override
    boolean isDone() {
        return isAnswered && (!wasSent || answered.cardinality() == replicas.length);
    }
}
