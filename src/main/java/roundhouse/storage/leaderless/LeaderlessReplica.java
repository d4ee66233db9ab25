package roundhouse.storage.leaderless;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.Outbox;
import roundhouse.storage.replication.Replica;
import roundhouse.storage.replication.ReplicaCounts;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;

/**
 * A member of a store without a leader, after Dynamo (DeCandia et al. 2007) and Cassandra: whoever is asked coordinates. A write goes to
 * all replicas of its key with the time of the coordinator's clock and is done when enough have it; a read takes the newest of enough
 * answers. If too few are held to be up the request is refused at once; if too few answer in time the outcome of a write is unknown, and
 * it may still spread. What a replica missed it gets by hints, by reads that find it out, and by comparing.
 */
public final class LeaderlessReplica implements Replica {
    private static final int GOSSIP = 0;
    private static final int TIMEOUT = 1;
    private static final int COMPARE = 2;

    private final int self;
    private final LeaderlessSettings settings;
    private final PreferenceList preferences;
    private final Outbox outbox;
    private final VersionedTable versions;
    private final Hints hints;
    private final Suspicion suspicion;
    private final AntiEntropy antiEntropy;
    /** What it coordinates, in the order in which it began. */
    private final Map<Long, Coordination> running = new LinkedHashMap<>();

    private long operations;
    private long latestTimestamp;
    private long repairs;
    private long nowNanos;

    public LeaderlessReplica(int self, LeaderlessSettings settings, PreferenceList preferences, Outbox outbox) {
        this.self = self;
        this.settings = settings;
        this.preferences = preferences;
        this.outbox = outbox;
        versions = new VersionedTable(outbox);
        hints = new Hints(settings, outbox);
        suspicion = new Suspicion(self, settings);
        antiEntropy = new AntiEntropy(self, settings, preferences, versions, outbox);
    }

    /** What it has under a key. */
    public long value(long key) {
        return versions.value(key);
    }

    @Override
    public int leader() {
        return NOBODY;
    }

    @Override
    public int term() {
        return 0;
    }

    @Override
    public long position() {
        return versions.taken();
    }

    @Override
    public ReplicaCounts counts() {
        return new ReplicaCounts(hints.stored(), hints.delivered(), repairs, 0, 0, 0);
    }

    /** How many writes it has kept for others. */
    public long hintsStored() {
        return hints.stored();
    }

    public long hintsDelivered() {
        return hints.delivered();
    }

    public int hintsWaiting() {
        return hints.waiting();
    }

    /** How many older versions its reads found and mended. */
    public long repairs() {
        return repairs;
    }

    @Override
    public void start(long atNanos) {
        nowNanos = atNanos;
        running.clear();
        suspicion.reset(atNanos);
        gossip();
        if (settings.antiEntropyNanos() > 0) {
            outbox.setTimer(COMPARE, atNanos + settings.antiEntropyNanos());
        }
    }

    private void gossip() {
        for (int i = 0; i < settings.members(); i++) {
            if (i != self) {
                outbox.send(i, new LeaderlessMessage.Gossip());
            }
        }
        outbox.setTimer(GOSSIP, nowNanos + settings.gossipNanos());
    }

    @Override
    public void timer(int timer, long atNanos) {
        nowNanos = atNanos;
        switch (timer) {
            case GOSSIP -> gossip();
            case TIMEOUT -> timeOut();
            default -> {
                antiEntropy.compareWithNext();
                outbox.setTimer(COMPARE, atNanos + settings.antiEntropyNanos());
            }
        }
    }

    @Override
    public void request(StoreRequest request, long atNanos) {
        nowNanos = atNanos;
        if (request.isLocal()) {
            outbox.reply(request.id(), StoreResult.OK, versions.value(request.key()));
            return;
        }
        Coordination begun = new Coordination(
                ++operations, request.id(), request.isWrite(), request.key(), antiEntropy.home(request.key()), atNanos);
        if (running.isEmpty()) {
            outbox.setTimer(TIMEOUT, atNanos + settings.timeoutNanos());
        }
        running.put(begun.operation, begun);
        if (request.isWrite()) {
            write(begun, request.value());
        } else {
            read(begun);
        }
    }

    private boolean isUp(int member) {
        return suspicion.isUp(member, nowNanos);
    }

    private int local() {
        return settings.datacentres()[self];
    }

    /** How many of the replicas of a key are so, by datacentre. */
    private int[] counted(Coordination each, IntPredicate place) {
        int[] counts = new int[settings.members()];
        for (int i = 0; i < each.replicas.length; i++) {
            counts[settings.datacentres()[each.replicas[i]]] += place.test(i) ? 1 : 0;
        }
        return counts;
    }

    private boolean areEnough(Coordination each, IntPredicate place) {
        Answers answers = each.isWrite ? settings.writes() : settings.reads();
        return answers.areEnough(counted(each, _ -> true), counted(each, place), local());
    }

    private void write(Coordination write, long value) {
        chooseTargets(write);
        boolean hinted = settings.writes().countsHints() && settings.hintedHandoff();
        if (!hinted && !areEnough(write, place -> write.sentTo[place] != Coordination.NOBODY)) {
            running.remove(write.operation);
            outbox.reply(write.request, StoreResult.REFUSED, NOTHING);
            return;
        }
        // Two writes of one coordinator never have the same time.
        latestTimestamp = Math.max(latestTimestamp + 1, nowNanos / 1_000);
        write.value = value;
        write.timestamp = latestTimestamp;
        for (int place = 0; place < write.replicas.length; place++) {
            int home = write.replicas[place];
            int target = write.sentTo[place];
            if (target == Coordination.NOBODY) {
                hint(write, place);
            } else if (target == self) {
                accept(write.key, value, write.timestamp, target == home ? Coordination.NOBODY : home);
                write.answered.set(place);
            } else {
                int hintFor = target == home ? Coordination.NOBODY : home;
                outbox.send(
                        target, new LeaderlessMessage.Put(write.operation, write.key, value, write.timestamp, hintFor));
            }
        }
        finishIfEnough(write);
    }

    /** Each home replica that is up gets the write itself; for one that is down the next that is no home and up stands in. */
    private void chooseTargets(Coordination write) {
        int[] list = new int[settings.members()];
        preferences.of(write.key, list);
        int next = settings.replicas();
        for (int place = 0; place < write.replicas.length; place++) {
            int home = write.replicas[place];
            write.sentTo[place] = isUp(home) ? home : Coordination.NOBODY;
            while (settings.isSloppy() && write.sentTo[place] == Coordination.NOBODY && next < list.length) {
                write.sentTo[place] = isUp(list[next]) ? list[next] : Coordination.NOBODY;
                next++;
            }
        }
    }

    private void hint(Coordination write, int place) {
        if (settings.hintedHandoff()) {
            hints.store(write.replicas[place], write.key, write.value, write.timestamp, nowNanos);
        }
    }

    private void accept(long key, long value, long timestamp, int hintFor) {
        if (hintFor == Coordination.NOBODY) {
            versions.put(key, value, timestamp);
        } else {
            hints.store(hintFor, key, value, timestamp, nowNanos);
        }
    }

    private void read(Coordination read) {
        BitSet up = new BitSet();
        for (int place = 0; place < read.replicas.length; place++) {
            boolean ofUse = !settings.reads().isLocal() || settings.datacentres()[read.replicas[place]] == local();
            up.set(place, ofUse && isUp(read.replicas[place]));
        }
        if (!areEnough(read, up::get)) {
            running.remove(read.operation);
            outbox.reply(read.request, StoreResult.REFUSED, NOTHING);
            return;
        }
        choose(read, up);
        read.asked.stream().forEach(place -> {
            int member = read.replicas[place];
            if (member == self) {
                answered(read, place, versions.value(read.key), versions.timestamp(read.key));
            } else {
                outbox.send(member, new LeaderlessMessage.Get(read.operation, read.key));
            }
        });
        finishIfEnough(read);
    }

    /** Whom a read asks: itself first, then by preference, until they are enough. */
    private void choose(Coordination read, BitSet up) {
        for (int place = 0; place < read.replicas.length; place++) {
            read.asked.set(place, up.get(place) && read.replicas[place] == self);
        }
        for (int place = up.nextSetBit(0); place >= 0; place = up.nextSetBit(place + 1)) {
            if (settings.asksAll() || !areEnough(read, read.asked::get)) {
                read.asked.set(place);
            }
        }
    }

    private void answered(Coordination read, int place, long value, long timestamp) {
        read.answered.set(place);
        read.read(place, value, timestamp);
    }

    /** Answers when there are enough answers; a read that found older versions first mends those. */
    private void finishIfEnough(Coordination each) {
        boolean hinted = each.isWrite && settings.writes().countsHints() && settings.hintedHandoff();
        if (each.isAnswered || (!hinted && !areEnough(each, each.answered::get))) {
            retire(each);
            return;
        }
        if (!each.isWrite && settings.readRepair() && !each.isRepairing) {
            each.isRepairing = true;
            repair(each);
            if (!areEnough(each, each.answered::get)) {
                return;
            }
        }
        each.isAnswered = true;
        outbox.reply(each.request, StoreResult.OK, each.value);
        retire(each);
    }

    private void retire(Coordination each) {
        if (each.isDone()) {
            running.remove(each.operation);
        }
    }

    /** Writes the newest version back to those that answered with an older one, and waits for them again. */
    private void repair(Coordination read) {
        for (int place = read.answered.nextSetBit(0); place >= 0; place = read.answered.nextSetBit(place + 1)) {
            if (read.isStale(place)) {
                repairs++;
                int member = read.replicas[place];
                if (member == self) {
                    versions.put(read.key, read.value, read.timestamp);
                } else {
                    read.answered.clear(place);
                    outbox.send(
                            member,
                            new LeaderlessMessage.Put(
                                    read.operation, read.key, read.value, read.timestamp, Coordination.NOBODY));
                }
            }
        }
    }

    /** Ends what has run for too long; replicas that did not acknowledge get hints. */
    private void timeOut() {
        var oldest = running.values().iterator();
        while (oldest.hasNext()) {
            Coordination each = oldest.next();
            if (nowNanos - each.since < settings.timeoutNanos()) {
                outbox.setTimer(TIMEOUT, each.since + settings.timeoutNanos());
                return;
            }
            oldest.remove();
            end(each);
        }
    }

    private void end(Coordination each) {
        for (int place = 0; each.isWrite && place < each.replicas.length; place++) {
            if (!each.answered.get(place) && each.sentTo[place] != Coordination.NOBODY) {
                hint(each, place);
            }
        }
        if (!each.isAnswered) {
            outbox.reply(each.request, each.isWrite ? StoreResult.UNKNOWN : StoreResult.REFUSED, NOTHING);
        }
    }

    @Override
    public void receive(int from, Message message, long atNanos) {
        nowNanos = atNanos;
        suspicion.heard(from, atNanos);
        switch ((LeaderlessMessage) message) {
            case LeaderlessMessage.Put put -> {
                accept(put.key(), put.value(), put.timestamp(), put.hintFor());
                outbox.send(from, new LeaderlessMessage.PutAck(put.operation()));
            }
            case LeaderlessMessage.PutAck ack -> acknowledged(from, ack.operation());
            case LeaderlessMessage.Get get ->
                outbox.send(
                        from,
                        new LeaderlessMessage.Got(
                                get.operation(), versions.value(get.key()), versions.timestamp(get.key())));
            case LeaderlessMessage.Got got -> got(from, got);
            case LeaderlessMessage.Gossip _ -> hints.deliver(from, atNanos);
            case LeaderlessMessage.Summary summary -> antiEntropy.compare(from, summary);
            case LeaderlessMessage.Versions newer -> antiEntropy.take(newer);
        }
    }

    private void acknowledged(int from, long operation) {
        if (operation < 0) {
            hints.delivered(operation);
            return;
        }
        Coordination each = running.get(operation);
        int place = each == null ? Coordination.NOBODY : each.placeOf(from);
        if (each != null && place != Coordination.NOBODY) {
            each.answered.set(place);
            finishIfEnough(each);
        }
    }

    private void got(int from, LeaderlessMessage.Got got) {
        Coordination read = running.get(got.operation());
        int place = read == null ? Coordination.NOBODY : read.placeOf(from);
        if (read == null || place == Coordination.NOBODY || read.isRepairing || read.isAnswered) {
            return;
        }
        answered(read, place, got.value(), got.timestamp());
        finishIfEnough(read);
    }
}
