package roundhouse.workbench.inspector;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import roundhouse.routing.Outcome;
import roundhouse.topology.nodes.Retries;
import roundhouse.topology.settings.Range;

/** What a client does when a request did not end well. */
final class RetriesFields {
    private RetriesFields() {}

    static List<Field<Retries>> of(Retries current) {
        List<Field<Retries>> fields = new ArrayList<>();
        fields.add(Forms.whole(
                "retries.attempts",
                "Attempts",
                "Tries in all; 1 for no retries.",
                Range.ATTEMPTS,
                Retries::attempts,
                Retries::attempts));
        if (current.attempts() > 1) {
            fields.add(Forms.duration(
                    "retries.backoff",
                    "Backoff",
                    "The wait before the first retry; doubled before each further one.",
                    Retries::backoff,
                    Retries::backoff));
            fields.add(Forms.duration(
                    "retries.max-backoff",
                    "Max. backoff",
                    "No wait is longer.",
                    Retries::maxBackoff,
                    Retries::maxBackoff));
            fields.add(Forms.percent(
                    "retries.jitter",
                    "Jitter",
                    "The part of each wait that is drawn by chance.",
                    Retries::jitter,
                    Retries::jitter));
            fields.add(Forms.optionalDuration(
                    "retries.total",
                    "Total time",
                    "No retry begins later than this after the request, and a try still on its way by then has timed out.",
                    Retries::total,
                    Retries::total));
            Retries.ANY.forEach(outcome -> fields.add(on(outcome)));
            fields.addAll(BudgetFields.of(current));
        }
        return fields;
    }

    /** Whether tries that ended so are tried again. */
    private static Field<Retries> on(Outcome outcome) {
        String word = outcome == Outcome.TIMED_OUT ? "timeouts" : outcome.key();
        return Forms.flag(
                "retries.on." + outcome.key(),
                "Retry " + word,
                "Whether a try that " + ended(outcome) + " is tried again.",
                retries -> retries.on().contains(outcome),
                (retries, on) -> {
                    Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
                    outcomes.addAll(retries.on());
                    if (on) {
                        outcomes.add(outcome);
                    } else {
                        outcomes.remove(outcome);
                    }
                    return retries.on(outcomes);
                });
    }

    private static String ended(Outcome outcome) {
        return switch (outcome) {
            case OK -> "went well";
            case REFUSED -> "nobody listened to";
            case REJECTED -> "was shed on purpose";
            case FAILED -> "came back with an error";
            case TIMED_OUT -> "had no answer in time";
        };
    }
}
