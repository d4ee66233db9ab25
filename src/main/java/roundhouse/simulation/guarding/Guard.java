package roundhouse.simulation.guarding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import roundhouse.limits.LimitFigures;
import roundhouse.metrics.TimeWeightedGauge;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.Component;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.nodes.guarding.Limit;

/**
 * The limits of one node. They are asked in their order about each request that was let in; the first that turns it away ends that, and of
 * several waits the longest counts. Leaky buckets that follow each other are all asked before any of them changes, as nginx's are.
 */
public final class Guard {
    private static final long NOBODY = -1;

    private final RunContext context;
    private final Component node;
    private final TimeWeightedGauge inFlight;
    private final Host host;
    private final HeldAttempts waiting;
    private final HeldAttempts tarpit;
    private final LimitFigures figures = new LimitFigures();
    private final List<GuardRule> gone = new ArrayList<>();
    private GuardRule[] rules = {};
    private GuardNews[] news = {};
    /** The attempts that were let through, by their slot: the number of each. */
    private long[] letThrough = {};

    /** Whose limits they are. */
    public interface Host {
        /** The attempt had to wait, and may go on now. */
        void letThrough(Attempt attempt);

        /** The attempt is to be answered: it is turned away. */
        void turnedAway(Attempt attempt);

        boolean isPaused();
    }

    /** @param inFlight requests at the node, those that are asked about among them */
    public Guard(RunContext context, Component node, TimeWeightedGauge inFlight, Host host) {
        this.context = context;
        this.node = node;
        this.inFlight = inFlight;
        this.host = host;
        waiting = new HeldAttempts(context, node.id + " limits", host::isPaused, host::letThrough);
        tarpit = new HeldAttempts(context, node.id + " tarpit", host::isPaused, host::turnedAway);
    }

    /** These limits hold from now on. Those that were there before go on as they are. */
    public void become(List<Limit> limits) {
        List<GuardRule> before = new ArrayList<>(Arrays.asList(rules));
        List<GuardNews> newsBefore = new ArrayList<>(Arrays.asList(news));
        rules = new GuardRule[limits.size()];
        news = new GuardNews[limits.size()];
        for (int i = 0; i < rules.length; i++) {
            int known = 0;
            while (known < before.size() && !before.get(known).spec.equals(limits.get(i))) {
                known++;
            }
            if (known < before.size()) {
                rules[i] = before.remove(known);
                news[i] = newsBefore.remove(known);
            } else {
                rules[i] = rule(limits.get(i));
                news[i] = new GuardNews(context, node, rules[i]);
            }
        }
        gone.addAll(before);
        entitle();
    }

    private GuardRule rule(Limit limit) {
        return switch (limit.kind()) {
            case CONCURRENCY -> new ConcurrencyRule(limit);
            case SHED -> new ShedRule(limit, inFlight);
            case DENY, ALLOW, PRIORITY -> new AccessRule(limit);
            default -> new RateRule(limit, context.kernel.nowNanos());
        };
    }

    /** Limits of one title are numbered. */
    private void entitle() {
        for (int i = 0; i < rules.length; i++) {
            String title = rules[i].spec.title();
            int same = 1;
            for (int j = 0; j < i; j++) {
                same += rules[j].spec.title().equals(title) ? 1 : 0;
            }
            rules[i].titled(same == 1 ? title : title + " #" + same);
        }
    }

    /** Whether the attempt does not go on now: the host is told what becomes of it, perhaps later. */
    public boolean holds(Attempt attempt) {
        if (wasLetThrough(attempt)) {
            return false;
        }
        long nowNanos = context.kernel.nowNanos();
        figures.asked(attempt.attack);
        long wait = 0;
        int longest = 0;
        int askedAhead = 0;
        for (int i = 0; i < rules.length; i++) {
            GuardRule rule = rules[i];
            if (!rule.concerns(attempt)) {
                continue;
            }
            if (i >= askedAhead && rule.isAskedAhead()) {
                int refuses = i;
                while (refuses < rules.length
                        && rules[refuses].isAskedAhead()
                        && !refuses(refuses, attempt, nowNanos)) {
                    refuses++;
                }
                askedAhead = refuses;
                if (refuses < rules.length && rules[refuses].isAskedAhead()) {
                    countAhead(i, refuses, attempt);
                    refuse(refuses, attempt);
                    return true;
                }
            }
            rule.figures.asked(attempt.attack);
            long answer = rule.ask(attempt, nowNanos);
            if (answer == GuardRule.REFUSED) {
                refuse(i, attempt);
                return true;
            }
            if (answer == GuardRule.ALLOWED) {
                break;
            }
            if (answer > 0) {
                rule.figures.delayed++;
                longest = answer > wait ? i : longest;
                wait = Math.max(wait, answer);
            }
        }
        letThrough(attempt);
        if (wait == 0) {
            return false;
        }
        figures.delayed++;
        context.observer.limited(attempt, rules[longest], false, wait);
        waiting.hold(attempt, wait);
        return true;
    }

    private boolean refuses(int rule, Attempt attempt, long nowNanos) {
        return rules[rule].concerns(attempt) && rules[rule].refuses(attempt, nowNanos);
    }

    private void countAhead(int first, int last, Attempt attempt) {
        for (int i = first; i <= last; i++) {
            if (rules[i].concerns(attempt)) {
                rules[i].figures.asked(attempt.attack);
            }
        }
    }

    private void refuse(int by, Attempt attempt) {
        GuardRule rule = rules[by];
        if (!news[by].isActive()) {
            news[by].turnsAway(rule.whose(attempt));
        } else {
            news[by].turnsAway("");
        }
        attempt.limitStatus = rule.spec.status();
        figures.turnedAway(attempt.attack);
        rule.figures.turnedAway(attempt.attack);
        long heldNanos = rule.spec.tarpit() == null ? 0 : rule.spec.tarpit().toNanos();
        context.observer.limited(attempt, rule, true, heldNanos);
        if (heldNanos == 0) {
            host.turnedAway(attempt);
        } else {
            tarpit.hold(attempt, heldNanos);
        }
    }

    private boolean wasLetThrough(Attempt attempt) {
        return attempt.slot < letThrough.length && letThrough[attempt.slot] == attempt.number;
    }

    private void letThrough(Attempt attempt) {
        if (attempt.slot >= letThrough.length) {
            int before = letThrough.length;
            letThrough = Arrays.copyOf(letThrough, Math.max(64, 2 * attempt.slot + 1));
            Arrays.fill(letThrough, before, letThrough.length, NOBODY);
        }
        letThrough[attempt.slot] = attempt.number;
    }

    /** The attempt leaves the node. */
    public void left(Attempt attempt) {
        for (GuardRule rule : rules) {
            rule.left(attempt);
        }
    }

    /** The node crashes: it loses those that it holds, and what its limits remember. */
    public void forget() {
        waiting.forget();
        tarpit.forget();
        for (GuardRule rule : rules) {
            rule.forget(context.kernel.nowNanos());
        }
    }

    /** Whether any turned a request away in the last few seconds. */
    public boolean turnsAway() {
        for (GuardNews its : news) {
            if (its.isActive()) {
                return true;
            }
        }
        return false;
    }

    /** What all limits together did. */
    public LimitFigures figures() {
        return figures;
    }

    /** How many limits there are, and were. */
    public int size() {
        return rules.length + gone.size();
    }

    /** What one limit is called; those that are there come first, in their order. */
    public String title(int limit) {
        return limit < rules.length
                ? rules[limit].title()
                : gone.get(limit - rules.length).title() + " (until changed)";
    }

    /** What one limit did. */
    public LimitFigures figures(int limit) {
        return limit < rules.length ? rules[limit].figures : gone.get(limit - rules.length).figures;
    }
}
