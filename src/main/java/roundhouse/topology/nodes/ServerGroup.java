package roundhouse.topology.nodes;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.groups.Autoscaling;
import roundhouse.topology.nodes.groups.ScheduledSize;
import roundhouse.topology.nodes.parts.Scalability;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.RecordProperty;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;

/**
 * Equal servers of which there can be more or fewer while the system runs.
 *
 * @param count servers that are wanted: {@code id-1}, {@code id-2} and so on
 * @param server each of them; its id, label and count say nothing
 * @param scaling how their number follows the load; null for by commands only, at once
 * @param draining how long one that goes may finish what it has, while it gets no new clients; null for not at all
 */
public record ServerGroup(
        String id,
        @Nullable String label,
        int count,
        Server server,
        @Nullable Autoscaling scaling,
        @Nullable Duration draining)
        implements Node {
    /** The kind in files. */
    public static final String KIND = "server-group";

    private static final Declarations<ServerGroup> DECLARED = Declarations.of(ServerGroup.class, "a server group");

    public static final Setting<ServerGroup, String> ID = NodeDeclarations.id(DECLARED, ServerGroup::id, KIND);
    public static final Setting<ServerGroup, @Nullable String> LABEL =
            NodeDeclarations.label(DECLARED, ServerGroup::label);
    public static final Setting<ServerGroup, Integer> COUNT = DECLARED.setting(
                    "count", ServerGroup::count, Types.whole(1, ScheduledSize.MOST))
            .says(
                    "Count",
                    "Servers at the beginning: id-1, id-2 and so on, each linked as the group is. Commands and expectations name all of them by its id, or one by its own.")
            .usually(2);
    public static final Setting<ServerGroup, Server> SERVER = DECLARED.setting(
                    "server",
                    ServerGroup::server,
                    new NestedType<>(
                            "group-server",
                            Server.SETTINGS.without("a server of a group", "id", "kind", "label", "count")))
            .says("Server", "What each of them is.")
            .under("Each server")
            .required(
                    "{ \"service\": \"8ms\" }",
                    Server.of("", Server.SETTINGS.usual().service()));
    public static final Setting<ServerGroup, @Nullable Autoscaling> SCALING = DECLARED.setting(
                    "scaling", ServerGroup::scaling, Types.optional(Autoscaling.TYPE, "by hand"))
            .says("Scaling", "How the number of servers follows the load; without, commands change it, at once.")
            .under("Scaling")
            .usuallyMissing();
    public static final Setting<ServerGroup, @Nullable Duration> DRAINING = DECLARED.setting(
                    "draining", ServerGroup::draining, Types.optional(Types.positiveDuration(), "off"))
            .says(
                    "Draining",
                    "How long a server that goes may finish what it has, while balancers give it no new clients; what is there after that is cut. Off: all is cut at once.")
            .under("Scaling")
            .usuallyMissing();

    public static final Settings<ServerGroup> SETTINGS = DECLARED.described(
                    "Equal servers of which there can be more or fewer while the system runs.")
            .titled("Server group", "Server groups")
            .sections("", "Scaling", "Each server")
            .settings();

    /** A group of which a file says no more than this. */
    public static ServerGroup of(String id, int count, Server server) {
        return SETTINGS.usual().with(ID, id).with(COUNT, count).with(SERVER, server);
    }

    /** The same with one setting changed. */
    public <V extends @Nullable Object> ServerGroup with(RecordProperty<ServerGroup, V> setting, @Nullable V value) {
        return setting.with(this, value);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean standsForOthers() {
        return true;
    }

    @Override
    public ServerGroup counting(int servers) {
        return with(COUNT, servers);
    }

    @Override
    public Server member(String itsId, @Nullable String itsLabel) {
        return server.member(itsId, itsLabel);
    }

    @Override
    public ServerGroup resized(Resizing size) {
        return with(SERVER, server.resized(size));
    }

    @Override
    public @Nullable Scalability scalability() {
        return server.scalability();
    }

    /** How long a server that is wanted takes to come. */
    public Duration startUp() {
        return scaling == null ? Duration.ZERO : scaling.startUp();
    }

    @Override
    public @Nullable String zone() {
        return server.zone();
    }

    @Override
    public @Nullable String region() {
        return server.region();
    }

    /** Of one of them. */
    @Override
    public double capacity() {
        return server.capacity();
    }

    @Override
    public boolean caches() {
        return server.caches();
    }

    @Override
    public @Nullable CacheSettings cache() {
        return server.cache();
    }

    @Override
    public ServerGroup cachingBy(CacheSettings how) {
        return with(SERVER, server.cachingBy(how));
    }

    @Override
    public boolean answersRequests() {
        return true;
    }

    @Override
    public boolean keepsSessions() {
        return true;
    }

    @Override
    public @Nullable String store() {
        return server.store();
    }

    @Override
    public ServerGroup storedIn(@Nullable String store) {
        return with(SERVER, server.storedIn(store));
    }

    @Override
    public List<String> called() {
        return server.called();
    }

    @Override
    public boolean makesCalls() {
        return true;
    }

    @Override
    public ServerGroup calling(String called) {
        return with(SERVER, server.calling(called));
    }

    @Override
    public ServerGroup calledAs(UnaryOperator<@Nullable String> ids) {
        return with(SERVER, server.calledAs(ids));
    }

    @Override
    public boolean asksKeepers() {
        return true;
    }

    @Override
    public List<String> keepers() {
        return server.keepers();
    }

    @Override
    public List<String> keepersWithStore() {
        return server.keepersWithStore();
    }

    @Override
    public ServerGroup keptBy(String keeper, boolean stores) {
        return with(SERVER, server.keptBy(keeper, stores));
    }

    @Override
    public ServerGroup keptAs(UnaryOperator<@Nullable String> ids) {
        return with(SERVER, server.keptAs(ids));
    }

    @Override
    public Settings<ServerGroup> settings() {
        return SETTINGS;
    }

    @Override
    public ServerGroup labelled(@Nullable String text) {
        return with(LABEL, text);
    }

    @Override
    public ServerGroup renamed(String other) {
        return with(ID, other);
    }
}
