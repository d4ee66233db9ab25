package roundhouse.cli;

import java.util.ArrayList;
import java.util.List;
import roundhouse.hashing.Target;

/** Reads {@code 10.0.0.1:80=5,10.0.0.2:80=1@eu-1,c} as targets. */
final class PlaceTargets {
    private PlaceTargets() {}

    static List<Target> read(String text) {
        List<Target> targets = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Target target = target(part.strip());
            if (targets.stream().anyMatch(other -> other.name().equals(target.name()))) {
                throw new InputException("--targets: '" + target.name() + "' is there twice");
            }
            targets.add(target);
        }
        return targets;
    }

    private static Target target(String text) {
        int at = text.lastIndexOf('@');
        String before = at < 0 ? text : text.substring(0, at);
        String zone = at < 0 ? "" : text.substring(at + 1);
        int equals = before.lastIndexOf('=');
        String name = equals < 0 ? before : before.substring(0, equals);
        if (name.isEmpty()) {
            throw new InputException("--targets: '" + text + "' has no name; write NAME=WEIGHT,NAME=WEIGHT");
        }
        int weight = equals < 0 ? 1 : weight(name, before.substring(equals + 1));
        return new Target(name, weight, zone.isEmpty() ? null : zone, false);
    }

    private static int weight(String name, String text) {
        try {
            int weight = Integer.parseInt(text);
            if (weight >= 0) {
                return weight;
            }
        } catch (NumberFormatException e) {
            // Said below, in one way for every text that is not a weight.
        }
        throw new InputException(
                "--targets: the weight of '" + name + "' is '" + text + "'; a weight is a whole number from 0");
    }
}
