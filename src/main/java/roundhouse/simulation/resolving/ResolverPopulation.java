package roundhouse.simulation.resolving;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import roundhouse.kernel.Mix;
import roundhouse.routing.Regions;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.nodes.Clients;

/**
 * Which resolver each user of a clients node asks: by chance, but always the same, in proportion to the resolvers' sizes. Where users are
 * in regions, so are resolvers, in the same shares, and a user asks one of its region, or any where there is none.
 */
final class ResolverPopulation {
    private final long names;
    /** The region of each resolver. */
    private final int[] regions;
    /** All of them, and those of each region. */
    private final Group all;

    private final List<Group> groups = new ArrayList<>();

    /** Some resolvers, and their sizes summed up. */
    private record Group(int region, int[] resolvers, double[] sums) {
        int at(double part) {
            double size = part * sums[sums.length - 1];
            int low = 0;
            int high = sums.length - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (size < sums[middle]) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return resolvers[low];
        }
    }

    ResolverPopulation(RunContext context, Clients clients) {
        names = context.streams.hash(clients.id(), "resolvers");
        double[] sizes = new double[clients.resolvers().count()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = StrictMath.pow(i + 1.0, -clients.resolvers().exponent());
        }
        // In the order of names, for the map's own order may differ from run to run.
        Map<String, Double> byName = new TreeMap<>(clients.regions());
        int[] places = byName.keySet().stream().mapToInt(context.regions::of).toArray();
        double[] shares =
                byName.values().stream().mapToDouble(Double::doubleValue).toArray();
        regions = spread(sizes, places, shares);
        all = group(Regions.NOWHERE, sizes, true);
        for (int place : places) {
            Group group = group(place, sizes, false);
            if (group.resolvers.length > 0) {
                groups.add(group);
            }
        }
    }

    /** Gives each resolver to the region that lacks most of its share. */
    private static int[] spread(double[] sizes, int[] places, double[] shares) {
        int[] regions = new int[sizes.length];
        double[] given = new double[places.length];
        double whole = 0;
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        for (int i = 0; i < sizes.length; i++) {
            whole += sizes[i];
            int most = Regions.NOWHERE;
            double lack = Double.NEGATIVE_INFINITY;
            for (int place = 0; place < places.length; place++) {
                double its = whole * shares[place] / sum - given[place];
                if (its > lack) {
                    lack = its;
                    most = place;
                }
            }
            if (most >= 0) {
                given[most] += sizes[i];
            }
            regions[i] = most < 0 ? Regions.NOWHERE : places[most];
        }
        return regions;
    }

    private Group group(int region, double[] sizes, boolean every) {
        int[] members = new int[sizes.length];
        double[] sums = new double[sizes.length];
        int count = 0;
        double sum = 0;
        for (int i = 0; i < sizes.length; i++) {
            if (every || regions[i] == region) {
                sum += sizes[i];
                members[count] = i;
                sums[count++] = sum;
            }
        }
        return new Group(region, Arrays.copyOf(members, count), Arrays.copyOf(sums, count));
    }

    int count() {
        return regions.length;
    }

    /** The region that the resolver is in. */
    int region(int resolver) {
        return regions[resolver];
    }

    /** The resolver of a user in that region. */
    int of(int user, int region) {
        double part = (Mix.mix(names + user) >>> 11) * 0x1p-53;
        for (Group group : groups) {
            if (group.region == region) {
                return group.at(part);
            }
        }
        return all.at(part);
    }

    /** A part of a second by which the clock of a resolver is ahead, nanoseconds. */
    long phaseNanos(int resolver) {
        return (long) ((Mix.mix(names + Mix.GOLDEN * (resolver + 1L)) >>> 11) * 0x1p-53 * 1e9);
    }
}
