package roundhouse.workbench.compare.measured;

import java.util.Locale;
import roundhouse.topology.prices.MoneyText;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.texts.Texts;

/** What a figure counts in, and how it is written: for people, and as a plain number for programs. */
public enum ComparedUnit {
    NANOS("_seconds", 1e-9),
    SHARE("", 1),
    COUNT("", 1),
    PER_SECOND("_per_second", 1),
    MONEY("", 1);

    private final String suffix;
    private final double toPlain;

    /** @param toPlain what a value is multiplied by for programs */
    ComparedUnit(String suffix, double toPlain) {
        this.suffix = suffix;
        this.toPlain = toPlain;
    }

    /** What the name of a column for programs ends with; empty for no unit. */
    public String suffix() {
        return suffix;
    }

    public double plain(double value) {
        return value * toPlain;
    }

    /** {@code 11.9 ms}, {@code 99.20 %}; a dash where nothing was measured. */
    public String text(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return switch (this) {
            case NANOS -> FigureText.duration(Math.round(value));
            case SHARE -> String.format(Locale.ROOT, "%.2f %%", 100 * value);
            case COUNT -> FigureText.number(value);
            case PER_SECOND -> FigureText.number(value) + "/s";
            case MONEY -> MoneyText.amount(value);
        };
    }

    /** The size of a difference: of shares in percent points. */
    private String size(double value) {
        return this == SHARE ? Texts.text("compare.points", plainSize(value)) : text(value);
    }

    /** The same, without the unit of points. */
    private String plainSize(double value) {
        return this == SHARE ? String.format(Locale.ROOT, "%.2f", 100 * value) : text(value);
    }

    /** {@code +1.20 ms}; without a sign where it is written as nothing; empty where it is not known. */
    public String signed(double difference) {
        if (Double.isNaN(difference)) {
            return "";
        }
        return sign(difference) + size(Math.abs(difference));
    }

    /** Empty where it is written as nothing. */
    private String sign(double difference) {
        String size = plainSize(Math.abs(difference));
        return size.equals(plainSize(0)) ? "" : difference < 0 ? "−" : "+";
    }

    /** {@code −7.70 ± 1.33 ms}; the unit of times and of points once. */
    public String signed(double difference, double halfWidth) {
        if (this == NANOS) {
            return sign(difference) + FigureText.duration(Math.round(Math.abs(difference)), Math.round(halfWidth));
        }
        return sign(difference) + plainSize(Math.abs(difference)) + " " + half(halfWidth);
    }

    /** {@code ± 0.30 ms}. */
    public String half(double halfWidth) {
        return "± " + size(halfWidth);
    }
}
