package roundhouse.topology.prices;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Amounts of money as people see them. */
public final class MoneyText {
    private static final MathContext DIGITS = new MathContext(4);

    private MoneyText() {}

    /** Four significant digits, never with an exponent: 0.1558. */
    public static String amount(double money) {
        return Math.abs(money) >= 1_000
                ? String.format(Locale.ROOT, "%,.0f", money)
                : new BigDecimal(money).round(DIGITS).stripTrailingZeros().toPlainString();
    }

    /** {@code 0.1558 USD/h}. */
    public static String perHour(double money) {
        return amount(money) + " " + PriceCatalogue.inUse().currency() + "/h";
    }
}
