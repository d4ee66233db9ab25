package roundhouse.workbench.ring.picture;

import roundhouse.hashing.Placement;
import roundhouse.hashing.rings.Ring;
import roundhouse.workbench.ring.model.Angle;
import roundhouse.workbench.ring.model.RingState;

/** Where servers and tokens stand on the ring that is drawn. */
final class ServerPlaces {
    private ServerPlaces() {}

    /** Where the owner of a key stands: at its first token clockwise, or where no tokens are, at its place in the list; or -1. */
    static double home(RingState state, Ring.Tokens tokens, long position, int owner) {
        if (owner == Placement.NONE || owner >= state.targets().size()) {
            return -1;
        }
        if (tokens.size() == 0) {
            return (owner + 0.5) / state.targets().size();
        }
        int at = first(tokens.positions(), position);
        for (int steps = 0; steps < tokens.size(); steps++, at++) {
            int index = at % tokens.size();
            if (tokens.owners()[index] == owner) {
                return Angle.turn(tokens.positions()[index]);
            }
        }
        return -1;
    }

    /** The index of the first token at or after a position; the number of tokens past the last. */
    static int first(long[] positions, long position) {
        int low = 0;
        int high = positions.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(positions[middle], position) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
