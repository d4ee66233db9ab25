package roundhouse.topology.nodes.balancing;

import java.time.Duration;
import roundhouse.scaling.Price;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.prices.PriceCatalogue;
import roundhouse.topology.types.ChoiceType;
import roundhouse.topology.types.Types;

/**
 * What a load balancer is: what its settings are where the file does not say them. Every profile says where its figures come from and
 * how sure they are: published by a vendor, measured, from documentation, or assumed.
 */
public enum BalancerProfile {
    HARDWARE_APPLIANCE(
            "hardware-appliance",
            "Hardware appliance",
            7,
            12,
            8_000,
            150_000,
            50_000,
            10_000_000,
            "2.50/h",
            "1,500,000 requests and 80,000 TLS handshakes a second (Citrix MPX-17000, a competitor's test of 2010: old, but the"
                    + " last that could be read). Assumed: 12 cores, 50 us in passing, 10,000,000 at once, and the price (110,000"
                    + " over five years; no list price is published)."),
    SOFTWARE(
            "software",
            "Software on a server",
            7,
            4,
            31_400,
            2_860_000,
            100_000,
            100_000,
            "c5.xlarge",
            "31.4 us a request (HAProxy 2.3, 2,040,000 a second on 64 cores, vendor 2021) and 350 full RSA handshakes a second on a"
                    + " core (nginx, vendor 2014). Assumed: 4 cores, 100 us in passing, 100,000 at once. Price: AWS list, 2026."),
    CLOUD_LAYER_4(
            "cloud-layer-4",
            "Cloud, layer 4",
            4,
            64,
            2_000,
            2_860_000,
            100_000,
            Types.UNLIMITED,
            "aws-nlb",
            "Grows by itself and has no limit of connections (AWS documentation); TLS is passed through. Assumed: 2 us on 64 cores and"
                    + " 100 us in passing. Price: AWS list of 2026, by the hour and by capacity units of 800 new connections"
                    + " a second."),
    CLOUD_LAYER_7(
            "cloud-layer-7",
            "Cloud, layer 7",
            7,
            64,
            31_400,
            2_860_000,
            1_000_000,
            Types.UNLIMITED,
            "aws-alb",
            "Grows by itself and has no limit of connections (AWS documentation). Assumed: 64 cores of software, and 1 ms in passing."
                    + " Price: AWS list of 2026, by the hour and by capacity units of 25 new connections a second."),
    IPVS_DIRECT_RETURN(
            "ipvs-direct-return",
            "IPVS with direct return",
            4,
            2,
            1_000,
            0,
            20_000,
            10_000_000,
            "c5.large",
            "Only requests pass it: answers go straight back, so no layer 7, no TLS, and no bytes of answers (Linux IPVS, documentation)."
                    + " Assumed: 1 us in the kernel on 2 cores, 20 us in passing, 10,000,000 in its table. Price: AWS list,"
                    + " 2026.");

    /** As files and forms have it. */
    public static final ChoiceType<BalancerProfile> TYPE = type();

    private final String key;
    private final String title;
    private final int layer;
    private final int cores;
    private final long costNanos;
    private final long handshakeNanos;
    private final long latencyNanos;
    private final int atOnce;
    private final String price;
    private final String source;

    BalancerProfile(
            String key,
            String title,
            int layer,
            int cores,
            long costNanos,
            long handshakeNanos,
            long latencyNanos,
            int atOnce,
            String price,
            String source) {
        this.key = key;
        this.title = title;
        this.layer = layer;
        this.cores = cores;
        this.costNanos = costNanos;
        this.handshakeNanos = handshakeNanos;
        this.latencyNanos = latencyNanos;
        this.atOnce = atOnce;
        this.price = price;
        this.source = source;
    }

    private static ChoiceType<BalancerProfile> type() {
        ChoiceType<BalancerProfile> type = new ChoiceType<>("profile");
        for (BalancerProfile profile : values()) {
            type.or(profile, profile.key, profile.title, profile.source);
        }
        return type;
    }

    /** The name in files. */
    public String key() {
        return key;
    }

    public int layer() {
        return layer;
    }

    public int cores() {
        return cores;
    }

    /** Processor time of a request. */
    public Duration cost() {
        return Duration.ofNanos(costNanos);
    }

    /** Processor time of a TLS handshake, where it terminates them. */
    public Duration handshake() {
        return Duration.ofNanos(handshakeNanos);
    }

    /** What passing it takes a request beside that. */
    public Duration latency() {
        return Duration.ofNanos(latencyNanos);
    }

    /** Requests that may be there at once; {@link Types#UNLIMITED} for no limit. */
    public int atOnce() {
        return atOnce;
    }

    /** By the catalogue in use; for nothing where a catalogue of one's own does not have it. */
    public Price price() {
        return switch (PriceCatalogue.inUse().parse(price)) {
            case Parsed.Value<Price>(Price known) -> known;
            case Parsed.Wrong<Price> _ -> new Price("0/h", 0, 0, 0, 0, null);
        };
    }

    /** Whether answers go straight back and do not pass it. */
    public boolean returnsDirectly() {
        return this == IPVS_DIRECT_RETURN;
    }

    /** Where its figures come from and how sure they are. */
    public String source() {
        return source;
    }
}
