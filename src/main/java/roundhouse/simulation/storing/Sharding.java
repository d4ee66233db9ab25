package roundhouse.simulation.storing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.Placement;
import roundhouse.routing.algorithms.KeyText;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.transcript.TranscriptWords;
import roundhouse.storage.leaderless.KeyMoves;
import roundhouse.storage.leaderless.LeaderlessReplica;
import roundhouse.storage.leaderless.PreferenceList;
import roundhouse.storage.replication.ReplicaCounts;
import roundhouse.storage.shards.ShardMap;
import roundhouse.topology.stores.Shards;
import roundhouse.topology.stores.Store;

/**
 * Which members have a key of a sharded store, and how keys change hands: all members are told at once, and one change is done before the
 * next begins, of which there is at most one that waits, the last that was asked for. As a list of members it is what reads go by.
 */
public final class Sharding implements PreferenceList {
    private final RunContext context;
    private final Store spec;
    private final int copies;
    private final List<? extends ShardMember> members;
    private final Runnable moved;
    /** What the document said last. */
    private Shards said;

    private List<String> saidOf;
    private Layout now;
    private ShardMap map;
    /** What keys change hands for; null while none do. */
    private @Nullable Layout next;

    private @Nullable ShardMap nextMap;
    /** By what keys were placed; reads may already go by the next. */
    private @Nullable Placement left;

    private @Nullable Layout waiting;
    private int number;
    private long sinceNanos;
    private ReplicaCounts before = ReplicaCounts.NONE;

    /**
     * Keys over members.
     *
     * @param holders the members that have keys, in the order of the store
     */
    public record Layout(Shards shards, List<String> holders) {
        public Placement placement() {
            return shards.place(holders);
        }
    }

    Sharding(
            RunContext context,
            Store spec,
            Shards shards,
            int copies,
            List<? extends ShardMember> members,
            Runnable moved) {
        this.context = context;
        this.spec = spec;
        this.copies = copies;
        this.members = members;
        this.moved = moved;
        said = shards;
        saidOf = spec.members();
        now = new Layout(shards, shards.holders(saidOf));
        map = map(now);
    }

    private ShardMap map(Layout layout) {
        Placement placement = layout.placement();
        return new ShardMap(placement, spec.members(), key -> placement.hash(KeyText.of(key)));
    }

    /** Where reads go. */
    ShardMap map() {
        return map;
    }

    /** By what keys are placed; while they change hands, by what they will be. */
    public Placement wantedPlacement() {
        ShardMap after = nextMap;
        return (after == null ? map : after).placement();
    }

    /** By what keys were placed, while they change hands; null while none do. */
    public @Nullable Placement leftPlacement() {
        return left;
    }

    /** Where keys are; while they change hands, where they were. */
    public Layout now() {
        return now;
    }

    /** Where keys are to be; null while none change hands. */
    public @Nullable Layout next() {
        return next;
    }

    @Override
    public void of(long key, int[] into) {
        map.of(key, into);
    }

    @Override
    public boolean has(int member) {
        return map.has(member);
    }

    /** What the document says from now on. */
    void become(Shards shards, List<String> of) {
        if (!shards.equals(said) || !of.equals(saidOf)) {
            said = shards;
            saidOf = of;
            want(new Layout(shards, shards.holders(of)));
        }
    }

    /** What is wanted after all that was asked for. */
    private Layout wanted() {
        return waiting != null ? waiting : next != null ? next : now;
    }

    /** The member is to have keys. Returns why it cannot; empty when it can. */
    public String join(String member) {
        Layout last = wanted();
        if (last.holders.contains(member)) {
            return "it has keys already";
        }
        want(new Layout(
                last.shards,
                saidOf.stream()
                        .filter(id -> id.equals(member) || last.holders.contains(id))
                        .toList()));
        return "";
    }

    /** The member is to have no keys any more. Returns why it cannot; empty when it can. */
    public String leave(String member) {
        Layout last = wanted();
        if (!last.holders.contains(member)) {
            return "it has no keys";
        }
        if (last.holders.size() <= copies) {
            return "each key is kept at " + copies + " members, and there are no more";
        }
        want(new Layout(
                last.shards,
                last.holders.stream().filter(id -> !id.equals(member)).toList()));
        return "";
    }

    /** A member never comes back. */
    void gone(int member) {
        for (ShardMember each : members) {
            if (each.replica() instanceof LeaderlessReplica replica) {
                replica.gone(member);
            }
        }
        look();
    }

    private void want(Layout layout) {
        if (next == null && layout.equals(now)) {
            return;
        }
        if (next == null) {
            begin(layout);
        } else {
            waiting = layout.equals(next) ? null : layout;
            context.transcript.say(spec.title() + ": keys change hands already; "
                    + (waiting == null
                            ? "it stays at that"
                            : ShardingWords.change(context, next, layout) + " after that"));
        }
    }

    private void begin(Layout layout) {
        next = layout;
        ShardMap after = map(layout);
        nextMap = after;
        left = map.placement();
        number++;
        sinceNanos = context.kernel.nowNanos();
        before = counts();
        context.transcript.say(spec.title() + ": " + ShardingWords.change(context, now, layout) + "; "
                + ShardingWords.moves(context, spec, moves(after)));
        members.forEach(member -> member.change(number, after));
        look();
    }

    /** From which member to which how many keys are sent, of those that there are. */
    private Map<List<Integer>, Integer> moves(ShardMap after) {
        TreeSet<Long> keys = new TreeSet<>();
        members.forEach(member -> Arrays.stream(member.keys()).forEach(keys::add));
        Map<List<Integer>, Integer> moves =
                new TreeMap<>(Comparator.comparing(List<Integer>::getFirst).thenComparing(List::getLast));
        for (long key : keys) {
            KeyMoves.between(
                    home(map, key),
                    home(after, key),
                    _ -> true,
                    (source, receiver) -> moves.merge(List.of(source, receiver), 1, Integer::sum));
        }
        return moves;
    }

    private int[] home(ShardMap by, long key) {
        int[] order = new int[spec.members().size()];
        by.of(key, order);
        return Arrays.stream(order)
                .filter(member -> member != NOBODY)
                .limit(copies)
                .toArray();
    }

    private ReplicaCounts counts() {
        return members.stream()
                .map(member -> member.replica().counts())
                .reduce(ReplicaCounts.NONE, ReplicaCounts::plus);
    }

    /** Something happened to a member. */
    void look() {
        Layout to = next;
        ShardMap after = nextMap;
        if (to == null || after == null) {
            return;
        }
        if (!map.equals(after) && members.stream().anyMatch(Sharding::readsWhereKeysAreToBe)) {
            map = after;
            moved.run();
        }
        if (members.stream().noneMatch(Sharding::isMoving)) {
            done(to);
        }
    }

    private void done(Layout to) {
        ReplicaCounts counts = counts();
        context.transcript.say(spec.title() + ": " + ShardingWords.done(context, now, to) + "; "
                + TranscriptWords.count(counts.streamed() - before.streamed(), "key") + ", "
                + ShardingWords.bytes(counts.streamedBytes() - before.streamedBytes()) + ", streamed in "
                + TranscriptWords.time(context.kernel.nowNanos() - sinceNanos));
        now = to;
        next = null;
        nextMap = null;
        left = null;
        moved.run();
        Layout more = waiting;
        waiting = null;
        if (more != null && !more.equals(now)) {
            begin(more);
        }
    }

    private static boolean readsWhereKeysAreToBe(ShardMember member) {
        return member.replica() instanceof LeaderlessReplica replica && replica.isReadingWhereKeysAreToBe();
    }

    private static boolean isMoving(ShardMember member) {
        return member.replica() instanceof LeaderlessReplica replica && !member.isGone() && replica.isMoving();
    }
}
