package roundhouse.workbench.inspector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import roundhouse.topology.Place;
import roundhouse.topology.Topology;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.settings.Range;
import roundhouse.topology.settings.Units.Parsed;
import roundhouse.topology.settings.Units;

/** What can be set of the document as a whole. */
final class TopologyFields {
    private TopologyFields() {}

    static List<Section<Topology>> all() {
        return List.of(
                new Section<>(
                        "",
                        List.of(
                                Forms.text("name", "Name", "", Topology::name, (t, v) -> t.named(v, t.description())),
                                ListText.lines(
                                        "description",
                                        "Notes",
                                        "What to look for.",
                                        "Watch the queues: they come and go.",
                                        Topology::description,
                                        (t, text) -> new Parsed.Value<>(t.named(t.name(), text))))),
                new Section<>(
                        "Expectations",
                        true,
                        List.of(ListText.lines(
                                "expect",
                                "Expectations",
                                "A figure and the bound it must keep, for all that is measured or a part of the run, a line each.",
                                "p99 < 200ms during 10s..40s\nfailed of s1 < 1%",
                                topology -> ListText.write(topology.expect(), Expectation::text),
                                (topology, text) ->
                                        Field.map(ListText.read(text, Expectation::parse), topology::withExpect)))),
                new Section<>(
                        "Run",
                        List.of(
                                Forms.field(
                                        "seed",
                                        "Seed",
                                        "Where all randomness of a run comes from.",
                                        new Editor.Text("42"),
                                        Topology::seed,
                                        Topology::withSeed,
                                        value -> Long.toString(value),
                                        TopologyFields::seed),
                                Forms.duration(
                                        "duration",
                                        "Duration",
                                        "How long a run lasts.",
                                        Topology::duration,
                                        Topology::withDuration),
                                Forms.duration(
                                        "warm-up",
                                        "Warm-up",
                                        "How much of the beginning is left out of latency and utilisation figures.",
                                        Topology::warmUp,
                                        Topology::withWarmUp))),
                new Section<>(
                        "Regions",
                        List.of(ListText.lines(
                                "regions",
                                "Regions",
                                "A region, its latitude and its longitude in degrees, a line each.",
                                "frankfurt 50.1 8.7\nvirginia 39.0 -77.5",
                                topology -> places(topology.regions()),
                                (topology, text) ->
                                        Field.map(places(text), places -> withRegions(topology, places))))));
    }

    private static Parsed<Long> seed(String text) {
        try {
            return new Parsed.Value<>(Long.parseLong(text));
        } catch (NumberFormatException _) {
            return new Parsed.Wrong<>("found \"" + text + "\"; a whole number is allowed");
        }
    }

    private static String places(Map<String, Place> regions) {
        return ListText.write(
                List.copyOf(regions.entrySet()),
                entry -> entry.getKey() + " " + Units.number(entry.getValue().latitude()) + " "
                        + Units.number(entry.getValue().longitude()));
    }

    private static Parsed<Map<String, Place>> places(String text) {
        Parsed<List<Map.Entry<String, Place>>> entries = ListText.read(text, TopologyFields::place);
        return Field.map(entries, list -> {
            Map<String, Place> places = new LinkedHashMap<>();
            list.forEach(entry -> places.put(entry.getKey(), entry.getValue()));
            return places;
        });
    }

    private static Parsed<Map.Entry<String, Place>> place(String line) {
        String[] parts = line.split("\\s+", -1);
        if (parts.length != 3) {
            return new Parsed.Wrong<>("found \"" + line + "\"; a region is written like \"frankfurt 50.1 8.7\"");
        }
        return switch (Forms.number(parts[1], Range.LATITUDE)) {
            case Parsed.Value<Double> north ->
                Field.map(
                        Forms.number(parts[2], Range.LONGITUDE),
                        east -> Map.entry(parts[0], new Place(north.value(), east)));
            case Parsed.Wrong<Double> wrong -> new Parsed.Wrong<>(wrong.reason());
        };
    }

    private static Topology withRegions(Topology t, Map<String, Place> regions) {
        return new Topology(
                t.name(),
                t.description(),
                t.seed(),
                t.duration(),
                t.warmUp(),
                regions,
                t.nodes(),
                t.links(),
                t.scenario(),
                t.expect(),
                t.layout());
    }
}
