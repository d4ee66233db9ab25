package roundhouse.cli;

import java.util.ArrayList;
import java.util.List;
import roundhouse.cli.options.InputException;
import roundhouse.cli.words.Nearest;
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
        for (TargetText target : TargetText.list(targets)) {
            String name = target.name();
            names.add(name);
            pool.add(name, target.weight(), backup.contains(name), Pool.UNLIMITED, region(target.place()));
        }
        for (String name : down) {
            pool.down(index("--down", name), true);
        }
        for (String name : backup) {
            index("--backup", name);
        }
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

    private int index(String option, String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new InputException(option + ": there is no target '" + name + "'" + Nearest.suggestion(name, names));
        }
        return index;
    }
}
