package roundhouse.topology.nodes.data;

import roundhouse.topology.settings.Type;
import roundhouse.topology.types.ChoiceType;

/** How a server reads and writes its data by way of a cache. */
public enum DataStrategy {
    CACHE_ASIDE("cache-aside"),
    READ_THROUGH("read-through"),
    WRITE_THROUGH("write-through"),
    WRITE_BACK("write-back"),
    WRITE_AROUND("write-around");

    /** As files and forms have it. */
    public static final Type<DataStrategy> TYPE = new ChoiceType<DataStrategy>("strategy")
            .or(
                    CACHE_ASIDE,
                    CACHE_ASIDE.key,
                    "Cache-aside",
                    "The server looks into the cache, reads the store where it finds nothing, and fills the cache; it writes to the store and deletes from the cache.")
            .or(
                    READ_THROUGH,
                    READ_THROUGH.key,
                    "Read-through",
                    "The cache reads the store itself; what is written goes to the store and out of the cache.")
            .or(
                    WRITE_THROUGH,
                    WRITE_THROUGH.key,
                    "Write-through",
                    "What is written goes into the store and then into the cache before it is acknowledged.")
            .or(
                    WRITE_BACK,
                    WRITE_BACK.key,
                    "Write-back",
                    "The cache acknowledges what is written at once, and writes it to the store later.")
            .or(
                    WRITE_AROUND,
                    WRITE_AROUND.key,
                    "Write-around",
                    "What is written goes to the store alone; the cache keeps what it has until that expires.");

    private final String key;

    DataStrategy(String key) {
        this.key = key;
    }

    /** The name in files. */
    public String key() {
        return key;
    }

    /** Whether the cache reads and writes the store, and not the server. */
    public boolean isThroughCache() {
        return this == READ_THROUGH || this == WRITE_THROUGH || this == WRITE_BACK;
    }
}
