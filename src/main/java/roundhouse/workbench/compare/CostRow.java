package roundhouse.workbench.compare;

import static roundhouse.workbench.texts.Texts.text;

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
                row(text("compare.cost-hour-row", currency), a.perHour(), b.perHour()),
                row(text("compare.cost-million-row", currency), a.perMillion(), b.perMillion()));
    }

    private static Row row(String name, double a, double b) {
        double difference = b - a;
        String sign = difference > 0 ? "+" : difference < 0 ? "−" : "";
        return Row.plain(
                name,
                money(a),
                money(b),
                Double.isNaN(difference) ? "" : sign + MoneyText.amount(Math.abs(difference)),
                text(difference < 0 ? "compare.cheaper" : "compare.dearer"),
                Row.Tone.of(difference, true),
                CompareOrigins.cost(),
                Optional.empty(),
                true);
    }

    private static String money(double money) {
        return Double.isNaN(money) ? "–" : MoneyText.amount(money);
    }
}
