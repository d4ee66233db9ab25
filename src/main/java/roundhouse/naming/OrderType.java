package roundhouse.naming;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The orders by name, each as the name server turns that it is named after. */
public enum OrderType {
    ZONE("zone", "as they stand in the zone: BIND's 'none', unbound without rrset-roundrobin"),
    BIND_CYCLIC("bind-cyclic", "BIND 9.18 'cyclic': turned left by one with each answer"),
    BIND_RANDOM("bind-random", "BIND 9.18 by default: each answer mixed by one random number"),
    UNBOUND("unbound", "unbound 1.17 with rrset-roundrobin: turned left by the number of the query"),
    DNSMASQ("dnsmasq", "dnsmasq 2.90, cached: turned right by one with each answer, the second as the first"),
    DNSMASQ_HOSTS("dnsmasq-hosts", "dnsmasq 2.90, from its hosts file: turned left by one with each answer");

    private final String key;
    private final String sentence;

    OrderType(String key, String sentence) {
        this.key = key;
        this.sentence = sentence;
    }

    /** Its name in files and on the command line. */
    public String key() {
        return key;
    }

    public String sentence() {
        return sentence;
    }

    public static Optional<OrderType> of(String key) {
        return Arrays.stream(values()).filter(type -> type.key.equals(key)).findFirst();
    }

    /** @param random only what mixes draws from it */
    public AnswerOrder create(RandomGenerator random) {
        return switch (this) {
            case ZONE -> (_, order) -> Rotations.left(0, order);
            case BIND_CYCLIC, DNSMASQ_HOSTS -> new TurningOrder(0, 1);
            case BIND_RANDOM -> new MixedOrder(random);
            case UNBOUND -> (queryId, order) -> Rotations.left(queryId, order);
            // The answer that is fetched and the first from the cache are the same.
            case DNSMASQ -> new TurningOrder(1, -1);
        };
    }
}
