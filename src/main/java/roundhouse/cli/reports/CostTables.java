package roundhouse.cli.reports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.CostReport;
import roundhouse.topology.NodeTitles;
import roundhouse.topology.prices.MoneyText;
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
        cost.nodes().forEach((id, money) -> parts.add(titles.of(id) + " " + MoneyText.amount(money)));
        String currency = PriceCatalogue.inUse().currency();
        String million = Double.isNaN(cost.perMillion())
                ? ""
                : ", " + MoneyText.amount(cost.perMillion()) + " " + currency + " for a million requests";
        return "\nCost        " + MoneyText.amount(cost.perHour()) + " " + currency + "/h" + million + "; in all "
                + MoneyText.amount(cost.total()) + " " + currency + ": " + String.join(", ", parts) + "\n";
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

    /** A row for each figure of two runs that are compared; nothing where neither has a price. */
    static List<String[]> compared(@Nullable CostReport a, @Nullable CostReport b) {
        if (a == null && b == null) {
            return List.of();
        }
        String currency = PriceCatalogue.inUse().currency();
        return List.of(
                compared(
                        "cost, " + currency + "/h",
                        a == null ? Double.NaN : a.perHour(),
                        b == null ? Double.NaN : b.perHour()),
                compared(
                        "cost of a million requests, " + currency,
                        a == null ? Double.NaN : a.perMillion(),
                        b == null ? Double.NaN : b.perMillion()));
    }

    private static String[] compared(String name, double a, double b) {
        double difference = b - a;
        return new String[] {
            name,
            known(a),
            known(b),
            Double.isNaN(difference)
                    ? ""
                    : (difference > 0 ? "+" : difference < 0 ? "−" : "") + MoneyText.amount(Math.abs(difference)),
            "",
            ""
        };
    }

    /** A dash where it is not a number. */
    static String known(double money) {
        return Double.isNaN(money) ? "–" : MoneyText.amount(money);
    }

    static List<String> header(@Nullable CostReport cost) {
        return cost == null ? List.of() : List.of("cost");
    }

    /** What the node cost in all; empty for one without a price. */
    static List<Object> cells(@Nullable CostReport cost, String id) {
        return cost == null
                ? List.of()
                : List.of(cost.nodes().containsKey(id) ? cost.nodes().get(id) : "");
    }
}
