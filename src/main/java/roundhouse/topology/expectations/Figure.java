package roundhouse.topology.expectations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import roundhouse.limits.LimitFigure;
import roundhouse.naming.NamingFigure;
import roundhouse.routing.Outcome;
import roundhouse.scaling.GroupFigure;

/** A figure of a run that an expectation can be about: {@code p99}, {@code max queue}, {@code timed-out}. */
public sealed interface Figure {
    /** Round trips that ended well, as clients saw them; of a node, how long its calls were there. */
    record Latency(Statistic statistic) implements Figure {}

    /** How long calls waited in a node's queue. */
    record Wait(Statistic statistic) implements Figure {}

    /** How many calls were in a node's queue. */
    record Queue(Statistic statistic) implements Figure {}

    /** How many requests were at a node. */
    record InFlight(Statistic statistic) implements Figure {}

    /** Requests that ended so, as a count or as a share of all that ended. */
    record Ended(Outcome outcome) implements Figure {}

    /** Requests that clients began; of a node, those that came in. */
    record Requests() implements Figure {}

    /** Requests that ended well, a second. */
    record Throughput() implements Figure {}

    /** What nodes cost, by their prices. */
    record Cost() implements Figure {}

    /** Busy cores over cores. */
    record Utilization() implements Figure {}

    /** Sessions whose state servers lost, by crashing or being removed. */
    record LostSessions() implements Figure {}

    /** Requests of sessions begun before that came to a server without their state. */
    record MissedSessions() implements Figure {}

    /** How caches do, how true what they give is, what the stores do. */
    record Data(DataFigure figure) implements Figure {}

    /** What became of lookups of a name, and of requests that went by them. */
    record Naming(NamingFigure figure) implements Figure {}

    /** What limits did with requests. */
    record Limiting(LimitFigure figure) implements Figure {}

    /** Round trips of reads or of writes; of a node, of those that ended there. */
    record DataLatency(Statistic statistic, boolean write) implements Figure {}

    /** For how long there had been a newer value when a stale one was read. */
    record StaleAge(Statistic statistic) implements Figure {}

    /** How long writes took to the other members of a store. */
    record ReplicationLag(Statistic statistic) implements Figure {}

    /** How many servers a group had. */
    record Group(GroupFigure figure) implements Figure {}

    /** Every figure there is. */
    List<Figure> ALL = all();

    private static List<Figure> all() {
        List<Figure> all = new ArrayList<>();
        Stream.of(Statistic.values()).map(Latency::new).forEach(all::add);
        Stream.of(Statistic.values()).map(Wait::new).forEach(all::add);
        Stream.of(Statistic.MEAN, Statistic.MAX).map(Queue::new).forEach(all::add);
        Stream.of(Statistic.MEAN, Statistic.MAX).map(InFlight::new).forEach(all::add);
        all.add(new Requests());
        Arrays.stream(Outcome.values()).map(Ended::new).forEach(all::add);
        all.add(new Throughput());
        all.add(new Cost());
        all.add(new Utilization());
        all.add(new LostSessions());
        all.add(new MissedSessions());
        Arrays.stream(DataFigure.values()).map(Data::new).forEach(all::add);
        Stream.of(Statistic.values()).map(StaleAge::new).forEach(all::add);
        Stream.of(Statistic.values()).map(ReplicationLag::new).forEach(all::add);
        // Requests have their name already.
        Arrays.stream(NamingFigure.values())
                .filter(figure -> figure != NamingFigure.REQUESTS)
                .map(Naming::new)
                .forEach(all::add);
        Arrays.stream(LimitFigure.values()).map(Limiting::new).forEach(all::add);
        Stream.of(Statistic.values())
                .map(statistic -> new DataLatency(statistic, false))
                .forEach(all::add);
        Stream.of(Statistic.values())
                .map(statistic -> new DataLatency(statistic, true))
                .forEach(all::add);
        Arrays.stream(GroupFigure.values()).map(Group::new).forEach(all::add);
        return List.copyOf(all);
    }

    static Optional<Figure> of(String name) {
        return ALL.stream().filter(figure -> figure.name().equals(name)).findFirst();
    }

    /** The name in files and reports. */
    default String name() {
        return switch (this) {
            case Latency(Statistic statistic) -> statistic.key();
            case Wait(Statistic statistic) -> statistic.key() + " wait";
            case Queue(Statistic statistic) -> statistic.key() + " queue";
            case InFlight(Statistic statistic) -> statistic.key() + " in-flight";
            case Ended(Outcome outcome) -> outcome.key();
            case Requests _ -> "requests";
            case Throughput _ -> "throughput";
            case Cost _ -> "cost";
            case Utilization _ -> "utilization";
            case LostSessions _ -> "lost sessions";
            case MissedSessions _ -> "missed sessions";
            case Data(DataFigure figure) -> figure.key();
            case Naming(NamingFigure figure) -> figure.key();
            case Limiting(LimitFigure figure) -> figure.key();
            case Group(GroupFigure figure) -> figure.key();
            case StaleAge(Statistic statistic) -> statistic.key() + " stale age";
            case ReplicationLag(Statistic statistic) -> statistic.key() + " replication lag";
            case DataLatency(Statistic statistic, boolean write) ->
                statistic.key() + (write ? " write latency" : " read latency");
        };
    }

    /** What it is, in a sentence. */
    default String meaning() {
        return switch (this) {
            case Latency _ ->
                "Round trips that ended well, as clients saw them; of a node, how long requests were there.";
            case Wait _ -> "How long requests waited in the node's queue.";
            case Queue _ -> "How many requests were in the node's queue.";
            case InFlight _ -> "How many requests were at the node.";
            case Ended(Outcome outcome) ->
                "Requests that ended " + outcome.key() + ", as a number or as a share of all that ended.";
            case Requests _ -> "Requests that clients began; of a node, those that came in.";
            case Throughput _ -> "Requests that ended well, a second.";
            case Cost _ -> "What the nodes with a price cost, an hour or for a million requests.";
            case Utilization _ -> "Busy cores over cores.";
            case LostSessions _ -> "Sessions whose state servers lost, by crashing or being removed.";
            case MissedSessions _ -> "Requests of sessions begun before that came to a server without their state.";
            case Data(DataFigure figure) -> figure.meaning();
            case Naming(NamingFigure figure) -> figure.meaning();
            case Limiting(LimitFigure figure) -> figure.meaning();
            case Group(GroupFigure figure) -> figure.meaning();
            case DataLatency latency ->
                "Round trips of " + (latency.write ? "writes" : "reads")
                        + " that ended well; of a node, of those that ended there.";
            case StaleAge _ -> "For how long there had been a newer value when a stale one was read.";
            case ReplicationLag _ ->
                "How long writes took from the leader of a store to each other member; where nobody leads, from where a key's newest was first to each other replica of it.";
        };
    }

    /** Whether it is of one node only and not of the system. */
    default boolean needsNode() {
        return switch (this) {
            case Wait _, Queue _, InFlight _, Utilization _, Naming _, ReplicationLag _, Limiting _, Group _ -> true;
            case Latency _,
                    Ended _,
                    Requests _,
                    Throughput _,
                    Cost _,
                    LostSessions _,
                    MissedSessions _,
                    StaleAge _,
                    DataLatency _ -> false;
            case Data(DataFigure figure) -> figure.needsNode();
        };
    }

    /** Whether it is of the system only and not of one node. */
    default boolean isOfSystem() {
        return this instanceof Data(DataFigure figure) && figure.isOfSystem();
    }

    /** Whether a replicated store can have it. */
    default boolean isOfStores() {
        return this instanceof StaleAge
                || this instanceof ReplicationLag
                || (this instanceof Data(DataFigure figure) && figure.isOfStores());
    }

    /** Whether only replicated stores have it, of all that has a name. */
    default boolean isOfStoresOnly() {
        return this instanceof StaleAge
                || this instanceof ReplicationLag
                || (this instanceof Data(DataFigure figure) && figure.isOfStoresOnly());
    }

    /** Whether only machines have it, and not nodes that stand for people. */
    default boolean isOfMachines() {
        return switch (this) {
            case Wait _, Queue _, Cost _, Utilization _, LostSessions _, MissedSessions _ -> true;
            case Latency _,
                    InFlight _,
                    Ended _,
                    Requests _,
                    Throughput _,
                    Data _,
                    StaleAge _,
                    ReplicationLag _,
                    DataLatency _,
                    Naming _,
                    Group _,
                    Limiting _ -> false;
        };
    }

    /** Whether only nodes that keep sessions have it. */
    default boolean isOfSessions() {
        return this instanceof LostSessions || this instanceof MissedSessions;
    }

    /** What it can be compared with. */
    default List<Amount.Unit> units() {
        return switch (this) {
            case Data(DataFigure figure) -> figure.units();
            case Naming(NamingFigure figure) ->
                figure.unit() == NamingFigure.Unit.SHARE
                        ? List.of(Amount.Unit.SHARE)
                        : figure.isPart() ? List.of(Amount.Unit.COUNT, Amount.Unit.SHARE) : List.of(Amount.Unit.COUNT);
            case Limiting(LimitFigure figure) ->
                figure.isPart() ? List.of(Amount.Unit.COUNT, Amount.Unit.SHARE) : List.of(Amount.Unit.COUNT);
            case Latency _, Wait _, StaleAge _, ReplicationLag _, DataLatency _ -> List.of(Amount.Unit.TIME);
            case Queue _, InFlight _, Requests _, LostSessions _, MissedSessions _, Group _ ->
                List.of(Amount.Unit.COUNT);
            case Ended _ -> List.of(Amount.Unit.COUNT, Amount.Unit.SHARE);
            case Throughput _ -> List.of(Amount.Unit.RATE);
            case Cost _ -> List.of(Amount.Unit.HOUR, Amount.Unit.MILLION);
            case Utilization _ -> List.of(Amount.Unit.SHARE);
        };
    }
}
