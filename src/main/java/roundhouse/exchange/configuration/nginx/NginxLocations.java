package roundhouse.exchange.configuration.nginx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.PathPatterns;

/**
 * Which location of a server takes a path: an exact one; or the longest prefix if it has {@code ^~}; or the first expression that matches;
 * or the longest prefix. Told as patterns of which the longest wins, as rules have them.
 */
final class NginxLocations {
    /** In what way a location is chosen. */
    private enum Kind {
        EXACT,
        /** With {@code ^~}: no expression is tried. */
        FINAL,
        PREFIX,
        EXPRESSION
    }

    private record Place(Directive location, Kind kind, List<String> patterns) {}

    private final List<Place> places = new ArrayList<>();

    /** @param locations those of a server, with those within others */
    NginxLocations(List<Directive> locations) {
        for (Directive location : locations) {
            String second = location.argument(1);
            Place place = switch (location.argument(0)) {
                case "=" -> new Place(location, Kind.EXACT, List.of(second));
                case "^~" -> new Place(location, Kind.FINAL, List.of(second + "*"));
                case "~", "~*" -> new Place(location, Kind.EXPRESSION, PathPatterns.of(second, false));
                default -> new Place(location, Kind.PREFIX, List.of(location.argument(0) + "*"));
            };
            boolean good =
                    !place.patterns().isEmpty() && place.patterns().stream().allMatch(NginxLocations::isPattern);
            if (good) {
                places.add(place);
            }
        }
    }

    private static boolean isPattern(String pattern) {
        int star = pattern.indexOf('*');
        return pattern.startsWith("/")
                && (star < 0 || star == pattern.length() - 1)
                && pattern.length() <= 1_000
                && pattern.chars().noneMatch(c -> c < ' ');
    }

    /** The patterns of each location, in the order of the locations; none for one that takes nothing or cannot be said. */
    Map<Directive, List<String>> patterns() {
        Map<Directive, List<String>> taken = new LinkedHashMap<>();
        places.forEach(place -> taken.put(place.location(), new ArrayList<>()));
        Set<String> cells = new LinkedHashSet<>();
        places.forEach(place -> cells.addAll(place.patterns()));
        boolean plain = places.stream().noneMatch(place -> place.kind() == Kind.EXPRESSION);
        for (String cell : cells) {
            Place winner = winner(cell);
            // Where the pattern around it leads to the same place, nothing is to be said of this one.
            String around = around(cell, cells);
            boolean needed = plain || around == null || !Objects.equals(winner(around), winner) || has(winner, cell);
            if (winner != null && needed) {
                taken.getOrDefault(winner.location(), new ArrayList<>()).add(cell);
            }
        }
        return taken;
    }

    private static boolean has(@Nullable Place place, String pattern) {
        return place != null && place.patterns().contains(pattern);
    }

    /** Who takes the paths that match the pattern and none within it. */
    private @Nullable Place winner(String cell) {
        Place longest = null;
        int length = -1;
        for (Place place : places) {
            String its = place.patterns().getFirst();
            if (place.kind() == Kind.EXACT && its.equals(cell)) {
                return place;
            }
            boolean prefix = place.kind() == Kind.PREFIX || place.kind() == Kind.FINAL;
            if (prefix && covers(its, cell) && its.length() > length) {
                longest = place;
                length = its.length();
            }
        }
        if (longest != null && longest.kind() == Kind.FINAL) {
            return longest;
        }
        for (Place place : places) {
            if (place.kind() == Kind.EXPRESSION && place.patterns().stream().anyMatch(its -> covers(its, cell))) {
                return place;
            }
        }
        return longest;
    }

    private static @Nullable String around(String cell, Set<String> cells) {
        String around = null;
        for (String other : cells) {
            boolean wider = !other.equals(cell) && covers(other, cell);
            around = wider && (around == null || other.length() > around.length()) ? other : around;
        }
        return around;
    }

    private static boolean covers(String pattern, String other) {
        return pattern.endsWith("*")
                ? other.startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(other);
    }
}
