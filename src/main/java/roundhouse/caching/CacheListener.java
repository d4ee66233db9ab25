package roundhouse.caching;

public interface CacheListener {
    void evicted(Cache cache, int slot);
}
