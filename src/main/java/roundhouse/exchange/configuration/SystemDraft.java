package roundhouse.exchange.configuration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import roundhouse.arranging.TidyLayout;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonText;
import roundhouse.topology.json.Problem;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.nodes.traffic.KindShare;

/** A system as an importer finds it, with what became of each line. What no configuration says is assumed, and that is told. */
public final class SystemDraft {
    private static final int LONGEST_ID = 64;
    /** Each would be a card on the canvas. */
    private static final int MOST_NODES = 2_000;

    private static final Distribution SERVICE = new Distribution.Exponential(Duration.ofMillis(10));
    private static final String SERVICE_IS_ASSUMED =
            "Servers need 10 ms for a request on average, exponentially distributed, on one core.";
    private static final double RATE = 100;

    private final String name;
    private final String format;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<List<String>, Link> links = new LinkedHashMap<>();
    private final List<LineNote> notes = new ArrayList<>();
    private final Set<String> assumed = new LinkedHashSet<>();

    /**
     * @param name what the system is called
     * @param format what people call the program whose configuration it is
     */
    public SystemDraft(String name, String format) {
        this.name = name.isBlank() ? "Imported" : Shown.text(name);
        this.format = format;
    }

    /** An id that nothing has, as near to that text as can be. */
    public String newId(String wanted) {
        String plain = wanted.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^-+|-+$", "");
        String id = plain.isEmpty() ? "node" : plain.substring(0, Math.min(plain.length(), LONGEST_ID));
        String unique = id;
        for (int i = 2; nodes.containsKey(unique); i++) {
            String end = "-" + i;
            unique = id.substring(0, Math.min(id.length(), LONGEST_ID - end.length())) + end;
        }
        return unique;
    }

    /** Adds a node, or puts it in the place of the one with its id. */
    public void put(Node node) {
        nodes.put(node.id(), node);
    }

    /** Adds a link, or puts it in the place of the one that joins the same nodes. */
    public void put(Link link) {
        links.put(List.of(link.from(), link.to()), link);
    }

    public Optional<Node> node(String id) {
        return Optional.ofNullable(nodes.get(id));
    }

    public Optional<Link> link(String from, String to) {
        return Optional.ofNullable(links.get(List.of(from, to)));
    }

    public List<Node> nodes() {
        return List.copyOf(nodes.values());
    }

    public List<Link> links() {
        return List.copyOf(links.values());
    }

    /** A server of which the configuration says no more than that it is there; its service time is assumed. */
    public Server server(String id) {
        assumed(SERVICE_IS_ASSUMED);
        return Server.of(id, SERVICE);
    }

    /** Something on a line is part of the system now. */
    public void understood(int line, String text, String became) {
        notes.add(new LineNote(line, Shown.text(text), true, became));
    }

    /** Something in an included file is part of the system now, or is not. */
    public void told(String file, int line, String text, boolean understood, String note) {
        notes.add(new LineNote(file, line, line, Shown.text(text), understood, note));
    }

    /** What was told of another file's text, whose system is a part of this one. */
    public void tellOf(String file, SystemDraft other) {
        other.notes.stream()
                .filter(note -> note.file().isEmpty())
                .map(note -> new LineNote(file, note.line(), note.last(), note.text(), note.understood(), note.note()))
                .forEach(notes::add);
        other.notes.stream().filter(note -> !note.file().isEmpty()).forEach(notes::add);
        assumed.addAll(other.assumed);
    }

    /** Something on a line is not part of the system. */
    public void missed(int line, String text, String why) {
        notes.add(new LineNote(line, Shown.text(text), false, why));
    }

    /** Something on several lines is not part of the system. */
    public void missed(int line, int last, String text, String why) {
        notes.add(new LineNote("", line, last, Shown.text(text), false, why));
    }

    /** Several lines, of which something may have been told already, are not part of the system after all. */
    public void leftOut(int line, int last, String text, String why) {
        notes.removeIf(note -> note.file().isEmpty() && note.line() >= line && note.last() <= last);
        missed(line, last, text, why);
    }

    /** Whether something was told of that line of the file that was read. */
    public boolean isTold(int line) {
        return notes.stream().anyMatch(note -> note.file().isEmpty() && note.line() <= line && line <= note.last());
    }

    /** @param what was assumed, a whole sentence; the same is told once */
    public void assumed(String what) {
        assumed.add(what);
    }

    /** The system with clients in front, the remarks of the text, laid out tidily; or why it cannot run. */
    public Imported finish(String text) {
        Remarks remarks = Remarks.of(text);
        notes.addAll(remarks.wrong());
        if (remarks.whole().isEmpty()) {
            addClients();
        }
        if (nodes.size() > MOST_NODES) {
            return refused("it has " + nodes.size() + " nodes; at most " + MOST_NODES + " are imported");
        }
        Topology draft = Topology.EMPTY
                .named(name, "Imported from a configuration of " + format + ".")
                .withNodes(nodes())
                .withLinks(links());
        if (!(JsonText.parse(TopologyFile.format(draft)) instanceof JsonText.Result.Value(Json.Obj plain))) {
            return refused("the system that it describes cannot be written down");
        }
        RemarksApplied applied = RemarksApplied.to(plain, remarks);
        notes.addAll(applied.notes());
        return switch (TopologyFile.parse(applied.text())) {
            case ReadResult.Read(Topology topology) -> read(TidyLayout.of(topology), applied);
            case ReadResult.Refused(List<Problem> problems) ->
                new Imported.Refused(problems.stream()
                        .map(problem -> new Problem(
                                problem.pointer(), 0, "the system that it describes cannot run: " + problem.message()))
                        .toList());
        };
    }

    private Imported read(Topology topology, RemarksApplied remarks) {
        boolean remarksSayIt = topology.nodes().stream()
                .noneMatch(node -> node instanceof Server server
                        && server.service().equals(SERVICE)
                        && !remarks.says(server.id(), Server.SERVICE.key()));
        if (remarksSayIt) {
            assumed.remove(SERVICE_IS_ASSUMED);
        }
        List<LineNote> sorted = notes.stream()
                .distinct()
                .sorted(Comparator.comparing(LineNote::file).thenComparingInt(LineNote::line))
                .toList();
        return new Imported.Read(topology, format, sorted, List.copyOf(assumed));
    }

    private static Imported refused(String message) {
        return new Imported.Refused(List.of(new Problem("", 0, message)));
    }

    /** Before every node that picks targets and that nothing is linked to. */
    private void addClients() {
        Set<String> reached = new LinkedHashSet<>();
        links.values().forEach(link -> reached.add(link.to()));
        List<String> entrances = nodes.values().stream()
                .filter(node -> node.picksTargets() && node.takesRequests() && !reached.contains(node.id()))
                .map(Node::id)
                .toList();
        for (String entrance : entrances) {
            String id = newId(entrances.size() == 1 ? "clients" : "clients-of-" + entrance);
            Clients clients = Clients.of(id, new Arrivals.Poisson(RATE));
            List<KindShare> asked = nodes.get(entrance) instanceof LoadBalancer balancer
                    ? AskedFor.of(balancer, List.copyOf(links.values()))
                    : List.of();
            if (!asked.isEmpty()) {
                assumed("Of what clients ask for, equal parts go to each pool that rules send to.");
            }
            put(asked.isEmpty() ? clients : clients.with(Clients.REQUESTS, asked));
            put(Link.of(id, entrance, Link.DEFAULT_LATENCY));
            assumed("Clients send 100 requests a second at random times to each entrance.");
        }
        assumed("Each way of the network takes 0.5 ms.");
    }
}
