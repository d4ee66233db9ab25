package roundhouse.topology.prices;

import java.io.Serial;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import roundhouse.scaling.Price;
import roundhouse.topology.json.Names;
import roundhouse.topology.json.Units.Parsed;

/**
 * Prices that have a name: instances, managed balancers. Each says of when it is and where it is from, for prices age. What comes with
 * the program can be replaced by a file of one's own. It can be sent to other machines, whose prices are then the same.
 */
public final class PriceCatalogue implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private static final AtomicReference<@Nullable PriceCatalogue> IN_USE = new AtomicReference<>();

    private final String currency;
    private final LinkedHashMap<String, Item> items;

    /**
     * @param provider who asks for it, and where
     * @param date of when it is
     * @param source where it is from
     */
    public record Item(Price price, String provider, String date, String source) implements Serializable {}

    PriceCatalogue(String currency, Map<String, Item> items) {
        this.currency = currency;
        this.items = new LinkedHashMap<>(items);
    }

    /** By which prices are read. */
    public static PriceCatalogue inUse() {
        PriceCatalogue known = IN_USE.get();
        if (known != null) {
            return known;
        }
        PriceCatalogue shipped = PriceCatalogueFile.shipped();
        IN_USE.compareAndSet(null, shipped);
        return shipped;
    }

    /** Prices are read by this one from now on. */
    public void use() {
        IN_USE.set(this);
    }

    /** What its prices are in: USD. */
    public String currency() {
        return currency;
    }

    /** By name, in the order of the file. */
    public Map<String, Item> items() {
        return Collections.unmodifiableMap(items);
    }

    /** Reads a price as files have it. */
    public Parsed<Price> parse(String text) {
        return PriceText.parse(text, this);
    }

    Optional<Price> price(String name) {
        return Optional.ofNullable(items.get(name)).map(Item::price);
    }

    String nearest(String name) {
        return Names.didYouMean(name, items.keySet());
    }
}
