package roundhouse.workbench.inspector;

import java.util.List;
import roundhouse.topology.nodes.FailoverPolicy;
import roundhouse.topology.settings.Range;

/** What a load balancer does with a request that a target refused or failed. */
final class PassOnFields {
    private PassOnFields() {}

    static List<Field<FailoverPolicy>> all() {
        return List.of(
                Forms.whole(
                        "pass-on.tries",
                        "Targets tried",
                        "How many targets a request is given to at most, one after the other, when they refuse or fail it; 1 for never passing on.",
                        Range.ATTEMPTS,
                        FailoverPolicy::tries,
                        (passOn, v) -> new FailoverPolicy(v, passOn.timeout())),
                Forms.optionalDuration(
                        "pass-on.timeout",
                        "Target timeout",
                        "A target without a reply by then has failed.",
                        FailoverPolicy::timeout,
                        (passOn, v) -> new FailoverPolicy(passOn.tries(), v)));
    }
}
