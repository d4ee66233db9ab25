package roundhouse.simulation.clients;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.Mix;
import roundhouse.routing.Balancer;
import roundhouse.routing.Outcome;
import roundhouse.routing.Regions;
import roundhouse.routing.RequestKind;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.components.CacheFigures;
import roundhouse.simulation.components.KeptCache;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.components.NodeMetrics;
import roundhouse.simulation.components.RequestSource;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.AttemptPurpose;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.resolving.NamedTarget;
import roundhouse.simulation.resolving.WayToTarget;
import roundhouse.simulation.targets.PoolRules;
import roundhouse.simulation.targets.TargetGroup;
import roundhouse.simulation.tiers.ChildAttempts;
import roundhouse.topology.CrashMode;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.balancing.Balancing;

/**
 * Where requests come from: begins them as its arrivals say, and sends their attempts: where a name server says, or over its link. With
 * several links the requests are spread over them by weighted round robin. What becomes of an attempt that has ended is decided by {@link RequestEndings}.
 */
public final class ClientsComponent extends NodeComponent
        implements AttemptGroups.Listener, RequestSource, WayToTarget, BrowserCaches.Host, ChildAttempts.Listener {
    private final TargetGroup links;
    private final ArrivalProcess arrivals;
    private final SendingRules sending;
    private final GroupOfAttempt groupOf = new GroupOfAttempt();
    private final RequestEndings endings;
    /** What the service times that its requests ask for are drawn from. */
    private final long demands;

    private boolean retired;
    private final BrowserCaches browsers;
    private final CallbackHandler fromBrowser;
    /** What browsers fetch for nobody; null as long as they never could. */
    private @Nullable ChildAttempts refreshes;

    private ValueSampler values;
    /** Where to send, by name; it has no part where no link leads to a name server. */
    private final NamedRoutes names;

    private long begun;
    private long attempts;

    public ClientsComponent(RunContext context, Clients spec) {
        super(context, spec, NodeMetrics.ROUND_TRIP_DIGITS);
        links = new TargetGroup(
                context, id, Link.DEFAULT_POOL, Balancing.of(Algorithm.WEIGHTED_ROUND_ROBIN), PoolRules.NONE);
        CallbackHandler timeout =
                new CallbackHandler(context.kernel, id + " timeouts", slot -> timedOut(context.attempts.at(slot)));
        demands = context.streams.hash(id, "demands");
        sending = new SendingRules(context, spec, timeout, this);
        arrivals = new ArrivalProcess(context, id, spec, sending.users.count(), this::begin);
        browsers = new BrowserCaches(context, this, this);
        fromBrowser = new CallbackHandler(context.kernel, id + " browsers", this::lookedUp);
        values = new ValueSampler(spec.values());
        endings = new RequestEndings(context, this, sending, arrivals, groupOf, browsers);
        names = new NamedRoutes(context, this, spec, links, endings);
        cached(spec);
    }

    private void cached(Clients spec) {
        browsers.become(spec.cache());
        if (refreshes == null && browsers.refreshes()) {
            refreshes = new ChildAttempts(context, this, this);
        }
    }

    @Override
    public int region() {
        return Regions.NOWHERE;
    }

    @Override
    public void start() {
        arrivals.start();
    }

    /** Sends no further request; those on their way go on. */
    @Override
    public void retire() {
        retired = true;
        arrivals.stop();
        if (sending.connections != null) {
            sending.connections.close();
        }
    }

    @Override
    public void update(Node node) {
        if (sending.update((Clients) node)) {
            arrivals.restart(sending.spec, sending.users.count());
        }
        cached(sending.spec);
        values = new ValueSampler(sending.spec.values());
        names.update(sending.spec);
    }

    @Override
    protected void attach(LinkComponent link) {
        if (!names.attach(link)) {
            links.add(link);
        }
    }

    @Override
    protected void detach(LinkComponent link) {
        if (!names.detach(link)) {
            links.remove(link);
        }
    }

    @Override
    protected void changed(LinkComponent link) {
        if (!names.isAsked(link)) {
            links.update(link);
        }
    }

    @Override
    public LinkComponent way(NamedTarget target) {
        return names.way(target);
    }

    @Override
    public RequestSource source() {
        return this;
    }

    @Override
    public String immunity() {
        return "are clients";
    }

    @Override
    public long requests() {
        return begun;
    }

    @Override
    public long attempts() {
        return attempts;
    }

    @Override
    public int mostAttempts() {
        return sending.spec.retries().attempts()
                + (sending.spec.hedge() == null ? 0 : sending.spec.hedge().most());
    }

    private void begin(int user, boolean inLoop) {
        long nowNanos = context.kernel.nowNanos();
        Attempt attempt = context.attempts.take();
        RequestKind kind = sending.draw.kind();
        attempt.request(
                user,
                sending.users.address(user),
                sending.users.region(user),
                sending.users.session(user),
                sending.draw.key(),
                kind,
                sending.draw.read(kind));
        attempt.attack = sending.spec.attack();
        attempt.cost = sending.draw.cost();
        attempt.readsNanos = sending.readsNanos;
        attempt.valueBytes = sending.draw.valueBytes(attempt.key(), values);
        attempt.starts = sending.users.starts(user);
        attempt.order = ++begun;
        attempt.cookies = sending.users;
        attempt.demands(demands + Mix.mix(begun));
        attempt.startedAtNanos = nowNanos;
        attempt.attemptNumber = 1;
        attempt.looping = inLoop;
        context.observer.began(attempt, this);
        context.kernel.fold(attempt.key() << 1 | (attempt.read ? 1 : 0));
        sending.retries.began(nowNanos);
        attempt.request = ++context.totals.requests;
        metrics.entered(nowNanos, false);
        if (!browsers.isOn() || !attempt.read) {
            browsers.pass(attempt);
            sendFirst(attempt);
            return;
        }
        long lookupNanos = browsers.lookupNanos();
        if (lookupNanos == 0) {
            lookedUp(attempt.slot);
        } else {
            context.kernel.schedule(lookupNanos, fromBrowser, attempt.slot);
        }
    }

    /** The user's own cache was looked into. */
    private void lookedUp(int slot) {
        Attempt attempt = context.attempts.at(slot);
        if (browsers.isOn() && !attempt.data().again) {
            attempt.data().askedNanos = context.kernel.nowNanos();
        }
        browsers.read(attempt);
    }

    @Override
    public void answerHere(Attempt attempt, Outcome outcome) {
        served(attempt, outcome);
        endings.answered(attempt);
    }

    private void served(Attempt attempt, Outcome outcome) {
        attempt.sentAtNanos = context.kernel.nowNanos();
        context.totals.attempts++;
        attempts++;
        context.enter(attempt, this);
        attempt.outcome = outcome;
    }

    @Override
    public void answerAndRefresh(Attempt attempt, int ticket) {
        served(attempt, Outcome.OK);
        ChildAttempts its = Objects.requireNonNull(refreshes);
        Attempt child = its.partOf(attempt, false);
        child.data().ticket = ticket;
        child.data().cacheNumber = browsers.generation();
        child.encrypted = sending.spec.tls();
        child.opened = true;
        its.begin(child);
        int target = links.only();
        if (target == Balancer.NONE) {
            target = links.pick(child);
        }
        its.out(child, target == Balancer.NONE ? null : links.link(target));
        endings.answered(attempt);
    }

    @Override
    public void lookLater(Attempt attempt, long nanos) {
        context.kernel.schedule(nanos - context.kernel.nowNanos(), fromBrowser, attempt.slot);
    }

    @Override
    public void send(Attempt attempt) {
        sendFirst(attempt);
    }

    @Override
    public void ended(Attempt child, Outcome outcome) {
        browsers.refreshed(child, outcome);
    }

    private void sendFirst(Attempt attempt) {
        if (sending.groups != null) {
            groupOf.put(attempt, sending.groups.begin());
        }
        sendNow(attempt);
    }

    @Override
    public @Nullable CacheFigures cache() {
        return browsers.figures();
    }

    @Override
    public void addCaches(List<KeptCache> caches) {
        browsers.addTo(caches);
    }

    private void sendNow(Attempt attempt) {
        long nowNanos = context.kernel.nowNanos();
        context.totals.attempts++;
        attempts++;
        attempt.sentAtNanos = nowNanos;
        attempt.encrypted = sending.spec.tls();
        attempt.opened = true;
        if (sending.connections != null && attempt.user < sending.users.count()) {
            sending.connections.use(attempt);
        }
        context.enter(attempt, this);
        if (names.isOn()) {
            await(attempt);
            names.route(attempt);
            return;
        }
        int target = links.only();
        if (target == Balancer.NONE) {
            target = links.pick(attempt);
        }
        if (target == Balancer.NONE) {
            attempt.outcome = Outcome.REFUSED;
            endings.settle(attempt);
            return;
        }
        await(attempt);
        links.link(target).send(attempt);
    }

    /** Waits for the attempt as long as its timeouts have it. */
    private void await(Attempt attempt) {
        if (sending.timeouts != null) {
            attempt.timeouts = sending.timeouts;
            sending.timeouts.arm(attempt.slot);
        }
        AttemptGroup group = groupOf.of(attempt);
        if (group != null) {
            group.owner.sent(group, attempt);
        }
    }

    @Override
    protected void receive(Attempt attempt) {
        throw new IllegalStateException("a request was sent to the clients " + id);
    }

    @Override
    protected void reply(Attempt attempt, long sentAtNanos) {
        if (attempt.purpose == AttemptPurpose.LOOKUP) {
            names.replied(attempt);
        } else if (!names.isOn() || !names.refused(attempt)) {
            endings.replied(attempt);
        }
    }

    @Override
    protected void lost(Attempt attempt) {
        if (attempt.purpose == AttemptPurpose.LOOKUP) {
            names.lost(attempt);
        } else {
            endings.lost(attempt);
        }
    }

    private void timedOut(Attempt attempt) {
        endings.timedOut(attempt);
    }

    /** Whether it sends no further attempt. */
    boolean isRetired() {
        return retired;
    }

    /** Sends the request once more after that wait, nanoseconds. */
    void retry(Attempt attempt, @Nullable AttemptGroup group, long waitNanos) {
        context.kernel.schedule(waitNanos, this, another(attempt, group).slot);
    }

    /** The attempt is over without having come to anybody: sends the same to another address, which is no retry. */
    void sendElsewhere(Attempt attempt, @Nullable AttemptGroup group) {
        Attempt next = another(attempt, group);
        next.attemptNumber = group == null ? attempt.attemptNumber : next.attemptNumber;
        names.goesOn(attempt, next);
        sendNow(next);
    }

    /** A further attempt of the same request, with the next number. */
    private Attempt another(Attempt attempt, @Nullable AttemptGroup group) {
        Attempt next = context.attempts.take();
        next.sameRequest(attempt);
        next.attemptNumber++;
        if (group != null) {
            groupOf.put(next, group);
            next.attemptNumber = ++group.attempts;
            next.demands(demands + Mix.mix(attempt.order + Mix.mix(next.attemptNumber)));
        }
        return next;
    }

    @Override
    public void hedge(AttemptGroup group) {
        Attempt latest = context.attempts.at(group.underWay.get(group.underWay.count() - 1));
        context.kernel.fold(latest.number);
        if (!retired && sending.retries.mayHedge(context.kernel.nowNanos())) {
            group.hedges++;
            sendNow(another(latest, group));
        }
    }

    @Override
    public void expired(AttemptGroup group) {
        endings.expired(group);
    }

    /** A wait before a retry is over. */
    @Override
    protected void fire(int slot) {
        Attempt attempt = context.attempts.at(slot);
        context.kernel.fold(attempt.number);
        sendNow(attempt);
    }

    @Override
    protected void lose(CrashMode how) {
        throw new IllegalStateException(id + " are clients and do not crash");
    }
}
