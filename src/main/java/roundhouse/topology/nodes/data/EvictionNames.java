package roundhouse.topology.nodes.data;

import java.util.List;
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
        for (String name : List.of("clock", "w-tinylfu")) {
            if (EvictionPolicies.named(name).isEmpty()) {
                choice.or(name, name, name, name);
            }
        }
        return choice.also("tiny-lfu", "w-tinylfu");
    }
}
