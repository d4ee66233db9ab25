package roundhouse.simulation.observing.recognising;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.faults.LinkFaults;
import roundhouse.simulation.faults.LinkState;
import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.network.Network;

/**
 * Says where calls between servers are multiplied by retries, and when a failure keeps itself up. Looks between events, every tenth of
 * a second, and only where servers call servers.
 */
public final class CallWatch {
    private final RunContext context;
    private final Network network;
    private final List<Metastability> sources = new ArrayList<>();
    private final List<RetryAmplification> called = new ArrayList<>();

    public CallWatch(RunContext context, Network network) {
        this.context = context;
        this.network = network;
    }

    /** A tenth of a second is over. */
    public void slice() {
        if (!anybodyCalls()) {
            return;
        }
        List<NodeComponent> all = network.everySource();
        while (sources.size() < all.size()) {
            sources.add(Metastability.of(all.get(sources.size())));
        }
        boolean sound = isSound();
        List<Metastability> turned = new ArrayList<>();
        for (Metastability source : sources) {
            if (source.slice(network.topology(), sound)) {
                turned.add(source);
            }
        }
        for (NodeComponent node : network.nodes()) {
            if (node.metrics.called > 0) {
                RetryAmplification its = of(node);
                if (its.slice()) {
                    context.transcript.say(words(its));
                }
            }
        }
        for (Metastability source : turned) {
            context.transcript.say(
                    source.isFailing()
                            ? failure(source)
                            : "the metastable failure of what " + source.clients.title() + " ask is over");
        }
    }

    private boolean anybodyCalls() {
        for (NodeComponent node : network.nodes()) {
            if (!node.calls().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private boolean isSound() {
        long nowNanos = context.kernel.nowNanos();
        for (NodeComponent node : network.nodes()) {
            if (node.condition.shown(nowNanos) != NodeState.UP || node.slowFactor() != 1) {
                return false;
            }
        }
        for (LinkComponent link : network.links()) {
            LinkFaults faults = link.faults();
            if (link.isDraining() || (faults != null && faults.shown() != LinkState.SOUND)) {
                return false;
            }
        }
        return true;
    }

    private RetryAmplification of(NodeComponent node) {
        for (RetryAmplification amplification : called) {
            if (amplification.server.number() == node.number()) {
                return amplification;
            }
        }
        RetryAmplification first = new RetryAmplification(node);
        called.add(first);
        return first;
    }

    private String words(RetryAmplification its) {
        if (!its.isMultiplied()) {
            return "the retry amplification at " + its.server.title() + " is over";
        }
        Set<String> upstream = upstream(its.server);
        long begun = 0;
        double most = 0;
        List<String> names = new ArrayList<>();
        for (Metastability source : sources) {
            if (upstream.contains(source.clients.id)) {
                begun += source.begunForLong();
                most = Math.max(most, source.mostCallsAt(its.server.id));
                names.add(source.clients.title());
            }
        }
        return String.format(
                Locale.ROOT,
                "retry amplification: 1 request at %s became %.1f calls at %s, %.1f without retries",
                names.size() == 1 ? names.getFirst() : "the clients",
                // Some were of requests begun before, which cannot have become more than that either.
                Math.min(most, (double) its.calls() / Math.max(1, begun)),
                its.server.title(),
                (double) its.without() / Math.max(1, begun));
    }

    /** The ids of all nodes from which requests can come to that one. */
    private Set<String> upstream(NodeComponent node) {
        Set<String> found = new TreeSet<>(List.of(node.id));
        boolean more = true;
        while (more) {
            more = false;
            for (LinkComponent link : network.links()) {
                more |= found.contains(link.to.id) && !link.link().isHeartbeat() && found.add(link.from.id);
            }
        }
        return found;
    }

    private String failure(Metastability source) {
        String text = String.format(
                Locale.ROOT,
                "metastable failure: nothing has been wrong for 5 s and %s ask no more than when all was well, but %.0f %% of their"
                        + " requests end badly",
                source.clients.title(),
                100 * source.badShare());
        RetryAmplification worst = worstFor(source);
        return worst == null
                ? text
                : text
                        + String.format(
                                Locale.ROOT,
                                "; %s gets %.1f calls for each that it would get without retries",
                                worst.server.title(),
                                worst.times());
    }

    /** Where calls are multiplied most of what those clients ask; null when nowhere. */
    private @Nullable RetryAmplification worstFor(Metastability source) {
        RetryAmplification worst = null;
        for (RetryAmplification its : called) {
            if (its.isMultiplied()
                    && (worst == null || its.times() > worst.times())
                    && upstream(its.server).contains(source.clients.id)) {
                worst = its;
            }
        }
        return worst;
    }
}
