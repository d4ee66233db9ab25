package roundhouse.workbench.ring.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Target;
import roundhouse.hashing.registry.PlacementSettings;

/**
 * How two states differ, for people: "s3 removed", "weight of s1 from 1 to 3".
 *
 * @param words never empty where the states differ
 * @param server the first that the difference is about, or empty
 */
record StateDifference(String words, String server) {
    private static final int MOST_NAMES = 3;

    static StateDifference between(RingState before, RingState after) {
        List<String> parts = new ArrayList<>();
        List<String> concerned = new ArrayList<>();
        names(parts, concerned, missing(before, after), "removed");
        names(parts, concerned, missing(after, before), "added");
        names(parts, concerned, changed(before, after, (was, is) -> !was.down() && is.down()), "out of use");
        names(parts, concerned, changed(before, after, (was, is) -> was.down() && !is.down()), "back in use");
        List<String> weighted = changed(before, after, (was, is) -> was.weight() != is.weight());
        if (weighted.size() > MOST_NAMES) {
            parts.add(weighted.size() + " weights changed");
        } else {
            weighted.forEach(name -> parts.add("weight of " + name + " from "
                    + before.target(name).orElseThrow().weight() + " to "
                    + after.target(name).orElseThrow().weight()));
        }
        concerned.addAll(weighted);
        settings(parts, before.settings(), after.settings());
        if (parts.isEmpty() && !before.equals(after)) {
            parts.add("servers in another order or zone");
        }
        return new StateDifference(String.join(", ", parts), concerned.isEmpty() ? "" : concerned.getFirst());
    }

    private static List<String> missing(RingState of, RingState in) {
        return of.targets().stream()
                .map(Target::name)
                .filter(name -> in.indexOf(name) == Placement.NONE)
                .toList();
    }

    private static List<String> changed(RingState before, RingState after, BiPredicate<Target, Target> how) {
        return before.targets().stream()
                .filter(was ->
                        after.target(was.name()).filter(is -> how.test(was, is)).isPresent())
                .map(Target::name)
                .toList();
    }

    private static void names(List<String> parts, List<String> concerned, List<String> names, String what) {
        if (!names.isEmpty()) {
            parts.add((names.size() > MOST_NAMES ? names.size() + " servers" : String.join(", ", names)) + " " + what);
            concerned.addAll(names);
        }
    }

    private static void settings(List<String> parts, PlacementSettings before, PlacementSettings after) {
        if (before.kind() != after.kind()) {
            parts.add("placement " + after.kind().title());
        }
        if (!before.hash().equals(after.hash())) {
            parts.add("hash " + after.hash().key());
        }
        if (before.virtualNodes() != after.virtualNodes()) {
            parts.add(after.virtualNodes() + " virtual nodes");
        }
        if (before.replicas() != after.replicas()) {
            parts.add(after.replicas() + " replicas");
        }
        if (before.balanceFactor() != after.balanceFactor()) {
            parts.add(after.balanceFactor() == 0 ? "no load bound" : "load bound " + after.balanceFactor() + " %");
        }
        if (before.isRing() && after.isRing() && !before.tokens().equals(after.tokens())) {
            parts.add("tokens moved");
        }
    }
}
