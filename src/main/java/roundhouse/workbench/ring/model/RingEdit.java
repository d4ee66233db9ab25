package roundhouse.workbench.ring.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Target;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.rings.Ring;

/**
 * What was changed from one state to another, so that just this can be done to a third: what a person changed of the run that is shown
 * is done to the document, which may differ from the run in other things, and the other way round.
 */
record RingEdit(RingState from, RingState to) {
    /** Whether nothing was changed. */
    boolean isNone() {
        return from.equals(to);
    }

    /** The same done to another state. Changes of servers that it has not are left out. */
    RingState on(RingState other) {
        return other.equals(from) ? to : new RingState(settings(other.settings()), targets(other));
    }

    private List<Target> targets(RingState other) {
        List<Target> targets = new ArrayList<>();
        for (Target target : other.targets()) {
            Target was = from.target(target.name()).orElse(null);
            Target is = to.target(target.name()).orElse(null);
            if (was == null) {
                targets.add(target);
            } else if (is != null) {
                Target weighted = was.weight() == is.weight() ? target : target.withWeight(is.weight());
                targets.add(was.down() == is.down() ? weighted : weighted.withDown(is.down()));
            }
        }
        to.targets().stream()
                .filter(target ->
                        from.indexOf(target.name()) == Placement.NONE && other.indexOf(target.name()) == Placement.NONE)
                .forEach(targets::add);
        return targets;
    }

    private PlacementSettings settings(PlacementSettings other) {
        PlacementSettings was = from.settings();
        PlacementSettings is = to.settings();
        PlacementSettings next = new PlacementSettings(
                changed(was.kind(), is.kind(), other.kind()),
                changed(was.hash(), is.hash(), other.hash()),
                changed(was.virtualNodes(), is.virtualNodes(), other.virtualNodes()),
                changed(was.replicas(), is.replicas(), other.replicas()),
                changed(was.balanceFactor(), is.balanceFactor(), other.balanceFactor()),
                tokens(was.tokens(), is.tokens(), other.tokens()));
        return next.isRing() ? next : next.withTokens(List.of());
    }

    private static <T> T changed(T was, T is, T other) {
        return Objects.equals(was, is) ? other : is;
    }

    private static List<Ring.MovedToken> tokens(
            List<Ring.MovedToken> was, List<Ring.MovedToken> is, List<Ring.MovedToken> other) {
        List<Ring.MovedToken> came = new ArrayList<>(is);
        came.removeAll(was);
        List<Ring.MovedToken> went = new ArrayList<>(was);
        went.removeAll(is);
        Set<Name> touched = new HashSet<>();
        came.forEach(token -> touched.add(Name.of(token)));
        went.forEach(token -> touched.add(Name.of(token)));
        List<Ring.MovedToken> tokens = new ArrayList<>(other);
        tokens.removeIf(token -> touched.contains(Name.of(token)));
        tokens.addAll(came);
        return tokens;
    }

    /** Which token it is, wherever it stands. */
    private record Name(String server, int number) {
        static Name of(Ring.MovedToken token) {
            return new Name(token.target(), token.number());
        }
    }
}
