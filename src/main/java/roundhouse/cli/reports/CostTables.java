package roundhouse.cli.reports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.CostReport;
import roundhouse.topology.NodeTitles;
import roundhouse.topology.prices.PriceCatalogue;
import tools.jackson.databind.node.ObjectNode;

/** What a run cost, in reports. Nothing where no node has a price. */
public final class CostTables {
    private CostTables() {}

    static String text(@Nullable CostReport cost, NodeTitles titles) {
        if (cost == null) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        cost.nodes().forEach((id, money) -> parts.add(titles.of(id) + " " + amount(money)));
        String currency = PriceCatalogue.inUse().currency();
        String million = Double.isNaN(cost.perMillion())
                ? ""
                : ", " + amount(cost.perMillion()) + " " + currency + " for a million requests";
        return "\nCost        " + amount(cost.perHour()) + " " + currency + "/h" + million + "; in all "
                + amount(cost.total()) + " " + currency + ": " + String.join(", ", parts) + "\n";
    }

    static void json(ObjectNode root, @Nullable CostReport cost) {
        if (cost == null) {
            return;
        }
        ObjectNode json = root.putObject("cost");
        json.put("currency", PriceCatalogue.inUse().currency());
        json.put("total", cost.total());
        json.put("per-hour", cost.perHour());
        if (Double.isFinite(cost.perMillion())) {
            json.put("per-million-requests", cost.perMillion());
        }
        ObjectNode nodes = json.putObject("nodes");
        cost.nodes().forEach(nodes::put);
    }

    static List<String> header(@Nullable CostReport cost) {
        return cost == null ? List.of() : List.of("cost");
    }

    /** What the node cost in all; empty for one without a price. */
    static List<Object> cells(@Nullable CostReport cost, String id) {
        return cost == null ? List.of() : List.of(cost.nodes().containsKey(id) ? cost.nodes().get(id) : "");
    }

    /** Four significant digits, never with an exponent: 0.1558. */
    public static String amount(double money) {
        return Math.abs(money) >= 1_000
                ? String.format(Locale.ROOT, "%,.0f", money)
                : new BigDecimal(money)
                        .round(new MathContext(4))
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
