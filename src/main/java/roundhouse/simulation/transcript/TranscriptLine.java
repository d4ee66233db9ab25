package roundhouse.simulation.transcript;

/**
 * One line of the transcript.
 *
 * @param timeNanos simulated nanoseconds
 */
public record TranscriptLine(long timeNanos, String text) {}
