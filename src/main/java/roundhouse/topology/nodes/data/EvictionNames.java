package roundhouse.topology.nodes.data;

import roundhouse.topology.settings.Type;
import roundhouse.topology.types.ChoiceType;

/** The names of eviction policies, as files and forms have them. */
final class EvictionNames {
    static final Type<String> TYPE = type();

    private EvictionNames() {}

    private static Type<String> type() {
        ChoiceType<String> choice = new ChoiceType<>("eviction policy");
        for (String name : new String[] {"lru", "fifo", "clock", "w-tinylfu"}) {
            choice.or(name, name, name, name);
        }
        return choice.also("tiny-lfu", "w-tinylfu");
    }
}
