package roundhouse.workbench.ring.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.measures.Movement;
import roundhouse.hashing.registry.PlacementOptions;
import roundhouse.hashing.registry.Placements;

/** How many keys hash mod N would move. Remembers the last answer: it takes hashing all keys, too long for every step of a drag. */
final class ModuloMoves {
    private @Nullable Change asked;
    private int moved;

    private record Change(List<Target> from, List<Target> to, KeySet keys, HashFunction hash) {}

    int moved(List<Target> from, List<Target> to, KeySet keys, HashFunction hash) {
        Change change = new Change(from, to, keys, hash);
        if (!change.equals(asked)) {
            PlacementOptions options = PlacementOptions.of(hash);
            Placement was = Placements.MODULO.create(from, options);
            Placement is = Placements.MODULO.create(to, options);
            moved = Movement.between(was, is, keys.texts()).moved();
            asked = change;
        }
        return moved;
    }
}
