package roundhouse.workbench.compare.several;

/**
 * Something that can be compared with one click.
 *
 * @param id of its button, without what all have in common
 * @param says what comes of it, in a sentence
 * @param act compares it
 */
record Offer(String id, String title, String says, Runnable act) {}
