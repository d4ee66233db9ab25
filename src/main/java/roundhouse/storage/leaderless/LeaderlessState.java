package roundhouse.storage.leaderless;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import roundhouse.storage.replication.Found;
import roundhouse.storage.replication.Outbox;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;

/** What the parts of one member share. What it has and its hints outlive a crash. */
final class LeaderlessState {
    final int self;
    final LeaderlessSettings settings;
    /** Where reads go, and writes. */
    PreferenceList preferences;
    /** While keys change hands: where writes go as well. */
    @Nullable
    PreferenceList alsoWritten;
    /** Counts up whenever one of these becomes another. */
    int view;

    final Outbox outbox;
    final ContentTable contents;
    final Hints hints;
    final Suspicion suspicion;
    final AntiEntropy antiEntropy;
    final Handover handover;
    long repairs;
    long nowNanos;
    private long latestTimestamp;

    LeaderlessState(int self, LeaderlessSettings settings, PreferenceList preferences, StreamPace pace, Outbox outbox) {
        this.self = self;
        this.settings = settings;
        this.preferences = preferences;
        this.outbox = outbox;
        contents = new ContentTable(settings.conflicts(), outbox);
        hints = new Hints(settings, outbox);
        suspicion = new Suspicion(self, settings);
        antiEntropy = new AntiEntropy(this);
        handover = new Handover(this, pace);
    }

    /** All members that can have a key, in the order in which they have it or stand in for it. */
    int[] list(long key) {
        return list(preferences, key);
    }

    private int[] list(PreferenceList by, long key) {
        int[] list = new int[settings.members()];
        by.of(key, list);
        int count = list.length;
        while (count > 0 && list[count - 1] == PreferenceList.NOBODY) {
            count--;
        }
        return Arrays.copyOf(list, count);
    }

    /** The members that a key is kept at. */
    int[] home(long key) {
        return first(preferences, key);
    }

    int[] first(PreferenceList by, long key) {
        int[] list = list(by, key);
        return Arrays.copyOf(list, Math.min(settings.replicas(), list.length));
    }

    /** The members that a write must reach as well, because the key is changing hands. */
    int[] alsoHome(long key) {
        return alsoWritten == null ? new int[0] : first(alsoWritten, key);
    }

    boolean isHome(int member, long key) {
        return Arrays.stream(home(key)).anyMatch(each -> each == member);
    }

    /**
     * Whom a request goes to for each of these replicas of the key: itself where it is up; else, with sloppy quorums, the next of the
     * list that is none of them and up; else {@link PreferenceList#NOBODY}. Dynamo (DeCandia et al., 2007), section 4.6.
     */
    int[] standingIn(int[] replicas, long key) {
        int[] list = IntStream.concat(Arrays.stream(replicas), Arrays.stream(list(key)))
                .distinct()
                .toArray();
        int[] targets = new int[replicas.length];
        int next = replicas.length;
        for (int place = 0; place < replicas.length; place++) {
            targets[place] = isUp(replicas[place]) ? replicas[place] : PreferenceList.NOBODY;
            while (settings.quorum().isSloppy() && targets[place] == PreferenceList.NOBODY && next < list.length) {
                targets[place] = isUp(list[next]) ? list[next] : PreferenceList.NOBODY;
                next++;
            }
        }
        return targets;
    }

    /** What it can tell of the key: what it has as a replica, and with sloppy quorums what it keeps for those it stands in for. */
    Content known(long key) {
        Content mine = contents.get(key);
        return settings.quorum().isSloppy() ? hints.addTo(key, mine) : mine;
    }

    boolean isUp(int member) {
        return suspicion.isUp(member, nowNanos);
    }

    int local() {
        return settings.datacentres()[self];
    }

    /** Whether those of some replicas that are so are as many as it takes. */
    boolean areEnough(Answers answers, int[] replicas, IntPredicate place) {
        int[] all = new int[settings.members()];
        int[] some = new int[settings.members()];
        for (int i = 0; i < replicas.length; i++) {
            int datacentre = settings.datacentres()[replicas[i]];
            all[datacentre]++;
            some[datacentre] += place.test(i) ? 1 : 0;
        }
        return answers.areEnough(all, some, local());
    }

    /** Whether so many replicas of a key hold at least one that every acknowledged write reached. */
    boolean meetWrites(int some, int[] replicas) {
        int[] all = new int[settings.members()];
        for (int replica : replicas) {
            all[settings.datacentres()[replica]]++;
        }
        return !settings.quorum().isSloppy() && settings.quorum().writes().isMetBy(some, all, local());
    }

    /** By the clock of this member, in microseconds; no two are the same. */
    long nextTimestamp() {
        latestTimestamp = Math.max(latestTimestamp + 1, nowNanos / 1_000);
        return latestTimestamp;
    }

    /** Takes a content, as a replica or for another that it stands in for. */
    void accept(LeaderlessMessage.Put put) {
        if (put.hintFor() != PreferenceList.NOBODY) {
            hints.store(put.hintFor(), put.key(), put.content(), nowNanos);
        } else if (put.reachesAll()) {
            contents.merge(put.key(), put.content());
        } else {
            accept(put.key(), put.content());
        }
    }

    /** Takes a content that came late, as a replica. */
    void accept(long key, Content content) {
        contents.merge(key, content);
        handover.changed(key);
    }

    /** Answers a request at the member where it was made. */
    void answer(int origin, StoreRequest request, StoreResult result, Found found) {
        if (origin == self) {
            reply(request, result, found);
        } else {
            outbox.send(origin, new LeaderlessMessage.Answer(request, result, found));
        }
    }

    void reply(StoreRequest request, StoreResult result, Found found) {
        boolean isPlain = !request.wantsSeen() && settings.conflicts() == Conflicts.LAST_WRITE_WINS;
        if (isPlain) {
            outbox.reply(request.id(), result, found.value());
        } else {
            outbox.reply(request.id(), result, found);
        }
    }
}
