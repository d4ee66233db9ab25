package roundhouse.topology.prices;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import roundhouse.files.InputFile;
import roundhouse.scaling.CapacityUnits;
import roundhouse.scaling.Price;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonText;
import roundhouse.topology.json.Problem;
import roundhouse.topology.json.Units.Parsed;

/**
 * Reads a catalogue of prices:
 *
 * <pre>{@code
 * { "currency": "USD",
 *   "lists": [
 *     { "provider": "AWS us-east-1", "date": "2026-06", "source": "…",
 *       "prices": {
 *         "m5.large": "0.096/h",
 *         "aws-alb": { "price": "0.0225/h", "unit": "0.008/h", "new": 25, "active": 3000, "gigabytes": 1 } } } ] }
 * }</pre>
 *
 * Stops at the first mistake.
 */
public final class PriceCatalogueFile {
    private static final String SHIPPED = "prices.json";
    private static final String WRITTEN =
            "a price like \"0.096/h\" is allowed: a number, and /h, /core-h, /request or /GB";

    private final String name;

    private PriceCatalogueFile(String name) {
        this.name = name;
    }

    /** What stops the reading. */
    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        Wrong(String reason) {
            super(reason, null, false, false);
        }
    }

    /** Reads a file, or says in a line why it cannot. */
    public static Parsed<PriceCatalogue> read(Path file) {
        try (InputStream in = InputFile.open(file, "a catalogue of prices")) {
            return parse(file.toString(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return new Parsed.Wrong<>(String.valueOf(e.getMessage()));
        }
    }

    /** The text of the catalogue that comes with the program. */
    public static String shippedText() {
        try (InputStream in = PriceCatalogueFile.class.getResourceAsStream(SHIPPED)) {
            return new String(Objects.requireNonNull(in, SHIPPED).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PriceCatalogue shipped() {
        return switch (parse(SHIPPED, shippedText())) {
            case Parsed.Value<PriceCatalogue>(PriceCatalogue catalogue) -> catalogue;
            case Parsed.Wrong<PriceCatalogue>(String reason) -> throw new IllegalStateException(reason);
        };
    }

    static Parsed<PriceCatalogue> parse(String name, String text) {
        try {
            return switch (JsonText.parse(text)) {
                case JsonText.Result.Value(Json json) ->
                    new Parsed.Value<>(new PriceCatalogueFile(name).catalogue(json));
                case JsonText.Result.Wrong wrong -> new Parsed.Wrong<>(name + ": " + wrong.problem());
            };
        } catch (Wrong wrong) {
            return new Parsed.Wrong<>(String.valueOf(wrong.getMessage()));
        }
    }

    private PriceCatalogue catalogue(Json json) throws Wrong {
        Json.Obj root = object(json, "", "a catalogue of prices");
        Map<String, PriceCatalogue.Item> items = new LinkedHashMap<>();
        if (!(root.fields().get("lists") instanceof Json.Arr lists)) {
            throw wrong(root, "", "a catalogue of prices needs \"lists\", [ { \"provider\": …, \"prices\": { … } } ]");
        }
        for (int i = 0; i < lists.items().size(); i++) {
            list(object(lists.items().get(i), "/lists/" + i, "a list of prices"), "/lists/" + i, items);
        }
        return new PriceCatalogue(text(root, "", "currency"), items);
    }

    private void list(Json.Obj list, String pointer, Map<String, PriceCatalogue.Item> items) throws Wrong {
        String provider = text(list, pointer, "provider");
        String date = text(list, pointer, "date");
        String source = text(list, pointer, "source");
        String prices = pointer + "/prices";
        Json.Obj named = object(list.fields().getOrDefault("prices", new Json.Null(list.line())), prices, "\"prices\"");
        for (Map.Entry<String, Json> entry : named.fields().entrySet()) {
            String key = entry.getKey();
            if (key.contains("+") || PriceText.term(key).isPresent() || !key.equals(key.strip()) || key.isEmpty()) {
                throw wrong(
                        entry.getValue(), prices, Json.quoted(key) + " cannot be a name, for it is read as a price");
            }
            Price price = price(key, entry.getValue(), Json.step(prices, key));
            if (items.put(key, new PriceCatalogue.Item(price, provider, date, source)) != null) {
                throw wrong(entry.getValue(), prices, Json.quoted(key) + " is named twice");
            }
        }
    }

    private Price price(String key, Json value, String pointer) throws Wrong {
        Price price = value instanceof Json.Obj object
                ? term(object.fields().get("price"), object, pointer + "/price")
                : term(value, value, pointer);
        return new Price(
                key,
                price.perHour(),
                price.perCoreHour(),
                price.perRequest(),
                price.perGigabyte(),
                value instanceof Json.Obj object && object.fields().containsKey("unit")
                        ? units(object, pointer)
                        : null);
    }

    private CapacityUnits units(Json.Obj object, String pointer) throws Wrong {
        Price unit = term(object.fields().get("unit"), object, pointer + "/unit");
        if (unit.perHour() == 0) {
            throw wrong(object, pointer + "/unit", "a unit is paid by the hour, as \"0.008/h\"");
        }
        return new CapacityUnits(
                unit.perHour(),
                number(object, pointer, "new"),
                number(object, pointer, "active"),
                number(object, pointer, "gigabytes"),
                number(object, pointer, "evaluations"),
                object.fields().containsKey("free-rules") ? (int) number(object, pointer, "free-rules") : 0);
    }

    private Price term(@Nullable Json value, Json around, String pointer) throws Wrong {
        if (!(value instanceof Json.Text text)) {
            throw wrong(around, pointer, "found " + (value == null ? "nothing" : Json.shown(value)) + "; " + WRITTEN);
        }
        @Nullable Price sum = null;
        for (String part : text.value().split("\\+", -1)) {
            Optional<Price> term = PriceText.term(part.strip());
            if (term.isEmpty()) {
                throw wrong(value, pointer, "found " + Json.quoted(text.value()) + "; " + WRITTEN);
            }
            sum = sum == null ? term.get() : sum.plus(term.get());
        }
        return Objects.requireNonNull(sum);
    }

    /** How much one unit allows; infinite for a dimension that does not count. */
    private double number(Json.Obj object, String pointer, String key) throws Wrong {
        Json value = object.fields().get(key);
        if (value == null) {
            return Double.POSITIVE_INFINITY;
        }
        if (value instanceof Json.Num number && Double.parseDouble(number.literal()) > 0) {
            return Double.parseDouble(number.literal());
        }
        throw wrong(value, pointer + "/" + key, "found " + Json.shown(value) + "; a number above 0 is allowed");
    }

    private String text(Json.Obj object, String pointer, String key) throws Wrong {
        Json value = object.fields().get(key);
        if (value instanceof Json.Text text && !text.value().isBlank()) {
            return text.value();
        }
        throw wrong(
                value == null ? object : value,
                pointer + "/" + key,
                (value == null ? "it is missing" : "found " + Json.shown(value)) + "; a text is needed there");
    }

    private Json.Obj object(Json value, String pointer, String what) throws Wrong {
        if (value instanceof Json.Obj object) {
            return object;
        }
        throw wrong(value, pointer, "found " + Json.shown(value) + "; " + what + " is an object, { … }");
    }

    private Wrong wrong(Json at, String pointer, String reason) {
        return new Wrong(name + ": " + new Problem(pointer, at.line(), reason));
    }
}
