package roundhouse.simulation;

import roundhouse.routing.Outcome;

/**
 * Keeps for its frames what people look at beside figures: the recent requests and their keys. Only runs that are shown have one, for
 * noting two lines for each request takes time that a run without a screen need not spend.
 */
final class RecentRequestsObserver extends RunObserver {
    private final RecentRequests requests = new RecentRequests();
    private final SentKeys keys = new SentKeys();

    @Override
    void began(Attempt call, ClientsComponent clients) {
        keys.began(clients, call.key());
    }

    @Override
    void ended(Attempt call, Outcome outcome) {
        requests.ended(call, call.origin().engine.kernel.now(), outcome);
    }

    @Override
    void addTo(Frame frame) {
        frame.requests = requests.log();
        keys.write(frame);
    }
}
