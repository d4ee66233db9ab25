package roundhouse.cli;

import java.util.List;
import roundhouse.cli.options.InputException;
import roundhouse.cli.words.Nearest;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Target;

/** What {@code --without} and {@code --down} do to a placement. */
record PlaceChange(List<String> without, List<String> down) {
    /** Checks that there are such targets. */
    static PlaceChange of(List<Target> targets, List<String> without, List<String> down) {
        List<String> names = targets.stream().map(Target::name).toList();
        check("--without", without, names);
        List<String> left =
                names.stream().filter(name -> !without.contains(name)).toList();
        check("--down", down, left);
        return new PlaceChange(without, down);
    }

    private static void check(String option, List<String> wanted, List<String> names) {
        for (String name : wanted) {
            if (!names.contains(name)) {
                throw new InputException(
                        option + ": there is no target '" + name + "'" + Nearest.suggestion(name, names));
            }
        }
    }

    boolean isNone() {
        return without.isEmpty() && down.isEmpty();
    }

    Placement applyTo(Placement placement) {
        Placement changed = placement;
        for (String name : without) {
            int target = changed.indexOf(name);
            // Named twice, it is gone already.
            changed = target == Placement.NONE ? changed : changed.without(target);
        }
        for (String name : down) {
            changed = changed.down(changed.indexOf(name), true);
        }
        return changed;
    }

    /** What happens, for a heading: {@code without b, c; b down}. */
    @Override
    public String toString() {
        String gone = without.isEmpty() ? "" : "without " + String.join(", ", without);
        String dead = down.isEmpty() ? "" : String.join(", ", down) + " down";
        return gone + (gone.isEmpty() || dead.isEmpty() ? "" : ", ") + dead;
    }
}
