package roundhouse.cli;

import java.util.ArrayList;
import java.util.List;
import roundhouse.routing.Pool;
import roundhouse.routing.Regions;

/** Fills a pool from {@code a=5,b=1@eu,c}. */
final class TargetList {
    private final Pool pool;
    private final List<String> regions;
    private final List<String> names = new ArrayList<>();

    /**
     * @param regions collects the names of the regions in the order they come up
     */
    TargetList(Pool pool, List<String> regions) {
        this.pool = pool;
        this.regions = regions;
    }

    void read(String targets, List<String> down, List<String> backup) {
        for (String target : targets.split(",", -1)) {
            add(target.strip(), backup);
        }
        for (String name : down) {
            pool.down(index("--down", name), true);
        }
        for (String name : backup) {
            index("--backup", name);
        }
    }

    private void add(String text, List<String> backup) {
        int at = text.indexOf('@');
        String before = at < 0 ? text : text.substring(0, at);
        int equals = before.lastIndexOf('=');
        String name = equals < 0 ? before : before.substring(0, equals);
        if (name.isEmpty()) {
            throw new InputException("--targets: '" + text + "' has no name; write NAME=WEIGHT,NAME=WEIGHT");
        }
        if (names.contains(name)) {
            throw new InputException("--targets: '" + name + "' is there twice");
        }
        int weight = equals < 0 ? 1 : weight(name, before.substring(equals + 1));
        names.add(name);
        pool.add(name, weight, backup.contains(name), Pool.UNLIMITED, region(at < 0 ? "" : text.substring(at + 1)));
    }

    private int region(String name) {
        if (name.isEmpty()) {
            return Regions.NOWHERE;
        }
        if (!regions.contains(name)) {
            regions.add(name);
        }
        return regions.indexOf(name);
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

    private int index(String option, String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new InputException(option + ": there is no target '" + name + "'" + Nearest.suggestion(name, names));
        }
        return index;
    }
}
