package roundhouse.topology.nodes;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.RecordProperty;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.types.Types;

/** Passes requests on one by one. */
public record QueueNode(String id, @Nullable String label, int limit, Duration delay) implements Node {
    public static final String KIND = "queue";

    private static final Declarations<QueueNode> DECLARED = Declarations.of(QueueNode.class, "a queue");

    public static final Setting<QueueNode, String> ID = NodeDeclarations.id(DECLARED, QueueNode::id, KIND);
    public static final Setting<QueueNode, @Nullable String> LABEL = NodeDeclarations.label(DECLARED, QueueNode::label);
    public static final Setting<QueueNode, Integer> CAPACITY = DECLARED.setting(
                    "capacity", QueueNode::limit, Types.whole(1, 1_000_000))
            .component("limit")
            .says("Capacity", "Requests that may wait.")
            .usually(1_000);
    public static final Setting<QueueNode, Duration> DELAY = DECLARED.setting(
                    "delay", QueueNode::delay, Types.duration())
            .says("Delay", "How long it needs to pass a request on.")
            .usually(Duration.ofNanos(500_000));

    public static final Settings<QueueNode> SETTINGS = DECLARED.described("Passes requests on one by one.")
            .titled("Queue", "Queues")
            .sections("")
            .settings();

    public static QueueNode of(String id) {
        return SETTINGS.usual().with(ID, id);
    }

    public <V extends @Nullable Object> QueueNode with(RecordProperty<QueueNode, V> setting, @Nullable V value) {
        return setting.with(this, value);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public @Nullable String zone() {
        return null;
    }

    @Override
    public @Nullable String region() {
        return null;
    }

    @Override
    public double capacity() {
        return 1e9 / delay.toNanos();
    }

    @Override
    public Settings<QueueNode> settings() {
        return SETTINGS;
    }

    @Override
    public QueueNode labelled(@Nullable String label) {
        return with(LABEL, label);
    }

    @Override
    public QueueNode renamed(String id) {
        return with(ID, id);
    }
}
