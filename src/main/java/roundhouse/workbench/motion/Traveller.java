package roundhouse.workbench.motion;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.HopKind;
import roundhouse.simulation.observing.JourneySteps;

/**
 * One request on its journey over the screen: takes its steps in their order, none before it happened and none before the one before has
 * been seen. All times are real nanoseconds.
 */
final class Traveller {
    /** How long it is out of sight at least in a node it comes to. */
    static final long LEAST_STAY_NANOS = 80_000_000;
    /** How long a request that hangs is seen at least before it is given up, and after it was. */
    static final long LEAST_HANG_NANOS = 400_000_000;

    static final long FADE_NANOS = 800_000_000;

    private enum Place {
        IN_NODE,
        ON_LINK,
        HANGING,
        GIVEN_UP,
        HOME
    }

    final long number;
    private final Deque<Step> ahead = new ArrayDeque<>();
    private Place place = Place.IN_NODE;
    private @Nullable Step step;
    private boolean hollow;
    /** When it got to its place, and when it can go on. */
    private long sinceNanos;

    private long untilNanos;

    Traveller(long number) {
        this.number = number;
    }

    /** One that has come to the end of a link already and hangs there. */
    static Traveller hanging(long number, Step link, long nowNanos) {
        Traveller one = new Traveller(number);
        one.step = link;
        one.hang(nowNanos);
        return one;
    }

    void add(Step next) {
        ahead.add(next);
    }

    /** Goes on to that time; whether it is seen still or may be later. */
    boolean advance(long nowNanos) {
        while (goOn(nowNanos)) {}
        return place != Place.HOME;
    }

    private boolean goOn(long nowNanos) {
        if (place == Place.ON_LINK && untilNanos <= nowNanos) {
            arrive();
            return true;
        }
        if (place == Place.GIVEN_UP && untilNanos <= nowNanos) {
            place = ahead.isEmpty() ? Place.HOME : Place.IN_NODE;
            return place == Place.IN_NODE;
        }
        Step next = ahead.peek();
        if (next == null || place == Place.ON_LINK || place == Place.GIVEN_UP || place == Place.HOME) {
            return false;
        }
        long beginsNanos = Math.max(next.startNanos(), next.what() == JourneySteps.LOST ? sinceNanos : untilNanos);
        if (beginsNanos > nowNanos) {
            return false;
        }
        if (place == Place.HANGING && next.what() == JourneySteps.DEPARTS) {
            // The balancer gave up, and tries another target.
            giveUp(beginsNanos);
        } else {
            ahead.remove();
            take(next, beginsNanos);
        }
        return true;
    }

    private void arrive() {
        Step now = current();
        sinceNanos = untilNanos;
        if (now.lostAfter() < 1) {
            hang(untilNanos);
        } else if (now.last() && isLostThere()) {
            ahead.remove();
            hang(untilNanos);
        } else if (now.last()) {
            place = Place.HOME;
        } else {
            place = Place.IN_NODE;
            untilNanos += LEAST_STAY_NANOS;
        }
    }

    /** Whether it got to a node that is down, and is known to have been lost. */
    private boolean isLostThere() {
        Step next = ahead.peek();
        return next != null && next.what() == JourneySteps.LOST;
    }

    private void take(Step next, long nowNanos) {
        switch (next.what()) {
            case JourneySteps.DEPARTS -> {
                step = next;
                place = Place.ON_LINK;
                sinceNanos = nowNanos;
                untilNanos = nowNanos + (long) (next.takesNanos() * Math.max(0.5, next.lostAfter()));
            }
            case JourneySteps.LOST -> {
                if (place == Place.IN_NODE && step != null) {
                    hang(nowNanos);
                }
            }
            default -> {
                hollow = true;
                if (place == Place.HANGING) {
                    giveUp(nowNanos);
                }
            }
        }
    }

    private void hang(long nowNanos) {
        if (number == 0) {
            // Nobody says when a check or a heartbeat is given up.
            giveUp(nowNanos);
            return;
        }
        place = Place.HANGING;
        sinceNanos = nowNanos;
        untilNanos = nowNanos + LEAST_HANG_NANOS;
    }

    private void giveUp(long nowNanos) {
        place = Place.GIVEN_UP;
        sinceNanos = nowNanos;
        untilNanos = nowNanos + FADE_NANOS;
    }

    private Step current() {
        if (step == null) {
            throw new IllegalStateException("on no link");
        }
        return step;
    }

    /** Whether it is in a node and nothing is known of what comes next. */
    boolean waits() {
        return place == Place.IN_NODE && ahead.isEmpty();
    }

    /** Since when it is where it is. */
    long sinceNanos() {
        return sinceNanos;
    }

    /** The link it is on, or null while it is out of sight. */
    @Nullable
    String link() {
        return place == Place.IN_NODE || place == Place.HOME ? null : current().link();
    }

    String fromMember() {
        return current().fromMember();
    }

    String toMember() {
        return current().toMember();
    }

    String server() {
        return current().server();
    }

    long ageNanos() {
        return current().ageNanos();
    }

    byte kind() {
        return switch (place) {
            case HANGING -> HopKind.HANGING;
            case GIVEN_UP -> current().kind() == HopKind.MESSAGE ? HopKind.LOST_MESSAGE : HopKind.GIVEN_UP;
            default ->
                hollow && current().kind() != HopKind.BAD_REPLY && current().kind() != HopKind.TURNED_AWAY
                        ? HopKind.ABANDONED
                        : current().kind();
        };
    }

    byte errand() {
        return current().errand();
    }

    /** How far along the link from its beginning, 0 to 1. */
    float along(long nowNanos) {
        Step now = current();
        double part = Math.max(0.5, now.lostAfter());
        if (place == Place.ON_LINK) {
            part *= untilNanos == sinceNanos
                    ? 1
                    : Math.min(1.0, (double) (nowNanos - sinceNanos) / (untilNanos - sinceNanos));
        }
        return (float) (now.back() ? 1 - part : part);
    }
}
