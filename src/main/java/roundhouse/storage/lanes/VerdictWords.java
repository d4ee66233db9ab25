package roundhouse.storage.lanes;

import java.util.Collections;
import java.util.Locale;
import java.util.OptionalLong;
import roundhouse.storage.checking.Check;
import roundhouse.storage.checking.HistoryVerdict;
import roundhouse.storage.history.OperationHistory;

/** A verdict in one sentence. */
public final class VerdictWords {
    private VerdictWords() {}

    public static String of(Check check, OperationHistory history, HistoryVerdict verdict) {
        return switch (verdict) {
            case HistoryVerdict.Holds(OptionalLong least) ->
                check.key() + " holds" + (least.isPresent() ? " within " + bound(check, least.getAsLong()) : "") + ": "
                        + check.meaning() + ".";
            case HistoryVerdict.Unknown unknown ->
                "Whether " + check.key() + " holds is unknown: " + unknown.why() + ".";
            case HistoryVerdict.Broken broken -> {
                int needed = Collections.frequency(broken.example().needed(), true);
                yield needed == 1
                        ? check.key() + " is broken: one operation of " + counted(history)
                                + " cannot be right, whatever else happened."
                        : check.key() + " is broken: " + needed + " operations of " + counted(history)
                                + " cannot all be right, whatever else happened.";
            }
        };
    }

    private static String counted(OperationHistory history) {
        return String.format(Locale.ROOT, "%,d", history.size());
    }

    private static String bound(Check check, long bound) {
        String number = String.format(Locale.ROOT, "%,d", bound);
        return check == Check.K_ATOMIC ? number + (bound == 1 ? " version" : " versions") : number;
    }
}
