package roundhouse.simulation.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.naming.DnsRecord;
import roundhouse.naming.NamingFigures;
import roundhouse.routing.Outcome;
import roundhouse.routing.Regions;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.components.ProcessorComponent;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.resolving.NameServer;
import roundhouse.simulation.resolving.NamedTarget;
import roundhouse.simulation.resolving.NamedTargets;
import roundhouse.simulation.targets.HealthMonitor;
import roundhouse.topology.CrashMode;
import roundhouse.topology.nodes.Dns;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.parts.Health;

/**
 * Answers where a name lives, in no time: with those of its links that its rule chooses. Its checks go over the links; the requests of
 * those that were answered go over them too, but not by way of this node: see {@link Dns}.
 */
public final class DnsComponent extends ProcessorComponent implements NameServer {
    /** It has as many cores as ever are needed. */
    private static final int CORES = 1 << 20;

    private final NamingFigures figures = new NamingFigures();
    private final NamedLinks links;
    /** Answers to lookups that are on their way back, by the lookups' slots. */
    private final List<@Nullable DnsRecord<NamedTargets>> answers = new ArrayList<>();

    private Dns spec;
    /** Null while it checks nobody. */
    private @Nullable HealthMonitor monitor;

    public DnsComponent(RunContext context, Dns spec) {
        super(context, spec, CORES);
        this.spec = spec;
        links = new NamedLinks(context, this, figures);
        links.become(spec);
        expect(0);
        monitor();
    }

    @Override
    public void update(Node node) {
        Dns before = spec;
        spec = (Dns) node;
        links.become(spec);
        if (!before.health().equals(spec.health())) {
            links.trustAll();
            monitor();
        }
    }

    private void monitor() {
        if (monitor != null) {
            monitor.end();
        }
        Health rules = spec.health();
        monitor = rules.active() == null ? null : new HealthMonitor(context, this, links, rules, links.used());
    }

    @Override
    public void retire() {
        super.retire();
        if (monitor != null) {
            monitor.end();
        }
    }

    @Override
    protected void attach(LinkComponent link) {
        links.add(link);
        if (monitor != null) {
            monitor.add(link);
        }
    }

    @Override
    protected void detach(LinkComponent link) {
        links.remove(link);
        if (monitor != null) {
            monitor.remove(link);
        }
    }

    @Override
    protected void changed(LinkComponent link) {
        links.changed();
    }

    @Override
    public int region() {
        return Regions.NOWHERE;
    }

    @Override
    public NamingFigures naming() {
        return figures;
    }

    @Override
    public NamingFigures figures() {
        return figures;
    }

    @Override
    public boolean judgesTargets() {
        return spec.checks() != null;
    }

    @Override
    public byte targetState(LinkComponent link) {
        return links.state(link);
    }

    @Override
    public long targetSinceNanos(LinkComponent link) {
        return links.sinceNanos(link);
    }

    @Override
    public @Nullable NamedTarget target(NodeComponent node) {
        return links.to(node);
    }

    @Override
    protected void receive(Attempt attempt) {
        CrashMode crash = crashed();
        if (crash != null) {
            meetCrash(attempt, crash);
            return;
        }
        enter(attempt);
        if (isPaused()) {
            work(attempt);
        } else {
            done(attempt);
        }
    }

    @Override
    protected long demandNanos(Attempt attempt) {
        return 0;
    }

    @Override
    protected void done(Attempt lookup) {
        if (errs(lookup)) {
            answer(lookup, Outcome.FAILED);
            return;
        }
        while (lookup.slot >= answers.size()) {
            answers.add(null);
        }
        answers.set(lookup.slot, links.answer(lookup));
        answer(lookup, Outcome.OK);
    }

    @Override
    public DnsRecord<NamedTargets> answered(Attempt lookup) {
        return Objects.requireNonNull(answers.set(lookup.slot, null));
    }

    /** A check has come back. */
    @Override
    protected void reply(Attempt attempt, long sentAtNanos) {
        if (monitor != null && !attempt.abandoned) {
            monitor.replied(attempt);
        }
        context.attempts.release(attempt);
    }

    @Override
    protected void lost(Attempt attempt) {
        if (attempt.abandoned) {
            links.release(attempt);
        }
    }

    @Override
    protected void lose(CrashMode how) {
        super.lose(how);
        links.trustAll();
        if (monitor != null) {
            monitor.forget();
        }
    }
}
