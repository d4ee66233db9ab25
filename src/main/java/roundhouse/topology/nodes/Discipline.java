package roundhouse.topology.nodes;

import roundhouse.topology.types.ChoiceType;

/** Who has the cores of a server while more requests are there than it has cores. */
public enum Discipline {
    /** Each core works on one request until that is done, the others wait in a queue. */
    FIRST_COME_FIRST_SERVED,
    /**
     * All are worked on at once, each with an equal part of the cores and none with more than one: an ideal of time slices, as of an
     * operating system that runs a thread for each request.
     */
    PROCESSOR_SHARING;

    static final ChoiceType<Discipline> TYPE = new ChoiceType<Discipline>("discipline")
            .or(
                    FIRST_COME_FIRST_SERVED,
                    "first-come-first-served",
                    "First come, first served",
                    "Each core works on one request until that is done; the others wait.")
            .or(
                    PROCESSOR_SHARING,
                    "processor-sharing",
                    "Processor sharing",
                    "All are worked on at once, each with an equal part of the cores; a bound on workers is the most that share them.");
}
