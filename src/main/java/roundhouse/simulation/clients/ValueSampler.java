package roundhouse.simulation.clients;

import roundhouse.kernel.Mix;
import roundhouse.topology.nodes.data.ValueSizes;

/** How large the value of each key is: the same for the same key, each doubling between the smallest and the largest equally likely. */
final class ValueSampler {
    private final int min;
    private final double span;

    ValueSampler(ValueSizes sizes) {
        min = sizes.min();
        span = sizes.min() == sizes.max() ? 0 : StrictMath.log((double) sizes.max() / sizes.min());
    }

    /** Bytes. */
    int of(long key) {
        return span == 0 ? min : (int) (min * StrictMath.exp(span * ((Mix.mix(key) >>> 11) * 0x1p-53)));
    }
}
