package roundhouse.topology.nodes.data;

import roundhouse.caching.eviction.EvictionPolicies;
import roundhouse.caching.eviction.EvictionPolicy;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.ChoiceType;

/** The names of eviction policies, as files and forms have them. */
final class EvictionNames {
    static final Type<String> TYPE = type();

    private EvictionNames() {}

    private static Type<String> type() {
        ChoiceType<String> choice = new ChoiceType<>("eviction policy");
        for (EvictionPolicy policy : EvictionPolicies.all()) {
            choice.or(policy.key(), policy.key(), policy.label(), policy.says());
        }
        return choice.also("tiny-lfu", "w-tinylfu");
    }
}
