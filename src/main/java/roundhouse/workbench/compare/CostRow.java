package roundhouse.workbench.compare;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.CostReport;
import roundhouse.topology.prices.MoneyText;
import roundhouse.topology.prices.PriceCatalogue;

/** What two runs cost, in words. */
final class CostRow {
    private CostRow() {}

    /** Nothing where either has no price. */
    static List<Row> of(@Nullable CostReport a, @Nullable CostReport b) {
        if (a == null || b == null) {
            return List.of();
        }
        String currency = PriceCatalogue.inUse().currency();
        return List.of(
                row("Cost, " + currency + "/h, whole run", a.perHour(), b.perHour()),
                row("Cost of a million requests, " + currency + ", whole run", a.perMillion(), b.perMillion()));
    }

    private static Row row(String name, double a, double b) {
        double difference = b - a;
        String sign = difference > 0 ? "+" : difference < 0 ? "−" : "";
        return Row.plain(
                name,
                text(a),
                text(b),
                Double.isNaN(difference) ? "" : sign + MoneyText.amount(Math.abs(difference)),
                difference < 0 ? "cheaper" : "dearer",
                Row.Tone.of(difference, true),
                CompareOrigins.cost(),
                Optional.empty());
    }

    private static String text(double money) {
        return Double.isNaN(money) ? "–" : MoneyText.amount(money);
    }
}
