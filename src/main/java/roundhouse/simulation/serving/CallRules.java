package roundhouse.simulation.serving;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.limits.CircuitBreaker;
import roundhouse.simulation.components.CallBreaker;
import roundhouse.simulation.components.CallFigures;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.TargetState;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.nodes.calls.ServiceCall;

/** The entries of a server's calls as they are now, and the figures of all it ever called. */
final class CallRules {
    private static final CallRule[] NONE = {};

    private final RunContext context;
    private final String server;
    private final CallRule.Timers timers;
    private final Map<String, CallFigures> figures = new LinkedHashMap<>();
    private final List<CallFigures> figuresByNumber = new ArrayList<>();
    private CallRule[] rules = NONE;

    CallRules(RunContext context, String server, CallRule.Timers timers) {
        this.context = context;
        this.server = server;
        this.timers = timers;
    }

    /** They are these from now on. What stays as it was goes on with what it remembers; of the others a breaker that is as it was. */
    void become(List<ServiceCall> calls) {
        CallRule[] before = rules;
        rules = new CallRule[calls.size()];
        for (int i = 0; i < rules.length; i++) {
            ServiceCall call = calls.get(i);
            CallRule same = i < before.length && before[i].spec.to().equals(call.to()) ? before[i] : null;
            rules[i] = same != null && same.spec.equals(call) ? same : create(call, same == null ? null : same.breaker);
        }
    }

    /** All that they remember is gone, the server having crashed. */
    void forget() {
        CallRule[] before = rules;
        rules = new CallRule[before.length];
        for (int i = 0; i < rules.length; i++) {
            rules[i] = create(before[i].spec, null);
        }
    }

    private CallRule create(ServiceCall call, @Nullable CallBreaker breaker) {
        CallFigures its = figures.get(call.to());
        if (its == null) {
            its = new CallFigures();
            figures.put(call.to(), its);
            figuresByNumber.add(its);
        }
        boolean goesOn = breaker != null && breaker.spec.equals(call.breaker());
        return new CallRule(context, server, call, its, figuresByNumber.indexOf(its), goesOn ? breaker : null, timers);
    }

    /** The entries as they are now; the array is never changed. */
    CallRule[] now() {
        return rules;
    }

    Map<String, CallFigures> figures() {
        return figures;
    }

    CallFigures figures(int number) {
        return figuresByNumber.get(number);
    }

    /** How the breakers see the node at the link's end: one of {@link TargetState}. */
    byte state(LinkComponent link) {
        CallBreaker breaker = breaker(link);
        return breaker == null ? TargetState.IN_USE : breaker.targetState();
    }

    long sinceNanos(LinkComponent link) {
        CallBreaker breaker = breaker(link);
        return breaker == null ? 0 : breaker.sinceNanos();
    }

    /** The breaker of the calls over that link, the worst of several. */
    private @Nullable CallBreaker breaker(LinkComponent link) {
        CallBreaker worst = null;
        for (CallRule rule : rules) {
            CallBreaker breaker = rule.breaker;
            if (breaker != null
                    && rule.spec.to().equals(link.to.id)
                    && (worst == null || worst.state() == CircuitBreaker.State.CLOSED)) {
                worst = breaker;
            }
        }
        return worst;
    }
}
