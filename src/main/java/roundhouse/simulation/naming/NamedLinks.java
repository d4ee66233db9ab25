package roundhouse.simulation.naming;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.naming.AnswerCandidates;
import roundhouse.naming.AnswerType;
import roundhouse.naming.DnsRecord;
import roundhouse.naming.NameAnswers;
import roundhouse.naming.NamingFigures;
import roundhouse.routing.Exclusion;
import roundhouse.routing.Regions;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.components.OutOfRotation;
import roundhouse.simulation.components.TargetState;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.resolving.NamedTarget;
import roundhouse.simulation.resolving.NamedTargets;
import roundhouse.simulation.resolving.WayToTarget;
import roundhouse.simulation.targets.HealthMonitor;
import roundhouse.simulation.transcript.TranscriptWords;
import roundhouse.topology.nodes.Dns;

/** The links of a DNS node, which of them checks hold for well, and the answers that are made of them. */
final class NamedLinks implements HealthMonitor.Listener, AnswerCandidates {
    private final RunContext context;
    private final NodeComponent dns;
    private final NamingFigures figures;
    private final List<Named> links = new ArrayList<>();
    /** Those that may be named: whose link is not marked as out of use, and whose address is here. */
    private final List<Named> inUse = new ArrayList<>();

    private Dns spec;
    private @Nullable NameAnswers rule;
    /** Who asks now. */
    private int region = Regions.NOWHERE;

    private @Nullable WayToTarget asker;

    /** A link, and what is known of the node at its end. */
    private static final class Named {
        final NamedTarget target;
        boolean up = true;
        boolean isNamed = true;
        long sinceNanos;

        Named(NamedTarget target, long nowNanos) {
            this.target = target;
            sinceNanos = nowNanos;
        }

        LinkComponent link() {
            return target.link();
        }
    }

    NamedLinks(RunContext context, NodeComponent dns, NamingFigures figures) {
        this.context = context;
        this.dns = dns;
        this.figures = figures;
        spec = Dns.SETTINGS.cast(dns.node());
    }

    /** Answers by these rules from now on. */
    void become(Dns next) {
        if (rule == null
                || spec.answers() != next.answers()
                || spec.order() != next.order()
                || spec.allWhenNoneIsHealthy() != next.allWhenNoneIsHealthy()) {
            rule = new NameAnswers(
                    next.answers(),
                    next.order(),
                    next.allWhenNoneIsHealthy(),
                    context.streams.of(next.id(), "answers"));
        }
        spec = next;
        changed();
    }

    void add(LinkComponent link) {
        links.add(new Named(new NamedTarget(link, figures.target(link.to.id)), context.kernel.nowNanos()));
        changed();
    }

    /** Links are others or otherwise, or somebody is well or is not any more. */
    void changed() {
        gather();
        Set<Named> named = new LinkedHashSet<>();
        for (int record : rule == null ? new int[0] : rule.possible(this)) {
            named.add(inUse.get(record));
        }
        for (Named link : links) {
            boolean isNamed = named.contains(link);
            if (isNamed != link.isNamed) {
                link.isNamed = isNamed;
                link.sinceNanos = context.kernel.nowNanos();
            }
        }
        figures.named(named.stream().map(link -> link.link().to.id).toList());
    }

    private void gather() {
        inUse.clear();
        for (Named named : links) {
            if (!named.link().link().down() && !named.link().addressElsewhere()) {
                inUse.add(named);
            }
        }
    }

    void remove(LinkComponent link) {
        Named named = of(link);
        if (named != null) {
            trust(named);
            links.remove(named);
            changed();
        }
    }

    private @Nullable Named of(LinkComponent link) {
        for (Named named : links) {
            if (named.link().number() == link.number()) {
                return named;
            }
        }
        return null;
    }

    /** What is known of a node; null when no link leads there. */
    @Nullable
    NamedTarget to(NodeComponent node) {
        for (Named named : links) {
            if (named.link().to.number() == node.number()) {
                return named.target;
            }
        }
        return null;
    }

    List<LinkComponent> used() {
        return links.stream().map(Named::link).toList();
    }

    /** One of {@link TargetState}. */
    byte state(LinkComponent link) {
        Named named = of(link);
        return named == null || named.isNamed
                ? TargetState.IN_USE
                : named.up ? TargetState.NOT_NAMED : TargetState.CHECKED_OUT;
    }

    /** Since when it is so, nanoseconds. */
    long sinceNanos(LinkComponent link) {
        Named named = of(link);
        return named == null ? 0 : named.sinceNanos;
    }

    /** Nothing is known against anybody. */
    void trustAll() {
        links.forEach(this::trust);
        changed();
    }

    private void trust(Named named) {
        if (!named.up) {
            named.up = true;
            named.sinceNanos = context.kernel.nowNanos();
        }
        OutOfRotation counted = named.link().outOfRotation();
        if (counted != null) {
            counted.end(context.kernel.nowNanos());
        }
    }

    /** What is answered to that lookup. */
    DnsRecord<NamedTargets> answer(Attempt lookup) {
        region = lookup.region();
        asker = lookup.origin() instanceof WayToTarget way ? way : null;
        gather();
        int[] chosen = rule == null ? new int[0] : rule.answer(this);
        figures.queries++;
        if (chosen.length == 0) {
            figures.negativeAnswers++;
            return new DnsRecord<>(null, spec.negativeTtl().toSeconds());
        }
        NamedTarget[] targets = new NamedTarget[chosen.length];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = inUse.get(chosen[i]).target;
        }
        targets[0].figures().answers++;
        return new DnsRecord<>(new NamedTargets(targets), spec.ttl().toSeconds());
    }

    @Override
    public int count() {
        return inUse.size();
    }

    @Override
    public boolean isHealthy(int record) {
        return inUse.get(record).up;
    }

    @Override
    public boolean isBackup(int record) {
        return inUse.get(record).link().link().backup();
    }

    @Override
    public int weight(int record) {
        return inUse.get(record).link().link().weight();
    }

    @Override
    public double distance(int record, AnswerType type) {
        NamedTarget target = inUse.get(record).target;
        if (type == AnswerType.LATENCY) {
            LinkComponent way = asker == null ? target.link() : asker.way(target);
            return way.link().latency().mean().toNanos();
        }
        int at = target.link().to.region();
        return at == region && at != Regions.NOWHERE
                ? -1
                : context.regions.regions().between(region, at);
    }

    @Override
    public void checked(LinkComponent target, boolean up) {
        Named named = of(target);
        if (named == null) {
            return;
        }
        long nowNanos = context.kernel.nowNanos();
        named.up = up;
        named.sinceNanos = nowNanos;
        if (up) {
            target.countOutOfRotation().end(Exclusion.CHECKS, nowNanos);
        } else {
            target.countOutOfRotation().begin(Exclusion.CHECKS, nowNanos);
        }
        changed();
    }

    @Override
    public String out(NodeComponent target, int missed, long withinNanos, String answered) {
        return "no longer names " + target.title() + ": " + TranscriptWords.count(missed, "check") + " failed within "
                + TranscriptWords.time(withinNanos) + (answered.isEmpty() ? "" : "; it answered " + answered);
    }

    @Override
    public String back(NodeComponent target, int good) {
        return "names " + target.title() + " again: " + TranscriptWords.count(good, "check") + " went well";
    }

    @Override
    public void marked(LinkComponent target, boolean up) {}

    @Override
    public void ejectionInterval() {}

    @Override
    public void release(Attempt check) {
        context.unwind(check, dns);
        context.attempts.release(check);
    }
}
