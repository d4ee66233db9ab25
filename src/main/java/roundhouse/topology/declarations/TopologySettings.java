package roundhouse.topology.declarations;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import roundhouse.topology.Place;
import roundhouse.topology.Position;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.annotations.Annotation;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Range;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.data.NameListType;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.stores.Store;
import roundhouse.topology.types.ListType;
import roundhouse.topology.types.Types;

/** The settings of the document as a whole. */
public final class TopologySettings {
    private static final Declarations<Topology> DECLARED = Declarations.of(Topology.class, "a topology");

    public static final Setting<Topology, String> NAME = DECLARED.setting(
                    "name",
                    Topology::name,
                    Types.text("one line of 1 to 200 characters", "\\S", TopologySettings::checkName))
            .says("Name", "What people call it.")
            .alwaysWritten()
            .usually(Topology.EMPTY.name());
    public static final Setting<Topology, String> DESCRIPTION = DECLARED.setting(
                    "description", Topology::description, new NotesType())
            .says("Notes", "What to look for.")
            .usually("");
    public static final Setting<Topology, Long> SEED = DECLARED.setting("seed", Topology::seed, new SeedType())
            .says("Seed", "Where all randomness of a run comes from.")
            .under("Run")
            .alwaysWritten()
            .usually(Topology.EMPTY.seed());
    public static final Setting<Topology, Duration> DURATION = DECLARED.setting(
                    "duration", Topology::duration, Types.positiveDuration())
            .says("Duration", "How long a run lasts where nobody says otherwise.")
            .under("Run")
            .usually(Topology.DEFAULT_DURATION);
    public static final Setting<Topology, Duration> WARM_UP = DECLARED.setting(
                    "warm-up", Topology::warmUp, Types.duration())
            .says("Warm-up", "How much of the beginning is left out of latency and utilisation figures.")
            .under("Run")
            .usually(Topology.EMPTY.warmUp());
    public static final Setting<Topology, Map<String, Place>> REGIONS = DECLARED.setting(
                    "regions",
                    Topology::regions,
                    new PairsType<>(
                            new PairsType.Kind<>(
                                    "region",
                                    Types.name(),
                                    "the region",
                                    Place::new,
                                    Place::latitude,
                                    Place::longitude,
                                    "frankfurt",
                                    "[52.5, 13.4]"),
                            List.of("latitude", "longitude"),
                            List.of(Range.real(-90, 90), Range.real(-180, 180))))
            .says("Regions", "Where regions are: latitude and longitude, in degrees north and east.")
            .under("Regions")
            .usually(Map.of());
    public static final Setting<Topology, List<Node>> NODES = DECLARED.setting(
                    "nodes", Topology::nodes, new ListType<>(new NodeItem()))
            .says("Nodes", "What stands on the canvas.")
            .alwaysWritten()
            .hidden()
            .usually(List.of());
    public static final Setting<Topology, List<Store>> STORES = DECLARED.setting(
                    "stores", Topology::stores, new ListType<>(new StoreItem()))
            .says("Stores", "Which databases keep copies of the same data, and how.")
            .hidden()
            .usually(List.of());
    public static final Setting<Topology, List<Link>> LINKS = DECLARED.setting(
                    "links", Topology::links, new ListType<>(new LinkItem()))
            .says("Links", "What joins them.")
            .alwaysWritten()
            .hidden()
            .usually(List.of());
    public static final Setting<Topology, List<TimedCommand>> SCENARIO = DECLARED.setting(
                    "scenario", Topology::scenario, new ListType<>(new TimedCommandItem()))
            .says("Scenario", "What happens while it runs.")
            .hidden()
            .usually(List.of());
    public static final Setting<Topology, List<Expectation>> EXPECT = DECLARED.setting(
                    "expect", Topology::expect, new ListType<>(new ExpectationItem()))
            .says(
                    "Expectations",
                    "A figure and the bound it must keep, for all that is measured or a part of the run, a line each.")
            .under("Expectations")
            .usually(List.of());
    public static final Setting<Topology, Map<String, Position>> LAYOUT = DECLARED.setting(
                    "layout",
                    TopologySettings::layoutInOrder,
                    new PairsType<>(
                            new PairsType.Kind<>(
                                    "node",
                                    Types.id(),
                                    "the layout of",
                                    Position::new,
                                    Position::x,
                                    Position::y,
                                    "s1",
                                    "[60, 120]"),
                            List.of("x", "y"),
                            List.of(Range.real(-1_000_000, 1_000_000), Range.real(-1_000_000, 1_000_000))))
            .says("Layout", "Where each node's top left corner stands, in canvas pixels.")
            .hidden()
            .usually(Map.of());

    public static final Setting<Topology, List<Annotation>> ANNOTATIONS = DECLARED.setting(
                    "annotations", Topology::annotations, new ListType<>(new AnnotationItem()))
            .says("Annotations", "Notes and frames on the canvas, for people: a run does not know of them.")
            .hidden()
            .usually(List.of());

    public static final Setting<Topology, List<String>> OPENED = DECLARED.setting(
                    "opened", Topology::opened, new NameListType(Types.id(), "ids"))
            .says(
                    "Opened",
                    "Groups that stand on the canvas as a frame around their servers rather than as one card, for people: a run does not know of it.")
            .hidden()
            .usually(List.of());

    public static final Settings<Topology> SETTINGS = DECLARED.described("A system and what happens to it.")
            .sections("", "Expectations", "Run", "Regions")
            .settings();

    private TopologySettings() {}

    private static void checkName(String key, String name, Checks checks) {
        if (name.isBlank() || name.length() > 200 || !Checks.singleLine(name)) {
            checks.wrong(key, "name is " + Json.quoted(name) + "; one line of 1 to 200 characters is allowed");
        }
    }

    /** In the nodes' order, those that the scenario adds last, so that moving one changes one line. */
    private static Map<String, Position> layoutInOrder(Topology topology) {
        Map<String, Position> ordered = new LinkedHashMap<>();
        for (String id : topology.ids()) {
            Position position = topology.layout().get(id);
            if (position != null) {
                ordered.put(id, position);
            }
        }
        return ordered;
    }
}
