package roundhouse.simulation.caching;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.data.KeyVersions;
import roundhouse.simulation.engine.RunContext;

/** The way from a cache to its store. */
final class StoreLink {
    private final RunContext context;
    private final List<LinkComponent> links = new ArrayList<>();
    private List<String> stores = List.of();
    private int dataset = KeyVersions.OF_SERVERS;
    private @Nullable LinkComponent link;

    StoreLink(RunContext context) {
        this.context = context;
    }

    /** @param ids the store's id, if there is one */
    void become(List<String> ids) {
        stores = ids;
        dataset = stores.isEmpty()
                ? KeyVersions.OF_SERVERS
                : context.versions.dataset(context.stores.dataset(stores.getFirst()));
        find();
    }

    void attach(LinkComponent more) {
        links.add(more);
        find();
    }

    void detach(LinkComponent less) {
        links.removeIf(one -> one.number() == less.number());
        find();
    }

    private void find() {
        link = links.stream()
                .filter(one -> stores.stream()
                        .anyMatch(store -> context.stores.members(store).contains(one.to.id)))
                .findFirst()
                .orElse(null);
    }

    /** Null where there is none. */
    @Nullable
    LinkComponent link() {
        return link;
    }

    /** The dataset of the store. */
    int dataset() {
        return dataset;
    }
}
