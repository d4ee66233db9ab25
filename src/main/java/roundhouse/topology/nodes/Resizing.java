package roundhouse.topology.nodes;

import org.jspecify.annotations.Nullable;
import roundhouse.topology.nodes.data.CacheCapacity;

/** What a machine is to have from now on; what is null stays. */
public record Resizing(
        @Nullable Integer cores,
        @Nullable Double speed,
        @Nullable CacheCapacity memory) {}
