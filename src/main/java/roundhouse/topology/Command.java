package roundhouse.topology;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.nodes.data.CacheCapacity;

/**
 * Something done to a running system: by the scenario in the file, by a person at the window, or by a replay. Node and link names
 * that do not exist when the command comes due make it do nothing but say so in the transcript.
 *
 * <p>{@link Recover} ends everything that is wrong with a node, {@link Mend} with a link.
 */
public sealed interface Command {
    /** What is left of it when these nodes are gone: nothing where it is about one of them, or is a partition of one side. */
    default Optional<Command> without(Set<String> ids) {
        return switch (this) {
            case OfNode of -> ids.contains(of.node()) ? Optional.empty() : Optional.of(this);
            case OfLink of -> ids.contains(of.from()) || ids.contains(of.to()) ? Optional.empty() : Optional.of(this);
            case Add(Node node, List<Link> links) ->
                ids.contains(node.id())
                        ? Optional.empty()
                        : Optional.of(new Add(
                                new Removal(ids).withoutStore(node),
                                links.stream()
                                        .filter(link -> !ids.contains(link.from()) && !ids.contains(link.to()))
                                        .toList()));
            case Partition(List<List<String>> groups) -> {
                List<List<String>> left = groups.stream()
                        .map(group ->
                                group.stream().filter(id -> !ids.contains(id)).toList())
                        .filter(group -> !group.isEmpty())
                        .toList();
                yield left.size() < 2 ? Optional.empty() : Optional.of(new Partition(left));
            }
            case Outage _, OutageOver _, Heal _, Revise _ -> Optional.of(this);
        };
    }

    /** What happens to one node. */
    sealed interface OfNode extends Command {
        String node();
    }

    /** What happens to one link, by the nodes it joins. */
    sealed interface OfLink extends Command {
        String from();

        String to();
    }

    /** The node is down and forgets what it was doing. {@code "crash": "s1", "how": "black-hole"} */
    record Crash(String node, CrashMode how) implements OfNode {
        public Crash(String node) {
            this(node, CrashMode.REFUSE);
        }
    }

    /** The node is up, at its own speed, and nothing is wrong with it any more. {@code "recover": "s1"} */
    record Recover(String node) implements OfNode {}

    /** Service takes {@code factor} times as long from now on; 1 is normal. {@code "slow": "s1", "factor": 3} */
    record Slow(String node, double factor) implements OfNode {}

    /** The node works on nothing, but keeps what it has and takes more. {@code "pause": "s1"} */
    record Pause(String node) implements OfNode {}

    /**
     * Service takes longer and longer: {@code perMinute} times its normal time more with each minute. {@code "leak": "s1",
     * "per-minute": 0.5}
     */
    record Leak(String node, double perMinute) implements OfNode {}

    /** This share of requests gets an error instead of an answer, after its service. {@code "errors": "s1", "rate": 0.2} */
    record Errors(String node, double rate, ErrorScope scope) implements OfNode {
        public Errors(String node, double rate) {
            this(node, rate, ErrorScope.ALL);
        }
    }

    /** The node's health endpoint answers with this until it recovers. {@code "check-answer": "s1", "status": 503} */
    record CheckAnswer(String node, int status, String body) implements OfNode {}

    /** Down for a while, up for a while, and so on. {@code "flap": "s1", "down": "2s", "up": "5s"} */
    record Flap(String node, Duration down, Duration up) implements OfNode {}

    /**
     * Fails and is repaired at random: exponential times with these means. {@code "failing": "s1", "between": "10min", "repair":
     * "30s"}
     */
    record Failing(String node, Duration between, Duration repair) implements OfNode {}

    /** Down for so long, then up again. {@code "restart": "s1", "for": "5s"} */
    record Restart(String node, Duration outage) implements OfNode {}

    /** Every server and load balancer in that zone or region goes down at once. {@code "outage": "eu-1", "how": "black-hole"} */
    record Outage(String place, CrashMode how) implements Command {}

    /** Every server and load balancer in that zone or region recovers. {@code "outage-over": "eu-1"} */
    record OutageOver(String place) implements Command {}

    /**
     * Nothing comes through between these groups of nodes any more; who is in none of them is reached from all. Takes the place of the
     * partition there was. {@code "partition": [["db-1", "web-1"], ["db-2", "db-3"]]}
     */
    record Partition(List<List<String>> groups) implements Command {
        public Partition {
            groups = groups.stream().map(List::copyOf).toList();
        }
    }

    /** There is no partition any more. {@code "heal": true} */
    record Heal(boolean all) implements Command {}

    /** Nothing comes through any more. {@code "cut": ["lb", "s1"], "way": "both"} */
    record Cut(String from, String to, LinkDirection direction) implements OfLink {}

    /**
     * Everything takes so much longer, and a random time from zero to the jitter more. {@code "delay": ["lb", "s1"], "by": "50ms",
     * "jitter": "10ms"}
     */
    record Delay(String from, String to, Duration by, Duration jitter) implements OfLink {}

    /** This share of what sets out is lost. {@code "loss": ["lb", "s1"], "rate": 0.05} */
    record Loss(String from, String to, double rate) implements OfLink {}

    /** Nothing is wrong with the link any more. {@code "mend": ["lb", "s1"]} */
    record Mend(String from, String to) implements OfLink {}

    /** The balancer gives the target no new clients; those that stick to it stay. {@code "drain": ["lb", "s1"]} */
    record Drain(String from, String to) implements OfLink {}

    /** The target takes new clients again. {@code "undrain": ["lb", "s1"]} */
    record Undrain(String from, String to) implements OfLink {}

    /** What happens to the caches of one node. */
    sealed interface OfCache extends OfNode {}

    /** What they have of the key goes. {@code "purge": "cdn", "key": 7} */
    record Purge(String node, int key) implements OfCache {}

    /**
     * What they have of these keys, the last one included, is not given any more; what comes later is. {@code "ban": "cdn", "first": 0,
     * "last": 99}
     */
    record Ban(String node, int first, int last) implements OfCache {}

    /** All that they have goes. {@code "flush": "redis"} */
    record Flush(String node) implements OfCache {}

    /** What happens to a member of a replicated store. */
    sealed interface OfMember extends OfNode {}

    /** The member becomes the primary, and who hears of it follows; where no watchers see to that. {@code "promote": "db-2"} */
    record Promote(String node) implements OfMember {}

    /** The member's clock is ahead of the others'. {@code "clock": "db-2", "ahead": "500ms"} */
    record Clock(String node, Duration ahead) implements OfMember {}

    /** The member is to have keys of its sharded store, which are sent to it. {@code "join": "db-4"} */
    record Join(String node) implements OfMember {}

    /** The member gives all its keys away. {@code "leave": "db-1"} */
    record Leave(String node) implements OfMember {}

    /** {@code "add": {node}, "links": [{link}]} */
    record Add(Node node, List<Link> links) implements Command {}

    /** The node and its links go; what was in flight there finishes. {@code "remove": "s1"} */
    record Remove(String node) implements OfNode {}

    /** The group has so many servers. {@code "scale": "web", "to": 5} */
    record Scale(String node, int servers) implements OfNode {}

    /**
     * The server has so many cores, or is so much faster, or its cache has so much room; what is null stays. {@code "resize": "db",
     * "cores": 16, "down": "30s"}
     *
     * @param memory of a cache in it, in what its file counts it in: entries, or bytes
     * @param outage how long it is down for that; null for not at all
     */
    record Resize(
            String node,
            @Nullable Integer cores,
            @Nullable Double speed,
            @Nullable CacheCapacity memory,
            @Nullable Duration outage)
            implements OfNode {}

    /** {@code "weight": 5, "from": "lb", "to": "s1"} */
    record SetWeight(String from, String to, int weight) implements OfLink {}

    /** {@code "algorithm": {"type": …}, "of": "lb"} */
    record SetAlgorithm(String balancer, Balancing balancing) implements OfNode {
        @Override
        public String node() {
            return balancer;
        }
    }

    /**
     * The document becomes this one, and what that changes in it is {@linkplain Revision changed} in the running system: any other
     * edit made while it runs. Only in a run's log, not in files.
     */
    record Revise(Topology topology) implements Command {}
}
