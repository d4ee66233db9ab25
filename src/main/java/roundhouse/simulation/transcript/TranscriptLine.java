package roundhouse.simulation.transcript;

/**
 * One line of the transcript.
 *
 * @param time simulated nanoseconds
 */
public record TranscriptLine(long time, String text) {}
