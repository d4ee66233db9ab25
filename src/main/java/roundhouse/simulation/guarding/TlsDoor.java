package roundhouse.simulation.guarding;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.Mix;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.nodes.parts.Handshakes;

/**
 * Where TLS ends: what handshakes and encryption cost its processor, and how long a handshake keeps the request away. Which connections are resumed depends on
 * the attempt alone, so that asking changes nothing.
 */
public final class TlsDoor {
    private final RunContext context;
    private final String node;
    private final long names;
    private final BooleanSupplier paused;
    private final Consumer<Attempt> shaken;
    private long handshakeNanos;
    private @Nullable Handshakes how;
    /** Null as long as no handshake took round trips. */
    private @Nullable HeldAttempts shaking;

    /** @param shaken is told of each request that came after a handshake with round trips */
    public TlsDoor(RunContext context, String node, BooleanSupplier paused, Consumer<Attempt> shaken) {
        this.context = context;
        this.node = node;
        this.paused = paused;
        this.shaken = shaken;
        names = context.streams.hash(node, "resumed sessions");
    }

    public void become(Duration handshake, @Nullable Handshakes handshakes) {
        handshakeNanos = DurationSampler.nanos(handshake);
        how = handshakes;
        if (handshakes != null && shaking == null) {
            shaking = new HeldAttempts(context, node + " handshakes", paused, shaken);
        }
    }

    /** Whether what is sent after a handshake costs anything. */
    public boolean encrypts() {
        return how != null && how.cipher() != null;
    }

    /** Processor time of decrypting the request and encrypting its answer, handshake apart, nanoseconds. */
    public long recordNanos(Attempt attempt) {
        return how == null || how.cipher() == null
                ? 0
                : (long) (handshakeNanos * how.cipher().cost(attempt.valueBytes));
    }

    /** Processor time of the attempt's handshake, nanoseconds. */
    public long nanos(Attempt attempt) {
        return how == null ? handshakeNanos : (long) (handshakeNanos * how.cost(resumes(how, attempt)));
    }

    private boolean resumes(Handshakes handshakes, Attempt attempt) {
        return (Mix.mix(names + attempt.number) >>> 11) * 0x1p-53 < handshakes.resumed();
    }

    /**
     * How long the round trips of the attempt's handshake keep it away, nanoseconds; asked before it is let in. A round trip is twice the way
     * here.
     */
    public long roundTripNanos(Attempt attempt) {
        if (how == null) {
            return 0;
        }
        long way = attempt.isAtClient()
                ? attempt.arrivesAtNanos - attempt.departedAtNanos
                : context.kernel.nowNanos() - attempt.sentAtNanos;
        return 2 * way * how.roundTrips(resumes(how, attempt));
    }

    /** Holds the attempt, which was let in, so long. */
    public void hold(Attempt attempt, long nanos) {
        if (shaking == null) {
            throw new IllegalStateException("handshakes take no round trips");
        }
        shaking.hold(attempt, nanos);
    }

    /** The node crashes. */
    public void forget() {
        if (shaking != null) {
            shaking.forget();
        }
    }
}
