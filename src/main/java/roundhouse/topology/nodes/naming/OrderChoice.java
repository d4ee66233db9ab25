package roundhouse.topology.nodes.naming;

import roundhouse.naming.OrderType;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.ChoiceType;

/** The orders of addresses, as files and forms have them. */
public final class OrderChoice {
    public static final Type<OrderType> TYPE = type();

    private OrderChoice() {}

    private static Type<OrderType> type() {
        ChoiceType<OrderType> choice = new ChoiceType<>("order of addresses");
        for (OrderType order : OrderType.values()) {
            choice.or(order, order.key(), order.key(), order.sentence() + ".");
        }
        return choice;
    }
}
