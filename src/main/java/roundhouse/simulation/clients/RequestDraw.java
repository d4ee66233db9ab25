package roundhouse.simulation.clients;

import java.util.List;
import roundhouse.kernel.RandomStream;
import roundhouse.routing.RequestKind;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.traffic.KindShare;

/** Draws what a request is about: key, kind, read or write; each from a stream of its own, so that changing one shifts no other. */
final class RequestDraw {
    private final KeySampler keys;
    private final RandomStream reads;
    private final double readShare;
    private final RandomStream choice;
    private final RequestKind[] kinds;
    private final double[] shares;
    private final double[] costs;
    private int drawn;

    RequestDraw(RunContext context, Clients clients) {
        keys = KeySampler.of(clients.keys(), context.streams.of(clients.id(), "keys"));
        reads = context.streams.of(clients.id(), "reads");
        readShare = clients.reads();
        choice = context.streams.of(clients.id(), "kinds");
        List<KindShare> declared = clients.requests();
        kinds = declared.isEmpty()
                ? new RequestKind[] {RequestKind.PLAIN}
                : declared.stream().map(KindShare::kind).toArray(RequestKind[]::new);
        shares = declared.stream().mapToDouble(KindShare::share).toArray();
        costs = declared.isEmpty()
                ? new double[] {1}
                : declared.stream().mapToDouble(KindShare::cost).toArray();
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
    }

    long key() {
        return keys.next();
    }

    /** The size of the last key's value where the file of keys says it, else as those sizes have it. */
    int valueBytes(long key, ValueSampler sizes) {
        int recorded = keys instanceof KeySampler.Recorded file ? file.bytes() : 0;
        return recorded == 0 ? sizes.of(key) : recorded;
    }

    /** Whether a request of that kind about the last key reads: by its method, where it has one, or as the file of keys says. */
    boolean read(RequestKind kind) {
        boolean drawn = reads.nextDouble() < readShare;
        Boolean stated = kind.reads();
        if (stated == null && keys instanceof KeySampler.Recorded file && file.saysKinds()) {
            return file.isRead();
        }
        return stated == null ? drawn : stated;
    }

    /** How many times a server's service time a request of the last kind needs. */
    double cost() {
        return costs[drawn];
    }

    RequestKind kind() {
        if (kinds.length == 1) {
            return kinds[0];
        }
        double at = choice.nextDouble();
        int kind = 0;
        while (kind < kinds.length - 1 && at >= shares[kind]) {
            at -= shares[kind++];
        }
        drawn = kind;
        return kinds[kind];
    }
}
