package roundhouse.topology.nodes.traffic;

import roundhouse.topology.settings.Type;
import roundhouse.topology.types.Types;

/** How many different keys there can be; apart, so that each {@link KeyDistribution} can be the first of them that is used. */
final class KeyCount {
    static final Type<Integer> TYPE = Types.whole(1, 10_000_000);

    private KeyCount() {}
}
