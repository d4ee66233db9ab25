package roundhouse.simulation.storing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.replication.ReplicationFigures;
import roundhouse.simulation.components.replication.StoreStanding;
import roundhouse.simulation.data.KeyVersions;
import roundhouse.simulation.engine.RunContext;
import roundhouse.storage.history.ModelKind;
import roundhouse.storage.leaderless.PreferenceList;
import roundhouse.storage.primary.PrimaryReplica;
import roundhouse.storage.replication.Outbox;
import roundhouse.storage.replication.Replica;
import roundhouse.storage.replication.ReplicaCounts;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;
import roundhouse.topology.stores.ConsensusReplication;
import roundhouse.topology.stores.LeaderlessReplication;
import roundhouse.topology.stores.PrimaryReplication;
import roundhouse.topology.stores.Shards;
import roundhouse.topology.stores.Store;

/** A store in a run: its members, who leads them, and what they answered. */
public final class ReplicatedStore implements StoreStanding, HeldVersions.Store {
    private final RunContext context;
    private final Store spec;
    private final long number;
    private final int dataset;
    private final List<StoreMember> members = new ArrayList<>();
    private final List<Integer> regions;
    private final ReplicationFigures figures;
    /** What each member answered while there was a partition, and what it did not. */
    private final long[] answeredParted;

    private final long[] refusedParted;
    private final StoreSessions sessions;
    private final CatchingUp catchingUp;
    private final MembersBehind behind;
    private final LostWrites lostWrites;
    private final Leadership leadership;
    /** Where its keys are; null where that never changes. */
    private final @Nullable Sharding sharding;

    /** Of counters and sets; null for others. */
    private final @Nullable CountedWrites counted;

    /** @param number of those that were created in the run before it */
    ReplicatedStore(RunContext context, Store spec, long number, List<Integer> regions, ReplicationFigures figures) {
        this.context = context;
        this.number = number;
        this.spec = spec;
        this.regions = regions;
        this.figures = figures;
        dataset = context.versions.dataset(spec.id());
        int size = spec.members().size();
        int replicas = spec.replication() instanceof LeaderlessReplication leaderless ? leaderless.n() : size;
        answeredParted = new long[size];
        refusedParted = new long[size];
        sessions = new StoreSessions(spec);
        ModelKind model = model();
        counted = model == ModelKind.REGISTER ? null : new CountedWrites();
        if (counted != null) {
            context.histories.of(spec.id()).keeps(model);
        }
        Shards shards = spec.replication().shards();
        sharding = shards == null ? null : new Sharding(context, spec, shards, replicas, members, this::moved);
        lostWrites = new LostWrites(context, dataset, members, figures, wantsContext(), shards != null, counted);
        leadership = new Leadership(context, spec, members, figures, lostWrites);
        behind = new MembersBehind(
                context, members, size, figures, hasLeaders(), leadership::leader, replicas, preferences());
        catchingUp = new CatchingUp(members, figures.convergence, replicas, preferences());
        figures.stands(this);
    }

    /** What is under its keys. */
    private ModelKind model() {
        LeaderlessReplication.Conflicts conflicts = spec.replication() instanceof LeaderlessReplication leaderless
                ? leaderless.conflicts()
                : LeaderlessReplication.Conflicts.LAST_WRITE_WINS;
        return switch (conflicts) {
            case COUNTER -> ModelKind.COUNTER;
            case SET -> ModelKind.SET;
            default -> ModelKind.REGISTER;
        };
    }

    /** Its acknowledged writes, where it keeps counters or sets; null for others. */
    @Nullable
    CountedWrites counted() {
        return counted;
    }

    /** What a write of that version does: it puts it there, adds it to a set, or adds 1 to a counter. */
    long written(long version) {
        return model() == ModelKind.COUNTER ? 1 : version;
    }

    private PreferenceList preferences() {
        return sharding == null ? PreferenceList.clockwise() : sharding;
    }

    /** Where its keys are and how they change hands; null where that never changes. */
    public @Nullable Sharding sharding() {
        return sharding;
    }

    private void moved() {
        lostWrites.count();
        behind.moved();
        catchingUp.moved(context.kernel.nowNanos());
    }

    void add(StoreMember member) {
        members.add(member);
    }

    public Store spec() {
        return spec;
    }

    /** Tells it from one of the same id that was there before. */
    long number() {
        return number;
    }

    public String id() {
        return spec.id();
    }

    public ReplicationFigures figures() {
        return figures;
    }

    /** The member that leads, of the newest term; {@link Replica#NOBODY} for none. */
    public int leader() {
        return leadership.leader();
    }

    @Override
    public int term() {
        return leadership.term();
    }

    /** How many members there are. */
    public int size() {
        return members.size();
    }

    public boolean isUp(int member) {
        return members.get(member).isUp();
    }

    /** Whom a member holds to lead; {@link Replica#NOBODY} for none. */
    public int follows(int member) {
        return members.get(member).replica().leader();
    }

    /** The number of the leader's reign, as a member knows it. */
    public int term(int member) {
        return members.get(member).replica().term();
    }

    /** How far its members are behind. */
    public MembersBehind behind() {
        return behind;
    }

    @Override
    public ReplicaCounts counts() {
        ReplicaCounts sum = ReplicaCounts.NONE;
        for (int i = 0; i < members.size(); i++) {
            sum = sum.plus(counts(i));
        }
        return sum;
    }

    @Override
    public long mostBehind() {
        return behind.most();
    }

    @Override
    public long mostLagNanos() {
        return behind.mostNanos();
    }

    /** The number of a member's side of the partition; -1 for none. */
    public int side(int member) {
        return context.partition.side(members.get(member).database().id);
    }

    /** By how much a member's clock is ahead of the others', nanoseconds. */
    public long aheadNanos(int member) {
        return members.get(member).aheadNanos();
    }

    /** What a member answered well while there was a partition. */
    public long answeredParted(int member) {
        return answeredParted[member];
    }

    /** What a member that was up refused, or did not answer in time, while there was a partition. */
    public long refusedParted(int member) {
        return refusedParted[member];
    }

    public ReplicaCounts counts(int member) {
        return members.get(member).replica().counts();
    }

    int dataset() {
        return dataset;
    }

    Replica machine(int self, Outbox outbox) {
        return ReplicaMachines.of(
                spec,
                self,
                regions,
                sharding == null ? PreferenceList.clockwise() : sharding.map(),
                outbox,
                context.streams.of(spec.members().get(self), "replication"));
    }

    /** A read, as this store has them. */
    StoreRequest read(long request, long key) {
        boolean local = switch (spec.replication()) {
            case PrimaryReplication primary -> primary.reads() == PrimaryReplication.Reads.LOCAL;
            case ConsensusReplication raft -> raft.reads() == ConsensusReplication.Reads.LOCAL;
            default -> false;
        };
        return local ? StoreRequest.localRead(request, key) : StoreRequest.read(request, key);
    }

    /** What its users have seen. */
    StoreSessions sessions() {
        return sessions;
    }

    /** Whether a write must say which versions it has read, or they stay beside it. */
    boolean wantsContext() {
        return spec.replication() instanceof LeaderlessReplication leaderless
                && leaderless.conflicts() == LeaderlessReplication.Conflicts.SIBLINGS;
    }

    /** The clock of a member is ahead by so much from now on, nanoseconds. */
    public void clock(int member, long aheadNanos) {
        members.get(member).clock(aheadNanos);
    }

    /**
     * Makes a member the primary by hand: it is told, and so are all that are up and on its side of a partition. Returns whether it could
     * be.
     */
    public boolean promote(int number) {
        StoreMember chosen = members.get(number);
        if (!chosen.isUp() || !(chosen.replica() instanceof PrimaryReplica)) {
            return false;
        }
        int epoch = leadership.term() + 1;
        int side = side(number);
        for (int i = 0; i < members.size(); i++) {
            boolean hears = side < 0 || side(i) < 0 || side(i) == side;
            if (members.get(i).isUp() && hears) {
                members.get(i).follow(number, epoch);
            }
        }
        return true;
    }

    @Override
    public boolean hasLeaders() {
        return !(spec.replication() instanceof LeaderlessReplication);
    }

    /** Members that are not among these are gone for good. */
    void without(Set<String> there) {
        for (StoreMember member : members) {
            if (!member.isGone() && !there.contains(member.database().id)) {
                member.goForGood();
                if (sharding != null) {
                    sharding.gone(members.indexOf(member));
                }
                lostWrites.count();
            }
        }
    }

    /** A partition is over. */
    void healed() {
        long nowNanos = context.kernel.nowNanos();
        if (!hasLeaders()) {
            catchingUp.beginByKeys(nowNanos);
            return;
        }
        BitSet held = members.get(Math.max(0, leadership.leader())).holds();
        catchingUp.begin(lostWrites.acknowledgedAmong(held), nowNanos);
    }

    @Override
    public boolean isCounted() {
        return counted != null;
    }

    @Override
    public void takes(long key) {
        behind.takes(key);
    }

    @Override
    public void took(long key) {
        behind.took(key);
        catchingUp.look(key, context.kernel.nowNanos());
    }

    /** Something happened to a member. */
    void changed(int number) {
        if (sharding != null) {
            sharding.look();
        }
        if (hasLeaders()) {
            catchingUp.look(members.get(number), context.kernel.nowNanos());
            leadership.changed(number);
            behind.changed(number);
        }
    }

    /** A request of a member has ended so. */
    void ended(int member, boolean read, StoreResult result) {
        figures.ended(read, result);
        if (context.partition.isThere()) {
            (result == StoreResult.OK ? answeredParted : refusedParted)[member]++;
            figures.endedParted(result == StoreResult.OK);
        }
    }

    /** A member has told that a write is done. */
    void acknowledged(int member, long key, long stamp) {
        if (counted != null) {
            counted.acknowledged(key, context.kernel.nowNanos());
            return;
        }
        int version = (int) KeyVersions.version(stamp);
        lostWrites.acknowledged(version, leadership.acknowledgedAlone(member, version));
    }

    @Override
    public void dropped(long key, long value, long instead) {
        lostWrites.dropped(key, value, instead);
    }
}
