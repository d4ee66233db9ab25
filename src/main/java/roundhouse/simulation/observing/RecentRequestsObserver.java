package roundhouse.simulation.observing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.Kernel;
import roundhouse.routing.Outcome;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.Component;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.engine.RunObserver;

/**
 * Keeps for its frames what people look at beside figures: the recent requests, their keys, and the journeys of some. Only runs that are shown have one, for
 * noting two lines for each request takes time that a run without a screen need not spend.
 */
public class RecentRequestsObserver extends RunObserver implements RecentFigures {
    private final RecentRequests requests = new RecentRequests();
    private @Nullable Kernel kernel;
    private final SentKeys keys = new SentKeys();
    private final JourneyRecorder journeys = new JourneyRecorder();

    @Override
    public void begins(RunContext run) {
        kernel = run.kernel;
    }

    @Override
    public void began(Attempt attempt, Component clients) {
        keys.began(clients, attempt.key());
        journeys.began();
    }

    @Override
    public void departed(Attempt attempt, Component from, Component to) {
        journeys.departed(attempt);
    }

    @Override
    public void messaged(
            long message,
            Component link,
            boolean back,
            long departsNanos,
            long takesNanos,
            float lostAfter,
            boolean last) {
        journeys.messaged(message, link, back, departsNanos, takesNanos, lostAfter, last);
    }

    @Override
    public void messageLost(long message) {
        journeys.messageLost(message, Objects.requireNonNull(kernel).nowNanos());
    }

    @Override
    public void lost(Attempt attempt) {
        journeys.lost(attempt, Objects.requireNonNull(kernel).nowNanos());
    }

    @Override
    public void concluded(Attempt attempt, @Nullable Outcome outcome) {
        if (attempt.abandoned) {
            journeys.givenUp(attempt, Objects.requireNonNull(kernel).nowNanos());
        }
    }

    @Override
    public void ended(Attempt attempt, Outcome outcome) {
        requests.ended(attempt, Objects.requireNonNull(kernel).nowNanos(), outcome);
    }

    @Override
    public void addTo(Frame frame) {
        frame.requests = requests.log();
        keys.write(frame);
        journeys.write(frame.journeys);
    }

    @Override
    public void sample(long requestsOneIn, long othersOneIn) {
        journeys.sample(requestsOneIn, othersOneIn);
    }
}
