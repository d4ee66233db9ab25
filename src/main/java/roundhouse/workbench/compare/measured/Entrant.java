package roundhouse.workbench.compare.measured;

import roundhouse.analysis.ComparedDesign;

/**
 * Something that is compared with others.
 *
 * @param title what sets it apart
 * @param words about it; empty where there is nothing to say
 * @param lengthNanos how long it is run for the table, simulated nanoseconds
 */
public record Entrant(String title, String words, ComparedDesign design, long lengthNanos) {
    /** The same under other randomness. */
    public Entrant withSeed(long seed) {
        return new Entrant(title, words, design.withSeed(seed), lengthNanos);
    }

    /** Whether it is the same design, whatever it is called and whatever the seed. */
    public boolean isLike(Entrant other) {
        return lengthNanos == other.lengthNanos
                && design.log().equals(other.design.log())
                && design.start().withSeed(0).equals(other.design.start().withSeed(0));
    }
}
