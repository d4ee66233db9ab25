package roundhouse.analysis.structure;

import roundhouse.topology.nodes.Node;

/** Can a node get at the sessions that another one keeps for it? */
final class StoreCheck {
    private StoreCheck() {}

    static void check(Node node, Structure topology, Findings findings) {
        String store = node.store();
        if (store != null && !topology.targets(node.id()).contains(store)) {
            findings.error(
                    node.id(), "keeps its sessions in " + store + " but is not linked to it, so every request fails");
        }
    }
}
