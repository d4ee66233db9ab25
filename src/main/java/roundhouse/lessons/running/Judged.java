package roundhouse.lessons.running;

import java.util.List;

/**
 * What came of a step.
 *
 * @param points what it brings
 * @param worth what it could bring
 * @param met whether all of it is right
 * @param sentence why, for people
 * @param parts each part of it, in the order of the lesson
 */
public record Judged(int points, int worth, boolean met, String sentence, List<Part> parts) {
    public Judged {
        parts = List.copyOf(parts);
    }

    /**
     * One goal, claim, bar or point.
     *
     * @param measured what was measured, in the unit of its figure; NaN where nothing was
     */
    public record Part(String what, boolean met, String finding, double measured) {}

    static Judged of(int worth, List<Part> parts, String sentence) {
        long right = parts.stream().filter(Part::met).count();
        boolean met = !parts.isEmpty() && right == parts.size();
        return new Judged(
                met ? worth : parts.isEmpty() ? 0 : (int) (worth * right / parts.size()), worth, met, sentence, parts);
    }

    static Judged missed(int worth, String sentence) {
        return new Judged(0, worth, false, sentence, List.of());
    }
}
