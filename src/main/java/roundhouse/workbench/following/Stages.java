package roundhouse.workbench.following;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.simulation.engine.Pick;
import roundhouse.simulation.observing.tracing.QueuePlace;
import roundhouse.simulation.observing.tracing.Span;
import roundhouse.simulation.observing.tracing.Trace;
import roundhouse.simulation.reasons.CacheAnswer;
import roundhouse.simulation.reasons.LimitAnswer;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Members;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.canvas.model.Spot;

/** The life of a request as one stage after the other, in the order of time. */
final class Stages {
    private final Trace trace;
    private final Topology topology;
    private final UnaryOperator<String> titles;
    private final StageText text;
    private final List<FollowStage> stages = new ArrayList<>();
    private final List<Pick> picks;
    private boolean sent;

    private Stages(Trace trace, Topology topology, UnaryOperator<String> titles) {
        this.trace = trace;
        this.topology = topology;
        this.titles = titles;
        text = new StageText(trace, titles);
        picks = new ArrayList<>(trace.picks());
    }

    /**
     * @param topology the system that the request is in
     * @param titles what the nodes of those ids are called
     */
    static List<FollowStage> of(Trace trace, Topology topology, UnaryOperator<String> titles) {
        Stages made = new Stages(trace, topology, titles);
        made.add();
        return made.stages.stream()
                .sorted(Comparator.comparingLong(FollowStage::fromNanos))
                .toList();
    }

    private void add() {
        Spot home = new Spot.AtNode(trace.clients());
        trace.answersBefore().forEach(answer -> at(answer.timeNanos(), home, StageText.answers(answer)));
        int attempts = 0;
        for (Span part : trace.parts()) {
            if (part.kind() == Span.Kind.ATTEMPT) {
                attempts++;
                if (attempts > 1) {
                    at(part.startNanos(), home, text.again(attempts));
                }
                // Clients with several links pick as well.
                picksAt(trace.clients(), part.startNanos(), part.startNanos());
                add(part.parts());
            } else {
                add(part);
            }
        }
        Outcome outcome = trace.outcome();
        if (outcome != null) {
            at(trace.endedNanos(), home, text.ended(outcome));
        }
    }

    private void add(List<Span> parts) {
        parts.forEach(this::add);
    }

    private void add(Span span) {
        switch (span.kind()) {
            case LINK, REPLY -> onLink(span);
            case NODE -> stay(span);
            case WAIT -> during(span, new Spot.AtNode(span.where()), text.waits(span, place(span)));
            case SERVICE ->
                during(
                        span,
                        new Spot.AtNode(span.where()),
                        text.served(
                                span,
                                topology.node(span.where())
                                        .filter(Node::picksTargets)
                                        .isPresent()));
            case LOST -> at(span.startNanos(), new Spot.AtNode(span.where()), text.lostAt(span.where()));
            case BACKOFF -> during(span, new Spot.AtNode(trace.clients()), text.backsOff(span));
            case ATTEMPT, TARGET, CALL -> add(span.parts());
        }
    }

    private void onLink(Span span) {
        String[] ends = span.where().split(" → ", 2);
        boolean lost = span.parts().stream().anyMatch(part -> part.kind() == Span.Kind.LOST);
        Spot spot = new Spot.OnLink(ends[0], ends[1], lost ? 0.5 : 1);
        boolean reply = span.kind() == Span.Kind.REPLY;
        String says = lost
                ? text.lost(ends[0], ends[1], reply)
                : reply ? text.replies(ends[0], ends[1]) : text.sent(ends[0], ends[1], !sent);
        sent = true;
        during(span, spot, says);
    }

    private void stay(Span span) {
        Spot spot = new Spot.AtNode(span.where());
        long endNanos = span.hasEnded() ? span.endNanos() : Long.MAX_VALUE;
        Outcome outcome = span.outcome();
        for (LimitAnswer limit : trace.limitsAt(span)) {
            at(limit.timeNanos(), spot, String.join(" ", limit.because()));
        }
        for (CacheAnswer answer : trace.answersAt(span)) {
            at(answer.timeNanos(), spot, StageText.answers(answer));
        }
        picksAt(span.where(), span.startNanos(), endNanos);
        add(span.parts());
        boolean explained = trace.limitsAt(span).stream().anyMatch(LimitAnswer::turnedAway);
        if (outcome != null && outcome != Outcome.OK && outcome != Outcome.TIMED_OUT && !explained) {
            at(span.endNanos(), spot, text.refuses(span.where(), outcome));
        }
    }

    private void picksAt(String node, long fromNanos, long toNanos) {
        String title = titles.apply(node);
        List<Pick> here = picks.stream()
                .filter(pick ->
                        pick.node().equals(title) && pick.timeNanos() >= fromNanos && pick.timeNanos() <= toNanos)
                .toList();
        picks.removeAll(here);
        Map<String, String> ids = targets(node);
        here.forEach(pick -> stages.addAll(PickStages.of(pick, node, name -> ids.getOrDefault(name, name))));
    }

    /** The ids of a balancer's targets, by what they are called. */
    private Map<String, String> targets(String balancer) {
        Map<String, String> ids = new HashMap<>();
        for (Link link : topology.linksFrom(balancer)) {
            topology.node(link.to())
                    .map(Members::of)
                    .orElse(List.of(link.to()))
                    .forEach(id -> ids.put(titles.apply(id), id));
        }
        return ids;
    }

    private @Nullable QueuePlace place(Span wait) {
        return trace.queues().stream()
                .filter(queue -> queue.node().equals(wait.where())
                        && queue.timeNanos() >= wait.startNanos()
                        && (!wait.hasEnded() || queue.timeNanos() <= wait.endNanos()))
                .findFirst()
                .orElse(null);
    }

    private void at(long timeNanos, Spot spot, String says) {
        stages.add(new FollowStage(timeNanos, timeNanos, spot, says, null));
    }

    private void during(Span span, Spot spot, String says) {
        stages.add(new FollowStage(
                span.startNanos(), span.hasEnded() ? span.endNanos() : span.startNanos(), spot, says, null));
    }
}
