package roundhouse.simulation.observing;

import java.util.ArrayList;
import java.util.List;
import roundhouse.simulation.components.CacheContents;
import roundhouse.simulation.components.KeptCache;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.network.Network;

/**
 * Into which cache somebody looks.
 *
 * @param node the id of the node in the document; empty for no cache
 * @param cache which of the node's caches, from 0
 * @param key the key that is followed; {@link CacheContents#NONE} for none
 */
public record CacheLook(String node, int cache, long key) {
    /** Into none. */
    public static final CacheLook NONE = new CacheLook("", 0, CacheContents.NONE);

    /** Notes what that cache holds now. */
    public void write(Network network, CacheContents to) {
        to.begin(node, cache);
        if (!node.isEmpty()) {
            List<KeptCache> caches = caches(network);
            to.caches = caches.size();
            if (cache < caches.size()) {
                caches.get(cache).describe(to, key);
            }
        }
    }

    private List<KeptCache> caches(Network network) {
        List<KeptCache> caches = new ArrayList<>();
        NodeComponent[] nodes = network.nodes();
        for (int i = 0; i < nodes.length; i++) {
            String shown = network.hasStacks()
                    ? network.document().nodes().get(network.nodePlaces()[i]).id()
                    : nodes[i].id;
            if (shown.equals(node)) {
                nodes[i].addCaches(caches);
            }
        }
        return caches;
    }
}
