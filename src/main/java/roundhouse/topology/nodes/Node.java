package roundhouse.topology.nodes;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import roundhouse.scaling.Price;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.guarding.Limit;
import roundhouse.topology.nodes.parts.Scalability;
import roundhouse.topology.settings.Settings;

/**
 * Something on the canvas. The id names it for good (links, scenario and random streams refer to it); the label is what people
 * call it and may change.
 *
 * <p>What differs between kinds is asked of the node and never told from its class, so that a further kind needs no other file
 * than its own and a line in each registry.
 */
public interface Node {
    String id();

    @Nullable
    String label();

    /** How many equal nodes it stands for. A run has as many, each a node of its own: see {@link Members}. */
    default int count() {
        return 1;
    }

    /** Whether those it stands for have ids of their own: where it stands for several, and where there can be several. */
    default boolean standsForOthers() {
        return count() > 1;
    }

    /** This node, which stands for so many. Only of nodes that can stand for several. */
    default Node counting(int nodes) {
        return this;
    }

    /** This machine with another size; itself where a size says nothing of its kind. */
    default Node resized(Resizing size) {
        return this;
    }

    /** How much further cores help it; null for in full. */
    default @Nullable Scalability scalability() {
        return null;
    }

    /** One of the nodes that it stands for, under that id and label. */
    default Node member(String id, @Nullable String label) {
        return renamed(id).labelled(label);
    }

    /** What kind of node it is, as files name it: {@code load-balancer}. */
    String kind();

    /** The zone it is in; null for nodes that are in none. */
    @Nullable
    String zone();

    /** The region it is in; null for nodes that are in none, or, as clients, in several. */
    @Nullable
    String region();

    /** Requests a second that it can work on by its mean times alone; infinite for what does no work, or none that takes time. */
    default double capacity() {
        return Double.POSITIVE_INFINITY;
    }

    /** What it costs; null where nobody says. */
    default @Nullable Price price() {
        return null;
    }

    /** How many cores each of them has; 0 for what has none. */
    default int cores() {
        return 0;
    }

    /** Whether answers pass it on their way back, and not only requests. */
    default boolean passesAnswers() {
        return true;
    }

    /** How many rules it looks at for each request, which is what some are paid for. */
    default int ruleCount() {
        return 0;
    }

    /** Whether it is a machine, which can crash, be slow and be paused; other nodes stand for people. */
    default boolean isMachine() {
        return true;
    }

    /** Whether requests can be sent to it. Nodes that take none begin them. */
    default boolean takesRequests() {
        return linkHereRefusal().isEmpty();
    }

    /** Whether it answers requests itself and does not only pass them on. Those that do have a colour of their own. */
    default boolean answersRequests() {
        return false;
    }

    /** Whether it picks one of its links for each request, by their weights. */
    default boolean picksTargets() {
        return false;
    }

    /** Whether clients ask it where to send their requests, which do not come here themselves. */
    default boolean namesTargets() {
        return false;
    }

    /** Whether it can ask for names, and have links to those that they stand for beside the one by which it asks. */
    default boolean asksForNames() {
        return false;
    }

    /** Whether it can have limits. */
    default boolean limitsRequests() {
        return false;
    }

    /** Whom it turns away, asked in their order. */
    default List<Limit> limits() {
        return List.of();
    }

    /** Whether it can keep the state of sessions. */
    default boolean keepsSessions() {
        return false;
    }

    /** The id of the node that keeps the state of its sessions for it; null where none does. */
    default @Nullable String store() {
        return null;
    }

    /** This node with its sessions kept by that node for it; null for by itself. Only of nodes that have a {@link #store}. */
    default Node storedIn(@Nullable String store) {
        return this;
    }

    /** The ids of the nodes that it calls for its requests, each once. */
    default List<String> called() {
        return List.of();
    }

    /** Whether it can call others for its requests. */
    default boolean makesCalls() {
        return false;
    }

    /** This node, which also calls the one with that id from now on. Only of nodes that {@linkplain #makesCalls make calls}. */
    default Node calling(String id) {
        return this;
    }

    /** This node, with whom it calls under other ids; without its calls to those that get none. */
    default Node calledAs(UnaryOperator<@Nullable String> ids) {
        return this;
    }

    /** Whether it has a cache. */
    default boolean caches() {
        return false;
    }

    /** How its cache, or each of its caches, keeps what it has; null for none. */
    default @Nullable CacheSettings cache() {
        return null;
    }

    /** This node with its cache so. Only of nodes that have a {@link #cache}. */
    default Node cachingBy(CacheSettings cache) {
        return this;
    }

    /** Whether it keeps data for others, for good or for a while: those that ask it for data send to it, and nobody else. */
    default boolean keepsData() {
        return false;
    }

    /** Whether it keeps data for good. */
    default boolean storesData() {
        return false;
    }

    /** Whether it can ask nodes that {@linkplain #keepsData keep data}. */
    default boolean asksKeepers() {
        return false;
    }

    /** The ids of the nodes that keep its data, each once. */
    default List<String> keepers() {
        return List.of();
    }

    /** The ids of those of its keepers that must have a store of their own, for they read and write it for this node. */
    default List<String> keepersWithStore() {
        return List.of();
    }

    /**
     * This node, which also has data at that one from now on. Only of nodes that {@linkplain #asksKeepers ask for data}.
     *
     * @param keeper the id of a node or a store
     * @param stores whether it keeps data for good
     */
    default Node keptBy(String keeper, boolean stores) {
        return this;
    }

    /** This node, with those that keep its data under other ids; without those that get none. */
    default Node keptAs(UnaryOperator<@Nullable String> ids) {
        return this;
    }

    /** Whether a heartbeat can make it one of a pair that shares an address. */
    default boolean pairs() {
        return false;
    }

    /** Whether all that it sends goes over one link, or over the two links to a pair. */
    default boolean sendsOverOneLink() {
        return false;
    }

    /** Why no link for requests may lead here, in a sentence; empty when one may. */
    default Optional<String> linkHereRefusal() {
        return Optional.empty();
    }

    /** The declarations of its kind. */
    Settings<? extends Node> settings();

    /** The label, or the id where there is none. */
    default String title() {
        String label = label();
        return label == null ? id() : label;
    }

    /** This node under another label; null for none. */
    Node labelled(@Nullable String label);

    /** This node under another id. */
    Node renamed(String id);
}
