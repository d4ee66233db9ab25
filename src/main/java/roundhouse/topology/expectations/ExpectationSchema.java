package roundhouse.topology.expectations;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import roundhouse.storage.checking.Check;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;

/** As much of the rules of expectations as a JSON Schema can say: a pattern with the name of every figure. */
public final class ExpectationSchema {
    private static final String ID = "[A-Za-z0-9._-]{1,64}";
    private static final String TIME = "\\d+(\\.\\d+)?\\s*(ns|us|µs|μs|ms|s|min|h)";
    private static final String AMOUNT = "\\d+(\\.\\d+)?\\s*(ns|us|µs|μs|ms|s|min|h|%|/\\s*(s|h|million))?";

    private ExpectationSchema() {}

    public static Json.Obj schema() {
        String figures = Figure.ALL.stream()
                .map(figure -> figure.name().replace(".", "\\.").replace(" ", "\\s+"))
                .collect(Collectors.joining("|"));
        String signs = Stream.of(ComparisonOperator.values())
                .map(ComparisonOperator::sign)
                .collect(Collectors.joining("|"));
        String bound = "(" + figures + ")(\\s+of\\s+" + ID + ")?\\s*(" + signs + ")\\s*" + AMOUNT + "(\\s+during\\s+"
                + TIME + "\\s*\\.\\.\\s*" + TIME + ")?";
        String takeover = ID + "\\s+takes\\s+over\\s+within\\s+" + TIME + "\\s+of\\s+crash\\s+" + ID;
        String promise = ID + "\\s+is\\s+(" + String.join("|", Check.keys()) + ")";
        String convergence = ID + "\\s+converges\\s+within\\s+" + TIME + "\\s+of\\s+heal";
        return new JsonBuilder()
                .put(
                        "description",
                        "FIGURE [of NODE] COMPARISON AMOUNT [during FROM..TO], NODE takes over within TIME of crash NODE, STORE is PROMISE,"
                                + " or STORE converges within TIME of heal."
                                + " Latencies and waits are compared with a duration, queue, in-flight, requests and sessions"
                                + " with a number, throughput with a rate, cost with money an hour or for a million requests, utilization with a share, outcomes with a number or"
                                + " a share. wait, queue, in-flight and utilization need a node. A takeover is between the two"
                                + " load balancers of a pair, after every crash of the other one.")
                .put("type", "string")
                .put("maxLength", ExpectationParser.LONGEST)
                .put("pattern", "^\\s*(" + bound + "|" + takeover + "|" + promise + "|" + convergence + ")\\s*$")
                .build();
    }
}
