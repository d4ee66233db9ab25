package roundhouse.workbench.inspector.figures;

import roundhouse.analysis.origins.Origin;
import roundhouse.analysis.origins.OriginSpan;

/** Where the figures of groups of servers come from. */
final class GroupOrigins {
    private static final Origin SERVERS = of(
            "How many servers it is to have, and how many of them serve, start and drain.",
            "a count of each",
            OriginSpan.NOW);
    private static final Origin SO_FAR = of(
            "The fewest and the most servers it was to have, and the mean over time.",
            "mean = ∑ servers × time so many / time",
            OriginSpan.SINCE_START);
    private static final Origin CHANGED = of(
            "How often it grew, shrank, and did one after the other.",
            "one for each change of its size",
            OriginSpan.SINCE_START);
    private static final Origin SHRINKING = of(
            "Requests and sessions that were with a server when it had to go.", "one for each", OriginSpan.SINCE_START);
    private static final Origin FOUND =
            of("How often that was noticed of its rule.", "one for each", OriginSpan.SINCE_START);

    private GroupOrigins() {}

    /** Of the figure with that label; other labels are what was noticed. */
    static Origin of(String label) {
        return switch (label) {
            case "Servers" -> SERVERS;
            case "Servers so far" -> SO_FAR;
            case "Size changed" -> CHANGED;
            case "Cost of shrinking" -> SHRINKING;
            default -> FOUND;
        };
    }

    private static Origin of(String what, String formula, OriginSpan span) {
        return Origin.of(
                what,
                formula,
                "servers, requests, sessions or times",
                "each change of the group's size, and each server that starts or drains",
                span,
                "Limits of a cloud's supply, and machines that fail to start.",
                "a group follows its measured load with delays, for which there is no closed form");
    }
}
