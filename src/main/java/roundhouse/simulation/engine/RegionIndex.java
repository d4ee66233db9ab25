package roundhouse.simulation.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Regions;
import roundhouse.topology.Place;

/** Numbers the regions of a run. A region keeps its number for the whole run, whatever the topology becomes. */
public final class RegionIndex {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private Map<String, Place> measured = Map.of();
    private Regions regions = new Regions(new double[0][]);

    /** The region's number; a new one for a name not heard before, {@link Regions#NOWHERE} for none. */
    public int of(@Nullable String name) {
        if (name == null) {
            return Regions.NOWHERE;
        }
        return numbers.computeIfAbsent(name, unknown -> {
            names.add(unknown);
            return names.size() - 1;
        });
    }

    /** How far apart the numbered regions are. */
    public Regions regions() {
        return regions;
    }

    /** Measures the distances, once all regions have their numbers; whether anything changed. */
    public boolean measure(Map<String, Place> places) {
        if (places.equals(measured) && names.size() == regions.count()) {
            return false;
        }
        measured = places;
        double[][] coordinates = new double[names.size()][];
        for (int i = 0; i < coordinates.length; i++) {
            Place place = places.get(names.get(i));
            if (place != null) {
                coordinates[i] = new double[] {place.latitude(), place.longitude()};
            }
        }
        regions = new Regions(coordinates);
        return true;
    }
}
