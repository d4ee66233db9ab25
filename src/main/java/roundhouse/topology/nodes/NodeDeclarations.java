package roundhouse.topology.nodes;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import roundhouse.scaling.Price;
import roundhouse.topology.prices.PriceType;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.types.Types;

/** The settings that nodes of every kind have. */
final class NodeDeclarations {
    static final String PRICE_HELP =
            "What it costs: so much an hour, for each core an hour, a request or a GB of what it gives, or a name of the price"
                    + " catalogue; several are added up.";
    /** The section of what it costs. */
    static final String COST = "Cost";

    private NodeDeclarations() {}

    /** The id, which comes first, and the kind. */
    static <N extends Node> Setting<N, String> id(Declarations<N> declared, Function<N, String> getter, String kind) {
        Setting<N, String> id = declared.setting("id", getter, Types.id())
                .says("Id", "Names the node for good: links and the scenario refer to it.")
                .hidden()
                .required("\"s1\"", "");
        declared.constant("kind", kind);
        return id;
    }

    static <N extends Node> Setting<N, @Nullable String> label(
            Declarations<N> declared, Function<N, @Nullable String> getter) {
        return declared.setting("label", getter, Types.optional(Types.label(), "the id"))
                .says("Name", "What people call it.")
                .usuallyMissing();
    }

    static <N extends Node> Setting<N, @Nullable String> region(
            Declarations<N> declared, Function<N, @Nullable String> getter, String help) {
        return declared.setting("region", getter, Types.optional(Types.name(), "none"))
                .says("Region", help)
                .under("Place")
                .usuallyMissing();
    }

    static <N extends Node> Setting<N, @Nullable String> zone(
            Declarations<N> declared, Function<N, @Nullable String> getter) {
        return declared.setting("zone", getter, Types.optional(Types.name(), "none"))
                .says("Zone", "The zone of that region.")
                .under("Place")
                .usuallyMissing();
    }

    static <N extends Node> Setting<N, @Nullable Price> price(
            Declarations<N> declared, Function<N, @Nullable Price> getter) {
        return declared.setting("price", getter, Types.optional(new PriceType(), "none"))
                .says("Price", PRICE_HELP)
                .under(COST)
                .usuallyMissing();
    }
}
