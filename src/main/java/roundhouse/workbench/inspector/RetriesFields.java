package roundhouse.workbench.inspector;

import java.util.ArrayList;
import java.util.List;
import roundhouse.topology.Limit;
import roundhouse.topology.Retries;

/** What a client does when a request did not end well. */
final class RetriesFields {
    private RetriesFields() {}

    static List<Field<Retries>> of(Retries current) {
        List<Field<Retries>> fields = new ArrayList<>();
        fields.add(Forms.whole(
                "retries.attempts",
                "Attempts",
                "Tries in all; 1 for no retries.",
                Limit.ATTEMPTS,
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
        }
        return fields;
    }
}
