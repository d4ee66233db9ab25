package roundhouse.naming;

/** A figure about lookups of a name, as reports and the inspector have it. */
public enum NamingFigure {
    LOOKUPS("lookups", "Lookups", Unit.COUNT, "Times that users asked a resolver."),
    CACHED("cached", "From caches", Unit.SHARE, "What part of the lookups resolvers answered with what they kept."),
    STALE("stale", "Stale", Unit.COUNT, "Lookups answered with what was kept though its time was over."),
    NO_ADDRESS("no-address", "No address", Unit.COUNT, "Lookups that were told that there is no address."),
    FAILED(
            "lookups-failed",
            "Lookups failed",
            Unit.COUNT,
            "Lookups that came to nothing, because the DNS node did not answer, or badly."),
    KEPT("kept-by-clients", "Kept by clients", Unit.COUNT, "Requests whose user had kept an address and asked nobody."),
    QUERIES("queries", "Queries", Unit.COUNT, "Questions of resolvers that were answered."),
    REQUESTS("requests", "Requests by name", Unit.COUNT, "Requests that were sent to an address of the name."),
    TO_DEAD(
            "to-dead",
            "Sent to the dead",
            Unit.COUNT,
            "Requests that were sent to an address that was down, removed or cut off.");

    /** What a figure is a number of. */
    public enum Unit {
        COUNT,
        /** 0 to 1. */
        SHARE,
        NANOS
    }

    private final String key;
    private final String label;
    private final Unit unit;
    private final String meaning;

    NamingFigure(String key, String label, Unit unit, String meaning) {
        this.key = key;
        this.label = label;
        this.unit = unit;
        this.meaning = meaning;
    }

    /** Its name in reports. */
    public String key() {
        return key;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    public Unit unit() {
        return unit;
    }

    /** What it is, in a sentence. */
    public String meaning() {
        return meaning;
    }

    /** What is counted. */
    public long part(NamingFigures figures) {
        return switch (this) {
            case LOOKUPS -> figures.lookups;
            case CACHED -> figures.fromCache + figures.stale;
            case STALE -> figures.stale;
            case NO_ADDRESS -> figures.negative;
            case FAILED -> figures.failed;
            case KEPT -> figures.keptByClients;
            case QUERIES -> figures.queries;
            case REQUESTS -> figures.requests;
            case TO_DEAD -> figures.toDead();
        };
    }

    /** Whether it can be told as a part of something. */
    public boolean isPart() {
        return switch (this) {
            case CACHED, STALE, NO_ADDRESS, FAILED, KEPT, TO_DEAD -> true;
            case LOOKUPS, QUERIES, REQUESTS -> false;
        };
    }

    /** What it is a part of: lookups, or requests; 0 where it is none. */
    public long whole(NamingFigures figures) {
        return switch (this) {
            case CACHED, STALE, NO_ADDRESS, FAILED -> figures.lookups;
            case KEPT, TO_DEAD -> figures.requests;
            case LOOKUPS, QUERIES, REQUESTS -> 0;
        };
    }

    /** Not a number where there is none. */
    public double of(NamingFigures figures) {
        long whole = whole(figures);
        return unit == Unit.COUNT ? part(figures) : whole == 0 ? Double.NaN : (double) part(figures) / whole;
    }
}
