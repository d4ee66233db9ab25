package roundhouse.cli;

import java.util.ArrayList;
import java.util.List;
import roundhouse.cli.options.InputException;
import roundhouse.cli.words.WholeNumbers;
import roundhouse.hashing.Target;

/**
 * One target as it is given on the command line, {@code NAME=WEIGHT@PLACE}.
 *
 * @param weight 0 or more; 1 where none is given
 * @param place a zone or a region; empty for none
 */
record TargetText(String name, int weight, String place) {
    /** Of {@code a=5,b=1@eu,c}. */
    static List<TargetText> list(String text) {
        List<TargetText> targets = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            TargetText target = of(part.strip());
            if (targets.stream().anyMatch(other -> other.name.equals(target.name))) {
                throw new InputException("--targets: '" + target.name + "' is there twice");
            }
            targets.add(target);
        }
        return targets;
    }

    /** As a target of a placement, in its zone. */
    Target placed() {
        return new Target(name, weight, place.isEmpty() ? null : place, false);
    }

    private static TargetText of(String text) {
        int at = text.lastIndexOf('@');
        String before = at < 0 ? text : text.substring(0, at);
        int equals = before.lastIndexOf('=');
        String name = equals < 0 ? before : before.substring(0, equals);
        if (name.isEmpty()) {
            throw new InputException("--targets: '" + text + "' has no name; write NAME=WEIGHT,NAME=WEIGHT");
        }
        int weight = equals < 0 ? 1 : weight(name, before.substring(equals + 1));
        return new TargetText(name, weight, at < 0 ? "" : text.substring(at + 1));
    }

    private static int weight(String name, String text) {
        try {
            int weight = Math.toIntExact(WholeNumbers.whole(text));
            if (weight >= 0) {
                return weight;
            }
        } catch (NumberFormatException | ArithmeticException e) {
            // Said below, in one way for every text that is not a weight.
        }
        throw new InputException(
                "--targets: the weight of '" + name + "' is '" + text + "'; a weight is a whole number from 0");
    }
}
