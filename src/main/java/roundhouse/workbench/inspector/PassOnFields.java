package roundhouse.workbench.inspector;

import java.util.List;
import roundhouse.topology.Limit;
import roundhouse.topology.PassOn;

/** What a load balancer does with a request that a target refused or failed. */
final class PassOnFields {
    private PassOnFields() {}

    static List<Field<PassOn>> all() {
        return List.of(
                Forms.whole(
                        "pass-on.tries",
                        "Targets tried",
                        "How many targets a request is given to at most, one after the other, when they refuse or fail it; 1 for never passing on.",
                        Limit.ATTEMPTS,
                        PassOn::tries,
                        (passOn, v) -> new PassOn(v, passOn.timeout())),
                Forms.optionalDuration(
                        "pass-on.timeout",
                        "Target timeout",
                        "A target without a reply by then has failed.",
                        PassOn::timeout,
                        (passOn, v) -> new PassOn(passOn.tries(), v)));
    }
}
