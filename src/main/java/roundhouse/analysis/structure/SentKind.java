package roundhouse.analysis.structure;

import java.util.ArrayList;
import java.util.List;
import roundhouse.routing.RequestKind;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.traffic.KindShare;

/**
 * Requests of one kind that read, or write.
 *
 * @param share the part of their clients' requests, 0 to 1
 */
record SentKind(RequestKind kind, boolean read, double share) {
    /** All that the clients send; a kind of which nothing is sent is left out. */
    static List<SentKind> of(Clients clients) {
        List<SentKind> sent = new ArrayList<>();
        if (clients.requests().isEmpty()) {
            add(sent, clients, RequestKind.PLAIN, 1);
        }
        double shares =
                clients.requests().stream().mapToDouble(KindShare::share).sum();
        for (KindShare request : clients.requests()) {
            add(sent, clients, request.kind(), request.share() / shares);
        }
        return sent;
    }

    private static void add(List<SentKind> sent, Clients clients, RequestKind kind, double share) {
        Boolean stated = kind.reads();
        double reads = stated == null ? clients.reads() : stated ? 1 : 0;
        if (share * reads > 0) {
            sent.add(new SentKind(kind, true, share * reads));
        }
        if (share * (1 - reads) > 0) {
            sent.add(new SentKind(kind, false, share * (1 - reads)));
        }
    }
}
