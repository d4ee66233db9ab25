package roundhouse.topology.prices;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import roundhouse.scaling.Price;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Units.Parsed;

/** Prices as files have them: a sum of {@code 0.10/h}, {@code 0.0000002/request}, {@code 0.09/GB} and names of the catalogue. */
final class PriceText {
    static final String ALLOWED =
            "a price is a sum like \"0.10/h + 0.09/GB\" of what an hour (/h), a core for an hour (/core-h), a request or a GB costs and of names in the catalogue";
    private static final double GIBIBYTE = 1.073741824;
    private static final Pattern TERM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,12})?)\\s*/\\s*([A-Za-z-]+)");

    private PriceText() {}

    /** Reads it; a name is looked up there. */
    static Parsed<Price> parse(String text, PriceCatalogue catalogue) {
        @Nullable Price sum = null;
        for (String part : text.split("\\+", -1)) {
            String term = part.strip();
            Optional<Price> price = term(term).or(() -> catalogue.price(term));
            if (price.isEmpty()) {
                return new Parsed.Wrong<>("found " + Json.quoted(term) + "; " + ALLOWED + catalogue.nearest(term));
            }
            sum = sum == null ? price.get() : sum.plus(price.get());
        }
        return new Parsed.Value<>(Objects.requireNonNull(sum));
    }

    /** A number with its unit; empty for anything else. */
    static Optional<Price> term(String term) {
        Matcher matcher = TERM.matcher(term);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double amount = Double.parseDouble(matcher.group(1));
        String text = matcher.group(1) + "/" + matcher.group(2);
        return switch (matcher.group(2)) {
            case "h" -> Optional.of(new Price(text, amount, 0, 0, 0, null));
            case "core-h" -> Optional.of(new Price(text, 0, amount, 0, 0, null));
            case "request" -> Optional.of(new Price(text, 0, 0, amount, 0, null));
            case "GB" -> Optional.of(new Price(text, 0, 0, 0, amount, null));
            case "GiB" -> Optional.of(new Price(text, 0, 0, 0, amount / GIBIBYTE, null));
            default -> Optional.empty();
        };
    }
}
