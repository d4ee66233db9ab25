package roundhouse.simulation.balancing;

import java.util.List;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.transcript.TranscriptWords;
import roundhouse.topology.nodes.checking.MarkedActions;

/**
 * Breaks off what is under way when checks have marked a target, as HAProxy's {@code on-marked-down shutdown-sessions} and
 * {@code on-marked-up shutdown-backup-sessions} do: connections are closed, and requests there have failed with them. What the target
 * works on already it works on for nobody.
 */
final class SessionShutdown {
    private final RunContext context;
    private final String balancer;
    private final ConnectionPicks connections;

    SessionShutdown(RunContext context, String balancer, ConnectionPicks connections) {
        this.context = context;
        this.balancer = balancer;
        this.connections = connections;
    }

    /** The target was marked as up or down. */
    void marked(LinkComponent target, boolean up, MarkedActions actions, List<LinkComponent> links, Failover failover) {
        if (!up && actions.down()) {
            shutDown(target, failover);
        } else if (up && actions.up() && !target.link().backup()) {
            links.stream()
                    .filter(link -> link.link().backup()
                            && link.link().pool().equals(target.link().pool()))
                    .toList()
                    .forEach(backup -> shutDown(backup, failover));
        }
    }

    private void shutDown(LinkComponent target, Failover failover) {
        int idle = connections.breakOff(target);
        int requests = failover.breakOff(target);
        if (idle + requests > 0) {
            context.transcript.say(context.titles.of(balancer) + " shut down what it had at " + target.to.title() + ": "
                    + TranscriptWords.count(requests, "request")
                    + (idle == 0 ? "" : ", " + TranscriptWords.count(idle, "kept connection")));
        }
    }
}
