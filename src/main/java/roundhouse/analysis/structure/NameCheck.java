package roundhouse.analysis.structure;

import java.time.Duration;
import java.util.List;
import roundhouse.naming.FailoverTime;
import roundhouse.topology.json.Units;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Dns;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.naming.AddressKeeping;
import roundhouse.topology.nodes.parts.Health;

/** Does a name stand for something, and how long are users sent to what is dead? */
final class NameCheck {
    private static final long LONG_SECONDS = 600;

    private NameCheck() {}

    static void check(Node node, Structure topology, Findings findings) {
        if (node instanceof Dns dns) {
            check(dns, topology, findings);
        }
    }

    private static void check(Dns dns, Structure topology, Findings findings) {
        List<Link> named = topology.linksFrom(dns.id());
        if (named.isEmpty()) {
            findings.error(
                    dns.id(), "names nobody, so no request gets an address; link it to where requests are to go");
        } else if (named.size() > 1 && dns.checks() == null) {
            findings.note(dns.id(), "has no health checks, so one of its targets that dies is named for ever");
        }
        Health.Active checks = dns.checks();
        if (checks == null) {
            return;
        }
        for (String source : topology.sources(dns.id())) {
            if (topology.node(source).orElse(null) instanceof Clients clients) {
                late(dns, checks, clients, findings);
            }
        }
    }

    private static void late(Dns dns, Health.Active checks, Clients clients, Findings findings) {
        AddressKeeping keep = clients.resolvers().keep();
        if (keep != null && keep.ttl() == null) {
            findings.note(
                    clients.id(), "keep addresses for ever, so a target of " + dns.id() + " that dies stays theirs");
            return;
        }
        long ttl = Math.clamp(
                dns.ttl().toSeconds(),
                clients.resolvers().leastTtl().toSeconds(),
                clients.resolvers().mostTtl().toSeconds());
        FailoverTime time = new FailoverTime(
                checks.interval().toNanos(),
                checks.fall(),
                ttl * 1_000_000_000L,
                keep == null || keep.ttl() == null ? 0 : keep.ttl().toNanos());
        if (time.worstNanos() > LONG_SECONDS * 1_000_000_000L) {
            findings.note(
                    clients.id(),
                    "may be sent to a target of " + dns.id() + " for "
                            + Units.format(Duration.ofNanos(time.worstNanos())) + " after it died");
        }
    }
}
