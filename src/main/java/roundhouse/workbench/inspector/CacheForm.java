package roundhouse.workbench.inspector;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.Set;
import roundhouse.topology.Topology;
import roundhouse.topology.forms.FormSection;
import roundhouse.topology.nodes.CacheNode;

/** The form of caches: the store that they read and write is chosen among those there are. */
final class CacheForm extends KindForm<CacheNode> {
    CacheForm() {
        super(CacheNode.SETTINGS);
    }

    @Override
    List<FormSection<CacheNode>> sections(Topology topology, CacheNode cache, Set<String> selected) {
        return edited(
                super.sections(topology, cache, selected),
                "store",
                Keepers.choice(
                        topology,
                        cache.backing(),
                        text("inspector.keeper-servers"),
                        text("inspector.keeper-servers-summary")));
    }

    @Override
    Topology put(Topology topology, CacheNode changed) {
        return Keepers.put(topology, super.put(topology, changed), changed);
    }
}
