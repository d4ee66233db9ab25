package roundhouse.workbench.ring.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Target;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.rings.Ring;
import roundhouse.topology.stores.LeaderlessReplication;
import roundhouse.topology.stores.Shards;
import roundhouse.topology.stores.Store;

/** How keys are placed and on which servers. Immutable; an edit makes another, and what moved is a function of the two. */
public record RingState(PlacementSettings settings, List<Target> targets) {
    public RingState {
        targets = List.copyOf(targets);
    }

    /** Servers {@code s1} to {@code s4} on a ring of few tokens, so that each can be seen. */
    public static RingState sketch() {
        return new RingState(
                PlacementSettings.DEFAULT.withVirtualNodes(6).withReplicas(2),
                List.of(Target.of("s1"), Target.of("s2", 2), Target.of("s3"), Target.of("s4")));
    }

    /** The members of a sharded store that have keys; nothing for a store that is not sharded. */
    public static Optional<RingState> of(Store store) {
        if (store.replication() instanceof LeaderlessReplication leaderless && leaderless.shards() != null) {
            Shards shards = leaderless.shards();
            return Optional.of(new RingState(
                    shards.placement().withReplicas(leaderless.n()),
                    shards.holders(store.members()).stream().map(Target::of).toList()));
        }
        return Optional.empty();
    }

    public Placement placement() {
        return settings.create(targets);
    }

    public int indexOf(String server) {
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i).name().equals(server)) {
                return i;
            }
        }
        return Placement.NONE;
    }

    public Optional<Target> target(String server) {
        return targets.stream().filter(target -> target.name().equals(server)).findFirst();
    }

    /** The part of all keys that is fair for a server by its weight, 0 to 1. */
    public double fairShare(int server) {
        double total = targets.stream()
                .filter(Target::usable)
                .mapToLong(Target::weight)
                .sum();
        Target target = targets.get(server);
        return target.usable() ? target.weight() / total : 0;
    }

    public RingState with(PlacementSettings next) {
        return new RingState(next, targets);
    }

    public RingState with(Target added) {
        List<Target> more = new ArrayList<>(targets);
        more.add(added);
        return new RingState(settings, more);
    }

    /** Without the server and the tokens of its that were moved. */
    public RingState without(String server) {
        return new RingState(
                settings.withTokens(settings.tokens().stream()
                        .filter(token -> !token.target().equals(server))
                        .toList()),
                targets.stream().filter(target -> !target.name().equals(server)).toList());
    }

    public RingState weighted(String server, int weight) {
        return change(server, target -> target.withWeight(weight));
    }

    public RingState down(String server, boolean down) {
        return change(server, target -> target.withDown(down));
    }

    private RingState change(String server, UnaryOperator<Target> change) {
        return new RingState(
                settings,
                targets.stream()
                        .map(target -> target.name().equals(server) ? change.apply(target) : target)
                        .toList());
    }

    /** With one token at another position. For rings. */
    public RingState withToken(String server, int number, long position) {
        List<Ring.MovedToken> tokens = new ArrayList<>(settings.tokens());
        tokens.removeIf(token -> token.target().equals(server) && token.number() == number);
        tokens.add(new Ring.MovedToken(server, number, position));
        return with(settings.withTokens(tokens));
    }

    /** With all tokens of a server turned clockwise by that much, modulo 2⁶⁴. For rings. */
    public RingState turned(String server, long by) {
        Ring ring = settings.ring(targets);
        List<Ring.MovedToken> tokens = new ArrayList<>(settings.tokens());
        tokens.removeIf(token -> token.target().equals(server));
        for (Ring.Token token : ring.tokensOf(indexOf(server))) {
            tokens.add(new Ring.MovedToken(server, token.number(), token.position() + by));
        }
        return with(settings.withTokens(tokens));
    }

    /** With every token where its hash puts it. */
    public RingState asHashed() {
        return with(settings.withTokens(List.of()));
    }

    /** The first of {@code s1}, {@code s2}, … that no server is called. */
    public String freeName() {
        int number = 1;
        while (indexOf("s" + number) != Placement.NONE) {
            number++;
        }
        return "s" + number;
    }
}
