package roundhouse.exchange.configuration;

/** Why configurations of load balancers do not say something: what is so in all languages. */
final class UsualReasons {
    private UsualReasons() {}

    /**
     * @param kind of the node, {@code link}, {@code store}, or empty for the topology
     * @param key the setting, or empty for all of them
     */
    static String of(String kind, String key, String language) {
        return switch (kind) {
            case "" -> "belongs to the simulation, not to a system's configuration";
            case "clients" -> "requests come from outside, and no configuration says how many";
            case "server", "server-group" -> "what the servers are is not in the configuration of their balancer";
            case "link" ->
                key.equals("latency")
                        ? "the network has its latency, no configuration gives it one"
                        : "it leads to no target of a balancer, or " + language + " has no such setting";
            case "load-balancer" ->
                switch (key) {
                    case "cores", "cost", "latency", "price", "profile" ->
                        "a property of the machine, not of its configuration";
                    case "label", "region", "zone" -> "a name for people and pictures, of no effect in " + language;
                    default -> language + " has no counterpart";
                };
            default -> "not a part of the balancer that " + language + " configures";
        };
    }
}
