package roundhouse.simulation.clients;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.resolving.NamedTarget;
import roundhouse.simulation.resolving.NamedTargets;
import roundhouse.topology.nodes.naming.Resolvers;

/**
 * The further addresses of the answers by which attempts were sent: one that has no connection after a while, or was refused one, goes on
 * to the next, until each was tried once. After the attempts of RFC 8305; the one before is given up, where that lets it race on.
 */
final class NextAddresses {
    private static final int OFF = -1;

    private final RunContext context;
    private final NodeComponent clients;
    private final AddressListener listener;
    private final CallbackHandler timer;
    private long delayNanos = OFF;
    /** For each slot, what the attempt there goes by. */
    private @Nullable NamedTargets[] answers = new NamedTargets[16];

    private long[] numbers = new long[16];
    private int[] places = new int[16];
    private int[] left = new int[16];
    private long[] dueNanos = new long[16];
    private boolean[] waiting = new boolean[16];

    NextAddresses(RunContext context, NodeComponent clients, AddressListener listener) {
        this.context = context;
        this.clients = clients;
        this.listener = listener;
        timer = new CallbackHandler(context.kernel, clients.id + " next addresses", this::noConnection);
    }

    void become(Resolvers rules) {
        delayNanos = rules.nextAddress() == null ? OFF : DurationSampler.nanos(rules.nextAddress());
    }

    /** The attempt is sent to the first address of that answer. */
    void began(Attempt attempt, NamedTargets targets, int first) {
        if (delayNanos != OFF && targets.count() > 1) {
            note(attempt, targets, first, targets.count() - 1);
            arm(attempt);
        }
    }

    private void note(Attempt attempt, NamedTargets targets, int place, int more) {
        int slot = attempt.slot;
        if (slot >= answers.length) {
            int length = Math.max(slot + 1, answers.length * 2);
            answers = Arrays.copyOf(answers, length);
            numbers = Arrays.copyOf(numbers, length);
            places = Arrays.copyOf(places, length);
            left = Arrays.copyOf(left, length);
            dueNanos = Arrays.copyOf(dueNanos, length);
            waiting = Arrays.copyOf(waiting, length);
        }
        answers[slot] = targets;
        numbers[slot] = attempt.number;
        places[slot] = place;
        left[slot] = more;
        waiting[slot] = false;
    }

    private void arm(Attempt attempt) {
        dueNanos[attempt.slot] = context.kernel.nowNanos() + delayNanos;
        context.kernel.schedule(delayNanos, timer, attempt.slot);
    }

    private boolean hasNext(Attempt attempt) {
        int slot = attempt.slot;
        return delayNanos != OFF && slot < numbers.length && numbers[slot] == attempt.number && left[slot] > 0;
    }

    /** The next attempt takes the place of the one that is over. */
    void goesOn(Attempt over, Attempt further) {
        NamedTargets targets = answers[over.slot];
        if (targets != null) {
            note(further, targets, (places[over.slot] + 1) % targets.count(), left[over.slot] - 1);
            waiting[further.slot] = true;
        }
    }

    /** Sends the attempt if it is one that takes the place of another. Returns whether it is. */
    boolean takes(Attempt attempt, BiConsumer<Attempt, NamedTarget> sender) {
        int slot = attempt.slot;
        NamedTargets targets = slot < numbers.length && numbers[slot] == attempt.number ? answers[slot] : null;
        if (targets == null || !waiting[slot]) {
            return false;
        }
        waiting[slot] = false;
        if (left[slot] > 0) {
            arm(attempt);
        }
        sender.accept(attempt, targets.get(places[slot]));
        return true;
    }

    /** Whether the attempt, which was refused, goes on. */
    boolean refused(Attempt attempt) {
        boolean goesOn = hasNext(attempt);
        if (goesOn) {
            listener.sendElsewhere(attempt, true);
        }
        return goesOn;
    }

    private void noConnection(int slot) {
        Attempt attempt = context.attempts.at(slot);
        if (hasNext(attempt)
                && dueNanos[slot] == context.kernel.nowNanos()
                && attempt.beganAt(clients)
                && !attempt.accepted
                && !attempt.replying
                && !attempt.abandoned) {
            context.kernel.fold(attempt.number);
            listener.sendElsewhere(attempt, false);
        }
    }
}
