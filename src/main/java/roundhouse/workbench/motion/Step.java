package roundhouse.workbench.motion;

import roundhouse.simulation.observing.JourneySteps;

/**
 * One step of a journey, as the screen plays it.
 *
 * @param what as {@link JourneySteps} has it
 * @param errand as {@link JourneySteps} has it
 * @param link {@code a→b}, where the link is looked for in the newest frame
 * @param fromMember the id of the server at which it begins, where the link begins at a group; else empty
 * @param toMember the id of the server at which it ends, where the link ends at a group; else empty
 * @param startNanos when it happened, real nanoseconds
 * @param takesNanos how long the link is drawn to take, real nanoseconds
 * @param lostAfter after what part of the link it is lost; 1 when it gets to its end
 * @param last whether the journey ends with this link
 */
record Step(
        byte what,
        String link,
        boolean back,
        byte kind,
        byte errand,
        String server,
        String fromMember,
        String toMember,
        long startNanos,
        long takesNanos,
        float lostAfter,
        long ageNanos,
        boolean last) {}
