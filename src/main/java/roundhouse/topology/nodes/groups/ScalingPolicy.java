package roundhouse.topology.nodes.groups;

import roundhouse.topology.types.ChoiceType;

/** Whose rules turn a metric into a size. */
public enum ScalingPolicy {
    HPA("hpa", "Kubernetes HPA", "In proportion, outside of 10 % of the target; waits before it shrinks."),
    TARGET_TRACKING(
            "target-tracking",
            "AWS target tracking",
            "In proportion after some periods above the target; one by one after many below 90 % of it."),
    STEP("step", "AWS step scaling", "The further from the target, the larger the change, in percent of the size.");

    static final ChoiceType<ScalingPolicy> TYPE = type();

    private final String key;
    private final String title;
    private final String sentence;

    ScalingPolicy(String key, String title, String sentence) {
        this.key = key;
        this.title = title;
        this.sentence = sentence;
    }

    private static ChoiceType<ScalingPolicy> type() {
        ChoiceType<ScalingPolicy> type = new ChoiceType<>("autoscaler");
        for (ScalingPolicy policy : values()) {
            type.or(policy, policy.key, policy.title, policy.sentence);
        }
        return type;
    }

    /** What people call it. */
    public String title() {
        return title;
    }
}
