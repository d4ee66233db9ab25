package roundhouse.topology;

import java.util.List;

/**
 * Something done to a running system: by the scenario in the file, by a person at the window, or by a replay. Node and link names
 * that do not exist when the command comes due make it do nothing but say so in the transcript.
 */
public sealed interface Command {
    /** The node refuses everything and forgets what it was doing. {@code "crash": "s1"} */
    record Crash(String node) implements Command {}

    /** The node is up and empty again, at its own speed. {@code "recover": "s1"} */
    record Recover(String node) implements Command {}

    /** Service takes {@code factor} times as long from now on; 1 is normal. {@code "slow": "s1", "factor": 3} */
    record Slow(String node, double factor) implements Command {}

    /** {@code "add": {node}, "links": [{link}]} */
    record Add(Node node, List<Link> links) implements Command {}

    /** The node and its links go; what was in flight there finishes. {@code "remove": "s1"} */
    record Remove(String node) implements Command {}

    /** {@code "weight": 5, "from": "lb", "to": "s1"} */
    record SetWeight(String from, String to, int weight) implements Command {}

    /** {@code "algorithm": {"type": …}, "of": "lb"} */
    record SetAlgorithm(String balancer, Balancing balancing) implements Command {}

    /** The topology becomes this one: any other edit made while the system runs. Only in a run's log, not in files. */
    record Revise(Topology topology) implements Command {}
}
