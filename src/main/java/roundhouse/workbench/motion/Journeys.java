package roundhouse.workbench.motion;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.engine.Errand;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.HopKind;
import roundhouse.simulation.observing.JourneySteps;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;

/**
 * The journeys of a sample of the run's requests, played so that the eye can follow each: it sets out when it does in the run, and takes
 * for each link as long as at the run's speed, but no less than {@link Motion#LEAST_CROSSING}. So dots keep their distances and shares,
 * and are late by what was stretched. Real times are nanoseconds of any clock.
 */
public final class Journeys {
    /** So many are followed at once at most. */
    static final int MOST = 600;

    private static final long LEAST_CROSSING_NANOS = (long) (Motion.LEAST_CROSSING * 1e9);
    /** A request that a node holds longer than this is followed no more until it sets out again. */
    private static final long LONGEST_STAY_NANOS = 60_000_000_000L;
    /** The longest time between two frames over which what happened is spread. */
    private static final long LONGEST_PAUSE_NANOS = 100_000_000;

    private final Map<Long, Traveller> travellers = new LinkedHashMap<>();
    private final Map<String, Integer> links = new HashMap<>();
    private final Map<String, Integer> servers = new HashMap<>();
    private final Map<String, Integer> members = new HashMap<>();
    private @Nullable Topology indexed;
    /** Steps that were taken over. */
    private long taken;
    /** The frame before, simulated, and when it came, real. */
    private long beforeNanos = Long.MAX_VALUE;

    private long cameNanos;
    private long eventsBefore;
    private long oneInBefore = 1;

    /** Nobody is under way any more. */
    public void clear() {
        travellers.clear();
        beforeNanos = Long.MAX_VALUE;
    }

    /** How many are followed. */
    int size() {
        return travellers.size();
    }

    /**
     * The run has got to this frame.
     *
     * @param speed simulated seconds a real second, more than 0
     * @param nowNanos when it came, real nanoseconds
     */
    public void take(Frame frame, double speed, long nowNanos) {
        JourneySteps steps = frame.journeys;
        long end = steps.before + steps.count;
        boolean goesOn = frame.timeNanos >= beforeNanos
                && frame.timeNanos - beforeNanos <= 1e9 * Math.max(speed, 1e-3)
                && frame.events >= eventsBefore
                && end >= taken;
        if (goesOn) {
            index(frame.topology);
            Spread spread = new Spread(
                    beforeNanos, frame.timeNanos, nowNanos, Math.min(LONGEST_PAUSE_NANOS, nowNanos - cameNanos), speed);
            for (int i = (int) Math.max(0, taken - steps.before); i < steps.count; i++) {
                add(frame, i, spread);
            }
        } else {
            travellers.clear();
        }
        if (!goesOn || steps.requestsOneIn < oneInBefore) {
            addHanging(frame, nowNanos);
        }
        oneInBefore = steps.requestsOneIn;
        taken = end;
        beforeNanos = frame.timeNanos;
        cameNanos = nowNanos;
        eventsBefore = frame.events;
        // Who is in the sample no longer would count for more than one of so many.
        travellers.entrySet().removeIf(entry -> !isInSample(steps, entry.getKey(), entry.getValue()));
        travellers.values().removeIf(one -> !one.advance(nowNanos) || isForgotten(one, nowNanos));
    }

    private static boolean isInSample(JourneySteps steps, long journey, Traveller one) {
        return one.number == 0
                ? JourneySteps.has(steps.othersOneIn, journey)
                : JourneySteps.has(steps.requestsOneIn, one.number);
    }

    private static boolean isForgotten(Traveller one, long nowNanos) {
        return one.waits() && nowNanos - one.sinceNanos() > LONGEST_STAY_NANOS;
    }

    /** What happened between two frames is played as evenly after the second, so that dots do not come in batches. */
    private record Spread(long fromNanos, long toNanos, long nowNanos, long overNanos, double speed) {
        long realNanos(long timeNanos) {
            if (timeNanos > toNanos) {
                // It is known already when a message will set out.
                return nowNanos + overNanos + (long) ((timeNanos - toNanos) / speed);
            }
            double part = toNanos == fromNanos ? 1 : (double) (timeNanos - fromNanos) / (toNanos - fromNanos);
            return nowNanos + (long) (overNanos * Math.clamp(part, 0, 1));
        }

        long crossingNanos(long takesNanos) {
            return Math.max(LEAST_CROSSING_NANOS, (long) (takesNanos / speed));
        }
    }

    private void add(Frame frame, int i, Spread spread) {
        JourneySteps steps = frame.journeys;
        Traveller one = travellers.get(steps.journey[i]);
        if (one == null) {
            if (steps.what[i] != JourneySteps.DEPARTS || steps.link[i] < 0) {
                return;
            }
            if (travellers.size() >= MOST) {
                travellers.remove(travellers.keySet().iterator().next());
            }
            one = new Traveller(steps.number[i]);
            travellers.put(steps.journey[i], one);
        }
        List<Link> drawn = frame.topology.links();
        one.add(new Step(
                steps.what[i],
                steps.link[i] < 0 ? "" : name(drawn.get(steps.link[i])),
                steps.back[i],
                steps.kind[i],
                steps.errand[i],
                steps.server[i] < 0
                        ? ""
                        : frame.topology.nodes().get(steps.server[i]).id(),
                member(frame, steps.fromMember[i]),
                member(frame, steps.toMember[i]),
                spread.realNanos(steps.timeNanos[i]),
                spread.crossingNanos(steps.takesNanos[i]),
                steps.lostAfter[i],
                steps.ageNanos[i],
                steps.last[i]));
    }

    /** Those of the sample that hung before anybody followed them. */
    private void addHanging(Frame frame, long nowNanos) {
        for (int i = 0; i < frame.hangs; i++) {
            if (JourneySteps.has(frame.journeys.requestsOneIn, frame.hangNumber[i]) && travellers.size() < MOST) {
                Link link = frame.topology.links().get(frame.hangLink[i]);
                Step step = new Step(
                        JourneySteps.DEPARTS,
                        name(link),
                        false,
                        HopKind.REQUEST,
                        Errand.READ,
                        link.to(),
                        "",
                        "",
                        nowNanos,
                        0,
                        1,
                        frame.hangAgeNanos[i],
                        false);
                travellers.putIfAbsent(frame.hangJourney[i], Traveller.hanging(frame.hangNumber[i], step, nowNanos));
            }
        }
    }

    /** Puts the dots of all that can be seen now into a frame, in place of its hops. */
    public void show(Frame frame, long nowNanos) {
        index(frame.topology);
        index(frame.members);
        frame.ensureHops(travellers.size());
        frame.hops = 0;
        for (Traveller one : travellers.values()) {
            one.advance(nowNanos);
            Integer link = one.link() == null ? null : links.get(one.link());
            if (link != null) {
                int hop = frame.hops++;
                frame.link[hop] = link;
                frame.along[hop] = one.along(nowNanos);
                frame.number[hop] = one.number;
                frame.kind[hop] = one.kind();
                frame.errand[hop] = one.errand();
                frame.server[hop] = servers.getOrDefault(one.server(), -1);
                frame.ageNanos[hop] = one.ageNanos();
                frame.fromMember[hop] = members.getOrDefault(one.fromMember(), -1);
                frame.toMember[hop] = members.getOrDefault(one.toMember(), -1);
            }
        }
    }

    private void index(Topology topology) {
        if (topology.equals(indexed)) {
            return;
        }
        links.clear();
        servers.clear();
        for (int i = 0; i < topology.links().size(); i++) {
            links.put(name(topology.links().get(i)), i);
        }
        for (int i = 0; i < topology.nodes().size(); i++) {
            servers.put(topology.nodes().get(i).id(), i);
        }
        indexed = topology;
    }

    private static String member(Frame frame, int place) {
        return place < 0 ? "" : frame.members.get(place).id();
    }

    private void index(List<Frame.Member> there) {
        members.clear();
        for (int i = 0; i < there.size(); i++) {
            members.put(there.get(i).id(), i);
        }
    }

    private static String name(Link link) {
        return link.from() + "→" + link.to();
    }
}
