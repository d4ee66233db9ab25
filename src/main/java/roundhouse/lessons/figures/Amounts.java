package roundhouse.lessons.figures;

import java.util.List;
import roundhouse.topology.expectations.Amount;
import roundhouse.topology.json.Units.Parsed;

/** Amounts of any unit, as ends of a scale. */
public final class Amounts {
    private Amounts() {}

    public static Parsed<Amount> parse(String text) {
        return Amount.parse(text, List.of(Amount.Unit.values()));
    }

    public static LineType<Amount> type() {
        return new LineType<>("an amount in the figure's unit", "200ms", Amounts::parse, Amount::text);
    }

    /** An amount of that number in the unit of another. */
    public static Amount like(Amount unit, double value) {
        return switch (unit) {
            case Amount.Time _ -> new Amount.Time(java.time.Duration.ofNanos(Math.round(value)));
            case Amount.Count _ -> new Amount.Count(value);
            case Amount.Share _ -> new Amount.Share(value);
            case Amount.Rate _ -> new Amount.Rate(value);
            case Amount.PerHour _ -> new Amount.PerHour(value);
            case Amount.PerMillion _ -> new Amount.PerMillion(value);
        };
    }
}
