package roundhouse.workbench.ring.model;

import static roundhouse.workbench.texts.Texts.text;

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
        names(parts, concerned, missing(before, after), "ring.difference-removed");
        names(parts, concerned, missing(after, before), "ring.difference-added");
        names(parts, concerned, changed(before, after, (was, is) -> !was.down() && is.down()), "ring.difference-out");
        names(parts, concerned, changed(before, after, (was, is) -> was.down() && !is.down()), "ring.difference-back");
        List<String> weighted = changed(before, after, (was, is) -> was.weight() != is.weight());
        if (weighted.size() > MOST_NAMES) {
            parts.add(text("ring.difference-weights", weighted.size()));
        } else {
            weighted.forEach(name -> parts.add(text(
                    "ring.difference-weight",
                    name,
                    Integer.toString(before.target(name).orElseThrow().weight()),
                    Integer.toString(after.target(name).orElseThrow().weight()))));
        }
        concerned.addAll(weighted);
        settings(parts, before.settings(), after.settings());
        if (parts.isEmpty() && !before.equals(after)) {
            parts.add(text("ring.difference-order"));
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

    private static void names(List<String> parts, List<String> concerned, List<String> names, String key) {
        if (!names.isEmpty()) {
            parts.add(text(
                    key,
                    names.size() > MOST_NAMES
                            ? text("ring.difference-servers", names.size())
                            : String.join(", ", names)));
            concerned.addAll(names);
        }
    }

    private static void settings(List<String> parts, PlacementSettings before, PlacementSettings after) {
        if (before.kind() != after.kind()) {
            parts.add(text("ring.difference-placement", after.kind().title()));
        }
        if (!before.hash().equals(after.hash())) {
            parts.add(text("ring.difference-hash", after.hash().key()));
        }
        if (before.virtualNodes() != after.virtualNodes()) {
            parts.add(text("ring.difference-virtual-nodes", Integer.toString(after.virtualNodes())));
        }
        if (before.replicas() != after.replicas()) {
            parts.add(text("ring.difference-replicas", after.replicas()));
        }
        if (before.balanceFactor() != after.balanceFactor()) {
            parts.add(
                    after.balanceFactor() == 0
                            ? text("ring.difference-no-bound")
                            : text("ring.difference-bound", after.balanceFactor()));
        }
        if (before.isRing() && after.isRing() && !before.tokens().equals(after.tokens())) {
            parts.add(text("ring.difference-tokens"));
        }
    }
}
