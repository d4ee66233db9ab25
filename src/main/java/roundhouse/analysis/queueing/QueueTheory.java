package roundhouse.analysis.queueing;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import roundhouse.simulation.Run;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Discipline;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.types.Types;

/** Which closed form applies to a server under the load that the topology's settings bring it, or why none does. */
public final class QueueTheory {
    private QueueTheory() {}

    /**
     * The same where nothing was done to the system before that time, nanoseconds: then what was measured is of one load throughout.
     *
     * @param log what was done while it ran
     */
    public static Map<Quantity, ClosedForm> of(Topology start, List<Run.Entry> log, long nowNanos, String id) {
        return LongStream.concat(
                        start.scenario().stream().mapToLong(timed -> timed.at().toNanos()),
                        log.stream().mapToLong(Run.Entry::timeNanos))
                .filter(at -> at <= nowNanos)
                .boxed()
                .min(Comparator.naturalOrder())
                .map(at -> all(String.format(
                        Locale.ROOT,
                        "something was done to the system at %.3f s, so that there is not one steady state to compare with",
                        at / 1e9)))
                .orElseGet(() -> of(start, id));
    }

    /** Every quantity of the node with that id. */
    public static Map<Quantity, ClosedForm> of(Topology topology, String id) {
        Map<Quantity, ClosedForm> forms = new EnumMap<>(Quantity.class);
        Node node = topology.nodes().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElse(null);
        if (!(node instanceof Server server)) {
            return all("only servers are queues whose arrivals and service times are known");
        }
        ArrivingLoad load = ArrivingLoad.at(topology, id);
        String why = load.whyNot().isEmpty() ? whyNot(server) : load.whyNot();
        if (!why.isEmpty()) {
            return all(why);
        }
        Queue queue = new Queue(
                load.rate(),
                ServiceLaw.of(server.service(), server.speed()),
                server.cores(),
                server.discipline(),
                room(server),
                load.how());
        for (Quantity quantity : Quantity.values()) {
            forms.put(quantity, queue.of(quantity));
        }
        return forms;
    }

    /** None applies to any quantity, because of that. */
    public static Map<Quantity, ClosedForm> all(String whyNot) {
        Map<Quantity, ClosedForm> forms = new EnumMap<>(Quantity.class);
        for (Quantity quantity : Quantity.values()) {
            forms.put(quantity, ClosedForm.not(whyNot));
        }
        return forms;
    }

    /** Requests that may be there at once. */
    private static int room(Server server) {
        return Math.min(
                server.connections(),
                server.queue() == Types.UNLIMITED || server.discipline() == Discipline.PROCESSOR_SHARING
                        ? Types.UNLIMITED
                        : server.cores() + server.queue());
    }

    private static String whyNot(Server server) {
        if (server.standsForOthers()) {
            return "it stands for several servers, whose figures are shown together";
        }
        if (server.service().mean().isZero()) {
            return "serving takes no time";
        }
        if (server.workers() != Types.UNLIMITED) {
            return "its workers are bounded, which are held by more than cores";
        }
        if (!server.limits().isEmpty()) {
            return "it has limits that turn requests away";
        }
        if (!server.calls().isEmpty()) {
            return "its requests call other nodes, whose time is part of theirs";
        }
        if (server.cache() != null || server.data() != null) {
            return "its service times depend on what its cache or its data holds";
        }
        if (server.state() != null) {
            return "its service times depend on whether it has a request's session";
        }
        if (server.scalability() != null && server.cores() > 1) {
            return "its cores hinder each other, so that service times depend on how many are busy";
        }
        return "";
    }
}
