package roundhouse.swarm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.JsonPrinter;
import roundhouse.topology.json.Problem;

/**
 * A whole system by chance, of nodes of every kind, with commands and edits of every kind while it runs. What is drawn and not allowed
 * is taken out again where the message points to, so that nothing here has to know the rules.
 */
final class RandomSystem {
    private static final long SECOND = 1_000_000_000;
    private static final int MOST_REPAIRS = 1_500;
    private static final int MOST_MORE = 3;
    private static final String STORE = "orders";
    /** More servers in one node say little that so many do not, and take a hundred times as long. */
    private static final int MANY = 24;
    /** Of so many nodes with more, one keeps them. */
    private static final int ONE_OF = 10;

    private final SplittableRandom random;
    private final List<String> ids = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();
    private final SchemaDraw draw;
    private final @Nullable CachingDraw caching;

    private RandomSystem(long seed) {
        random = new SplittableRandom(seed);
        List<String> every = SchemaDraw.oneOf("node");
        // Two of each, for what joins two of a kind: pairs of balancers, servers that call each other.
        kinds.addAll(every);
        kinds.addAll(every);
        // And a third database, for a store with a majority.
        kinds.add("database");
        for (int i = random.nextInt(MOST_MORE + 1); i > 0; i--) {
            kinds.add(every.get(random.nextInt(every.size())));
        }
        for (int i = 0; i < kinds.size(); i++) {
            ids.add("n" + i);
        }
        draw = new SchemaDraw(random, ids);
        caching = seed % 3 == 0 ? new CachingDraw(new SplittableRandom(seed), kinds, ids) : null;
    }

    /** The same for the same seed. */
    static WholeSystem of(long seed) {
        return new RandomSystem(seed).whole();
    }

    private WholeSystem whole() {
        Topology start = start();
        List<Run.Entry> log = new ArrayList<>();
        Topology now = start;
        for (long time = SECOND / 5; time < 2 * SECOND; time += SECOND / 5) {
            draw.links(now.links());
            Command command = draw.oneIn(2) ? edit(now) : command(now);
            if (command != null) {
                log.add(new Run.Entry(time, Replay.AFTER_ALL, command));
                now = command instanceof Command.Revise(Topology next) ? next : now;
            }
        }
        return new WholeSystem(start, log);
    }

    private Topology start() {
        List<Json> nodes = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            Json drawn = node(kinds.get(i), ids.get(i));
            nodes.add(caching == null ? drawn : caching.node(drawn));
        }
        List<Json> links = new ArrayList<>();
        for (String from : ids) {
            for (String to : ids) {
                if (!from.equals(to) && !draw.oneIn(3)) {
                    links.add(link(from, to));
                } else if (caching != null && caching.joins(from, to)) {
                    links.add(CachingDraw.link(from, to));
                }
            }
        }
        List<Json> scenario = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            scenario.add(Objects.requireNonNull(draw.value(SchemaDraw.definition("command"))));
        }
        Map<String, Json> fields =
                new LinkedHashMap<>(((Json.Obj) Objects.requireNonNull(draw.value(settings()))).fields());
        fields.put("format", JsonBuilder.number(Topology.FORMAT));
        fields.put("seed", JsonBuilder.number(random.nextInt(1_000_000)));
        fields.put("nodes", JsonBuilder.array(nodes));
        fields.put("links", JsonBuilder.array(links));
        fields.remove("stores");
        if (!draw.oneIn(3)) {
            fields.put("stores", JsonBuilder.array(List.of(store())));
            inStore(nodes, links);
            fields.put("nodes", JsonBuilder.array(nodes));
            fields.put("links", JsonBuilder.array(links));
        }
        fields.put("scenario", JsonBuilder.array(scenario));
        return repaired(new Json.Obj(0, fields)).orElseThrow();
    }

    /** One of all databases. */
    private Json store() {
        List<Json> members = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i).equals("database")) {
                members.add(JsonBuilder.text(ids.get(i)));
            }
        }
        Json.Obj drawn = (Json.Obj) Objects.requireNonNull(draw.value(SchemaDraw.definition("store")));
        drawn = Pointers.with(
                drawn, "/replication", Objects.requireNonNull(draw.value(SchemaDraw.definition("replication"))));
        // Few of the numbers that are drawn would do with so few members.
        for (String key : List.of("n", "synchronous", "min-followers")) {
            String at = "/replication/" + key;
            drawn = Pointers.at(drawn, at) == null
                    ? drawn
                    : Pointers.with(drawn, at, JsonBuilder.number(1 + random.nextInt(2)));
        }
        // What falls back needs a time after which it does; what is to join must be spare, and there must be enough
        // others.
        if (Pointers.at(drawn, "/replication/on-timeout") != null) {
            drawn = Pointers.with(drawn, "/replication/wait", JsonBuilder.text("100ms"));
        }
        if (Pointers.at(drawn, "/replication/shards") != null) {
            drawn = Pointers.with(drawn, "/replication/shards/spares", JsonBuilder.array(List.of(members.getLast())));
        }
        return Pointers.with(
                Pointers.with(drawn, "/id", JsonBuilder.text(STORE)), "/members", JsonBuilder.array(members));
    }

    /** Servers keep their data in the store, whose members have no caches. */
    private void inStore(List<Json> nodes, List<Json> links) {
        for (int i = 0; i < kinds.size(); i++) {
            Json.Obj node = (Json.Obj) nodes.get(i);
            if (kinds.get(i).equals("server") && draw.oneIn(2)) {
                nodes.set(
                        i,
                        Pointers.with(
                                node,
                                "/data",
                                new JsonBuilder().put("store", STORE).build()));
                links.addFirst(link(ids.get(i), ids.get(kinds.indexOf("database"))));
            } else if (kinds.get(i).equals("database") && Pointers.at(node, "/cache") != null) {
                nodes.set(i, removed(node, "/cache"));
            }
        }
    }

    /** The document's own settings. */
    private static Json.Obj settings() {
        Json.Obj root = SchemaDraw.root();
        for (String key : List.of("$schema", "format", "seed", "nodes", "links", "stores", "scenario", "layout")) {
            root = Objects.requireNonNull(Pointers.without(root, "/properties/" + key));
        }
        return Objects.requireNonNull(Pointers.without(root, "/required"));
    }

    private Json node(String kind, String id) {
        Json.Obj drawn = (Json.Obj) Objects.requireNonNull(draw.value(SchemaDraw.definition(kind)));
        return Pointers.with(fewer(drawn), "/id", JsonBuilder.text(id));
    }

    /** Thousands of servers in one node are drawn now and then, not in every fourth system. */
    private Json.Obj fewer(Json.Obj node) {
        return Pointers.at(node, "/count") instanceof Json.Num count
                        && Double.parseDouble(count.literal()) > MANY
                        && !draw.oneIn(ONE_OF)
                ? Pointers.with(node, "/count", JsonBuilder.number(2 + random.nextInt(MANY - 1)))
                : node;
    }

    private Json link(String from, String to) {
        Json.Obj drawn = (Json.Obj) Objects.requireNonNull(draw.value(SchemaDraw.definition("link")));
        return Pointers.with(Pointers.with(drawn, "/from", JsonBuilder.text(from)), "/to", JsonBuilder.text(to));
    }

    /** A command that the topology allows, or none if the one drawn is not. */
    private @Nullable Command command(Topology now) {
        boolean shards =
                now.stores().stream().anyMatch(store -> store.replication().shards() != null);
        Json drawn = shards && draw.oneIn(3)
                ? joiningOrLeaving()
                : Objects.requireNonNull(draw.value(SchemaDraw.definition("command")));
        Json.Obj with =
                Pointers.with(json(now.withScenario(List.of())), "/scenario", JsonBuilder.array(List.of(drawn)));
        return repaired(with)
                .filter(topology -> !topology.scenario().isEmpty())
                .map(topology -> topology.scenario().getFirst().command())
                .orElse(null);
    }

    /** Few commands that are drawn would name the one member of a store that is spare at first, or one that is none. */
    private Json joiningOrLeaving() {
        return (draw.oneIn(2)
                        ? new JsonBuilder().put("at", "0s").put("join", ids.get(kinds.lastIndexOf("database")))
                        : new JsonBuilder().put("at", "0s").put("leave", ids.get(kinds.indexOf("database"))))
                .build();
    }

    private @Nullable Command edit(Topology now) {
        Json.Obj edited = json(now);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            edited = edited(edited);
        }
        return repaired(edited)
                .filter(next -> !next.equals(now))
                .<Command>map(Command.Revise::new)
                .orElse(null);
    }

    private Json.Obj edited(Json.Obj now) {
        int nodes = size(now, "nodes");
        int links = size(now, "links");
        return switch (random.nextInt(8)) {
            case 0 -> links == 0 ? now : removed(now, "/links/" + random.nextInt(links));
            case 1 -> nodes < 2 ? now : removed(now, "/nodes/" + random.nextInt(nodes));
            case 2 -> added(now, "links", link(draw.pick(ids), draw.pick(ids)));
            case 3 -> {
                String id = draw.pick(ids);
                yield added(now, "nodes", node(kinds.get(ids.indexOf(id)), id));
            }
            case 4 -> redrawn(now, "", settings());
            case 5 -> links == 0 ? now : redrawn(now, "/links/" + random.nextInt(links), SchemaDraw.definition("link"));
            default -> {
                if (nodes == 0) {
                    yield now;
                }
                String pointer = "/nodes/" + random.nextInt(nodes);
                String kind = ((Json.Text) Objects.requireNonNull(Pointers.at(now, pointer + "/kind"))).value();
                yield redrawn(now, pointer, SchemaDraw.definition(kind));
            }
        };
    }

    /** One of its settings becomes another one. */
    private Json.Obj redrawn(Json.Obj now, String pointer, Json.Obj schema) {
        Json.Obj properties = (Json.Obj) Objects.requireNonNull(schema.fields().get("properties"));
        String key = draw.pick(List.copyOf(properties.fields().keySet()));
        if (List.of("id", "kind", "from", "to").contains(key)) {
            return now;
        }
        String at = Json.step(pointer, key);
        Json value = draw.oneIn(4)
                ? null
                : draw.value(
                        (Json.Obj) Objects.requireNonNull(properties.fields().get(key)));
        if (value != null) {
            return Pointers.with(now, at, value);
        }
        return Pointers.at(now, at) == null ? now : removed(now, at);
    }

    private static Json.Obj added(Json.Obj now, String list, Json item) {
        List<Json> items = new ArrayList<>(
                Pointers.at(now, "/" + list) instanceof Json.Arr(int _, List<Json> before) ? before : List.of());
        items.add(item);
        return Pointers.with(now, "/" + list, new Json.Arr(0, items));
    }

    private static Json.Obj removed(Json.Obj now, String pointer) {
        return Objects.requireNonNull(Pointers.without(now, pointer));
    }

    private static int size(Json.Obj now, String list) {
        return Pointers.at(now, "/" + list) instanceof Json.Arr(int _, List<Json> items) ? items.size() : 0;
    }

    static Json.Obj json(Topology topology) {
        return TopologyFile.json(topology);
    }

    static ReadResult read(Json.Obj json) {
        return TopologyFile.parse(JsonPrinter.print(json));
    }

    /** Where the first mistake is of each node, link and command that has any, the last of a list first, so that places stay as they are. */
    private static List<String> firstOfEach(List<Problem> problems) {
        Map<String, String> first = new LinkedHashMap<>();
        problems.forEach(problem -> first.putIfAbsent(place(problem.pointer()), problem.pointer()));
        return first.entrySet().stream()
                .sorted(Comparator.comparingInt(each -> -index(each.getKey())))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The first two steps of a pointer: an element of one of the document's lists. */
    private static String place(String pointer) {
        String[] steps = pointer.split("/", 4);
        return steps.length < 3 ? pointer : steps[1] + "/" + steps[2];
    }

    private static int index(String place) {
        String last = place.substring(place.lastIndexOf('/') + 1);
        return last.matches("\\d{1,6}") ? Integer.parseInt(last) : -1;
    }

    /** Takes out what the messages point to until there is none. */
    private static Optional<Topology> repaired(Json.Obj json) {
        Json.@Nullable Obj now = json;
        for (int i = 0; i < MOST_REPAIRS; i++) {
            switch (read(now)) {
                case ReadResult.Read(Topology topology) -> {
                    return Optional.of(topology);
                }
                case ReadResult.Refused(List<Problem> problems) -> {
                    for (String pointer : firstOfEach(problems)) {
                        now = Pointers.without(now, pointer);
                        if (now == null) {
                            throw new IllegalStateException("nothing to take out: " + problems);
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }
}
