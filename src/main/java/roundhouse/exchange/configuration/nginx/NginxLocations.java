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
import roundhouse.exchange.configuration.nginx.syntax.Directive;
import roundhouse.routing.PathPattern;

/**
 * Which location of a server takes a path: an exact one; or the longest prefix if it has {@code ^~}; or the first expression that matches;
 * or the longest prefix. Expressions within a location are tried where that one is chosen, before those around it. Told as patterns, of
 * which the most specific wins, as rules have them.
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

    /** @param outer the location that it stands in; null for none */
    private record Place(Directive location, @Nullable Directive outer, Kind kind, List<String> patterns) {}

    private final List<Place> places = new ArrayList<>();

    /** @param locations those of a server, with those within others, and where each stands */
    NginxLocations(Map<Directive, NginxScope> locations) {
        locations.forEach((location, scope) -> {
            Directive around = scope.blocks().get(1);
            Directive outer = around.name().equals("location") ? around : null;
            String second = location.argument(1);
            Place place = switch (location.argument(0)) {
                case "=" -> new Place(location, outer, Kind.EXACT, List.of(second));
                case "^~" -> new Place(location, outer, Kind.FINAL, List.of(second + "*"));
                case "~", "~*" -> new Place(location, outer, Kind.EXPRESSION, PathPatterns.of(second, false));
                default -> new Place(location, outer, Kind.PREFIX, List.of(location.argument(0) + "*"));
            };
            boolean good =
                    !place.patterns().isEmpty() && place.patterns().stream().allMatch(NginxLocations::isPattern);
            if (good) {
                places.add(place);
            }
        });
    }

    private static boolean isPattern(String pattern) {
        return PathPattern.isPattern(pattern)
                && pattern.length() <= 1_000
                && pattern.chars().noneMatch(c -> c < ' ');
    }

    /** The patterns of each location, in the order of the locations; none for one that takes nothing or cannot be said. */
    Map<Directive, List<String>> patterns() {
        Map<Directive, List<String>> taken = new LinkedHashMap<>();
        places.forEach(place -> taken.put(place.location(), new ArrayList<>()));
        Set<String> cells = new LinkedHashSet<>();
        places.forEach(place -> cells.addAll(place.patterns()));
        cells.addAll(common(cells));
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

    /** What patterns with an end have in common with others, where one of them is to decide. */
    private static Set<String> common(Set<String> cells) {
        Set<String> common = new LinkedHashSet<>();
        List<PathPattern> all = cells.stream().map(PathPattern::new).toList();
        for (PathPattern ending : all) {
            if (!ending.isExact() && !ending.isPrefix()) {
                all.forEach(other -> ending.common(other).map(PathPattern::text).ifPresent(common::add));
            }
        }
        return common;
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
        Place expression = longest == null ? first(null, cell) : expression(longest, cell);
        return expression == null ? longest : expression;
    }

    /** The expression that decides where that prefix is the longest: one within it, else one beside it or around it. */
    private @Nullable Place expression(Place longest, String cell) {
        Place found = first(longest.location(), cell);
        Place inner = longest;
        while (found == null && inner != null) {
            Directive outer = inner.outer();
            found = inner.kind() == Kind.FINAL ? null : first(outer, cell);
            inner = places.stream()
                    .filter(place -> place.location().equals(outer))
                    .findFirst()
                    .orElse(null);
        }
        return found;
    }

    /** The first expression in that block that matches, or one within that; null for none. */
    private @Nullable Place first(@Nullable Directive outer, String cell) {
        for (Place place : places) {
            if (place.kind() == Kind.EXPRESSION
                    && Objects.equals(place.outer(), outer)
                    && place.patterns().stream().anyMatch(its -> covers(its, cell))) {
                Place within = first(place.location(), cell);
                return within == null ? place : within;
            }
        }
        return null;
    }

    private static @Nullable String around(String cell, Set<String> cells) {
        String around = null;
        for (String other : cells) {
            boolean wider = !other.equals(cell) && covers(other, cell);
            around = wider && (around == null || rank(other) > rank(around)) ? other : around;
        }
        return around;
    }

    private static long rank(String pattern) {
        return new PathPattern(pattern).rank();
    }

    private static boolean covers(String pattern, String other) {
        return new PathPattern(pattern).covers(new PathPattern(other));
    }
}
